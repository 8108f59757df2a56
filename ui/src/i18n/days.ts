/** Days of a zone: which one an instant belongs to, and where one begins. */
import { CalendarDate, fromDate, toCalendarDate, toZoned } from '@internationalized/date';

/** The day of an instant. */
export function dayOf(at: string, zone: string): CalendarDate {
  return toCalendarDate(fromDate(new Date(at), zone));
}

/** The same as it crosses the wire: `2026-12-20`. */
export function dateOf(at: string, zone: string): string {
  return dayOf(at, zone).toString();
}

/** The first instant of a day, RFC 3339 in UTC. */
export function beginning(day: CalendarDate, zone: string): string {
  return toZoned(day, zone).toAbsoluteString().replace(/\.\d{3}Z$/, 'Z');
}

/** The first day of a year. */
export function firstOf(year: number): CalendarDate {
  return new CalendarDate(year, 1, 1);
}
