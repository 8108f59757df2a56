/** Sorts what needs somebody by how soon, as the core says it. */
import type { Need, NeedKind, Urgency } from '$ipc/wire';
import type { StatusTone } from '$design/status';
import { recordOf, type Route } from '$shell/route';

/** The groups that are not empty, most urgent first; inside a group the order of the core. */
export function groups(needs: readonly Need[]): { id: Urgency; needs: Need[] }[] {
  return (['late', 'day', 'open', 'later'] as const).map((id) => ({ id, needs: needs.filter((need) => need.urgency === id) })).filter((group) => group.needs.length > 0);
}

/** Where it is done: in its record, or where tests are scheduled. */
export function placeOf({ kind, number }: Need): Route | null {
  if (kind === 'drillPeriodic') return { at: 'tests' };
  return kind === 'reviewPeriodic' ? { at: 'pruefungen' } : recordOf(number);
}

const waiting: readonly NeedKind[] = ['decision', 'waitingLimit', 'providerReview', 'expectedRepair'];

export function tone(need: Need): StatusTone {
  if (need.urgency === 'late') return 'danger';
  if (need.urgency === 'day') return 'warn';
  return waiting.includes(need.kind) ? 'wait' : 'planned';
}
