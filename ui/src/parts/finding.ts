/** The kinds of a finding, and the findings that come from a record. */
import { live } from '$ipc/live.svelte';
import type { FindingKind } from '$ipc/wire';

export const findingKinds: readonly FindingKind[] = ['major', 'minor', 'observation', 'opportunity'];

const most = 200;

/** Whoever asks for the same record shares one answer. */
export const findingsOf = (record: () => string) =>
  live('findings', () => ({ search: '', phases: [], kinds: [], owners: [], origins: [], from: record(), services: [], overdue: false, on: null, sort: 'number' as const, ascending: true, offset: 0, limit: most }));
