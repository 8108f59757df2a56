import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { MarkdownBlock as Block, GuideDeed, GuideDifferenceView, GuidePossible, GuideRefusal, GuideRow, GuideVersionView, GuideView, Order, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import Guides from './Guides.svelte';
import GuideScreen from './GuideScreen.svelte';

const asked = vi.fn<(question: Question) => void>();
const ordered = vi.fn<(command: unknown) => void>();
const told = vi.fn<(order: DesktopOrder) => unknown>();
const recorded = '2026-11-20T08:00:00Z';
const plain = (text: string) => ({ text, strong: false, emphasis: false, struck: false, code: false, link: null });
const blocks: Block[] = [
  { block: 'heading', level: 1, key: null, runs: [plain('Leitfaden Druck')] },
  { block: 'heading', level: 2, key: 'lage', runs: [plain('1. Lage klären')] },
  { block: 'paragraph', runs: [plain('Erst '), { ...plain('anrufen'), strong: true }, plain(' <b>'), { ...plain('Plan'), link: 'https://x.example' }] },
  { block: 'list', start: 2, items: [{ checked: null, blocks: [{ block: 'paragraph', runs: [plain('prüfen')] }] }, { checked: true, blocks: [{ block: 'paragraph', runs: [plain('Kabel')] }] }] },
  { block: 'table', head: [[plain('Wer')]], rows: [[[plain('Anna')]]] },
  { block: 'code', language: 'sh', text: 'ping' },
];
const rows: GuideRow[] = [
  { id: 'g1', number: 'L-2026-001', kind: 'recoveryGuide', title: 'Leitfaden Druck', file: 'druck.md', valid: 2, validFrom: '2026-11-01', next: null, nextFrom: null, open: 3, stage: 'inReview', versions: 3, changed: recorded },
  { id: 'g2', number: 'L-2026-002', kind: 'processText', title: 'Ablauf', file: null, valid: null, validFrom: null, next: 1, nextFrom: '2026-12-01', open: null, stage: null, versions: 1, changed: recorded },
];
const version = (count: number, change: Partial<GuideVersionView> = {}): GuideVersionView => ({
  version: count, standing: 'valid', basedOn: count > 1 ? count - 1 : null, remarks: { change: 'Rufnummer berichtigt', teams: ['t1'], noTeams: '' }, authors: ['p1'], revision: 4, path: [{ stage: 'draft', recorded, by: 'p1', reason: '', alone: false }, { stage: 'approved', recorded, by: 'p2', reason: '', alone: false }], from: '2026-11-01', until: null, confirmed: [], ...change,
});
const draft = (change: Partial<GuideVersionView> = {}): GuideVersionView => version(3, { standing: 'draft', from: null, path: [{ stage: 'draft', recorded, by: 'p1', reason: '', alone: false }], ...change });

const deeds: GuideDeed[] = ['startVersion', 'edit', 'submit', 'askForChange', 'approve', 'putInForce', 'discard'];
function possible(can: Partial<Record<GuideDeed, GuideRefusal | null>>): GuidePossible[] {
  return deeds.map((deed) => ({ deed, refusal: deed in can ? (can[deed] ?? null) : { code: 'guideStage', version: 3, stage: 'draft' } }));
}

function guideView(change: Partial<GuideView> = {}): GuideView {
  return {
    id: 'g1', number: 'L-2026-001', kind: 'recoveryGuide', title: 'Leitfaden Druck', file: 'druck.md', versions: [version(2), draft()], valid: 2, open: 3, shown: 3, text: '# Leitfaden Druck\n', blocks,
    steps: [
      { key: 'lage', level: 2, title: '1. Lage klären', passed: { record: 'r4', number: 'N-2026-004', version: '2', result: 'done', at: '2026-11-10T08:00:00Z', textChanged: true } },
      { key: 'netz', level: 3, title: 'Netz prüfen', passed: null },
    ],
    used: [{ record: 'r4', number: 'N-2026-004', title: 'Druckdienst fällt aus', version: '2', at: '2026-11-10T08:00:00Z' }],
    possible: possible({ edit: null, submit: null, discard: null }), people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, recorded, changed: recorded, ...change,
  };
}

const difference: GuideDifferenceView = {
  from: 2, to: 3,
  steps: [
    { key: 'lage', title: '1. Lage klären', titleWas: null, change: 'changed', moved: false, lines: [{ change: 'removed', text: 'Anrufen.' }, { change: 'added', text: 'Schreiben.' }] },
    { key: 'alt', title: 'Alt', titleWas: null, change: 'removed', moved: false, lines: [{ change: 'removed', text: 'weg' }] },
    { key: 'dienst', title: 'Dienst', titleWas: '2. Dienst', change: 'same', moved: true, lines: [] },
    { key: 'rest', title: 'Rest', titleWas: null, change: 'same', moved: false, lines: [] },
  ],
};

async function prepare(view: GuideView, items: GuideRow[] = rows): Promise<void> {
  play({
    desktop: (order) => told(order) ?? (order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : order.do === 'drafts' ? { is: 'drafts', drafts: [] } : { is: 'done' }),
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation: { ...organisation, teams: [{ id: 't1', kind: 'disaster', name: 'Notfallteam', head: null }] } };
      if ('guides' in question) return { guides: { items: question.guides.search ? [] : items, total: question.guides.search ? 0 : items.length, all: items.length } };
      if ('guide' in question) return { guide: view };
      if ('guideDifference' in question) return { guideDifference: difference };
      if ('markdown' in question) return { markdown: blocks };
      if ('journal' in question) return { journal: { items: [], total: 0, people: {} } };
      throw new Error('not asked here');
    },
    execute: (order: Order) => {
      ordered(order.command);
      return { order: order.id, record: 'g1', number: 'L-2026-003', events: [{ seq: 1, kind: 'guide.created' }], undoable: false, stale: [] };
    },
  });
  await look();
}

async function list(items?: GuideRow[], search: Record<string, string> = {}): Promise<void> {
  await prepare(guideView(), items);
  router.begin(`#/leitfaden?${new URLSearchParams(search)}`);
  await render(Guides, { route: { at: 'leitfaden' } });
}

async function record(view = guideView(), search: Record<string, string> = {}): Promise<void> {
  await prepare(view);
  router.begin(`#/leitfaden/L-2026-001?${new URLSearchParams(search)}`);
  await render(GuideScreen, { route: { at: 'dokument', number: 'L-2026-001' } });
}

beforeEach(() => {
  [asked, ordered, told].forEach((spy) => spy.mockReset());
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  await speak('de');
});

describe('the list of documents', () => {
  it.each(['de', 'en'] as const)('R30 says which version holds and which is being worked on, in %s', async (language) => {
    await speak(language);
    await list();
    const first = page.getByTestId('guides').getByText('L-2026-001');
    await expect.element(first).toBeVisible();
    await expect.element(page.getByTestId('guides')).toHaveTextContent(language === 'de' ? 'Fassung 2 seit 01.11.2026' : 'version 2 since 01 Nov 2026');
    await expect.element(page.getByTestId('guides')).toHaveTextContent(language === 'de' ? '3 · in Prüfung' : '3 · in review');
    await expect.element(page.getByTestId('guides')).toHaveTextContent(language === 'de' ? 'Fassung 1 ab 01.12.2026' : 'version 1 from 01 Dec 2026');
    expect(await violations()).toEqual([]);
  });

  it('R16 offers to create or take over where there is none, and to reset filters that fit nothing', async () => {
    await list([]);
    await expect.element(page.getByText('Noch kein Leitfaden.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.fill(page.getByRole('searchbox'), 'netz');
    await expect.element(page.getByText('Kein Dokument passt zu den Filtern.')).toBeVisible();
    await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
    await expect.poll(() => router.search['search']).toBeUndefined();
  });

  it('asks the core to filter and sort', async () => {
    await list(rows, { kind: 'processText', valid: 'no', sort: 'changed', down: '1' });
    await expect.poll(() => asked.mock.calls.map(([question]) => question)).toContainEqual({ guides: { search: '', kinds: ['processText'], stages: [], valid: false, sort: 'changed', descending: true, offset: 0, limit: 50 } });
  });
});

describe('a document', () => {
  it.each(['de', 'en'] as const)('R30 is read without any markup of its text, in %s', async (language) => {
    await speak(language);
    await record();
    const text = page.getByTestId('guide-text');
    await expect.element(text).toHaveTextContent('Erst anrufen <b>');
    await expect.element(text).toHaveTextContent('(https://x.example)');
    await expect.element(text.getByRole('heading', { name: '1. Lage klären' })).toBeVisible();
    expect(text.element().querySelector('b')).toBeNull();
    expect(text.element().querySelector('ol')?.start).toBe(2);
    await expect.element(page.getByTestId('guide-used')).toHaveTextContent('N-2026-004');
    expect(await violations()).toEqual([]);
  });

  it('another version is asked for by its number', async () => {
    await record();
    await page.getByTestId('version').click();
    await page.getByRole('option', { name: /Fassung 2/ }).click();
    await expect.poll(() => asked.mock.calls.map(([question]) => question)).toContainEqual({ guide: { record: 'L-2026-001', version: 2, by: 'p1' } });
  });

  it('says why whoever wrote a version cannot approve it', async () => {
    const possibleNow = possible({ askForChange: null, approve: { code: 'guideAuthorApproves' }, discard: null });
    await record(guideView({ versions: [version(2), draft({ standing: 'inReview' })], possible: possibleNow }));
    const approve = page.getByTestId('deed-approve');
    await expect.element(approve).toHaveAttribute('aria-disabled', 'true');
    await expect.element(approve).toHaveTextContent('Wer an einer Fassung geschrieben hat, gibt sie nicht frei.');
  });

  it('R11 asks for the reason of a change and gives the order', async () => {
    await record(guideView({ possible: possible({ askForChange: null, approve: null }) }));
    await page.getByTestId('deed-askForChange').click();
    await page.getByTestId('deed-send').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
    await userEvent.fill(page.getByTestId('deed-reason'), 'Rufnummer fehlt');
    expect(await violations()).toEqual([]);
    await page.getByTestId('deed-send').click();
    await expect.poll(() => ordered.mock.calls).toContainEqual([{ guide: { askForChange: { version: 3, reason: 'Rufnummer fehlt' } } }]);
  });

  it('puts a version in force from the day that is named', async () => {
    await record(guideView({ possible: possible({ putInForce: null }) }));
    await page.getByTestId('deed-putInForce').click();
    await userEvent.fill(page.getByLabelText('Gültig ab'), '01.12.2026');
    await page.getByTestId('deed-send').click();
    await expect.poll(() => ordered.mock.calls).toContainEqual([{ guide: { putInForce: { version: 3, from: '2026-12-01' } } }]);
  });

  it('shows when each step was passed last and whether its text changed since', async () => {
    await record(guideView(), { tab: 'steps' });
    const steps = page.getByTestId('steps');
    await expect.element(steps).toHaveTextContent('in Fassung 2 am 10.11.2026 (N-2026-004)');
    await expect.element(steps).toHaveTextContent('Text seither geändert');
    await expect.element(steps).toHaveTextContent('noch nie ausgeführt');
    expect(await violations()).toEqual([]);
  });

  it('R21 tells what is different by word and sign', async () => {
    await record(guideView(), { tab: 'difference' });
    await expect.element(page.getByRole('status')).toHaveTextContent('0 neu, 1 entfallen, 1 geändert, 1 verschoben, 2 gleich');
    await expect.element(page.getByTestId('difference-lage')).toHaveTextContent('−entfallen: Anrufen.');
    await expect.element(page.getByTestId('difference-lage')).toHaveTextContent('+neu: Schreiben.');
    await expect.element(page.getByTestId('difference-dienst')).toHaveTextContent('bisher: 2. Dienst');
    expect(page.getByTestId('difference-rest').query()).toBeNull();
    expect(await violations()).toEqual([]);
  });
});

describe('the editor', () => {
  it('R12 keeps what is typed, shows how it will be read, and saves on the revision that it began with', async () => {
    await record(guideView(), { edit: '1' });
    await expect.element(page.getByTestId('preview')).toHaveTextContent('1. Lage klären');
    expect(await violations()).toEqual([]);
    await userEvent.fill(page.getByTestId('guide-source'), '# Neu\n');
    await expect.poll(() => told.mock.calls.some(([order]) => order.do === 'keepDraft' && order.key === 'L-2026-001/version/3' && order.content.includes('# Neu'))).toBe(true);
    await userEvent.fill(page.getByTestId('guide-change'), 'Alles neu');
    await page.getByTestId('save-version').click();
    const remarks = { change: 'Alles neu', teams: ['t1'], noTeams: '' };
    await expect.poll(() => ordered.mock.calls).toContainEqual([{ guide: { edit: { version: 3, revision: 4, text: '# Neu\n', remarks } } }]);
    await expect.poll(() => router.search['edit']).toBeUndefined();
    await toasts.undo(); // R11: on what was saved here, so that nothing of anybody else is lost
    expect(ordered.mock.calls.at(-1)).toEqual([{ guide: { edit: { version: 3, revision: 5, text: '# Leitfaden Druck\n', remarks: { change: 'Rufnummer berichtigt', teams: ['t1'], noTeams: '' } } } }]);
  });

  it('R15 asks why no team is affected, and a refusal stands at its field', async () => {
    await record(guideView({ versions: [version(2), draft({ remarks: { change: '', teams: [], noTeams: '' } })] }), { edit: '1' });
    await page.getByTestId('no-teams').click();
    await userEvent.fill(page.getByTestId('no-teams-why'), 'nur intern');
    await page.getByTestId('save-version').click();
    await expect.poll(() => ordered.mock.calls.at(-1)).toEqual([{ guide: { edit: { version: 3, revision: 4, text: '# Leitfaden Druck\n', remarks: { change: '', teams: [], noTeams: 'nur intern' } } } }]);
  });
});

describe('what comes in and goes out', () => {
  it('a folder is taken over, and what was not is named with its place', async () => {
    told.mockImplementation((order) => (order.do === 'takeGuides' ? { is: 'guidesTaken', taken: { new: 2, changed: 0, unchanged: 1, refused: [{ place: 'netz/plan.png', code: 'notMarkdown' }] } } : undefined));
    await prepare(guideView());
    router.begin('#/leitfaden');
    const { default: TakeFolder } = await import('./TakeFolder.svelte');
    await render(TakeFolder, { onclose: () => undefined });
    await page.getByTestId('choose-folder').click();
    await expect.element(page.getByTestId('take-folder-dialog')).toHaveTextContent('2 neu, 0 geändert, 1 unverändert, 1 nicht übernommen');
    await expect.element(page.getByTestId('take-folder-dialog')).toHaveTextContent('netz/plan.png: Keine Markdown-Datei (.md)');
    expect(await violations()).toEqual([]);
  });

  it('the go-bag is saved with its password and the language of the organisation', async () => {
    await prepare(guideView());
    const { default: GoBag } = await import('./GoBag.svelte');
    const closed = vi.fn();
    await render(GoBag, { onclose: closed });
    await userEvent.fill(page.getByTestId('gobag-password'), 'geheim');
    expect(await violations()).toEqual([]);
    await page.getByTestId('gobag-save').click();
    await expect.poll(() => told.mock.calls).toContainEqual([{ do: 'saveGoBag', language: 'de', password: 'geheim' }]);
    await expect.poll(() => closed.mock.calls.length).toBe(1);
  });

  it('a new document is created as a draft and its text is written next', async () => {
    await prepare(guideView());
    router.begin('#/leitfaden');
    const { default: NewGuide } = await import('./NewGuide.svelte');
    await render(NewGuide, { onclose: () => undefined });
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await userEvent.fill(page.getByLabelText('Titel'), 'Leitfaden Netz');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await expect.poll(() => ordered.mock.calls).toContainEqual([{ guide: { create: { kind: 'recoveryGuide', title: 'Leitfaden Netz', text: '# Leitfaden Netz\n\n', remarks: { change: '', teams: [], noTeams: '' }, file: null } } }]);
    await expect.poll(() => location.hash).toBe('#/leitfaden/L-2026-003?edit=1');
  });
});
