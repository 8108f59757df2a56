/** How lines of the journal are said: what happened, and what changed from what to what. Knows no screen. */
import { kebab } from '$design/failure';
import { bytes, day, dayTime, duration, number, share } from '$i18n/format';
import { find, t, type PlainWordId } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { JournalRow, ReviewTrigger } from '$ipc/wire';
import { say } from './incident';
import { triggerWord } from './review';

/** "Zeitpunkt gesetzt"; the code when nobody worded it. */
export function kindWord(kind: string): string {
  const [noun = '', event = ''] = kind.split('.');
  return find(`journal-${kebab(noun)}-${kebab(event)}`) ?? kind;
}

/** The lists in which the words of a field may stand, by the name that it has in an event. */
const lists: Record<string, string[]> = {
  severity: ['severity'], source: ['source'], milestone: ['milestone'], fact: ['fact'], class: ['cause-class'], fault: ['provider-fault'], choice: ['provider-choice'], role: ['team-role'], roles: ['role'],
  result: ['step-result'], kind: ['entry-kind', 'action-kind', 'change-kind', 'team-kind', 'report-kind', 'outside-kind'], reports: ['customer-reports'], language: ['language'], audience: ['audience'], channel: ['channel'],
  outcome: ['step-state'], verdict: ['drill-verdict'], status: ['message-status'], priority: ['priority'], to: ['recommended-to', 'provider-state'], phase: ['phase'], what: ['deed-kind', 'taken-step'], confidentiality: ['confidentiality'], format: ['import-format'],
  region: ['region'], unit: ['unit'], judgement: ['review-judgement'], topic: ['review-topic'], presence: ['review-presence'],
  causeClass: ['cause-class'], press: ['clock-press'], same: ['finding-same'], regime: ['regime'], stage: ['legal-stage'], scope: ['drill-scope'],
  origin: ['finding-origin', 'change-origin'], element: ['capability-element'], why: ['review-why', 'kept-why'],
};
/** The same, where a word stands in two lists. */
const listsIn: Partial<Record<string, Record<string, string[]>>> = {
  'incident.takenOver': { kind: ['outside-kind'] },
  'report.issued': { kind: ['report-kind'] },
  'policy.ruleSet': { kind: ['rule-kind'] },
  'policy.askedSet': { who: ['notice-who'] },
  'policy.mailServerSet': { security: ['mail-security'] },
  'notice.announced': { kind: ['notice-subject-kind'], who: ['notice-who'] },
  'notice.received': { kind: ['notice-subject-kind'] },
  'notice.sendingRecorded': { result: ['notice-delivery'] },
  'notice.acknowledged': { way: ['notice-way'] },
  'review.stepJudged': { step: ['review-step'] },
  'review.deficiencyAdded': { step: ['review-step'] },
  'review.stepTakenBack': { phase: ['review-phase'] },
  'finding.raised': { kind: ['finding-kind'] },
  'finding.restated': { kind: ['finding-kind'] },
  'finding.stepTakenBack': { phase: ['finding-phase'] },
  'guide.created': { kind: ['guide-kind'] },
};
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const date = /^\d{4}-\d\d-\d\d$/;
const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Fields that name a person: who is not known any more was erased. */
const persons = ['person', 'saidBy', 'expected', 'deputy', 'decider', 'approver', 'consulted', 'owner', 'author', 'reviewer', 'head', 'lead'];
const minutes = ['rtoMinutes', 'rpoMinutes', 'responseMinutes', 'handlingMinutes', 'dataLossMinutes'];
/** Inputs of a review: a line says how many, the review says which. */
const reviewInputs = ['inputs', 'added', 'changed'];
/** Events that repeat what a source says, in its own words. */
const ofSource = ['incident.takenOver', 'incident.sourceFollowed'];

/** What the parts of a nested value are called, and figures and answers everywhere: a number alone says nothing. */
const names: Record<string, PlainWordId> = {
  services: 'incident-services', components: 'impact-components', regions: 'impact-regions', tenants: 'impact-tenants', usersPermille: 'impact-users', dataLossMinutes: 'impact-data-loss',
  audience: 'messages-audience', channel: 'messages-channel', status: 'messages-status', german: 'language-de', english: 'language-en', expectedRepair: 'messages-eta', nextUpdate: 'messages-next',
  text: 'recommendations-text', to: 'recommendations-to', priority: 'recommendations-priority-name', owner: 'recommendations-owner', due: 'recommendations-due', proofWanted: 'recommendations-proof-wanted', must: 'recommendations-must-label',
  system: 'tickets-system', number: 'tickets-number', link: 'tickets-link', subject: 'tickets-subject', keyword: 'register-keyword', carried: 'register-keyword', opened: 'tickets-opened', version: 'reports-version', pages: 'reports-pages-count',
  rtoMinutes: 'settings-rto', rpoMinutes: 'settings-rpo', responseMinutes: 'settings-response', handlingMinutes: 'settings-handling', head: 'settings-team-head',
  author: 'reports-author', reviewer: 'reports-reviewer', confidentiality: 'reports-confidentiality', distribution: 'reports-distribution',
  new: 'importing-new', changed: 'importing-changed', unchanged: 'importing-unchanged', refused: 'importing-refused', records: 'journal-records', over: 'journal-source-over', alone: 'finding-alone-name',
};
/** Events that hold a whole plan, arrangement or result: the line says which, its record says the rest. */
const shortly: Partial<Record<string, (data: Fields) => string>> = {
  'plan.opened': (data) => titleOf(data['content']),
  'plan.described': (data) => titleOf({ about: data['about'] }),
  'plan.takenOver': (data) => titleOf(data['content']),
  'plan.stepPut': ({ step }) => (isFields(step) ? `${String(step['number'])} ${String(step['title'])}` : ''),
  'drill.scheduled': (data) => String(data['title']),
  'drill.arranged': ({ arrangement }) => (isFields(arrangement) ? joined(String(arrangement['place']), String(arrangement['environment'])) : ''),
  'drill.started': ({ plan }) => (isFields(plan) ? titleOf(plan['content']) : ''),
  'drill.evidenceAttached': ({ evidence }) => (isFields(evidence) ? String(evidence['name']) : ''),
  'reminder.acknowledged': reminded,
  'reminder.takenBack': reminded,
  'drill.resultRecorded': ({ result }) => (isFields(result) ? joined(String(result['strengths']), String(result['improvements'])) : ''),
};
/** What is said of a version of a document beside its text. */
const guideRemarks: Record<string, PlainWordId> = { change: 'guide-change', teams: 'guide-teams', noTeams: 'guide-no-teams' };
/** The same, where a name says something else in one event. */
const namesIn: Partial<Record<string, Record<string, PlainWordId>>> = {
  'incident.recommended': { kind: 'recommendations-kind' },
  'policy.ruleSet': { amount: 'rules-amount', unit: 'rules-unit', from: 'rules-from' },
  'policy.aloneSet': { allowed: 'rules-alone' },
  'policy.mailServerSet': { host: 'mail-host', port: 'mail-port', security: 'mail-security', user: 'mail-user', sender: 'mail-sender' },
  'notice.announced': { number: 'register-number', teams: 'notices-teams', who: 'notices-who', expected: 'notices-asked', version: 'notices-version' },
  'notice.received': { number: 'register-number', version: 'notices-version' },
  'notice.sendingRecorded': { failed: 'notice-delivery-failed', reason: 'notices-reason' },
  'notice.acknowledged': { byHand: 'notice-way-by-hand', saidBy: 'notices-said-by' },
  'incident.takenOver': { status: 'journal-source-status' },
  'incident.sourceFollowed': { status: 'journal-source-status' },
  'review.planned': { lead: 'review-lead', planned: 'review-planned' },
  'review.cancelled': { next: 'review-new-day' },
  'review.approvalFollowed': { after: 'reviews-approved' },
  'review.plannedAgain': { ended: 'journal-incident-emergency-ended', planned: 'review-planned' },
  'review.prepared': { from: 'review-period' },
  'review.refreshed': { added: 'journal-review-added', changed: 'journal-review-changed', until: 'review-period' },
  'review.riskAccepted': { text: 'review-risk', reason: 'review-reason', until: 'review-risk-until', approver: 'review-risk-approver' },
  'drill.reportNoted': { number: 'register-number' },
  'drill.stepRetimed': { begun: 'steps-step-begun', ended: 'steps-step-ended', wasBegun: 'journal-drill-was-begun', wasEnded: 'journal-drill-was-ended' },
  'review.reportNoted': { number: 'register-number', version: 'review-version' },
  'review.concluded': { changeNeeded: 'journal-review-changes' },
  'review.approved': { alone: 'journal-review-alone' },
  'review.itemDecided': { because: 'review-no-change', title: 'review-change', wanted: 'review-decide-wanted' },
  'finding.effectivenessConfirmed': { number: 'register-number' },
  'finding.foundIneffective': { number: 'register-number' },
  'finding.reopened': { number: 'register-number' },
  'change.described': { emergency: 'change-emergency', costMinor: 'change-cost' },
  'change.received': { emergency: 'change-emergency', costMinor: 'change-cost' },
  'change.decided': { approved: 'change-approved', alone: 'change-alone' },
  'change.started': { unapproved: 'change-unapproved-short' },
  'change.checked': { passed: 'change-passed', alone: 'change-alone' },
  'change.effectChecked': { effective: 'change-effective' },
  'change.riskAccepted': { alone: 'change-alone' },
  'guide.versionStarted': { basedOn: 'journal-guide-based-on' },
  'guide.remarked': guideRemarks,
  'guide.approved': { alone: 'journal-guide-alone' },
  'guide.putInForce': { ...guideRemarks, from: 'guide-valid-from', supersedes: 'journal-guide-supersedes' },
};

/** The field that an event puts in the place of what it calls `was`. */
const replaced: Partial<Record<string, string>> = {
  'incident.causeClassified': 'class', 'incident.entryCorrected': 'text', 'incident.factStated': 'text', 'incident.impactStated': 'figures', 'incident.messageDrafted': 'text', 'incident.milestoneSet': 'to', 'incident.recommended': 'text',
  'incident.retitled': 'title', 'incident.severityRated': 'severity', 'incident.slaLevelSet': 'level', 'incident.stepTakenBack': 'phase', 'incident.ticketAdded': 'ticket', 'incident.waitingLimitSet': 'until', 'organisation.renamed': 'name',
  'review.postponed': 'to', 'review.emergencyMoved': 'ended', 'review.approvalFollowed': 'planned', 'review.leadAssigned': 'person', 'review.presenceNoted': 'presence', 'review.stepJudged': 'judgement',
  'review.stated': 'text', 'review.deficiencyAdded': 'text', 'review.riskAccepted': 'risk', 'review.teamsNamed': 'teams', 'review.nextSet': 'day', 'review.stepTakenBack': 'phase',
  'guide.retitled': 'title',
  'drill.rescheduled': 'planned', 'drill.stepCorrected': 'outcome', 'drill.stepAssigned': 'person', 'drill.endCorrected': 'at', 'finding.restated': 'details', 'finding.stepTakenBack': 'phase',
};

/** The field that says what a line is about, in events that have none of the usual ones. */
const aboutIn: Partial<Record<string, string>> = {
  'notice.sendingRecorded': 'person', 'notice.acknowledged': 'person', 'notice.takenBack': 'person', 'notice.askedAlso': 'person', 'notice.excused': 'person',
  'review.stated': 'topic', 'review.stepJudged': 'step', 'review.itemDecided': 'title', 'review.itemReopened': 'title', 'review.presenceNoted': 'person', 'review.teamInformed': 'team', 'review.informedTakenBack': 'team',
};

type Fields = Record<string, unknown>;
/** Names by id: of people, services, teams, SLA levels. */
export type Names = Partial<Record<string, string>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The title of a plan's content. */
function titleOf(content: unknown): string {
  const about = isFields(content) ? content['about'] : null;
  return isFields(about) ? String(about['title']) : '';
}

/** How near what was, and when it is due: which record it is of stands beside the line. */
function reminded({ item, level }: Fields): string {
  const due = isFields(item) ? dayTime(String(item['due']), zone()) : '';
  return joined(say('reminder-level', String(level)), t('journal-reminder-due', { when: due }));
}

const isMoment = (value: unknown): value is { at: string; precision: string } => isFields(value) && typeof value['at'] === 'string' && 'precision' in value;
const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Where a value stands: in an event of which kind, among whose names. */
interface Place {
  kind: string;
  known: Names;
}

/** An id in words: a name, or nothing, because nobody can read an id. */
function identityWord(name: string, id: string, known: Names): string {
  return known[id] ?? (persons.includes(name) ? t('person-erased') : '');
}

function textWord(name: string, value: string, { kind, known }: Place): string {
  if (value === 'undone') return t('incident-undone');
  if (instant.test(value)) return dayTime(value, zone());
  if (date.test(value)) return day(value, 'UTC');
  if (identity.test(value)) return identityWord(name, value, known);
  if (name === 'emergency') return t('register-keyword');
  if (name === 'status' && ofSource.includes(kind)) return value;
  for (const list of listsIn[kind]?.[name] ?? lists[name] ?? []) {
    const word = find(`${list}-${kebab(value)}`);
    if (word !== null) return word;
  }
  return value;
}

function numberWord(name: string, value: number): string {
  if (name === 'usersPermille') return share(value / 1000, value % 10 ? 1 : 0);
  if (name === 'size') return bytes(value);
  if (name === 'costMinor') return number(value / 100, 2);
  return minutes.includes(name) && value > 0 ? duration(value * 60) : number(value);
}

/** A value of an event in words, short enough for a line. */
function valueWord(name: string, value: unknown, place: Place): string {
  if (empty(value)) return t('not-recorded');
  if (typeof value === 'number') return numberWord(name, value);
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'string') return textWord(name, value, place);
  if (name === 'answer' && isFields(value)) return Object.entries(value).map(([said, of]) => joined(say('change-answer', said), valueWord(said, of, place))).join(' ');
  if (name === 'splice' && isFields(value)) return t('journal-guide-splice', { added: [...String(value['added'])].length, removed: Number(value['removed']) });
  if (Array.isArray(value) && name === 'moments') return value.map((pair: [string, unknown]) => `${say('milestone', pair[0])}: ${valueWord('to', pair[1], place)}`).join(' · ');
  if (Array.isArray(value) && reviewInputs.includes(name) && isFields(value[0])) return t('journal-review-inputs', { count: value.length });
  if (Array.isArray(value)) return value.map((one) => valueWord(name, one, place)).filter(Boolean).join(', ');
  if (isMoment(value)) return value.precision === 'unknown' ? t('moment-unknown') : `${value.precision === 'about' ? `${t('moment-about-short')} ` : ''}${dayTime(value.at, zone())}`;
  if (isFields(value) && name === 'trigger') return triggerWord(value as unknown as ReviewTrigger);
  if (isFields(value) && typeof value['code'] === 'string') return find(`dirt-${kebab(value['code'])}`, { value: String(value['value']) }) ?? String(value['value']);
  return isFields(value) ? partsWord(value, Object.keys(value).filter((key) => !empty(value[key])), place) : JSON.stringify(value);
}

/** What never stands in a line: ids, hashes, and what stands elsewhere in it. */
const aside = ['when', 'attempt', 'was', 'wasTitle', 'wasKind', 'wasAt', 'statusWas', 'overWas', 'dirtWas', 'id', 'ids', 'at', 'milestone', 'fact', 'order', 'batch', 'hash', 'headSeq', 'on', 'signer', 'workspace', 'message'];

/** "Regionen: West Europe · Betroffene Mandanten: 42"; what would stand twice stands once. */
function partsWord(value: Fields, keys: string[], place: Place): string {
  const parts = keys.filter((key) => !aside.includes(key)).map((key) => labelled(key, value[key], place));
  return [...new Set(parts.filter(Boolean))].join(' · ');
}

function labelled(key: string, value: unknown, place: Place): string {
  const word = valueWord(key, value, place);
  const label = namesIn[place.kind]?.[key] ?? names[key];
  return word && label ? `${t(label)}: ${word}` : word;
}

/** The same of what an event says itself: its kind says what a text is, but not what a figure is. */
function spread(value: Fields, keys: string[], place: Place): string {
  const bare = (key: string) => typeof value[key] !== 'number' && typeof value[key] !== 'boolean' && !namesIn[place.kind]?.[key];
  const parts = keys.filter((key) => !aside.includes(key) && !empty(value[key])).map((key) => (bare(key) ? valueWord(key, value[key], place) : labelled(key, value[key], place)));
  return [...new Set(parts.filter(Boolean))].join(' · ');
}

export interface Told {
  /** What it is about, such as the milestone. */
  about: string;
  /** What stood there before; null when the event names no before. */
  was: string | null;
  now: string;
}

/** "Titel geändert: Kein Druck im Norden", of everything that an order had written before it was undone. */
export function undidWord(row: Pick<JournalRow, 'undid'>, known: Names): string {
  return row.undid
    .map(({ kind, data }) => {
      const { about, now } = tell({ kind, data, undid: [] }, known);
      return [kindWord(kind), [about, now].filter(Boolean).join(' ')].filter(Boolean).join(': ');
    })
    .join('; ');
}

/**
 * What an event says: about what, from what, to what. Of a nested value only what changed. An event that was emptied says
 * that, one that undid an order says what the order had written.
 */
export function tell(row: Pick<JournalRow, 'kind' | 'data' | 'undid'>, known: Names): Told {
  if (row.undid.length) return { about: '', was: null, now: undidWord(row, known) };
  if (!isFields(row.data)) return { about: '', was: null, now: empty(row.data) ? t('journal-redacted') : String(row.data) };
  const data = row.data;
  const short = shortly[row.kind];
  if (short) return { about: '', was: null, now: short(data) };
  const place = { kind: row.kind, known };
  const about = aboutWord(data, place);
  const keys = Object.keys(data).filter((key) => key !== 'what' && key !== aboutIn[row.kind]);
  const field = replaced[row.kind];
  if (field === undefined) return { about, was: null, now: spread(data, keys, place) };
  const now = data[field];
  const was = data['was'];
  const rest = spread(data, keys.filter((key) => key !== field), place);
  if (isFields(was) && isFields(now) && !isMoment(now)) {
    const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(was[key]));
    return { about, was: partsWord(was, changed, place), now: joined(partsWord(now, changed, place), rest) };
  }
  if (row.kind === 'incident.stepTakenBack' && now === was) return { about, was: null, now: rest };
  return { about, was: valueWord(field, was, place), now: joined(valueWord(field, now, place), rest) };
}

/** What a line is about: a moment, a text, what was taken back, or who or what retired. */
function aboutWord(data: Fields, place: Place): string {
  if (typeof data['id'] === 'string' && !('name' in data) && place.kind.startsWith('organisation.')) return place.known[data['id']] ?? '';
  const named = [aboutIn[place.kind] ?? '', 'milestone', 'fact', 'what'].find((name) => typeof data[name] === 'string');
  return named ? valueWord(named, data[named], place) : '';
}

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' · ');
