import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { wear } from '$design/look.svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { FindingRow, FindingView, Order, Question, SimilarFinding } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import Findings from '../Findings.svelte';
import FindingScreen from '../FindingScreen.svelte';
import { finding, findingRow, possible, reported, watched } from './sample';

const ordered = vi.fn<(order: Order) => void>();
const asked = vi.fn<(question: Question) => void>();
let refuse: unknown = null;
let view: FindingView = finding;
let items: FindingRow[] = [];
let similar: SimilarFinding[] = [];

function playAll(): void {
  play({
    desktop: (order: DesktopOrder) => {
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      return order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation };
      if ('findings' in question) return { findings: { items, total: items.length, people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' } } };
      if ('similarFindings' in question) return { similarFindings: similar };
      if ('journal' in question) {
        const row = { seq: 12, kind: 'finding.stepTakenBack', version: 1, record: 'f1', number: 'F-2026-001', order: 'o', by: 'p1', recorded: '2026-11-20T09:00:00Z', occurred: null, data: { step: 'e4', phase: 'accepted', was: 'inProgress', reason: 'Irrtum' }, undid: [], hash: 'ab…cd' };
        return { journal: { items: [row], total: 12, people: { p1: 'Anna Berg' } } };
      }
      return { finding: view };
    },
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'f1', number: 'F-2026-002', events: [{ seq: 1, kind: 'finding.raised' }], undoable: false, stale: ['findings'] };
    },
  });
}

async function list(search: Record<string, string> = {}): Promise<void> {
  playAll();
  await look();
  router.go({ at: 'feststellungen' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(Findings, { route: { at: 'feststellungen' } });
}

async function show(held: FindingView, tab?: string): Promise<void> {
  view = held;
  playAll();
  await look();
  const search: Record<string, string> = tab ? { tab } : {};
  router.go({ at: 'feststellung', number: 'F-2026-001' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(FindingScreen, { route: { at: 'feststellung', number: 'F-2026-001' } });
  await expect.element(page.getByTestId('finding-header')).toBeVisible();
}

const last = (): Order['command'] | undefined => ordered.mock.calls.at(-1)?.[0].command;

beforeEach(() => {
  ordered.mockClear();
  asked.mockClear();
  refuse = null;
  items = [];
  similar = [];
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
  wear({ theme: 'light', density: 'comfortable' });
  await speak('de');
});

describe('the list of findings', () => {
  it.each([['light', 'de'], ['dark', 'en']] as const)('R30 passes axe in %s and %s, and says what is late in words', async (theme, language) => {
    wear({ theme });
    await speak(language);
    items = [findingRow(1), findingRow(2, { overdue: true, due: '2026-11-01', kind: 'minor' }), findingRow(3, { origin: 'hand', originNumber: null, owner: null, due: null })];
    await list();
    await expect.element(page.getByRole('row', { name: /F-2026-002/ })).toHaveTextContent(language === 'de' ? 'Überfällig' : 'Overdue');
    await expect.element(page.getByTestId('count')).toHaveTextContent('3');
    expect(await violations()).toEqual([]);
  });

  it.each(['de', 'en'] as const)('shows every column at 1280 pixels, in %s', async (language) => {
    await speak(language);
    items = [findingRow(1)];
    await list();
    const grid = page.getByTestId('findings').element() as HTMLElement;
    const sidebar = 232;
    grid.style.width = `${1280 - sidebar - 64}px`;
    expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth);
    const cut = [...grid.querySelectorAll<HTMLElement>('[role=columnheader]')].filter((head) => head.scrollWidth > head.clientWidth);
    expect(cut.map((head) => head.textContent)).toEqual([]);
  });

  it('R16 says what findings are for when there are none, and another thing when the filters leave none', async () => {
    await list();
    await expect.element(page.getByText('Noch keine Feststellungen.')).toBeVisible();
    await page.getByTestId('filter-overdue').click();
    await expect.element(page.getByText('Keine Feststellung passt zu diesen Filtern.')).toBeVisible();
    expect(router.search).toEqual({ overdue: '1' });
    await expect.poll(() => asked.mock.calls.map(([question]) => question).some((question) => 'findings' in question && question.findings.overdue)).toBe(true);
    await page.getByTestId('filter-reset').click();
    await expect.poll(() => router.search).toEqual({});
  });

  it('asks the core for what the address filters and sorts by', async () => {
    await list({ phases: 'open,assigned', owners: 'p2', sort: 'due' });
    await expect.poll(() => asked.mock.calls.map(([question]) => question).find((question) => 'findings' in question)).toMatchObject({ findings: { phases: ['open', 'assigned'], owners: ['p2'], sort: 'due', ascending: true, from: null, on: null } });
  });

  it('R15 records a finding by keyboard; the title is missed at its field', async () => {
    await list();
    commands().find((command) => command.id === 'finding-raise')?.run();
    await expect.element(page.getByTestId('raise-title')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('link', { name: /Der Titel fehlt/ })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('raise-title').fill('Notstrom hielt nur 20 Minuten');
    await page.getByRole('checkbox', { name: 'Portal' }).click();
    await page.getByTestId('raise-send').click();
    await expect.poll(() => router.route).toEqual({ at: 'feststellung', number: 'F-2026-002' });
    expect(last()).toMatchObject({ finding: { raise: { origin: 'hand', title: 'Notstrom hielt nur 20 Minuten', kind: 'minor', owner: null, due: null, details: { concerns: { services: ['s1'], causeClass: null }, priority: 'medium' } } } });
  });

  it('points at a closed finding about the same instead of a new one', async () => {
    similar = [{ row: findingRow(7, { phase: 'closed' }), same: ['step'], cameAgain: true }, { row: findingRow(8), same: ['service'], cameAgain: false }];
    await list();
    await page.getByTestId('raise').click();
    await page.getByTestId('raise-step').fill('1.2 Umschalten');
    await expect.element(page.getByText('F-2026-007 war dasselbe und ist geschlossen')).toBeVisible();
    await expect.element(page.getByTestId('running-similar')).toHaveTextContent('F-2026-008');
    expect(asked.mock.calls.map(([question]) => question)).toContainEqual({ similarFindings: { concerns: { step: '1.2 Umschalten', services: [], causeClass: null, cause: '' } } });
    expect(await violations()).toEqual([]);
  });
});

describe('the record of a finding', () => {
  it.each(['facts', 'action', 'effect', 'history'].flatMap((tab) => [[tab, 'light', 'de'], [tab, 'dark', 'en']] as const))('R30 its tab %s passes axe in %s and %s', async (tab, theme, language) => {
    wear({ theme });
    await speak(language);
    await show(watched, tab === 'facts' ? undefined : tab);
    expect(await violations()).toEqual([]);
  });

  it('shows the way with its days, and the day that was agreed at first', async () => {
    await show(finding);
    const path = page.getByTestId('path');
    await expect.element(path).toHaveTextContent('11.11.2026');
    await expect.element(path.getByRole('listitem').nth(3)).toHaveAttribute('aria-current', 'step');
    await expect.element(path.getByRole('listitem').nth(4)).toHaveTextContent('noch nicht erreicht');
    await expect.element(page.getByTestId('finding-header')).toHaveTextContent('ursprünglich 01.12.2026');
  });

  it.each(['button', 'command'])('R29 becomes a paper, by its %s', async (by) => {
    await show(finding);
    if (by === 'button') await page.getByTestId('as-pdf').click();
    else commands().find((command) => command.keys === 'mod+p')?.run();
    await expect.poll(() => router.route).toEqual({ at: 'berichte' });
    expect(router.search).toEqual({ paper: 'finding', document: 'F-2026-001' });
  });

  it('points from a new one at the closed one about the same', async () => {
    await show({ ...finding, similar: watched.similar });
    await expect.element(page.getByTestId('similar')).toHaveTextContent('derselbe Schritt, derselbe Dienst');
    expect(await violations()).toEqual([]);
    await page.getByTestId('to-closed').click();
    await expect.poll(() => router.route).toEqual({ at: 'feststellung', number: 'F-2026-007' });
    expect(router.search).toEqual({ tab: 'effect' });
  });

  it('reports the action as done; a refusal stands at its field, and a retry is the same order', async () => {
    refuse = { code: 'findingMomentInFuture', values: {} };
    await show(finding);
    await page.getByTestId('step-reportImplemented').click();
    await page.getByTestId('step-text').fill('60 Sekunden gesetzt');
    await page.getByTestId('step-send').click();
    await expect.element(page.getByRole('link', { name: /Der Zeitpunkt liegt in der Zukunft/ })).toBeVisible();
    refuse = null;
    await page.getByTestId('step-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(ordered.mock.calls[1]?.[0].id).toBe(ordered.mock.calls[0]?.[0].id);
    expect(last()).toMatchObject({ finding: { reportImplemented: { person: 'p2', how: '60 Sekunden gesetzt' } } });
    await expect.poll(() => toasts.list.at(-1)?.undo).toBeDefined();
    await toasts.list.at(-1)?.undo?.();
    expect(last()).toEqual({ finding: { takeBack: { step: 'e4', reason: 'undone' } } });
  });

  it('keeps the check from whoever did it and says why', async () => {
    await show(reported, 'action');
    await expect.element(page.getByTestId('implementation')).toHaveTextContent('Noch von niemand anderem geprüft');
    const check = page.getByTestId('step-checkImplementation');
    await expect.element(check).toHaveAttribute('aria-disabled', 'true');
    await check.hover();
    await expect.element(page.getByText(/kann sie nicht selbst prüfen/).first()).toBeInTheDocument();
    expect(asked.mock.calls.map(([question]) => question)).toContainEqual({ finding: { record: 'F-2026-001', by: 'p1' } });
  });

  it('offers proofs with their links; a person confirms one, which cannot be undone', async () => {
    await show(watched, 'effect');
    await expect.element(page.getByTestId('proofs').getByRole('link', { name: 'N-2026-009' })).toHaveAttribute('href', '#/notfaelle/N-2026-009');
    await expect.element(page.getByTestId('no-proofs')).toHaveTextContent('In N-2026-008 ist dasselbe erneut aufgetreten');
    await page.getByTestId('proofs').getByRole('button').click();
    await expect.element(page.getByText('N-2026-009 Netzausfall West Europe gilt dann als Nachweis', { exact: false })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { confirmEffective: { proof: 'r9', note: '' } } });
    await expect.poll(() => toasts.list.at(-1)?.final).toBe(true);
  });

  it('says that it did not work, by the record that showed it', async () => {
    await show(watched, 'effect');
    await page.getByTestId('failures').getByRole('button').click();
    await page.getByTestId('step-text').fill('Wieder 40 Minuten');
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { findIneffective: { reason: 'Wieder 40 Minuten', proof: 'r8' } } });
  });

  it('opens a closed one again where the same failed', async () => {
    await show({ ...watched, phase: 'closed', phaseToday: 'closed', effect: { proof: watched.proofs[0]!.proof, note: '8 Minuten', by: 'p1', recorded: '2026-11-21T08:00:00Z' }, cited: { r9: ['N-2026-009', 'Netzausfall West Europe'] }, possible: possible('reopen') }, 'effect');
    await expect.element(page.getByTestId('effect')).toHaveTextContent('Netzausfall West Europe');
    await page.getByTestId('failures').getByRole('button').click();
    await page.getByTestId('step-text').fill('Wieder 40 Minuten');
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { reopen: { reason: 'Wieder 40 Minuten', proof: 'r8' } } });
  });

  it('opens one that is effective and not closed yet where the same failed, and offers nothing where nothing did', async () => {
    await show({ ...watched, phase: 'effective', phaseToday: 'effective', possible: possible('close', 'reopen') }, 'effect');
    await expect.element(page.getByTestId('step-reopen')).toBeVisible();
    await page.getByTestId('failures').getByRole('button').click();
    await page.getByTestId('step-text').fill('Wieder 40 Minuten');
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { reopen: { reason: 'Wieder 40 Minuten', proof: 'r8' } } });
    await cleanup();
    forget();
    await show({ ...watched, phase: 'effective', phaseToday: 'effective', failures: [], possible: possible('close') }, 'effect');
    await expect.element(page.getByTestId('step-close')).toBeVisible();
    await expect.element(page.getByTestId('step-reopen')).not.toBeInTheDocument();
  });

  it('leads to the test that is a proof or threw the action back, and to the review that it comes from', async () => {
    const at = { at: '2026-11-20T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
    const proof = { drill: { drill: 'd2', number: 'T-2026-002', at, same: 'step' as const } };
    const cited = { d2: ['T-2026-002', 'Umschalten geübt'] as [string, string] };
    const test = { href: '#/tests/T-2026-002', link: () => page.getByRole('link', { name: 'T-2026-002' }) };
    const held: FindingView = { ...watched, proofs: [{ proof, title: 'Umschalten geübt' }], noProofs: [], cited, setbacks: [{ kind: 'failedAgain', reason: 'Wieder', proof, implementation: null, by: 'p1', recorded: '2026-11-20T09:00:00Z' }] };
    await show(held, 'effect');
    await expect.element(test.link()).toHaveAttribute('href', test.href);
    await cleanup();
    await show(held, 'action');
    await expect.element(test.link()).toHaveAttribute('href', test.href);
    await cleanup();
    forget();
    await show({ ...held, origin: { review: { review: 'v1', item: 'd1' } }, originNumber: 'P-2026-001' });
    await expect.element(page.getByRole('link', { name: 'P-2026-001' })).toHaveAttribute('href', '#/pruefungen/P-2026-001');
    await cleanup();
    items = [findingRow(1, { origin: 'review', originNumber: 'P-2026-001' })];
    await list();
    await expect.element(page.getByRole('link', { name: 'P-2026-001' })).toHaveAttribute('href', '#/pruefungen/P-2026-001');
  });

  it('says that an accepted risk is over, and takes the finding up again', async () => {
    const risk = { approver: 'p1', until: '2026-11-20', reason: 'Ablösung geplant', recorded: '2026-11-01T08:00:00Z', alone: false };
    await show({ ...finding, phase: 'riskAccepted', phaseToday: 'open', risk, possible: possible('resume') });
    await expect.element(page.getByText('Das akzeptierte Risiko endete am 20.11.2026.', { exact: false })).toBeVisible();
    await page.getByTestId('step-resume').click();
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { resume: { reason: '' } } });
  });

  it('takes the newest step back with a reason, and the history says from where to where', async () => {
    await show(finding, 'history');
    await expect.element(page.getByTestId('journal')).toHaveTextContent(/In Umsetzung.*→.*Angenommen.*Irrtum/);
    commands().find((command) => command.id === 'finding-take-back')?.run();
    await page.getByTestId('take-back-reason').fill('Falsche Feststellung');
    await page.getByTestId('take-back-send').click();
    await expect.poll(last).toEqual({ finding: { takeBack: { step: 'e4', reason: 'Falsche Feststellung' } } });
  });

  it('moves the due day by keyboard, as people say days', async () => {
    await show(finding, 'action');
    await page.getByRole('button', { name: 'Termin verschieben' }).click();
    await userEvent.keyboard('+10t{Tab}');
    await page.getByTestId('step-text').fill('Urlaub');
    await page.getByTestId('step-send').click();
    await expect.poll(last).toEqual({ finding: { moveDue: { to: '2026-12-02', reason: 'Urlaub' } } });
  });
});
