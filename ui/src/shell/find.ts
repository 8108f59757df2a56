/** Finds records for the palette: by number, by words, or the ones worked on last. */
import { t } from '$i18n/words.svelte';
import { ask } from '$ipc/core';
import type { ChangeRow, DrillRow, FindingRow, GuideRow, NoticeRow, Phase, PlanRow, ReviewView } from '$ipc/wire';
import { changeTone } from '$parts/change';
import { phaseTone, phaseWord, say } from '$parts/incident';
import { phaseTones, stageTones, verdictTones } from '$parts/drill';
import { standingTone } from '$parts/guide';
import { noticeTitle, noticeTone } from '$parts/notice';
import { aboutWord, reviewTone } from '$parts/review';
import type { Found } from './Palette.svelte';
import { router } from './router.svelte';
import { screens } from './screens';

/** At most so many records stand in the palette. */
const most = 10;
/** Of them at most so many that govern, and of one noun, so that they leave room for what happened. */
const [beside, few] = [6, 3];

interface Row {
  number: string;
  title: string;
  phase: Phase;
  emergency: boolean;
}

function found(row: Row): Found {
  return {
    number: row.number,
    title: row.title,
    kind: t(row.emergency ? 'palette-kind-emergency' : 'palette-kind-incident'),
    tone: phaseTone(row.phase),
    word: phaseWord(row.phase),
    open: (beside) => (beside || !screens.notfall ? router.go({ at: 'notfaelle' }, { beside: row.number }) : router.go({ at: 'notfall', number: row.number })),
  };
}

/** The papers of a number, the newest version. */
async function reportByNumber(number: string): Promise<Found[]> {
  const row = (await ask('reports', {})).issued.find((held) => held.number === number);
  if (!row) return [];
  const open = (): void => router.go({ at: 'bericht', number });
  return [{ number, title: aboutWord(row), kind: say('report-kind', row.kind), tone: 'ok', word: t('reports-state-valid'), open }];
}

/** A process review by its number. */
async function reviewByNumber(number: string): Promise<Found[]> {
  const open = (): void => router.go({ at: 'pruefung', number });
  const show = ({ trigger, phase }: ReviewView): Found => ({ number, title: say('review-trigger', Object.keys(trigger)[0] ?? ''), kind: t('palette-kind-review'), tone: reviewTone(phase), word: say('review-phase', phase), open });
  return ask('review', { record: number, by: null }).then((view) => [show(view)], () => []);
}

/** Finds records of one noun by words of their titles or the beginning of their number, at most so many. */
type Finder = (search: string, limit: number) => Promise<Found[]>;
const finder = <Row>(read: (search: string, limit: number) => Promise<{ items: Row[] }>, show: (row: Row) => Found): Finder => (search, limit) =>
  read(search, limit).then(({ items }) => items.map(show)).catch(() => []);

const findings = finder(
  (search, limit) => ask('findings', { search, phases: [], kinds: [], owners: [], origins: [], from: null, services: [], overdue: false, on: null, sort: 'changed', ascending: false, offset: 0, limit }),
  ({ number, title, phase, overdue }: FindingRow) => ({ number, title, kind: t('finding-header'), tone: overdue ? 'danger' : 'info', word: say('finding-phase', phase), open: () => router.go({ at: 'feststellung', number }) }),
);
const changes = finder(
  (search, limit) => ask('changes', { search, phases: [], teams: [], owners: [], origins: [], from: null, overdue: false, atRest: true, sort: 'changed', ascending: false, offset: 0, limit }),
  ({ number, title, phase }: ChangeRow) => ({ number, title, kind: t('palette-kind-change'), tone: changeTone[phase], word: say('change-phase', phase), open: () => router.go({ at: 'aenderung', number }) }),
);
const plans = finder(
  (search, limit) => ask('plans', { search, kinds: [], stages: [], retired: true, sort: 'changed', ascending: false, offset: 0, limit }),
  ({ number, title, stage, retired }: PlanRow) => ({ number, title, kind: t('palette-kind-plan'), tone: retired ? 'cancelled' : stageTones[stage], word: retired ? t('plan-retired') : say('plan-stage', stage), open: () => router.go({ at: 'aktionsplan', number }) }),
);
const tests = finder(
  (search, limit) => ask('drills', { search, kinds: [], phases: [], verdicts: [], plan: null, unanalysed: false, from: null, until: null, sort: 'changed', ascending: false, offset: 0, limit }),
  ({ number, title, phase, verdict }: DrillRow) => ({ number, title, kind: t('palette-kind-drill'), tone: verdict ? verdictTones[verdict] : phaseTones[phase], word: verdict ? say('drill-verdict', verdict) : say('drill-phase', phase), open: () => router.go({ at: 'test', number }) }),
);
const documents = finder(
  (search, limit) => ask('guides', { search, kinds: [], stages: [], valid: null, sort: 'title', descending: false, offset: 0, limit }),
  ({ number, title, kind, valid, next, stage }: GuideRow) => {
    const standing = valid !== null ? 'valid' : next !== null ? 'scheduled' : (stage ?? 'discarded');
    const shown = standing === 'inForce' ? 'superseded' : standing;
    return { number, title, kind: say('guide-kind', kind), tone: standingTone[shown], word: say('guide-standing', shown), open: () => router.go({ at: 'dokument', number }) };
  },
);
const notices = finder(
  (search, limit) => ask('notices', { search, phases: [], kinds: [], teams: [], asks: null, about: null, sort: 'phase', descending: false, limit, offset: 0 }),
  (row: NoticeRow) => ({ number: row.number, title: noticeTitle(row), kind: t('palette-kind-notice'), tone: noticeTone[row.phase], word: say('notice-phase', row.phase), open: () => router.go({ at: 'mitteilung', number: row.number }) }),
);

/** By the letter of their numbers; what moves sooner stands before what stays. */
const finders: Record<string, Finder> = { F: findings, A: changes, T: tests, K: plans, L: documents, M: notices };

/** A whole number finds its record even while the text index is still being filled. */
async function byNumber(text: string): Promise<Row[]> {
  if (!/^n-\d{4}-\d+$/i.test(text)) return [];
  return ask('incident', { record: text.toUpperCase() }).then((view) => [view], () => []);
}

/** What governs by words: of each noun in turn, until there are enough. */
async function governing(text: string): Promise<Found[]> {
  const lists = await Promise.all(Object.values(finders).map((find) => find(text, few)));
  const turns = Array.from({ length: few }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)));
  const chosen = new Set(turns.flat().slice(0, beside));
  return lists.flat().filter((one) => chosen.has(one));
}

export async function findRecords(text: string): Promise<Found[]> {
  if (!text) return (await ask('home', {})).recent.slice(0, most).map(found);
  const number = text.replace(/^([a-z])-?(\d{4})-?(\d{3,})$/i, '$1-$2-$3').toUpperCase();
  const letter = /^([A-Z])-\d{4}-\d{3,}$/.exec(number)?.[1];
  const finder = letter && finders[letter];
  if (finder) return finder(number, most);
  if (letter === 'P') return reviewByNumber(number);
  if (letter && letter !== 'N') return reportByNumber(number);
  const [exact, governs, { items }] = await Promise.all([byNumber(number), governing(text), ask('search', { text, limit: 40, ranked: true })]);
  const seen = new Set<string>();
  const once = [...exact, ...items].filter((hit) => !seen.has(hit.number) && seen.add(hit.number));
  return [...once.slice(0, most - governs.length).map(found), ...governs];
}
