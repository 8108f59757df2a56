import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../design/tests/axe';
import { stopClock } from '../design/now.svelte';
import { toasts } from '../design/toasts.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, incidentView, organisation, quietHome, registerRow } from '$ipc/sample';
import App from '../App.svelte';

/** What governs, by the name of its question. */
const governing: Record<string, { number: string; title: string; [more: string]: unknown }[]> = {
  guides: [{ number: 'L-2026-001', kind: 'recoveryGuide', title: 'Leitfaden Druck', valid: 2, next: null, stage: null }],
  changes: [{ number: 'A-2026-003', title: 'Rufliste nach draußen', phase: 'delegated' }],
  findings: [1, 2, 3, 4].map((index) => ({ number: `F-2026-00${index}`, title: 'Rufliste fehlt', phase: 'open', overdue: index === 1 })),
  plans: [{ number: 'K-2026-001', title: 'Ausfall der Rufliste', stage: 'approved', retired: false }],
  drills: [{ number: 'T-2026-001', title: 'Jährlicher Test', phase: 'scheduled', verdict: null }],
  notices: [],
};
const asked = vi.fn<(question: Record<string, unknown>) => void>();

async function show(): Promise<void> {
  play({
    desktop: (order) => {
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      return order.do === 'copyText' || order.do === 'dailyBackup' ? { is: 'done' } : { is: 'desktop', desktop: { ...openDesktop, test: { now: '2026-11-22T10:14:00Z', still: true } } };
    },
    query: (question: Record<string, unknown>) => {
      asked(question);
      if ('home' in question) return { home: quietHome };
      if ('organisation' in question) return { organisation };
      if ('incident' in question) return { incident: incidentView((question['incident'] as { record: string }).record, { title: 'Nach Nummer' }) };
      if ('reports' in question) return { reports: { issued: [{ report: 'b1', number: 'B-2026-003', version: 1, kind: 'postIncident', about: 'r1', aboutNumber: 'N-2026-001', aboutTitle: 'Azure antwortet nicht', aboutTrigger: null, language: 'de', approver: 'p1', hash: 'cd'.repeat(32), pages: 2, issued: '2026-11-20T14:20:00Z' }], waiting: [], waitingReviews: [], waitingTests: [], people: {} } };
      for (const [noun, rows] of Object.entries(governing)) {
        if (!(noun in question)) continue;
        const { search } = question[noun]! as { search: string };
        return { [noun]: { items: rows.filter((row) => `${row.title} ${row.number}`.toLowerCase().includes(search.toLowerCase())), total: 1, all: 1, people: {} } };
      }
      if ('search' in question) return { search: { items: [1, 1, 2].map((index) => ({ record: `r${index}`, number: `N-2026-00${index}`, title: `Key Vault ${index}`, emergency: index === 2, phase: 'closed', text: '', recorded: '2026-11-22T08:00:00Z' })), unindexed: 0 } };
      return { register: { items: [registerRow(1)], total: 1, unindexed: 0 } };
    },
  });
  await render(App);
}

async function shown(title: string): Promise<void> {
  await expect.poll(() => document.getElementById('heading')?.textContent, { timeout: 5000 }).toBe(title);
}

beforeEach(() => {
  asked.mockClear();
  history.replaceState(null, '', '#/heute');
  dispatchEvent(new HashChangeEvent('hashchange'));
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
});

describe('the palette', () => {
  async function open(): Promise<void> {
    await show();
    await shown('Heute');
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'Suchen und Befehle' })).toHaveFocus();
  }
  const current = (): string => document.getElementById(document.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

  it('R02 begins with what was worked on last, and passes axe', async () => {
    await open();
    await expect.poll(current).toContain('N-2026-001');
    expect(await violations()).toEqual([]);
  });

  it('R02 finds records by words, each once, and commands by their names', async () => {
    await open();
    await userEvent.keyboard('key vault');
    await expect.poll(() => document.querySelectorAll('[role=option] .mono').length).toBe(2);
    await expect.poll(() => asked.mock.calls.map(([question]) => question)).toContainEqual({ search: expect.objectContaining({ text: 'key vault', ranked: true }) });
    expect(current()).toContain('Vorfall');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(current).toContain('N-2026-002');
    expect(current()).toContain('Notfall');
  });

  it('R02 runs a command with Enter and leaves the focus to it', async () => {
    await open();
    await expect.poll(current).toContain('N-2026-001');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(current).toContain('Einstellungen');
    await userEvent.keyboard('{Enter}');
    await shown('Einstellungen');
    await expect.element(page.getByTestId('palette')).not.toBeInTheDocument();
  });

  it('R02 keeps what was chosen with the arrows when records come in', async () => {
    await open();
    await userEvent.keyboard('einst{ArrowUp}');
    await expect.poll(current).toContain('Einstellungen');
    await expect.poll(() => asked.mock.calls.some(([question]) => (question['search'] as { text?: string } | undefined)?.text === 'einst')).toBe(true);
    await expect.poll(() => document.querySelectorAll('[role=option] .mono').length).toBe(2);
    expect(current()).toContain('Einstellungen');
    await userEvent.keyboard('{Enter}');
    await shown('Einstellungen');
  });

  it('R02 finds a change request by its number', async () => {
    await open();
    await userEvent.keyboard('a-2026-003');
    await expect.poll(current).toMatch(/Änderungsantrag.*A-2026-003.*Rufliste nach draußen.*Delegiert/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/aenderungen/A-2026-003');
  });

  it('R02 finds what governs by words, in turn, and leaves room for what happened', async () => {
    await open();
    await userEvent.keyboard('rufliste');
    const numbers = (): string[] => [...document.querySelectorAll('[role=option] .mono')].map((one) => one.textContent);
    await expect.poll(numbers).toEqual(['N-2026-001', 'N-2026-002', 'F-2026-001', 'F-2026-002', 'F-2026-003', 'A-2026-003', 'K-2026-001']);
  });

  it('R02 finds a document by its title and by its number', async () => {
    await open();
    await userEvent.keyboard('leitf');
    await expect.poll(() => document.querySelector('[data-testid=palette]')?.textContent ?? '').toMatch(/Wiederherstellungsleitfaden.*L-2026-001.*Leitfaden Druck.*gültig/);
    await userEvent.keyboard('{Control>}a{/Control}l-2026-001');
    await expect.poll(current).toMatch(/L-2026-001.*Leitfaden Druck.*gültig/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/leitfaden/L-2026-001');
  });

  it('R02 finds a record by its number before the text index knows it, and opens it beside the list with Ctrl+Enter', async () => {
    await open();
    await userEvent.keyboard('n-2026-042');
    await expect.poll(current).toContain('Nach Nummer');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await shown('Notfälle');
    await expect.element(page.getByTestId('peek')).toHaveAccessibleName('N-2026-042');
  });

  it('R02 names kind, number and state in its rows', async () => {
    await open();
    await expect.poll(current).toMatch(/Vorfall.*N-2026-001.*In Bewertung/);
  });

  it('R02 finds a report by its number', async () => {
    await open();
    await userEvent.keyboard('b-2026-003');
    await expect.poll(current).toMatch(/B-2026-003.*Azure antwortet nicht.*gültig/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/berichte/B-2026-003');
  });

  it('R11 names what would be taken back', async () => {
    const undo = vi.fn(async () => undefined);
    toasts.add({ text: 'Schweregrad geändert', tone: 'ok', undo });
    await open();
    await userEvent.keyboard('rückgängig');
    await page.getByRole('option', { name: /Rückgängig: Schweregrad geändert/ }).click();
    await expect.poll(() => undo.mock.calls.length).toBe(1);
    toasts.clear();
  });

  it('R05 gives the focus back when it is closed', async () => {
    await show();
    await shown('Heute');
    const button = page.getByTestId('search');
    await button.click();
    await expect.element(page.getByTestId('palette')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(button.element());
  });
});
