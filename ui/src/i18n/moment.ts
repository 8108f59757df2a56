/**
 * Reads what people type for a moment: `22.11.`, `221126 1430`, `jetzt`, `-15m`, `+3t`, `gestern 8:15`, `ca. 14:00`.
 * Knows calendars and zones; does not know the field that asks.
 */
import { CalendarDate, CalendarDateTime, fromDate, toCalendarDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';

export type Precision = 'exact' | 'about' | 'unknown';
/** When something was: RFC 3339 in UTC, the zone in which it was said, and how well it is known. */
export interface Moment {
  at: string;
  zone: string;
  precision: Precision;
}
export type MomentProblem = 'moment-unreadable' | 'moment-no-such-day' | 'moment-no-such-time' | 'moment-skipped-hour';
export type Reading =
  | { kind: 'empty' }
  | { kind: 'read'; moment: Moment; /** The other reading of an hour that the clocks pass twice. */ twin?: Moment }
  | { kind: 'problem'; problem: MomentProblem };

interface DayTime {
  day: CalendarDate;
  hour: number;
  minute: number;
  timed: boolean;
}

const months = ['jan', 'feb', 'mär|mar|mrz', 'apr', 'mai|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dez|dec'].map((names) => new RegExp(`^(${names})`));
const shifts: Record<string, number> = { m: 60, min: 60, h: 3600, std: 3600, t: 86400, d: 86400, tg: 86400, w: 604800 };
const words: Record<string, number> = { heute: 0, today: 0, gestern: -1, yesterday: -1, vorgestern: -2, morgen: 1, tomorrow: 1 };
const offsets: Record<string, number> = { z: 0, utc: 0, gmt: 0, mez: 60, cet: 60, mesz: 120, cest: 120 };

const stamp = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z');
const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function validDay(year: number, month: number, dayOfMonth: number): CalendarDate | null {
  const day = new CalendarDate(year, Math.min(Math.max(month, 1), 12), Math.max(dayOfMonth, 1));
  return day.year === year && day.month === month && day.day === dayOfMonth ? day : null;
}

/** `today`, the text without its day, and the day; null when the text names a day that does not exist. */
function takeDay(text: string, today: CalendarDate): { day: CalendarDate | null; rest: string; named: boolean } {
  const word = /^([a-zäöü]+)\b/.exec(text)?.[1] ?? '';
  if (word in words) return { day: today.add({ days: words[word]! }), rest: text.slice(word.length), named: true };
  const shapes: [RegExp, (m: RegExpExecArray) => CalendarDate | null][] = [
    [/^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[t\s,])t?/, (m) => validDay(Number(m[1]), Number(m[2]), Number(m[3]))],
    [/^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\b/, (m) => validDay(century(m[3]!), Number(m[2]), Number(m[1]))],
    [/^(\d{1,2})\.(\d{1,2})\.?(?=$|[\s,])/, (m) => validDay(today.year, Number(m[2]), Number(m[1]))],
    [/^(\d{1,2})\/(\d{1,2})(?=$|[\s,])/, (m) => validDay(today.year, Number(m[2]), Number(m[1]))],
    [/^(\d{2})(\d{2})(\d{4}|\d{2})(?=$|\s)/, (m) => validDay(century(m[3]!), Number(m[2]), Number(m[1]))],
    [/^(\d{1,2})\.?\s*([a-zä]{3,9})\.?\s*(\d{4})?(?=$|[\s,])/, (m) => {
      const month = months.findIndex((name) => name.test(m[2]!));
      return month < 0 ? null : validDay(m[3] ? Number(m[3]) : today.year, month + 1, Number(m[1]));
    }],
  ];
  for (const [shape, make] of shapes) {
    const match = shape.exec(text);
    if (match) return { day: make(match), rest: text.slice(match[0].length), named: true };
  }
  return { day: today, rest: text, named: false };
}

function takeTime(text: string): { hour: number; minute: number; rest: string } | null {
  const match = /^(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:uhr)?/.exec(text) ?? /^(\d{2})(\d{2})(?=$|\s|[a-z])\s*(?:uhr)?/.exec(text) ?? /^(\d{1,2})()\s*uhr/.exec(text);
  return match ? { hour: Number(match[1]), minute: Number(match[2] || 0), rest: text.slice(match[0].length) } : null;
}

function place(said: DayTime, zone: string, offset: number | undefined): { first: ZonedDateTime; second: ZonedDateTime } | null {
  const wall = toCalendarDateTime(said.day).set({ hour: said.hour, minute: said.minute });
  if (offset !== undefined) {
    const utc = Date.UTC(wall.year, wall.month - 1, wall.day, said.hour, said.minute) - offset * 60_000;
    const at = fromDate(new Date(utc), zone);
    return { first: at, second: at };
  }
  const first = toZoned(wall, zone, 'earlier');
  if (!sameWall(first, wall)) return null;
  return { first, second: toZoned(wall, zone, 'later') };
}

const sameWall = (at: ZonedDateTime, wall: CalendarDateTime): boolean => at.day === wall.day && at.hour === wall.hour && at.minute === wall.minute;

/** What `text` means at the instant `now` in `zone`. A day without a time is read as its first minute, and as "about". */
export function readMoment(text: string, now: Date, zone: string): Reading {
  const bare = text.trim().toLowerCase().replaceAll('−', '-').replace(/\s+/g, ' ');
  if (!bare) return { kind: 'empty' };
  const about = /^(~|ca\.?\s|etwa\s|about\s|um\s)\s*/.exec(bare);
  const said = about ? bare.slice(about[0].length) : bare;
  const precision: Precision = about ? 'about' : 'exact';
  if (said === 'jetzt' || said === 'now') return { kind: 'read', moment: { at: stamp(now), zone, precision } };

  const shift = /^([+-])\s*(\d{1,5})\s*(min|m|std|h|tg|t|d|w)$/.exec(said);
  if (shift) {
    const seconds = (shift[1] === '-' ? -1 : 1) * Number(shift[2]) * shifts[shift[3]!]!;
    return { kind: 'read', moment: { at: stamp(new Date(now.getTime() + seconds * 1000)), zone, precision } };
  }

  const today = fromDate(now, zone);
  const { day, rest, named } = takeDay(said, new CalendarDate(today.year, today.month, today.day));
  if (!day) return { kind: 'problem', problem: 'moment-no-such-day' };
  const tail = rest.replace(/^[\s,]+/, '').replace(/^(um|at)\s+/, '');
  const time = takeTime(tail);
  if (!time && (!named || tail)) return { kind: 'problem', problem: 'moment-unreadable' };
  if (time && (time.hour > 23 || time.minute > 59)) return { kind: 'problem', problem: 'moment-no-such-time' };
  const ending = (time?.rest ?? '').trim();
  if (ending && !(ending in offsets)) return { kind: 'problem', problem: 'moment-unreadable' };

  const placed = place({ day, hour: time?.hour ?? 0, minute: time?.minute ?? 0, timed: !!time }, zone, ending ? offsets[ending] : undefined);
  if (!placed) return { kind: 'problem', problem: 'moment-skipped-hour' };
  const known: Precision = time ? precision : 'about';
  const moment = { at: stamp(placed.first.toDate()), zone, precision: known };
  const twin = { at: stamp(placed.second.toDate()), zone, precision: known };
  return twin.at === moment.at ? { kind: 'read', moment } : { kind: 'read', moment, twin };
}
