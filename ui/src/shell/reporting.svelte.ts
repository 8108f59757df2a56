/** Whether "Vorfall melden" is open. The dialog can be opened from everywhere and is drawn once, around the screens. */
const state = $state({ open: false });

export const reporting = {
  get open(): boolean {
    return state.open;
  },
  start(): void {
    state.open = true;
  },
  stop(): void {
    state.open = false;
  },
};
