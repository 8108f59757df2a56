/** The row of the register that belongs to a record that is known in full, for a look beside a list. */
import type { IncidentView, Milestone, RegisterRow } from '$ipc/wire';

export function rowOf(view: IncidentView): RegisterRow {
  const at = (milestone: Milestone): string | null => {
    const moment = view.milestones.find((found) => found.milestone === milestone)?.moment;
    return moment && moment.precision !== 'unknown' ? moment.at : null;
  };
  const outside = view.outside[0];
  return {
    id: view.id,
    number: view.number,
    title: view.title,
    phase: view.phase,
    emergency: view.emergency,
    severity: view.severity,
    source: view.source,
    causeClass: view.causeClass,
    providerFault: view.provider.fault?.fault ?? null,
    began: at('impactStart') ?? at('noticed') ?? view.recorded,
    impactStart: at('impactStart'),
    noticed: at('noticed'),
    running: at('running'),
    restored: at('restored'),
    ended: at('ended'),
    downtime: view.durations.find((duration) => duration.kind === 'downtime')?.length ?? null,
    outsideSource: outside?.source ?? null,
    outsideId: outside?.id ?? null,
    outsideKind: view.takenOver?.kind ?? null,
    dirt: view.takenOver?.dirt.length ?? 0,
    entries: view.entries.length,
    openTasks: view.recommendations.filter(({ state }) => state.state === 'open').length,
    ticketsMissingKeyword: view.emergency ? view.tickets.filter((ticket) => !ticket.keyword).length : 0,
    changed: view.changed,
  };
}
