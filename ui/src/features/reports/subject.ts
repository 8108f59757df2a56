/** What a report is about, whatever noun its record is of. */
import type { ReportKind } from '$ipc/wire';

export interface Subject {
  kind: ReportKind;
  /** The record. */
  id: string;
  number: string;
  title: string;
  /** How many events the record has: the paper is set anew when there is one more. */
  events: number;
  /** What the report still lacks, in words. */
  gaps: string[];
  /** Why it cannot be issued as the record stands. */
  why: string | undefined;
  /** Who approves and who drew it up, as far as the record says so. */
  approver: string;
  author: string;
}
