import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { stopClock } from '../../design/now.svelte';
import { toasts } from '../../design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget, keepFresh } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { InboxView, ReminderLevel, ReminderRow } from '$ipc/wire';
import Bell from '$shell/Bell.svelte';
import { commands } from '$shell/commands.svelte';
import TopBar from '$shell/TopBar.svelte';
import { placeOf } from './inbox';
import Reminders from './Reminders.svelte';

const now = new Date('2026-11-22T10:14:00Z');
const row = (number: string, level: ReminderLevel, due: string, change: Partial<ReminderRow> = {}): ReminderRow => ({
  reminder: { item: { record: `r-${number}`, key: 'held', due }, level }, acknowledged: null, others: [],
  number, title: 'Kein Druck nach Auslieferung 8.4', proofNumber: null, moves: null, against: [], record: `r-${number}`, key: 'held', duty: null, kind: 'review', text: '', owner: null,
  begun: '2026-10-01T08:00:00Z', due, rule: null, term: null, original: null, movedBy: null, movedReason: null, settled: null, proof: null, standing: level === 'late' ? 'late' : 'due', late: null, ...change,
});
const view = (items: ReminderRow[], change: Partial<InboxView> = {}): InboxView => ({
  at: now.toISOString(), zone: 'Europe/Berlin', waiting: items.filter((item) => !item.acknowledged).length, items, ahead: null, wakes: null, people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, ...change,
});
const late = row('P-2026-001', 'late', '2026-11-20T22:59:00Z');
const week = row('P-2026-002', 'week', '2026-11-27T22:59:00Z', { owner: 'p1' });

let inbox: InboxView;
let refuse: unknown = null;
const ordered = vi.fn<(command: unknown) => void>();

function playing(): void {
  play({
    desktop: () => ({ is: 'desktop', desktop: openDesktop }),
    query: (question: object) => ('inbox' in question ? { inbox } : { organisation }),
    execute: (order: { id: string; command: { reminder: Record<string, { reminders: ReminderRow['reminder'][] }> } }) => {
      ordered(order.command);
      if (refuse) throw refuse;
      const [[what, { reminders }]] = Object.entries(order.command.reminder) as [[string, { reminders: ReminderRow['reminder'][] }]];
      const at = what === 'acknowledge' ? now.toISOString() : null;
      inbox = view(inbox.items.map((item) => (reminders.some((named) => JSON.stringify(named) === JSON.stringify(item.reminder)) ? { ...item, acknowledged: at } : item)));
      return { order: order.id, record: 'i1', number: null, events: [], undoable: false, stale: ['inbox'] };
    },
  });
}

async function show(): Promise<void> {
  playing();
  await look();
  await render(Reminders, { route: { at: 'erinnerungen' } });
  await render(TopBar, { acting: { name: 'Anna Berg', roles: ['Prozessleitung'] }, onsearch: () => undefined });
}

beforeEach(() => {
  inbox = view([late, week]);
  refuse = null;
  ordered.mockClear();
  stopClock(now);
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.clear();
  wear({ theme: 'light', density: 'comfortable' });
  await speak('de');
});

describe('the inbox of due dates', () => {
  it('R27 R21 says of each how near it is in words, what, which record, and by when', async () => {
    await show();
    const first = page.getByTestId('reminder').first();
    await expect.element(first).toHaveTextContent('Überfällig');
    await expect.element(first).toHaveTextContent('Prozess-Überprüfung');
    await expect.element(first).toHaveTextContent('P-2026-001');
    await expect.element(first).toHaveTextContent('20.11.');
    await expect.element(first.getByRole('link')).toHaveAttribute('href', '#/pruefungen/P-2026-001');
    await expect.element(page.getByRole('heading', { name: 'In den nächsten 7 Tagen' })).toBeVisible();
  });

  it.each([['light', 'de'], ['dark', 'en']] as const)('R30 passes axe in %s and %s', async (theme, language) => {
    wear({ theme });
    await speak(language);
    inbox = view([late, week, row('P-2026-003', 'month', '2026-12-15T22:59:00Z', { acknowledged: now.toISOString(), others: [{ person: 'p2', at: '2026-11-22T09:00:00Z' }] })]);
    await show();
    await expect.poll(() => page.getByTestId('reminder').elements().length).toBe(3);
    expect(await violations()).toEqual([]);
  });

  it('R27 R10 R11 takes note of one at once, and Ctrl+Z takes it back', async () => {
    await show();
    await page.getByTestId('level-late').getByTestId('acknowledge').click();
    await expect.poll(() => ordered.mock.calls).toEqual([[{ reminder: { acknowledge: { reminders: [late.reminder] } } }]]);
    await expect.element(page.getByTestId('noted')).toHaveTextContent('Zur Kenntnis genommen 22.11.2026 11:14 MEZ');
    expect(document.querySelector('[data-testid="level-late"]')).toBeNull();
    await expect.poll(() => toasts.list.at(-1)?.text).toBe('Zur Kenntnis genommen: P-2026-001 Prozess-Überprüfung.');
    expect(toasts.canUndo).toBe(true);
    await toasts.undo();
    expect(ordered.mock.lastCall).toEqual([{ reminder: { takeBack: { reminders: [late.reminder] } } }]);
    await expect.element(page.getByTestId('level-late')).toBeVisible();
  });

  it('R10 R14 what is refused comes back with the reason', async () => {
    refuse = { code: 'reminderNotStanding', values: {} };
    await show();
    await page.getByTestId('level-late').getByTestId('acknowledge').click();
    await expect.poll(() => toasts.list.at(-1)?.text).toMatch(/Diese Erinnerung steht nicht mehr an/);
    await expect.element(page.getByTestId('level-late')).toBeVisible();
  });

  it('R01 takes note of all by one key, with one order', async () => {
    await show();
    await expect.element(page.getByTestId('level-week')).toBeVisible();
    commands().find(({ id }) => id === 'reminders-all')!.run();
    await expect.poll(() => ordered.mock.calls).toEqual([[{ reminder: { acknowledge: { reminders: [late.reminder, week.reminder] } } }]]);
    await expect.poll(() => toasts.list.at(-1)?.text).toBe('2 Erinnerungen zur Kenntnis genommen.');
    await expect.element(page.getByText('Sie haben alle Erinnerungen zur Kenntnis genommen.')).toBeVisible();
    await expect.element(page.getByTestId('acknowledge-all')).toHaveAttribute('aria-disabled', 'true');
  });

  it('R05 the focus goes to the next row', async () => {
    inbox = view([late, row('P-2026-004', 'late', '2026-11-21T22:59:00Z')]);
    await show();
    await expect.element(page.getByTestId('level-late')).toBeVisible();
    (page.getByTestId('acknowledge').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.closest('[data-testid=reminder]')?.textContent).toMatch(/P-2026-004/);
  });

  it('R16 says that nothing waits, and the next date', async () => {
    inbox = view([], { ahead: row('P-2026-009', 'month', '2027-03-01T22:59:00Z') });
    await show();
    await expect.element(page.getByText('Keine Frist ist in den nächsten 30 Tagen Ihre Sache.')).toBeVisible();
    await expect.element(page.getByText('Nächste Frist: P-2026-009 Prozess-Überprüfung, 01.03.2027 23:59 MEZ.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('leads to where it is done, also what no record promises', () => {
    expect(placeOf(late)).toEqual({ at: 'pruefung', number: 'P-2026-001' });
    expect(placeOf(row('', 'late', late.reminder.item.due, { kind: 'duty', duty: 32, rule: 'drillPeriodic' }))).toEqual({ at: 'tests' });
    expect(placeOf(row('', 'late', late.reminder.item.due, { kind: 'duty', duty: 28 }))).toEqual({ at: 'kalender', part: null });
  });
});

describe('the bell', () => {
  async function bell(): Promise<void> {
    playing();
    await look();
    await render(Bell);
  }

  it('R27 says how many wait, and leads to them', async () => {
    await bell();
    await expect.element(page.getByRole('link', { name: 'Erinnerungen, 2 warten' })).toHaveAttribute('href', '#/erinnerungen');
    await expect.element(page.getByTestId('bell')).toHaveTextContent('2');
  });

  it('bears no count when nothing waits', async () => {
    inbox = view([]);
    await bell();
    await expect.element(page.getByRole('link', { name: 'Erinnerungen, keine wartet' })).toBeVisible();
    expect(page.getByTestId('bell').element().textContent?.trim()).toBe('');
  });

  it('asks anew when something came nearer', async () => {
    await bell();
    await expect.element(page.getByTestId('bell')).toHaveTextContent('2');
    const end = keepFresh();
    inbox = view([late]);
    await tell('changed', { stale: ['inbox'] });
    await expect.element(page.getByRole('link', { name: 'Erinnerungen, eine wartet' })).toBeVisible();
    end();
  });
});
