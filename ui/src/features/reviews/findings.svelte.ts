/** The findings that come from a review; whoever asks for the same review shares one answer. */
import { live } from '$ipc/live.svelte';

const most = 200;

export const findingsOf = (review: () => string) =>
  live('findings', () => ({ search: '', phases: [], kinds: [], owners: [], origins: [], from: review(), services: [], overdue: false, on: null, sort: 'number' as const, ascending: true, offset: 0, limit: most }));
