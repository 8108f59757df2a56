/** How lines of the journal are said: what happened, and what changed from what to what. Knows no screen. */
import { kebab } from '$design/failure';
import { dayTime, number, share } from '$i18n/format';
import { find, t, type PlainWordId } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { JournalRow } from '$ipc/wire';
import { say } from './incident';

/** "Zeitpunkt gesetzt"; the code when nobody worded it. */
export function kindWord(kind: string): string {
  const [noun = '', event = ''] = kind.split('.');
  return find(`journal-${kebab(noun)}-${kebab(event)}`) ?? kind;
}

/** The lists in which the words of a field may stand, by the name that it has in an event. */
const lists: Record<string, string[]> = {
  severity: ['severity'], source: ['source'], milestone: ['milestone'], fact: ['fact'], class: ['cause-class'], fault: ['provider-fault'], choice: ['provider-choice'], role: ['team-role'], roles: ['role'],
  result: ['step-result'], kind: ['entry-kind', 'action-kind', 'team-kind', 'report-kind', 'outside-kind'], reports: ['customer-reports'], language: ['language'], audience: ['audience'], channel: ['channel'],
  status: ['message-status'], priority: ['priority'], to: ['recommended-to'], phase: ['phase'],
};
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the parts of a nested value are called. */
const names: Record<string, PlainWordId> = {
  services: 'incident-services', components: 'impact-components', regions: 'impact-regions', tenants: 'impact-tenants', usersPermille: 'impact-users', dataLossMinutes: 'impact-data-loss',
  audience: 'messages-audience', channel: 'messages-channel', status: 'messages-status', german: 'language-de', english: 'language-en', expectedRepair: 'messages-eta', nextUpdate: 'messages-next',
  text: 'recommendations-text', to: 'recommendations-to', kind: 'recommendations-kind', priority: 'recommendations-priority-name', owner: 'recommendations-owner', due: 'recommendations-due', proofWanted: 'recommendations-proof-wanted', must: 'recommendations-must-label',
  system: 'tickets-system', number: 'tickets-number', link: 'tickets-link', subject: 'tickets-subject', keyword: 'register-keyword', opened: 'tickets-opened', title: 'recovery-guide', version: 'reports-version',
};

type Fields = Record<string, unknown>;
/** Names by id: of people, services, teams, SLA levels. */
export type Names = Partial<Record<string, string>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMoment = (value: unknown): value is { at: string; precision: string } => isFields(value) && typeof value['at'] === 'string' && 'precision' in value;
const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value of an event in words, short enough for a line. */
export function valueWord(name: string, value: unknown, known: Names): string {
  if (empty(value)) return t('not-recorded');
  if (typeof value === 'number') return name === 'usersPermille' ? share(value / 1000, value % 10 ? 1 : 0) : number(value);
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'string') {
    if (value === 'undone') return t('incident-undone');
    if (instant.test(value)) return dayTime(value, zone());
    if (identity.test(value)) return known[value] ?? `${value.slice(0, 8)}…`;
    for (const list of lists[name] ?? []) {
      const word = find(`${list}-${kebab(value)}`);
      if (word !== null) return word;
    }
    return value;
  }
  if (Array.isArray(value)) return value.map((one) => valueWord(name, one, known)).join(', ');
  if (isMoment(value)) return value.precision === 'unknown' ? t('moment-unknown') : `${value.precision === 'about' ? `${t('moment-about-short')} ` : ''}${dayTime(value.at, zone())}`;
  return isFields(value) ? partsWord(value, Object.keys(value).filter((key) => !empty(value[key])), known) : JSON.stringify(value);
}

/** "Regionen: West Europe · Betroffene Mandanten: 42" */
function partsWord(value: Fields, keys: string[], known: Names): string {
  return keys
    .filter((key) => key !== 'id')
    .map((key) => `${key in names ? `${t(names[key]!)}: ` : ''}${valueWord(key, value[key], known)}`)
    .join(' · ');
}

export interface Told {
  /** What it is about, such as the milestone. */
  about: string;
  /** What stood there before; null when the event names no before. */
  was: string | null;
  now: string;
}

const aside = ['was', 'wasAt', 'id', 'ids', 'at', 'milestone', 'fact', 'order'];

/** "Titel geändert: Kein Druck im Norden", of everything that an order had written before it was undone. */
export function undidWord(row: Pick<JournalRow, 'undid'>, known: Names): string {
  return row.undid
    .map(({ kind, data }) => {
      const { about, now } = tell({ data, undid: [] }, known);
      return [kindWord(kind), [about, now].filter(Boolean).join(' ')].filter(Boolean).join(': ');
    })
    .join('; ');
}

/**
 * What an event says: about what, from what, to what. Of a nested value only what changed. An event that was emptied says
 * that, one that undid an order says what the order had written.
 */
export function tell(row: Pick<JournalRow, 'data' | 'undid'>, known: Names): Told {
  if (row.undid.length) return { about: '', was: null, now: undidWord(row, known) };
  if (!isFields(row.data)) return { about: '', was: null, now: empty(row.data) ? t('journal-redacted') : String(row.data) };
  const data = row.data;
  const about = typeof data['milestone'] === 'string' ? say('milestone', data['milestone']) : typeof data['fact'] === 'string' ? say('fact', data['fact']) : '';
  const rest = Object.entries(data).filter(([name, value]) => !aside.includes(name) && !empty(value));
  if (!('was' in data)) return { about, was: null, now: rest.map(([name, value]) => valueWord(name, value, known)).join(' · ') };
  const was = data['was'];
  const first = Object.keys(data).find((name) => !['id', 'milestone', 'fact'].includes(name)) ?? '';
  const now = data[first];
  if (isFields(was) && isFields(now) && !isMoment(now)) {
    const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(was[key]));
    return { about, was: partsWord(was, changed, known), now: partsWord(now, changed, known) };
  }
  return { about, was: valueWord(first, was, known), now: rest.map(([name, value]) => valueWord(name, value, known)).join(' · ') || t('not-recorded') };
}
