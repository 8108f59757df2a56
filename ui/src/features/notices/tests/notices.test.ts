import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder, Draft } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget, keepFresh } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { anna, jonas, openDesktop, organisation } from '$ipc/sample';
import type { HandoverView, NoticeRow, NoticesQuery, NoticeView, Order, PersonView, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { findRecords } from '$shell/find';
import { router } from '$shell/router.svelte';
import { noFilter, read, write } from '../filter';
import NoticeScreen from '../NoticeScreen.svelte';
import Notices from '../Notices.svelte';
import { asked, row, view } from './sample';

const ordered = vi.fn<(order: Order) => void>();
const sent = vi.fn<(order: DesktopOrder) => void>();
const questions = vi.fn<(question: NoticesQuery) => void>();
const team = { id: 't1', kind: 'deployment' as const, name: 'Betrieb', head: null };
let rows: NoticeRow[] = [];
let shown: NoticeView = view();
let refuse: unknown = null;
let people: PersonView[] = [];
let kept: Draft[] = [];
let posting: (() => unknown) | null = null;
const file: HandoverView = { kind: 'acknowledgements', organisation: 'Betrieb GmbH', number: 'M-2026-007', numberHere: 'M-2026-001', title: 'Rufliste', asked: null, answer: null, people: ['Jonas Weidlich', 'Karl Neu'], unmatched: ['Karl Neu'], fingerprint: 'ab12 cd34', package: '77aa 01fe', known: true };

function answer(question: Question): unknown {
  if ('organisation' in question) return { organisation: { ...organisation, people, teams: [team] } };
  if ('notices' in question) {
    questions(question.notices);
    const items = question.notices.asks ? rows.filter((one) => one.missing.includes(question.notices.asks ?? '')) : rows;
    return { notices: { items, total: items.length, open: items.length, people: {} } };
  }
  if ('notice' in question) return { notice: shown };
  if ('guides' in question) return { guides: { items: [], total: 0, all: 0 } };
  if ('search' in question) return { search: { items: [], more: false, unindexed: 0 } };
  return { journal: { items: [], people: {}, total: 0 } };
}

async function show(): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => {
      if (order.do === 'look' || order.do === 'prefer') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'drafts') return { is: 'drafts', drafts: kept };
      if (order.do === 'keepDraft') kept = [{ key: order.key, content: order.content, kept: '2026-11-22T10:14:00Z' }];
      if (order.do === 'handOver') {
        sent(order);
        return { is: 'handedOver', name: 'M-2026-001.lotse-notice', fingerprint: 'ab12 cd34', slip: null };
      }
      if (order.do === 'lookAtHandover') return { is: 'handover', file: 'f1', view: file };
      if (order.do === 'takeHandoverIn') return { is: 'handoverTaken', taken: { outcome: 'acknowledged', record: 'm1', number: 'M-2026-001', acknowledged: 1, file, stale: [] } };
      if (order.do === 'sendNotice') {
        sent(order);
        return posting ? posting() : { is: 'posted', sent: 1, failed: 1 };
      }
      return { is: 'done' };
    },
    query: answer,
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'm1', number: 'M-2026-009', events: [{ seq: 9, kind: 'notice.announced' }], undoable: false, stale: ['notices'] };
    },
  });
  await look();
}

async function showList(search: Record<string, string> = {}): Promise<void> {
  await show();
  router.go({ at: 'mitteilungen' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(Notices, { route: { at: 'mitteilungen' } });
}

async function showRecord(): Promise<void> {
  await show();
  await render(NoticeScreen, { route: { at: 'mitteilung', number: 'M-2026-001' } });
}

/** What a button of the heading does, which the shell draws. */
const command = (id: string) => commands().find((one) => one.id === id);

async function deed(person: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: `Aktionen für ${person}` }).click();
  await page.getByRole('menuitem', { name: verb }).click();
}

beforeEach(() => {
  for (const heard of [ordered, sent, questions]) heard.mockClear();
  refuse = null;
  posting = null;
  kept = [];
  people = [anna, jonas];
  shown = view();
  rows = [row(1), row(2, { kind: 'reviewResult', about: 'P-2026-001', title: '', missing: [], phase: 'acknowledged' }), row(3, { late: 3, missing: ['p2'] })];
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
  await speak('de');
});

describe('the list', () => {
  it.each(['de', 'en'] as const)('shows what asks the person who acts first, and how far each team is, in %s', async (language) => {
    await speak(language);
    await showList();
    await expect.element(page.getByTestId('for-you')).toHaveTextContent('M-2026-001');
    await expect.element(page.getByTestId('for-you')).not.toHaveTextContent('M-2026-003');
    const table = page.getByTestId('notices');
    await expect.element(table).toHaveTextContent('Betrieb 1/2');
    await expect.element(table).toHaveTextContent(language === 'de' ? 'P-2026-001 Ergebnis einer Prozess-Überprüfung' : 'P-2026-001 Result of a process review');
    await expect.element(table).toHaveTextContent(language === 'de' ? '3 Tage zu spät' : '3 days late');
    expect(await violations()).toEqual([]);
  });

  it('asks for what is filtered, and the address keeps it', async () => {
    await showList({ phases: 'open', teams: 't1', sort: '-number' });
    await expect.poll(() => questions.mock.calls.map(([question]) => question)).toContainEqual(expect.objectContaining({ phases: ['open'], teams: ['t1'], sort: 'number', descending: true, asks: null }));
    await page.getByTestId('filter-reset').click();
    await expect.poll(() => router.search).toEqual({ sort: '-number' });
    const filter = { ...noFilter, search: 'Ruf', kinds: ['reviewResult' as const], descending: true };
    expect(read(write(filter))).toEqual(filter);
  });

  it('R01 takes one team for one choice, also where its name was typed in full', async () => {
    await showList();
    command('notice-write')?.run();
    const teams = page.getByRole('combobox', { name: 'Teams' });
    await teams.fill('Betrieb');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(teams).toHaveValue('');
    await expect.poll(() => page.getByRole('button', { name: /entfernen/ }).elements().map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([expect.stringContaining('Betrieb')]);
  });

  it('writes a notice by hand; what is missing stands at its field, and what was typed survives a refusal', async () => {
    await showList();
    command('notice-write')?.run();
    await page.getByTestId('write-send').click();
    await expect.element(page.getByRole('link', { name: /Der Titel fehlt/ })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
    await page.getByTestId('notice-title').fill('Neue Rufnummer');
    await page.getByTestId('notice-german').fill('Ab Montag gilt die 112.');
    await page.getByRole('combobox', { name: 'Teams' }).fill('Betrieb');
    await userEvent.keyboard('{Tab}');
    refuse = { code: 'diskFull' };
    await page.getByTestId('write-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    await expect.element(page.getByTestId('notice-german')).toHaveValue('Ab Montag gilt die 112.');
    refuse = null;
    await page.getByTestId('write-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    const [first, second] = ordered.mock.calls.map(([order]) => order);
    expect(second?.command).toEqual({ notice: { announce: { title: 'Neue Rufnummer', german: 'Ab Montag gilt die 112.', english: '', teams: ['t1'], who: 'everyone' } } });
    expect(second?.id).toBe(first?.id);
    await expect.poll(() => router.route).toEqual({ at: 'mitteilung', number: 'M-2026-009' });
  });

  it('says who may write one to somebody who may not', async () => {
    people = [{ ...anna, roles: ['auditor'] }, jonas];
    await showList();
    await expect.poll(() => command('notice-write')?.why).toContain('Prozessleitung');
  });
});

describe('a notice', () => {
  it.each(['de', 'en'] as const)('shows its text, whom it asks and what became of each letter, in %s', async (language) => {
    await speak(language);
    const at = { at: '2026-11-21T09:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
    shown = view({
      asked: [
        asked('p1', { sendings: [{ result: { failed: { reason: '550 unknown mailbox' } }, at }] }),
        asked('p2', { acknowledged: { way: { byHand: { saidBy: 'p2' } }, at, recorded: '2026-11-21T10:00:00Z', by: 'p1' }, sendings: [{ result: 'sent', at }] }),
      ],
    });
    await showRecord();
    await expect.element(page.getByText('Die Rufliste wird monatlich geprüft.')).toBeVisible();
    const list = page.getByTestId('asked');
    await expect.element(list).toHaveTextContent('550 unknown mailbox');
    await expect.element(list).toHaveTextContent(language === 'de' ? 'von Anna Berg eingetragen, gesagt von Jonas Weidlich' : 'entered by Anna Berg, said by Jonas Weidlich');
    await expect.element(page.getByRole('link', { name: 'A-2026-001' })).toHaveAttribute('href', '#/aenderungen/A-2026-001');
    expect(await violations()).toEqual([]);
  });

  it('is acknowledged by the person who acts, with one press', async () => {
    await showRecord();
    await page.getByTestId('acknowledge').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ record: 'm1', command: { notice: { acknowledge: { person: 'p1', way: 'inProgram', at: { at: '2026-11-22T10:14:00.000Z', precision: 'exact' } } } } });
  });

  it('is not acknowledged by somebody whom it does not ask', async () => {
    shown = view({ asked: [asked('p2')] });
    await showRecord();
    await expect.element(page.getByTestId('send')).toBeVisible();
    expect(document.querySelector('[data-testid=acknowledge]')).toBeNull();
  });

  it('is sent to everyone who is missing, and again by hand to one', async () => {
    shown = view({ asked: [asked('p1'), asked('p2', { sendings: [{ result: 'noAddress', at: { at: '2026-11-21T09:00:00Z', zone: 'UTC', precision: 'exact' } }] })] });
    await showRecord();
    await page.getByTestId('send').click();
    await expect.poll(() => sent.mock.calls[0]?.[0]).toEqual({ do: 'sendNotice', notice: 'm1', to: null });
    await expect.poll(() => toasts.list.at(-1)?.text).toBe('1 übergeben, 1 nicht. Der Grund steht bei jeder Person.');
    await deed('Jonas Weidlich', 'Mail noch einmal senden');
    await expect.poll(() => sent.mock.calls[1]?.[0]).toEqual({ do: 'sendNotice', notice: 'm1', to: 'p2' });
  });

  it('shows that it is being sent and stays usable meanwhile', async () => {
    let go = (): void => undefined;
    posting = () => new Promise((done) => (go = () => done({ is: 'posted', sent: 2, failed: 0 })));
    await showRecord();
    await page.getByTestId('send').click();
    await expect.element(page.getByTestId('send')).toHaveAttribute('aria-busy', 'true');
    await page.getByTestId('acknowledge').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    go();
    await expect.poll(() => toasts.list.some(({ text }) => text === '2 Mails sind übergeben.')).toBe(true);
  });

  it('is not sent without a mail server, and says where one is set up', async () => {
    shown = view({ mail: false });
    await showRecord();
    await expect.element(page.getByTestId('send')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByRole('link', { name: 'Mail', exact: true })).toHaveAttribute('href', '#/einstellungen/mail');
    expect(sent).not.toHaveBeenCalled();
  });

  it('takes an acknowledgement by hand with who said so, and keeps what was typed through a refusal', async () => {
    await showRecord();
    await deed('Jonas Weidlich', 'Von Hand eintragen');
    await expect.element(page.getByTestId('person-dialog')).toBeVisible();
    refuse = { code: 'noticeInFuture' };
    await page.getByTestId('person-send').click();
    await expect.element(page.getByRole('link', { name: /liegt in der Zukunft/ })).toBeVisible();
    refuse = null;
    await page.getByTestId('person-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(ordered.mock.calls[1]![0].command).toMatchObject({ notice: { acknowledge: { person: 'p2', way: { byHand: { saidBy: 'p2' } } } } });
    expect(ordered.mock.calls[1]![0].id).toBe(ordered.mock.calls[0]![0].id);
  });

  it('asks nobody any more with a reason alone', async () => {
    await showRecord();
    await deed('Jonas Weidlich', 'Nicht mehr fragen');
    await page.getByTestId('reason-send').click();
    await expect.element(page.getByRole('link', { name: /Die Begründung fehlt/ })).toBeVisible();
    await page.getByTestId('reason').fill('ausgeschieden');
    await page.getByTestId('reason-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0].command).toEqual({ notice: { excuse: { person: 'p2', reason: 'ausgeschieden' } } });
  });

  it('that was withdrawn says why, and is announced again', async () => {
    shown = view({ phase: 'withdrawn', end: { newer: null, reason: 'doppelt', at: '2026-11-21T09:00:00Z', by: 'p2' } }, ['enterByHand', 'send', 'askAlso', 'excuse', 'withdraw']);
    await showRecord();
    await expect.element(page.getByText(/von Jonas Weidlich: doppelt/)).toBeVisible();
    expect(document.querySelector('[data-testid=acknowledge]')).toBeNull();
    await page.getByTestId('more').click();
    await page.getByRole('menuitem', { name: 'Noch einmal herausgeben' }).click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ record: null, command: { notice: { announceRecord: { about: 'c1' } } } });
  });

  it('goes out as a file, and says of one from outside whose it is and who acknowledged it there', async () => {
    await showRecord();
    await page.getByTestId('hand-over').click();
    await expect.poll(() => toasts.list.at(-1)?.text).toContain('M-2026-001.lotse-notice gespeichert');
    expect(sent).toHaveBeenCalledWith({ do: 'handOver', number: 'M-2026-001', language: 'de' });
    await page.getByTestId('as-pdf').click();
    await expect.poll(() => router.search).toEqual({ paper: 'notice', document: 'M-2026-001' });
  });

  it('R30 says of one from outside whose it is, and of an acknowledgement that it came as a file', async () => {
    const at = { at: '2026-11-21T09:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
    const given = { way: { file: { organisation: 'Betrieb GmbH', number: 'M-2026-007', signer: 'ab' } }, at, recorded: '2026-11-21T10:00:00Z', by: 'p1' };
    const outside = { package: 'm1', workspace: 'cd', organisation: 'Anlagenbau AG', number: 'M-2026-044', record: null, due: null, signer: 'ab' };
    shown = view({ outside, handOver: 'acknowledgements', teams: [], asked: [{ ...asked('p2'), acknowledged: given }] });
    await showRecord();
    await expect.element(page.getByText('Anlagenbau AG, dort M-2026-044')).toBeVisible();
    await expect.element(page.getByText(/bei Betrieb GmbH bestätigt \(M-2026-007\), als Datei eingetragen von Anna Berg/)).toBeVisible();
    await expect.element(page.getByTestId('hand-over')).toHaveTextContent('Bestätigungen ausgeben');
    expect(await violations()).toEqual([]);
  });

  it('is fresh after somebody acknowledged it elsewhere', async () => {
    await showRecord();
    const stop = keepFresh();
    await expect.element(page.getByTestId('acknowledge')).toBeVisible();
    shown = view({ phase: 'superseded', end: { newer: 'M-2026-002', reason: '', at: '2026-11-22T09:00:00Z', by: 'p1' } });
    await tell('changed', { stale: ['record:m1'] });
    await expect.element(page.getByRole('link', { name: 'M-2026-002' })).toHaveAttribute('href', '#/mitteilungen/M-2026-002');
    stop();
  });
});

it('R30 a file of acknowledgements is shown before it is taken in, with whom it cannot match', async () => {
  await showList();
  await command('notices-open-file')?.run();
  await expect.element(page.getByTestId('handover')).toHaveTextContent('Bestätigungen von Betrieb GmbH');
  await expect.element(page.getByTestId('handover')).toHaveTextContent('Nicht zuzuordnen: Karl Neu');
  expect(await violations()).toEqual([]);
  await page.getByTestId('handover-take').click();
  await expect.poll(() => toasts.list.at(-1)?.text).toContain('Eine Bestätigung von Betrieb GmbH bei M-2026-001 eingetragen');
  await expect.poll(() => router.route).toEqual({ at: 'mitteilung', number: 'M-2026-001' });
});

it('the palette finds notices by number and by title', async () => {
  await show();
  const byNumber = await findRecords('m-2026-002');
  expect(byNumber.map(({ number, title }) => [number, title])).toContainEqual(['M-2026-002', 'P-2026-001 Ergebnis einer Prozess-Überprüfung']);
  expect(questions.mock.calls.at(-1)?.[0].search).toBe('M-2026-002');
  const byTitle = await findRecords('Rufliste');
  expect(questions.mock.calls.at(-1)?.[0].search).toBe('Rufliste');
  byTitle.find(({ number }) => number === 'M-2026-001')?.open(false);
  await expect.poll(() => router.route).toEqual({ at: 'mitteilung', number: 'M-2026-001' });
});
