/** The zone in which the screen shows times: the one of the workspace, not the one of the machine. */
const state = $state({ zone: 'Europe/Berlin' });

/** An IANA zone name. */
export function zone(): string {
  return state.zone;
}

/** Shows every time in another zone from now on. */
export function liveIn(name: string): void {
  state.zone = name;
}
