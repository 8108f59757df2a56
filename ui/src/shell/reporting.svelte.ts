/** Whether "Vorfall melden" is open. The dialog can be opened from everywhere and is drawn once, around the screens. */
import { whyNotReport } from '$parts/may';
import type { People } from '$parts/people.svelte';

const state = $state({ open: false });

export const reporting = {
  get open(): boolean {
    return state.open;
  },
  /** Why it cannot be opened now; the same everywhere. */
  why: (people: People): string | undefined => whyNotReport(people),
  start(): void {
    state.open = true;
  },
  stop(): void {
    state.open = false;
  },
};
