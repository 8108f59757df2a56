/** Sorts what reminds by how near it is, and foresees what an acknowledgement changes. */
import type { StatusTone } from '$design/status';
import type { DeadlineRow, InboxView, ReminderLevel, ReminderRow } from '$ipc/wire';
import { promiseWord } from '$parts/deadline';
import { recordOf, type Route } from '$shell/route';

export const levels: readonly ReminderLevel[] = ['late', 'day', 'week', 'month'];

export const tones: Record<ReminderLevel, StatusTone> = { late: 'danger', day: 'warn', week: 'planned', month: 'draft' };

/** What is to be done, with the number of its record. */
export const nameOf = (row: DeadlineRow): string => [row.number, promiseWord(row)].filter(Boolean).join(' ');

/** What tells one reminder from the others. */
export function keyOf({ reminder: { item, level } }: ReminderRow): string {
  return `${item.record} ${item.key} ${item.due} ${level}`;
}

/** The levels that somebody waits at, what presses most first; inside one the order of the core. */
export function waiting(view: InboxView): { level: ReminderLevel; rows: ReminderRow[] }[] {
  return levels.map((level) => ({ level, rows: view.items.filter((row) => row.reminder.level === level && !row.acknowledged) })).filter(({ rows }) => rows.length > 0);
}

export const noted = (view: InboxView): ReminderRow[] => view.items.filter((row) => row.acknowledged);

/** The view once these are acknowledged at an instant, or wait again where there is none. */
export function marked(view: InboxView, rows: readonly ReminderRow[], at: string | null): InboxView {
  const named = new Set(rows.map(keyOf));
  const items = view.items.map((row) => (named.has(keyOf(row)) ? { ...row, acknowledged: at } : row));
  return { ...view, items, waiting: items.filter((row) => !row.acknowledged).length };
}

/** Where it is done: in its record; a test that is due once more is scheduled among the tests, what else the organisation owes stands in the calendar. */
export function placeOf(row: ReminderRow): Route {
  const record = row.number ? recordOf(row.number) : null;
  return record ?? (row.rule === 'drillPeriodic' ? { at: 'tests' } : { at: 'kalender', part: null });
}
