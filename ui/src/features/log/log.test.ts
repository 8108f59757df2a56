import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop } from '$ipc/sample';
import type { JournalQuery, JournalRow, ProofView } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { line } from './export.svelte';
import LogScreen from './LogScreen.svelte';

const heard = vi.fn<(order: DesktopOrder) => void>();
let proof: ProofView;
let events: number;
let proving: Promise<unknown> | null = null;
let slow: Promise<void> = Promise.resolve();
const head = 'ab'.repeat(32);

function event(seq: number, change: Partial<JournalRow> = {}): JournalRow {
  return { seq, kind: 'incident.retitled', version: 1, record: 'r1', number: 'N-2026-001', order: 'o1', by: 'p1', recorded: '2026-11-22T08:00:00Z', occurred: null, data: { title: `Titel ${seq}`, was: 'Alt' }, undid: [], hash: 'abcd…ef01', ...change };
}

async function show(): Promise<void> {
  play({
    desktop: (order) => {
      heard(order);
      if (order.do === 'prove') return proving ?? { is: 'proof', proof };
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      return { is: 'done' };
    },
    query: async (question: Record<string, never>) => {
      if ('journal' in question && (question['journal'] as JournalQuery).limit === 500) await slow;
      if ('chain' in question) return { chain: { events, head, newest: '2026-11-22T08:00:00Z', verifiedSeq: events - 5, verified: '2026-11-21T08:00:00Z' } };
      const asked = question['journal']! as JournalQuery;
      const from = (asked.before ?? events + 1) - 1;
      return { journal: { items: Array.from({ length: Math.min(asked.limit, from) }, (_, index) => event(from - index)), total: events, people: { p1: 'Anna Berg' } } };
    },
  });
  await look();
  await render(LogScreen, { route: { at: 'protokoll' } });
  await expect.element(page.getByTestId('journal')).toBeVisible();
}

beforeEach(() => {
  heard.mockClear();
  events = 1200;
  proving = null;
  slow = Promise.resolve();
  proof = { fits: true, events: 1200, streams: 9, head: { seq: 1200, hash: head }, checkpoints: 1, evidence: 3, newer: 0, pages: [], finding: null };
});
afterEach(() => {
  stopPlaying();
  forget();
  wear({ theme: 'light' });
});

describe('the audit log', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('R30 passes axe in %s and %s, with an event beside it', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show();
    await expect.poll(() => document.querySelectorAll('[role=row].body').length).toBeGreaterThan(3);
    (page.getByTestId('journal').element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByTestId('peek')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('says how much of the chain was checked, and what came since', async () => {
    await show();
    await expect.element(page.getByTestId('chain')).toHaveTextContent('21.11.2026 09:00 MEZ, seither 5 neue Einträge');
    await expect.element(page.getByTestId('chain')).toHaveTextContent(head);
  });

  it('R09 says how far a proof is, and lets it be stopped without a mark', async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    proving = new Promise((_, reject) => (refuse = reject));
    await show();
    await page.getByTestId('prove').click();
    const { run } = heard.mock.calls.map(([order]) => order).find((order) => order.do === 'prove') as { run: string };
    await tell('progress', { run, done: 512, total: 1200 });
    await expect.element(page.getByText('512 von 1.200')).toBeVisible();
    await page.getByTestId('chain').getByRole('button', { name: 'Abbrechen' }).click();
    expect(heard).toHaveBeenCalledWith({ do: 'cancelRun', run });
    refuse({ code: 'proofStopped', values: {} });
    await expect.element(page.getByText('Die Prüfung wurde angehalten.')).toBeVisible();
    await expect.element(page.getByTestId('chain')).not.toHaveTextContent('Alles passt');
  });

  it('proves that nobody altered it', async () => {
    await show();
    await page.getByTestId('prove').click();
    await expect.element(page.getByText('Alles passt: 1.200 Einträge zu 9 Vorgängen, 3 Nachweise. Niemand hat etwas nachträglich verändert.')).toBeVisible();
  });

  it('names the first thing that does not fit, and what to do', async () => {
    proof = { ...proof, fits: false, pages: [7], finding: { code: 'eventChanged', seq: 42 } };
    await show();
    await page.getByTestId('prove').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Beschädigte Seiten der Datei: 7');
    await expect.element(page.getByRole('alert')).toHaveTextContent('42');
    await expect.element(page.getByRole('alert')).toHaveTextContent('jüngsten Sicherung');
    expect(await violations()).toEqual([]);
  });

  it('exports every event, read page by page', async () => {
    await show();
    document.querySelector<HTMLElement>('[data-testid=journal]')?.focus();
    const { Export } = await import('./export.svelte');
    expect(await new Export().run()).toBe(true);
    const saved = heard.mock.lastCall?.[0] as { do: string; text: string };
    expect(saved.do).toBe('saveText');
    expect(saved.text.trim().split('\r\n')).toHaveLength(1201);
    expect(saved.text).toContain('1200;2026-11-22T08:00:00Z;;Anna Berg;N-2026-001;incident.retitled');
  });

  it('writes no line that a spreadsheet takes for a formula', () => {
    expect(line(event(1, { by: 'p9', number: null, data: null }), { p9: '=HYPERLINK()' })).toContain(";'=HYPERLINK();");
  });

  it('R09 shows how far the export is, can be stopped at once, and leaves nothing behind', async () => {
    await show();
    slow = new Promise(() => undefined);
    commands().find((command) => command.id === 'log-export')?.run();
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    let go = (): void => undefined;
    slow = new Promise((done) => (go = done));
    const { Export } = await import('./export.svelte');
    const out = new Export();
    const ended = out.run();
    const before = performance.now();
    out.cancel();
    go();
    expect(await ended).toBe(false);
    expect(performance.now() - before).toBeLessThan(500);
    expect(heard.mock.calls.some(([order]) => order.do === 'saveText')).toBe(false);
  });
});
