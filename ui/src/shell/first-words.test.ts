import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { tick } from 'svelte';
import { stopClock } from '$design/now.svelte';
import { allWords, language, t } from '$i18n/words.svelte';
import type { Desktop } from '$ipc/contract/desktop';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation, quietHome, registerRow } from '$ipc/sample';
import type { HomeView, NeedKind, RegisterRow } from '$ipc/wire';
import { phases, severities } from '$parts/incident';
import App from '../App.svelte';

/** The window never comes to rest here, so that what it fetches then does not come. */
vi.mock('$design/calm', async (load) => ({ ...(await load<object>()), whenCalm: () => () => undefined }));

const at = { at: '2026-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
const kinds = Object.keys({
  recovery: 0, nextUpdate: 0, expectedRepair: 0, waitingLimit: 0, decision: 0, assessment: 0, keyword: 0, providerReview: 0, task: 0, report: 0, customerReports: 0, closing: 0, review: 0, changeAnswer: 0, change: 0, changeResumes: 0, finding: 0, findingProof: 0, findingAgain: 0, riskEnds: 0, acknowledgement: 0, drill: 0, drillResult: 0, retest: 0, drillAnalysis: 0, drillPeriodic: 0, reviewPeriodic: 0, legalClassification: 0, legalFirst: 0, legalNotice: 0, legalInterim: 0, legalFinal: 0, creditClaim: 0, documentReview: 0,
} satisfies Record<NeedKind, 0>) as NeedKind[];
const items: RegisterRow[] = phases.map((phase, index) => registerRow(index + 1, { phase, severity: severities[index % severities.length]!, emergency: index % 2 === 0, downtime: 10 ** (index % 6) }));
const home: HomeView = {
  ...quietHome,
  running: [{ record: 'r7', number: 'N-2026-007', title: 'Azure', phase: 'declared', since: at, lead: 'p1' }],
  tests: [{ record: 't1', number: 'T-2026-001', title: 'Region', interrupted: false, since: at, steps: ['2'], done: 1, all: 3, coordinator: 'p1' }, { record: 't2', number: 'T-2026-002', title: 'Netz', interrupted: true, since: at, steps: [], done: 0, all: 3, coordinator: 'p1' }],
  needs: kinds.map((kind, index) => ({ kind, record: 'r1', number: 'N-2026-001', title: 'Azure', text: 'x', due: at, urgency: (['late', 'day', 'open', 'later'] as const)[index % 4]!, owner: index % 2 ? 'p1' : null })),
};

/** English, of which nothing is there but what the window says first. */
async function start(view: string): Promise<void> {
  const desktop: Desktop = { ...openDesktop, test: { now: '2026-11-22T10:14:00Z', still: true }, preferences: { ...openDesktop.preferences, language: 'en', lastView: view } };
  play({
    desktop: () => ({ is: 'desktop', desktop }),
    query: (question: object) => {
      if ('home' in question) return { home };
      if ('organisation' in question) return { organisation };
      if ('facets' in question) return { facets: { phases: phases.map((phase) => [phase, 1]), severities: [['high', 1]], outsideSources: [], emergencies: 1, total: items.length } };
      return { register: { items, total: items.length, unindexed: 0 } };
    },
  });
  await render(App);
}

/** Every text on the page, and what is read out or shown on hover. */
function said(): string[] {
  const all = [...document.querySelectorAll('body *')];
  return all.flatMap((element) => [
    ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
    ...['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  ]);
}

afterEach(() => {
  stopPlaying();
  forget();
  stopClock(null);
});

it('says the register and Today whole before the other sentences are there', async () => {
  await start('heute');
  await expect.poll(() => document.getElementById('heading')?.textContent).toBe('Today');
  expect(language()).toBe('en');
  expect(t('import-refused-empty')).toBe('');
  const today = said();
  location.hash = '#/notfaelle';
  await expect.poll(() => document.querySelectorAll('[role=row]').length).toBeGreaterThan(10);
  const register = said();
  await allWords();
  await tick();
  expect(t('import-refused-empty')).not.toBe('');
  expect(said()).toEqual(register);
  location.hash = '#/heute';
  await expect.poll(() => document.getElementById('heading')?.textContent).toBe('Today');
  expect(said()).toEqual(today);
});
