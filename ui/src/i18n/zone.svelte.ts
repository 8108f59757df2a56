/** The zone in which the screen shows times: the one of the workspace, not the one of the machine. */
const state = $state({ zone: 'Europe/Berlin', process: 'Europe/Berlin' });

/** An IANA zone name. */
export function zone(): string {
  return state.zone;
}

/** The zone of the process, in which its days and deadlines begin. */
export function processZone(): string {
  return state.process;
}

/** Shows every time in another zone from now on; `process` is the zone of the workspace. */
export function liveIn(name: string, process: string = name): void {
  state.zone = name;
  state.process = process;
}
