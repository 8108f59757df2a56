/** How moments, entries and lengths of a record are said. */
import { kebab } from '$design/failure';
import { beside, dayTime, duration, near, plainDay } from '$i18n/format';
import { find, t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { Entry, EntryWhat, Moment } from '$ipc/wire';
import { say } from '$parts/incident';

/** Written down later than this after it happened, an entry is marked as entered later; as on paper. Milliseconds. */
const late = 15 * 60_000;

/** As the screen's zone tells it, and behind it in the zone in which it was said, where that clock shows something else. */
function inZones(held: Moment, told: string): string {
  const other = beside(held.at, zone(), held.zone);
  return `${held.precision === 'about' ? `${t('moment-about-short')} ` : ''}${told}${other && ` (${other})`}`;
}

/** "ca. 22.11.2026 08:02 MEZ" */
export function moment(held: Moment | null): string {
  if (!held) return t('not-recorded');
  if (held.precision === 'unknown') return t('moment-is-unknown');
  return inZones(held, dayTime(held.at, zone()));
}

/** The same, without the day when it is today. */
export function short(held: Moment | null, now: Date): string {
  if (!held) return t('not-recorded');
  if (held.precision === 'unknown') return t('moment-unknown');
  return inZones(held, near(held.at, zone(), now));
}

export function length(seconds: number | null): string {
  return seconds === null ? t('not-recorded') : duration(seconds);
}

function valueWord(value: string, zone: string, name: (id: string) => string): string {
  if (value.startsWith('person:')) return name(value.slice(7));
  if (value.startsWith('word:')) {
    const [, list = '', ...rest] = value.split(':');
    return say(kebab(list), rest.join(':'));
  }
  if (value === 'undone') return t('incident-undone');
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return plainDay(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? dayTime(value, zone) : value;
}

/** A sentence that ends with a text; where that is missing it leaves no colon behind. */
export const ending = (sentence: string): string => sentence.replace(/[:\s]+$/, '');

/** The sentence of a line: a person's words, or what happened. */
export function entryText(what: EntryWhat, zone: string, name: (id: string) => string): string {
  if ('text' in what) return what.text;
  const values = Object.fromEntries(Object.entries(what.happened.values).map(([key, value]) => [key, valueWord(value, zone, name)]));
  return ending(find(`event-${kebab(what.happened.code)}`, values) ?? what.happened.code);
}

/** Whether a line was written down well after what it tells. */
export function enteredLate(entry: Entry): boolean {
  return entry.occurred.precision !== 'unknown' && Date.parse(entry.recorded) - Date.parse(entry.occurred.at) > late;
}
