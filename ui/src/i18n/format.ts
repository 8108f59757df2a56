/**
 * Numbers, days, times and durations as people of a language write them.
 * Every absolute time carries its zone; the zone always comes in as an argument, never from the machine.
 */
import { language, locale, t, type Language } from './words.svelte';

/** An instant with the zone in which it was said. `at` is RFC 3339 in UTC. */
export interface Spoken {
  at: string;
  zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make and are kept. */
function once<F>(kept: Map<string, F>, key: string, make: () => F): F {
  const made = kept.get(key) ?? make();
  kept.set(key, made);
  return made;
}

function format(zone: string, of: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(formats, `${of}|${zone}|${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale(of), { ...options, timeZone: zone }));
}

const dayOptions = (of: Language): Intl.DateTimeFormatOptions =>
  of === 'de' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { day: '2-digit', month: 'short', year: 'numeric' };
const timeOptions: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** 22.11.2026 · 22 Nov 2026 */
export function day(at: string, zone: string): string {
  const of = language();
  return format(zone, of, dayOptions(of)).format(new Date(at)).replace('Sept', 'Sep');
}

/** The same of a day without its hour, as `2026-12-20` crosses the wire. */
export const plainDay = (date: string): string => day(`${date}T12:00:00Z`, 'UTC');

/** 14:30 without the zone: only where the zone stands beside it. */
export function clock(at: string, zone: string): string {
  return format(zone, language(), timeOptions).format(new Date(at));
}

/** MEZ, MESZ · CET, CEST; the same hour twice in October differs here. */
export function zoneName(at: string, zone: string): string {
  const parts = format(zone, language(), { timeZoneName: 'short' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** 22.11.2026 14:30 MEZ · 22 Nov 2026 14:30 CET */
export function dayTime(at: string, zone: string): string {
  return `${day(at, zone)} ${clock(at, zone)} ${zoneName(at, zone)}`;
}

/** 14:30 MEZ */
export function time(at: string, zone: string): string {
  return `${clock(at, zone)} ${zoneName(at, zone)}`;
}

/** The same moment on the clock of another zone, with the day where that differs; nothing where both clocks agree. */
export function beside(at: string, zone: string, other: string): string {
  if (other === zone) return '';
  const sameDay = day(at, other) === day(at, zone);
  if (sameDay && time(at, other) === time(at, zone)) return '';
  return sameDay ? time(at, other) : dayTime(at, other);
}

/** 14:30 MEZ on the same day as `now`, otherwise with the day: what a list shows. */
export function near(at: string, zone: string, now: Date): string {
  return day(at, zone) === day(now.toISOString(), zone) ? time(at, zone) : dayTime(at, zone);
}

/** Montag, 22. November 2026 · Monday, 22 November 2026 */
export function longDay(at: string, zone: string): string {
  return format(zone, language(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** For the tooltip: 2026-11-22T13:30:00Z. */
export function iso(at: string): string {
  return new Date(at).toISOString().replace(/\.000Z$/, 'Z');
}

/** 1.234,5 · 1,234.5 */
export function number(value: number, digits?: number): string {
  const options = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return once(numbers, `${locale()}|${digits}`, () => new Intl.NumberFormat(locale(), options)).format(value);
}

/** 97,5 % · 97.5 % of a share between 0 and 1. */
export function share(value: number, digits = 0): string {
  return `${number(value * 100, digits)}\u00a0%`;
}

/** 312 kB: bytes in units of 1000, as file managers show them. */
export function bytes(count: number): string {
  const steps = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(steps.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  return `${number(count / 1000 ** step, step === 0 ? 0 : 1)}\u00a0${steps[step] ?? ''}`;
}

/** 45 s · 12 min · 3 h 05 min · 2 Tage 4 h. Seconds come in; the sign is kept. */
export function duration(seconds: number): string {
  const sign = seconds < 0 ? '−' : '';
  const all = Math.abs(Math.round(seconds));
  const minutes = Math.floor(all / 60);
  if (all < 60) return sign + t('duration-seconds', { seconds: all });
  if (minutes < 60) return sign + t('duration-minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return sign + t('duration-hours', { hours, minutes: String(minutes % 60).padStart(2, '0') });
  return sign + t('duration-days', { days: Math.floor(hours / 24), hours: hours % 24 });
}

/** 02:14 h for a clock that runs; from a hundred hours on the days, which are told apart by whoever makes a sentence of it. */
export function running(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  return hours < 100 ? `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}\u00a0h` : duration(seconds);
}

/** Since how many whole days, once a clock counts them; 0 while it shows hours. */
export function runningDays(seconds: number): number {
  return seconds < 360_000 ? 0 : Math.floor(seconds / 86_400);
}

/** How far away, in the two units that matter; days stand apart because German declines them. */
function far(seconds: number): { days: number; hours: number } | { duration: string } {
  const hours = Math.floor(Math.round(seconds) / 3600);
  return hours < 48 ? { duration: duration(seconds) } : { days: Math.floor(hours / 24), hours: hours % 24 };
}

/** "in 12 min" · "vor 3 Tagen 4 h": how far `at` lies from `now`. */
export function distance(at: string, now: Date): string {
  const seconds = (Date.parse(at) - now.getTime()) / 1000;
  const by = far(Math.abs(seconds));
  if (seconds >= 0) return 'days' in by ? t('distance-ahead-days', by) : t('distance-ahead', by);
  return 'days' in by ? t('distance-past-days', by) : t('distance-past', by);
}

/** "überfällig seit 3 Tagen 4 h": how long ago `at` was due. */
export function overdue(at: string, now: Date): string {
  const by = far(Math.max(0, (now.getTime() - Date.parse(at)) / 1000));
  return 'days' in by ? t('distance-late-days', by) : t('distance-late', by);
}
