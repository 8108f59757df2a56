/** Sorts what needs somebody by how soon. Late is what the core calls late. */
import type { Need, NeedKind } from '$ipc/wire';
import type { StatusTone } from '$design/status';

export type Group = 'late' | 'day' | 'open' | 'later';
const dayLong = 86_400_000;

/** The groups that are not empty, most urgent first; inside a group the order of the core. */
export function groups(needs: readonly Need[], now: Date): { id: Group; needs: Need[] }[] {
  const of = (need: Need): Group => {
    if (need.late) return 'late';
    if (!need.due) return 'open';
    return Date.parse(need.due.at) - now.getTime() <= dayLong ? 'day' : 'later';
  };
  return (['late', 'day', 'open', 'later'] as const).map((id) => ({ id, needs: needs.filter((need) => of(need) === id) })).filter((group) => group.needs.length > 0);
}

const waiting: readonly NeedKind[] = ['decision', 'waitingLimit', 'providerReview', 'expectedRepair'];

export function tone(need: Need, now: Date): StatusTone {
  if (need.late) return 'danger';
  if (need.due && Date.parse(need.due.at) - now.getTime() <= dayLong) return 'warn';
  return waiting.includes(need.kind) ? 'wait' : 'planned';
}
