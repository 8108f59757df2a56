/** The weeks of a month as a calendar shows them, Monday first, with the deadlines of each day. */
import type { DayView, DeadlineRow, Hindrance } from '$ipc/wire';

export interface Day {
  /** `2026-12-24` */
  day: string;
  /** Whether it belongs to the month that is shown. */
  inside: boolean;
  rows: DeadlineRow[];
  against: Hindrance[];
}

const DAY = 86_400_000;
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `2026-12`, some months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return date(Date.UTC(year, of - 1 + months, 1)).slice(0, 7);
}

/** A day, some days later. */
export const dayAfter = (day: string, days: number): string => date(Date.parse(`${day}T00:00:00Z`) + days * DAY);

/** The first and the last day that the sheet of a month shows: whole weeks. */
export function sheet(month: string): { from: string; until: string } {
  const first = `${month}-01`;
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: dayAfter(first, -weekday(first)), until: dayAfter(last, 6 - weekday(last)) };
}

/** The weeks of a month. `dayOf` says on which day a deadline falls in the zone of the workspace. */
export function weeks(month: string, rows: readonly DeadlineRow[], days: readonly DayView[], dayOf: (at: string) => string): Day[][] {
  const { from, until } = sheet(month);
  const placed = new Map<string, DeadlineRow[]>();
  for (const row of rows) {
    const at = row.due ?? row.settled;
    if (!at) continue;
    const day = dayOf(at);
    placed.set(day, [...(placed.get(day) ?? []), row]);
  }
  const against = new Map(days.map((one) => [one.day, one.against]));
  const found: Day[][] = [];
  for (let day = from; day <= until; day = dayAfter(day, 1)) {
    const one = { day, inside: day.startsWith(month), rows: placed.get(day) ?? [], against: against.get(day) ?? [] };
    if (found.at(-1)?.length === 7 || !found.length) found.push([one]);
    else found.at(-1)!.push(one);
  }
  return found;
}
