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
import { anna, jonas, openDesktop, organisation } from '$ipc/sample';
import type { ChangeRow, ChangeView, HandoverView, Order, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import { beside, byColumn, neighbour } from '../board';
import ChangeScreen from '../ChangeScreen.svelte';
import ChangesScreen from '../ChangesScreen.svelte';
import { columns, readMoney } from '../words';
import { noFilter, read, write } from '../filter';
import { delegated, row, view } from './sample';

const ordered = vi.fn<(order: Order) => void>();
const asked = vi.fn<(question: Question) => void>();
const heard = vi.fn<(order: DesktopOrder) => void>();
let refuse: unknown = null;
let shown: ChangeView = view();
let rows: ChangeRow[] = [];
const file: HandoverView = { kind: 'answer', organisation: 'Betrieb GmbH', number: 'A-2026-009', numberHere: 'A-2026-001', title: 'Rufliste prüfen', asked: null, answer: { otherDay: { day: '2026-12-15', reason: 'Urlaub' } }, fingerprint: 'ab12 cd34', package: '77aa 01fe', people: [], unmatched: [], known: false };
const team = { id: 't1', kind: 'deployment' as const, name: 'Betrieb', head: null };

async function show(): Promise<void> {
  const people = [{ ...anna, roles: ['processManager' as const, 'deploymentTeam' as const] }, jonas];
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'handOver') return { is: 'handedOver', name: 'A-2026-001.lotse-delegation', fingerprint: 'ab12 cd34', slip: 'A-2026-001.pdf' };
      if (order.do === 'lookAtHandover') return { is: 'handover', file: 'f1', view: file };
      if (order.do === 'takeHandoverIn') return { is: 'handoverTaken', taken: { outcome: 'keptCancelled', record: 'c1', number: 'A-2026-001', acknowledged: 0, file, stale: [] } };
      return order.do === 'drafts' ? { is: 'drafts', drafts: [] } : order.do === 'prefer' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation: { ...organisation, people, teams: [team] } };
      if ('changes' in question) return { changes: { items: rows, total: rows.length, columns: columns.map((column) => [column, rows.filter((one) => one.column === column).length]), people: { p1: 'Anna Berg' } } };
      if ('journal' in question) return { journal: { items: [], people: {}, more: false } };
      return { change: shown };
    },
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'c1', number: 'A-2026-004', events: [{ seq: 9, kind: 'change.drafted' }], undoable: false, stale: ['changes'] };
    },
  });
  await look();
}

async function showList(search: Record<string, string> = {}): Promise<void> {
  await show();
  router.go({ at: 'aenderungen' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(ChangesScreen, { route: { at: 'aenderungen' } });
}

async function showRecord(tab?: string): Promise<void> {
  await show();
  router.go({ at: 'aenderung', number: 'A-2026-001' }, tab ? { tab } : {});
  await expect.poll(() => router.search['tab']).toBe(tab);
  await render(ChangeScreen, { route: { at: 'aenderung', number: 'A-2026-001' } });
}

beforeEach(() => {
  for (const heardOf of [ordered, asked, heard]) heardOf.mockClear();
  refuse = null;
  shown = view();
  rows = [row(1), row(2, { column: 'delegated', phase: 'delegated', teamName: 'Betrieb', due: '2026-11-20', overdue: true }), row(3, { column: 'implemented', phase: 'implemented' })];
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
  await speak('de');
});

/** What a button of the heading does, which the shell draws. */
const run = (id: string): void => commands().find((command) => command.id === id)?.run();
const card = (name: RegExp) => page.getByTestId('board').getByRole('button', { name }).first();

describe('the board', () => {
  it.each(['de', 'en'] as const)('shows columns, ageing and what is late, in %s', async (language) => {
    await speak(language);
    await showList();
    await expect.element(page.getByRole('region', { name: language === 'de' ? 'Delegiert, 1' : 'Delegated, 1' })).toHaveTextContent('A-2026-002');
    await expect.element(card(/^A-2026-001/)).toHaveTextContent(language === 'de' ? 'Steht seit 3 Tagen' : 'In this state: 3 days');
    expect(await violations()).toEqual([]);
  });

  it('a card is picked up, moved and dropped by keyboard, and the deed that leads there is asked for', async () => {
    shown = delegated();
    await showList();
    await expect.element(card(/^A-2026-001/)).toBeVisible();
    (card(/^A-2026-001/).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(card(/^A-2026-002/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByTestId('board-says')).toHaveTextContent('A-2026-002 aufgenommen');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByTestId('board-says')).toHaveTextContent('A-2026-002 über Angenommen');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByTestId('board-says')).toHaveTextContent('bleibt, wo es war');
    await userEvent.keyboard('{Enter}{ArrowRight}{Enter}');
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Antwort festhalten');
    await page.getByTestId('deed-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]![0]).toMatchObject({ record: 'c1', command: { change: { answer: { delegation: 'd1', answer: { accepted: {} }, saidBy: null } } } });
  });

  it('a move that is refused says why, and one that no deed makes too', async () => {
    await showList();
    await page.getByTestId('move-A-2026-001').click();
    await page.getByRole('menuitem', { name: 'Nach „In Umsetzung“' }).click();
    await expect.poll(() => toasts.list.at(-1)?.text).toContain('das geht erst, wenn er auf „Geplant“ steht');
    await page.getByTestId('move-A-2026-001').click();
    await page.getByRole('menuitem', { name: 'Nach „Geprüft“' }).click();
    await expect.poll(() => toasts.list.at(-1)?.text).toBe('Von „Entwurf“ führt kein Schritt nach „Geprüft“.');
    expect(ordered).not.toHaveBeenCalled();
  });

  it('a card is dragged by pointer', async () => {
    shown = view({ phase: 'implemented', column: 'implemented' }, ['check']);
    await showList();
    await expect.element(card(/^A-2026-003/)).toBeVisible();
    const from = card(/^A-2026-003/).element() as HTMLElement;
    from.setPointerCapture = () => undefined;
    const to = document.querySelector('[data-column=checked]')!.getBoundingClientRect();
    const at = from.getBoundingClientRect();
    const fire = (kind: string, clientX: number, clientY: number): boolean => from.dispatchEvent(new PointerEvent(kind, { clientX, clientY, pointerId: 1, button: 0, bubbles: true }));
    fire('pointerdown', at.x + 5, at.y + 5);
    fire('pointermove', at.x + 30, at.y + 5);
    fire('pointermove', to.x + 20, to.y + 20);
    fire('pointerup', to.x + 20, to.y + 20);
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Prüfung festhalten');
    await expect.element(page.getByRole('radio', { name: 'In Ordnung' })).toBeChecked();
  });

  it('Space opens the request, and the table shows the same under the same filters', async () => {
    await showList({ overdue: '1' });
    await expect.element(card(/^A-2026-001/)).toBeVisible();
    expect(asked).toHaveBeenCalledWith({ changes: { search: '', phases: [], teams: [], owners: [], origins: [], from: null, overdue: true, atRest: false, sort: 'number', ascending: false, offset: 0, limit: 500 } });
    await page.getByTestId('as-table').click();
    await expect.element(page.getByRole('row', { name: /A-2026-002/ }).first()).toBeVisible();
    expect(asked).toHaveBeenCalledWith({ changes: { search: '', phases: [], teams: [], owners: [], origins: [], from: null, overdue: true, atRest: false, sort: 'number', ascending: false, offset: 0, limit: 50 } });
    expect(await violations()).toEqual([]);
    await page.getByTestId('as-board').click();
    (card(/^A-2026-001/).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => router.route).toMatchObject({ at: 'aenderung', number: 'A-2026-001' });
  });

  it('arrows go to the nearest card, and filters stand in the address', () => {
    const cards = byColumn([row(1), row(2), row(3, { column: 'checked' })]);
    expect(neighbour(cards, cards.draft[1]!, 'ArrowRight').number).toBe('A-2026-003');
    expect(neighbour(cards, cards.checked[0]!, 'ArrowLeft').number).toBe('A-2026-001');
    expect(neighbour(cards, cards.draft[0]!, 'ArrowUp').number).toBe('A-2026-001');
    expect(beside('draft', 'ArrowLeft')).toBe('draft');
    const filter = { ...noFilter, as: 'table' as const, phases: ['delegated' as const], overdue: true, sort: 'due' as const, ascending: true };
    expect(read(write(filter))).toEqual(filter);
    expect(read({})).toEqual(noFilter);
  });
});

describe('a new change', () => {
  it('begins with a title and a wish, and says what is missing', async () => {
    await showList();
    run('changes-new');
    await page.getByTestId('change-open').click();
    await expect.element(page.getByTestId('new-change')).toHaveTextContent('Der Titel fehlt');
    await userEvent.fill(page.getByTestId('change-title'), 'Alarm üben');
    await userEvent.fill(page.getByTestId('change-wanted'), 'Einmal im Monat');
    expect(await violations()).toEqual([]);
    await page.getByTestId('change-open').click();
    await expect.poll(() => router.route).toMatchObject({ at: 'aenderung', number: 'A-2026-004' });
    expect(ordered.mock.calls[0]![0]).toMatchObject({ record: null, command: { change: { draft: { origin: 'idea', title: 'Alarm üben', wanted: 'Einmal im Monat' } } } });
  });
});

describe('the record', () => {
  it.each(['de', 'en'] as const)('shows the way with its days and what is next, in %s', async (language) => {
    await speak(language);
    shown = delegated();
    await showRecord();
    await expect.element(page.getByTestId('phase-path')).toHaveTextContent(language === 'de' ? 'Genehmigt 18.11.2026' : 'Approved 18 Nov 2026');
    await expect.element(page.getByTestId('request-3')).toHaveTextContent(language === 'de' ? '1.250,00 EUR' : '1,250.00 EUR');
    await expect.element(page.getByTestId('deed-answer')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('the delegation is handed over as a file and answered with another date', async () => {
    shown = delegated();
    await showRecord('delegation');
    await page.getByTestId('hand-over').click();
    await expect.poll(() => toasts.list.at(-1)?.text).toContain('A-2026-001.lotse-delegation und Übergabezettel A-2026-001.pdf gespeichert');
    expect(heard).toHaveBeenCalledWith({ do: 'handOver', number: 'A-2026-001', language: 'de' });
    await page.getByTestId('answer').click();
    await page.getByRole('radio', { name: 'Anderer Termin' }).click();
    await userEvent.fill(page.getByLabelText('Neuer Termin'), '15.12.2026');
    await page.getByTestId('deed-send').click();
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Grund fehlt noch');
    await userEvent.fill(page.getByTestId('deed-text'), 'Urlaub');
    expect(await violations()).toEqual([]);
    await page.getByTestId('deed-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]![0]).toMatchObject({ command: { change: { answer: { answer: { otherDay: { day: '2026-12-15', reason: 'Urlaub' } } } } } });
  });

  it('a refusal stands at its field and what was typed stays', async () => {
    shown = view({ phase: 'teamsInformed' }, ['defer', 'cancel']);
    refuse = { code: 'changeDayOver', values: { day: '2026-11-01' } };
    await showRecord();
    await page.getByTestId('more-deeds').click();
    await page.getByRole('menuitem', { name: 'Zurückstellen' }).click();
    await userEvent.fill(page.getByLabelText('Wieder vorlegen am'), '1.11.2026');
    await userEvent.fill(page.getByTestId('deed-text'), 'Umzug');
    await page.getByTestId('deed-send').click();
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Der Tag 01.11.2026 ist vorbei');
    await expect.element(page.getByTestId('deed-text')).toHaveValue('Umzug');
  });

  it('what cannot be done is off and says why', async () => {
    await showRecord('approvals');
    await expect.element(page.getByTestId('approve')).toHaveAttribute('aria-disabled', 'true');
    expect(await violations()).toEqual([]);
  });

  it('the whole text is edited, and an amount is read as people write it', async () => {
    await showRecord();
    await page.getByTestId('edit-request').click();
    await expect.element(page.getByLabelText('Kosten')).toHaveValue('1.250,00');
    await userEvent.fill(page.getByLabelText('Kosten'), '80,5');
    await userEvent.fill(page.getByTestId('describe-reason'), 'Drei Nummern waren falsch.');
    expect(await violations()).toEqual([]);
    await page.getByTestId('describe-save').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]![0]).toMatchObject({ command: { change: { describe: { costMinor: 8050, currency: 'EUR', reason: 'Drei Nummern waren falsch.', kind: 'correctiveAction' } } } });
    await toasts.undo(); // R11
    expect(ordered.mock.calls[1]![0]).toMatchObject({ command: { change: { describe: { costMinor: 125_000, currency: 'EUR' } } } });
    expect(readMoney('1.250,00', true)).toBe(125_000);
    expect(readMoney('1,250.5', false)).toBe(125_050);
    expect(readMoney('zwölf', true)).toBeNull();
  });

  it.each(['work', 'history'])('the tab %s stands without anything in it', async (tab) => {
    await showRecord(tab);
    await expect.element(page.getByRole('tab', { selected: true })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('a change request on paper', () => {
  it.each(['button', 'command'])('R29 is opened from its record, by its %s', async (by) => {
    await showRecord();
    await expect.element(page.getByTestId('as-pdf')).toBeVisible();
    if (by === 'button') await page.getByTestId('as-pdf').click();
    else run('as-pdf');
    await expect.poll(() => router.route).toEqual({ at: 'berichte' });
    expect(router.search).toEqual({ paper: 'change', document: 'A-2026-001' });
  });
});

describe('a slip that was filled in by hand', () => {
  it('R30 is answered by the code that stands on it, and by no other', async () => {
    shown = delegated();
    await showList();
    run('changes-slip');
    await page.getByTestId('slip-next').click();
    await expect.element(page.getByTestId('slip-dialog')).toHaveTextContent('Der Code fehlt');
    await userEvent.fill(page.getByTestId('slip-code'), 'A-2026-001-9999');
    await page.getByTestId('slip-next').click();
    await expect.element(page.getByTestId('slip-dialog')).toHaveTextContent('gehört zu keiner Delegation');
    expect(await violations()).toEqual([]);
    await userEvent.fill(page.getByTestId('slip-code'), ' a-2026-001 – 4c5p ');
    await page.getByTestId('slip-next').click();
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Rufliste prüfen');
    await page.getByRole('radio', { name: 'Angenommen' }).click();
    await page.getByTestId('deed-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]![0]).toMatchObject({ command: { change: { answer: { delegation: 'd1', answer: { accepted: {} } } } } });
  });

  it('can be printed from its record', async () => {
    shown = delegated();
    await showRecord();
    await page.getByTestId('slip').click();
    await expect.poll(() => router.route).toEqual({ at: 'berichte' });
    expect(router.search).toEqual({ paper: 'slip', document: 'A-2026-001' });
  });

  it('leaves the key of the printer to the paper of the whole record', async () => {
    shown = delegated();
    await showRecord();
    await expect.element(page.getByTestId('slip')).toBeVisible();
    expect(commands().filter((command) => command.keys === 'mod+p').map((command) => command.id)).toEqual(['as-pdf']);
    run('change-slip');
    await expect.poll(() => router.search).toEqual({ paper: 'slip', document: 'A-2026-001' });
  });
});

describe('a file from elsewhere', () => {
  it('is shown with the fingerprint of an unknown key before it is taken, and what became of it is told', async () => {
    await showList();
    run('changes-open-file');
    await expect.element(page.getByTestId('handover')).toHaveTextContent('ab12 cd34');
    await expect.element(page.getByTestId('handover')).toHaveTextContent('kam hier noch nichts');
    await expect.element(page.getByTestId('handover')).toHaveTextContent('Anderer Termin: 15.12.2026 (Urlaub)');
    expect(await violations()).toEqual([]);
    await page.getByTestId('handover-take').click();
    await expect.poll(() => toasts.list.at(-1)?.text).toContain('wurde inzwischen storniert');
    expect(heard).toHaveBeenCalledWith({ do: 'takeHandoverIn', file: 'f1' });
  });
});
