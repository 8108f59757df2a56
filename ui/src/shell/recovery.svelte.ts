/** Whether the recovery key has to be shown: once, right after an encrypted workspace was made. */
const state = $state({ wanted: false });

export const recovery = {
  get wanted(): boolean {
    return state.wanted;
  },
  show(): void {
    state.wanted = true;
  },
  done(): void {
    state.wanted = false;
  },
};
