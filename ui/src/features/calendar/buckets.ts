/** Sorts deadlines by how soon they are due, and counts them by the months of a year. */
import { dateOf } from '$i18n/days';
import type { DeadlineRow } from '$ipc/wire';

export const buckets = ['late', 'week', 'month', 'quarter', 'later', 'settled'] as const;
export type Bucket = (typeof buckets)[number];

const DAY = 86_400_000;

function bucket(row: DeadlineRow, at: number): Bucket {
  if (row.standing === 'late') return 'late';
  if (row.standing !== 'due' && row.standing !== 'open') return 'settled';
  const days = (Date.parse(row.due ?? '') - at) / DAY;
  if (days <= 7) return 'week';
  if (days <= 30) return 'month';
  return days <= 90 ? 'quarter' : 'later';
}

/** The buckets that are not empty, the most urgent first. */
export function sorted(rows: readonly DeadlineRow[], at: string): { id: Bucket; rows: DeadlineRow[] }[] {
  const placed = rows.map((row) => ({ row, id: bucket(row, Date.parse(at)) }));
  return buckets.flatMap((id) => {
    const found = placed.filter((one) => one.id === id).map((one) => one.row);
    return found.length ? [{ id, rows: id === 'settled' ? found.toReversed() : found }] : [];
  });
}

/** `2026-05` of an instant on the clock of a zone. */
export function monthOf(at: string, zone: string): string {
  return dateOf(at, zone).slice(0, 7);
}

export interface Month {
  /** `2026-05` */
  month: string;
  open: number;
  late: number;
}

/** The twelve months of a year with what is still open in them. */
export function year(rows: readonly DeadlineRow[], of: number, zone: string): Month[] {
  const open = rows.filter((row) => row.due && (row.standing === 'late' || row.standing === 'due'));
  const placed = open.map((row) => ({ late: row.standing === 'late', month: monthOf(row.due!, zone) }));
  return Array.from({ length: 12 }, (_, place) => {
    const month = `${of}-${String(place + 1).padStart(2, '0')}`;
    const found = placed.filter((one) => one.month === month);
    return { month, open: found.length, late: found.filter((one) => one.late).length };
  });
}
