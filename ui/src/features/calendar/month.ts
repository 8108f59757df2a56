/** The weeks of a month as a calendar shows them, Monday first, with the deadlines of each day. */
import { endOfMonth, endOfWeek, parseDate, startOfWeek, type CalendarDate } from '@internationalized/date';
import { dateOf } from '$i18n/days';
import type { DayView, DeadlineRow, Hindrance } from '$ipc/wire';

export interface Day {
  /** `2026-12-24` */
  day: string;
  /** Whether it belongs to the month that is shown. */
  inside: boolean;
  rows: DeadlineRow[];
  against: Hindrance[];
}

/** Where weeks begin on Monday. */
const MONDAY = 'de-DE';
const firstOf = (month: string): CalendarDate => parseDate(`${month}-01`);

/** `2026-12`, some months later. */
export const monthAfter = (month: string, months: number): string => firstOf(month).add({ months }).toString().slice(0, 7);

/** A day, some days later. */
export const dayAfter = (day: string, days: number): string => parseDate(day).add({ days }).toString();

/** The first and the last day of a month. */
export const firstDay = (month: string): string => firstOf(month).toString();
export const lastDay = (month: string): string => endOfMonth(firstOf(month)).toString();

/** The first and the last day that the sheet of a month shows: whole weeks. */
export function sheet(month: string): { from: string; until: string } {
  const first = firstOf(month);
  return { from: startOfWeek(first, MONDAY).toString(), until: endOfWeek(endOfMonth(first), MONDAY).toString() };
}

/** The weeks of a month. `zone` says on which day a deadline falls. */
export function weeks(month: string, rows: readonly DeadlineRow[], days: readonly DayView[], zone: string): Day[][] {
  const { from, until } = sheet(month);
  const placed = new Map<string, DeadlineRow[]>();
  for (const row of rows) {
    const at = row.due ?? row.settled;
    if (!at) continue;
    const day = dateOf(at, zone);
    placed.set(day, [...(placed.get(day) ?? []), row]);
  }
  const against = new Map(days.map((one) => [one.day, one.against]));
  const found: Day[][] = [];
  for (let monday = from; monday <= until; monday = dayAfter(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, place) => dayAfter(monday, place));
    found.push(week.map((day) => ({ day, inside: day.startsWith(month), rows: placed.get(day) ?? [], against: against.get(day) ?? [] })));
  }
  return found;
}
