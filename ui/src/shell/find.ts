/** Finds records for the palette: by number, by words, or the ones worked on last. */
import { t } from '$i18n/words.svelte';
import { ask } from '$ipc/core';
import type { ChangeView, DrillView, FindingView, GuideView, NoticeRow, Phase, PlanView, ReviewView } from '$ipc/wire';
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
const most = 8;
/** Of them at most so many documents and notices each, so that they leave room for what happened. */
const few = 3;

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

/** A finding by its number. */
async function findingByNumber(number: string): Promise<Found[]> {
  const found = ({ title, phaseToday, overdue }: FindingView): Found[] => [{ number, title, kind: t('finding-header'), tone: overdue ? 'danger' : 'info', word: say('finding-phase', phaseToday), open: () => router.go({ at: 'feststellung', number }) }];
  return ask('finding', { record: number, by: null }).then(found, () => []);
}

/** A change request by its number. */
async function changeByNumber(number: string): Promise<Found[]> {
  const found = ({ text, phase }: ChangeView): Found[] => [{ number, title: text.title, kind: t('palette-kind-change'), tone: changeTone[phase], word: say('change-phase', phase), open: () => router.go({ at: 'aenderung', number }) }];
  return ask('change', { record: number, by: null }).then(found, () => []);
}

/** An action plan by its number. */
async function planByNumber(number: string): Promise<Found[]> {
  const found = ({ title, versions, retired }: PlanView): Found[] => {
    const stage = versions[0]?.stage ?? 'draft';
    return [{ number, title, kind: t('palette-kind-plan'), tone: retired === null ? stageTones[stage] : 'cancelled', word: retired === null ? say('plan-stage', stage) : t('plan-retired'), open: () => router.go({ at: 'aktionsplan', number }) }];
  };
  return ask('plan', { record: number, by: null }).then(found, () => []);
}

/** A test by its number. */
async function drillByNumber(number: string): Promise<Found[]> {
  const found = ({ title, phase, verdict }: DrillView): Found[] => [{ number, title, kind: t('palette-kind-drill'), tone: verdict ? verdictTones[verdict.verdict] : phaseTones[phase], word: verdict ? say('drill-verdict', verdict.verdict) : say('drill-phase', phase), open: () => router.go({ at: 'test', number }) }];
  return ask('drill', { record: number, by: null, tick: null }).then(found, () => []);
}

/** A document of the process, as it stands. */
function document(number: string, { title, kind, valid, versions }: GuideView): Found {
  const standing = valid === null ? (versions.at(-1)?.standing ?? 'draft') : 'valid';
  return { number, title, kind: say('guide-kind', kind), tone: standingTone[standing], word: say('guide-standing', standing), open: () => router.go({ at: 'dokument', number }) };
}

/** A document by its number. */
async function guideByNumber(number: string): Promise<Found[]> {
  return ask('guide', { record: number, version: null, by: null }).then((view) => [document(number, view)], () => []);
}

/** Documents whose titles hold the words. */
async function guidesByTitle(search: string): Promise<Found[]> {
  const page = await ask('guides', { search, kinds: [], stages: [], valid: null, sort: 'title', descending: false, offset: 0, limit: few }).catch(() => ({ items: [] }));
  return page.items.map(({ number, title, kind, valid, next, stage }) => {
    const standing = valid !== null ? 'valid' : next !== null ? 'scheduled' : (stage ?? 'discarded');
    const shown = standing === 'inForce' ? 'superseded' : standing;
    return { number, title, kind: say('guide-kind', kind), tone: standingTone[shown], word: say('guide-standing', shown), open: () => router.go({ at: 'dokument', number }) };
  });
}

function notice(row: NoticeRow): Found {
  const { number, phase } = row;
  return { number, title: noticeTitle(row), kind: t('palette-kind-notice'), tone: noticeTone[phase], word: say('notice-phase', phase), open: () => router.go({ at: 'mitteilung', number }) };
}

/** Notices by the beginning of their number, or by words of what they are about. */
async function notices(search: string): Promise<Found[]> {
  const page = ask('notices', { search, phases: [], kinds: [], teams: [], asks: null, about: null, sort: 'phase', descending: false, limit: most, offset: 0 });
  return page.then(({ items }) => items.map(notice)).catch(() => []);
}

/** A whole number finds its record even while the text index is still being filled. */
async function byNumber(text: string): Promise<Row[]> {
  if (!/^n-\d{4}-\d+$/i.test(text)) return [];
  return ask('incident', { record: text.toUpperCase() }).then((view) => [view], () => []);
}

export async function findRecords(text: string): Promise<Found[]> {
  if (!text) return (await ask('home', {})).recent.slice(0, most).map(found);
  const number = text.replace(/^([a-z])-?(\d{4})-?(\d{3,})$/i, '$1-$2-$3').toUpperCase();
  if (/^P-\d{4}-\d{3,}$/.test(number)) return reviewByNumber(number);
  if (/^F-\d{4}-\d{3,}$/.test(number)) return findingByNumber(number);
  if (/^A-\d{4}-\d{3,}$/.test(number)) return changeByNumber(number);
  if (/^K-\d{4}-\d{3,}$/.test(number)) return planByNumber(number);
  if (/^T-\d{4}-\d{3,}$/.test(number)) return drillByNumber(number);
  if (/^L-\d{4}-\d{3,}$/.test(number)) return guideByNumber(number);
  if (/^M-\d{4}-\d{3,}$/.test(number)) return notices(number);
  if (/^[A-Z]-\d{4}-\d{3,}$/.test(number) && !number.startsWith('N-')) return reportByNumber(number);
  const [exact, guides, told, { items }] = await Promise.all([byNumber(number), guidesByTitle(text), notices(text), ask('search', { text, limit: 40, ranked: true })]);
  const seen = new Set<string>();
  const once = [...exact, ...items].filter((hit) => !seen.has(hit.number) && seen.add(hit.number));
  const beside = [...guides, ...told.slice(0, few)];
  return [...once.slice(0, most - beside.length).map(found), ...beside];
}
