import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../design/tests/axe';
import { wear } from '../design/look.svelte';
import { stopClock } from '../design/now.svelte';
import { toasts } from '../design/toasts.svelte';
import type { Desktop, DesktopOrder } from '$ipc/contract/desktop';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, incidentView, organisation, quietHome, registerRow } from '$ipc/sample';
import App from '../App.svelte';
import { router } from './router.svelte';
import type { HomeView } from '$ipc/wire';

let kept: Desktop;
const one: HomeView['running'][number] = { record: 'r7', number: 'N-2026-007', title: 'Azure antwortet nicht', phase: 'declared', since: { at: '2026-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, lead: null };
let running = [one];
let tests: HomeView['tests'] = [];
/** The backup of the day is not made. */
let failing = false;
/** Preferences cannot be kept. */
let full = false;
/** What the core answers cannot be drawn. */
let broken = false;
const heard = vi.fn<(order: DesktopOrder) => void>();
const asked = vi.fn<(question: Record<string, unknown>) => void>();
const heading = (): HTMLElement => document.getElementById('heading')!;

async function show(change: Partial<Desktop> = {}): Promise<void> {
  kept = { ...openDesktop, test: { now: '2026-11-22T10:14:00Z', still: true }, ...change };
  play({
    desktop: (order) => {
      heard(order);
      if (order.do === 'prefer' && full) throw { code: 'fileFailed', values: { path: 'Lotse/desktop.json', reason: 'kein Platz' } };
      if (order.do === 'prefer') kept = { ...kept, preferences: order.preferences };
      if (order.do === 'actAs') kept = { ...kept, workspace: { ...kept.workspace!, acting: order.person } };
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      if (order.do === 'dailyBackup' && failing) throw { code: 'backupFailed', values: { reason: 'kein Platz' } };
      if (order.do === 'backUpNow') return { is: 'backups', backups: { folder: '', days: 14, months: 12, made: [] } };
      return order.do === 'copyText' || order.do === 'dailyBackup' ? { is: 'done' } : { is: 'desktop', desktop: kept };
    },
    query: (question: Record<string, never>) => {
      // The bell asks when the window is at rest, whatever is under way.
      if (!('inbox' in question)) asked(question);
      if ('register' in question && broken) return { register: { items: [null], total: 1, unindexed: 0 } };
      if ('home' in question) return { home: { ...quietHome, running, tests } };
      if ('organisation' in question) return { organisation };
      if ('incident' in question) return { incident: incidentView((question['incident'] as { record: string }).record, { title: 'Nach Nummer' }) };
      if ('facets' in question) return { facets: { phases: [], severities: [], outsideSources: [], emergencies: 0, total: 1 } };
      if ('search' in question) return { search: { items: [1, 2].map((index) => ({ record: `r${index}`, number: `N-2026-00${index}`, title: `Key Vault ${index}`, emergency: index === 2, phase: 'closed', text: '', recorded: '2026-11-22T08:00:00Z' })), unindexed: 0 } };
      return { register: { items: [registerRow(1)], total: 1, unindexed: 0 } };
    },
  });
  await render(App);
}

async function shown(title: string): Promise<void> {
  await expect.poll(() => heading()?.textContent, { timeout: 5000 }).toBe(title);
}

beforeEach(() => {
  heard.mockClear();
  asked.mockClear();
  history.replaceState(null, '', '#/heute');
  dispatchEvent(new HashChangeEvent('hashchange'));
});
afterEach(() => {
  running = [one];
  failing = false;
  full = false;
  broken = false;
  stopClock(null);
  wear({ theme: 'light', zoom: 100, singleKeys: true });
  stopPlaying();
  forget();
});

describe('the shell', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('R30 passes axe in %s and %s', async (theme, language) => {
    await show({ preferences: { ...openDesktop.preferences, look: theme, language } });
    await shown(language === 'de' ? 'Heute' : 'Today');
    await expect.element(page.getByTestId('running')).toBeVisible();
    expect(document.documentElement.lang).toBe(language);
    expect(await violations()).toEqual([]);
  });

  it('says which test runs, how far it is, and leads to it', async () => {
    tests = [{ record: 't1', number: 'T-2026-001', title: 'Ausfall der Region', interrupted: false, since: one.since!, steps: ['4'], done: 3, all: 11, coordinator: 'p1' }];
    await show();
    await expect.element(page.getByTestId('running-test')).toHaveTextContent(/Test läuft.*T-2026-001.*Schritt 4 · 3 von 11 erledigt/);
    await expect.element(page.getByTestId('running-test')).toHaveAttribute('href', '#/tests/T-2026-001/live');
    tests = [];
  });

  it('R24 names the newest of many running emergencies and the way to the others', async () => {
    running = ['r7', 'r8', 'r9'].map((record) => ({ ...running[0]!, record, number: `N-2026-00${record[1]}` }));
    await show({});
    await shown('Heute');
    await expect.element(page.getByTestId('running-more')).toHaveTextContent('und ein weiterer laufender Notfall');
    expect(page.getByTestId('running').elements().map((strip) => strip.textContent?.match(/N-2026-\d+/)?.[0])).toEqual(['N-2026-007', 'N-2026-008']);
  });

  it('R14 says that a screen could not be drawn, and draws the next one that somebody goes to', async () => {
    broken = true;
    await show();
    await shown('Heute');
    router.go({ at: 'notfaelle' });
    const crashed = page.getByText('Diese Ansicht konnte nicht gezeichnet werden', { exact: false });
    await expect.element(crashed).toBeVisible();
    router.go({ at: 'heute' });
    await shown('Heute');
    await expect.element(crashed).not.toBeInTheDocument();
    await expect.element(page.getByTestId('as-pdf')).toBeVisible();
  });

  it('R14 says that the backup of the day was not made, until one is', async () => {
    failing = true;
    await show();
    await expect.element(page.getByText('Die Sicherung von heute ist nicht gelungen.')).toBeVisible();
    await expect.element(page.getByText('kein Platz', { exact: false })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('backup-again').click();
    await expect.element(page.getByText('Die Sicherung von heute ist nicht gelungen.')).not.toBeInTheDocument();
  });

  it('R03 goes to an area with G and its letter and puts the focus on the heading', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    await expect.poll(() => document.querySelector('nav [aria-current=page]')?.textContent).toContain('Notfälle');
    await userEvent.keyboard('gh');
    await shown('Heute');
    await expect.poll(() => document.activeElement).toBe(heading());
  });

  it('R25 keeps what the next window asks for before its screen stands', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    await expect.poll(() => (JSON.parse(localStorage.getItem('lotse.ahead') ?? '{}') as { view?: string }).view).toBe('notfaelle');
    await expect.poll(() => {
      const { questions } = JSON.parse(localStorage.getItem('lotse.ahead')!) as { questions: string[] };
      return questions.flatMap((question) => Object.keys(JSON.parse(question) as object)).sort();
    }).toEqual(['facets', 'home', 'organisation', 'register']);
  });

  it('R03 never takes single keys out of a field, nor when they are switched off', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    await page.getByLabelText('Suchen in Notfällen').fill('');
    (page.getByLabelText('Suchen in Notfällen').element() as HTMLElement).focus();
    await userEvent.keyboard('gh n?');
    await shown('Notfälle');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    (document.activeElement as HTMLElement).blur();
    wear({ singleKeys: false });
    await userEvent.keyboard('gh');
    await shown('Notfälle');
  });

  it('R01 lets arrows go on through the tabs of a screen whose parts have addresses', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('ge');
    await shown('Einstellungen');
    (page.getByRole('tab', { name: 'Darstellung' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => location.hash).toBe('#/einstellungen/erinnerungen');
    await expect.element(page.getByRole('tab', { name: 'Erinnerungen' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => location.hash).toBe('#/einstellungen/organisation');
    await expect.element(page.getByRole('tab', { name: 'Organisation' })).toHaveFocus();
  });

  it('R03 lists the shortcuts that are valid here', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
    await expect.element(page.getByText('Vorfall melden').last()).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('R03 lists the keys of the list that is shown', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await expect.element(page.getByTestId('register')).toBeVisible();
    await userEvent.keyboard('?');
    const dialog = page.getByRole('dialog', { name: 'Tastenkürzel' });
    for (const line of ['Zeile danach↓', 'Zeile daneben zeigenLeertaste', 'Zeile öffnenEnter']) await expect.element(dialog).toHaveTextContent(line);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('R01 reports an incident from everywhere with N', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('n');
    await expect.element(page.getByTestId('report-title')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('R19 zooms, keeps the zoom, and at 200 % nothing scrolls sideways and nothing is lost', async () => {
    await page.viewport(1024, 700);
    await show({ preferences: { ...openDesktop.preferences, zoom: 175 } });
    await shown('Heute');
    await userEvent.keyboard('{Control>}+{/Control}');
    await expect.poll(() => kept.preferences.zoom).toBe(200);
    await expect.poll(() => getComputedStyle(document.documentElement).fontSize).toBe('32px');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1024);
    await expect.element(page.getByTestId('report')).toBeVisible();
    await expect.element(page.getByTestId('search')).toBeVisible();
    await userEvent.keyboard('{Control>}0{/Control}');
    await expect.poll(() => kept.preferences.zoom).toBe(100);
    await page.viewport(1280, 800);
  });

  it('R26 copies a deep link to where it is', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
    await expect.poll(() => heard.mock.lastCall?.[0]).toEqual({ do: 'copyText', text: 'lotse://heute' });
  });

  it('changes the language without a reload', async () => {
    await show();
    await shown('Heute');
    const { prefer } = await import('$ipc/desktop.svelte');
    await prefer({ language: 'en' });
    await shown('Today');
  });

  it('R16 says so when an address leads nowhere', async () => {
    await show({ link: 'nirgends' });
    await shown('Diese Seite gibt es nicht.');
    await page.getByRole('button', { name: 'Zu „Heute“' }).click();
    await shown('Heute');
  });

  it('R25 opens where it was left, and a link wins over that', async () => {
    await show({ preferences: { ...openDesktop.preferences, lastView: 'notfaelle' } });
    await shown('Notfälle');
  });

  it('R25 opens at the part of the record where it was left, and notes the one where it is', async () => {
    await show({ preferences: { ...openDesktop.preferences, lastView: 'notfaelle/N-2026-001?tab=recovery' } });
    await expect.poll(() => location.hash).toBe('#/notfaelle/N-2026-001?tab=recovery');
    expect(router.search).toEqual({ tab: 'recovery' });
    router.go({ at: 'notfall', number: 'N-2026-001' }, { tab: 'team' });
    await expect.poll(() => kept.preferences.lastView).toBe('notfaelle/N-2026-001?tab=team');
    router.refine({});
    await expect.poll(() => kept.preferences.lastView).toBe('notfaelle/N-2026-001');
  });

  it('R25 opens at "Heute" after three crashes, wherever it was left', async () => {
    await show({ crashes: 3, preferences: { ...openDesktop.preferences, lastView: 'notfaelle' } });
    await shown('Heute');
  });

  it('R14 goes on where what a person prefers cannot be kept, tries once a step, and says so in one place', async () => {
    full = true;
    toasts.clear();
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    const tried = (): number => heard.mock.calls.filter(([order]) => order.do === 'prefer').length;
    await expect.poll(tried).toBeGreaterThan(0);
    const before = tried();
    await userEvent.keyboard('gh');
    await shown('Heute');
    await expect.poll(tried).toBe(before + 1);
    await expect.poll(() => toasts.list.map((toast) => toast.tone)).toEqual(['danger']);
    expect(tried()).toBe(before + 1);
    full = false;
    toasts.list[0]!.again?.();
    await expect.poll(() => kept.preferences.lastView).toBe('heute');
    await expect.poll(() => toasts.list).toEqual([]);
  });

  it('asks who acts before anything else, and remembers it', async () => {
    await show({ workspace: { ...openDesktop.workspace!, acting: null } });
    await shown('Wer sind Sie?');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Als Jonas Weidlich arbeiten' }).click();
    await shown('Heute');
    expect(heard.mock.calls.map(([order]) => order)).toContainEqual({ do: 'actAs', person: 'p2' });
    await expect.element(page.getByText('Jonas Weidlich')).toBeVisible();
  });

  it('R01 lets the next person go on from any screen, once the palette is asked for the name', async () => {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    await userEvent.keyboard('{Control>}k{/Control}');
    const offered = page.getByRole('option', { name: 'Als Jonas Weidlich arbeiten' });
    await expect.element(page.getByRole('option', { name: 'Vorfall melden' })).toBeVisible();
    await expect.element(offered).not.toBeInTheDocument();
    await userEvent.keyboard('Jonas');
    await expect.element(offered).toBeVisible();
    await expect.element(page.getByRole('option', { name: 'Als Anna Berg arbeiten' })).not.toBeInTheDocument();
    await expect.poll(() => page.getByRole('option').elements().length).toBe(3);
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(offered).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => kept.workspace?.acting).toBe('p2');
    await shown('Notfälle');
  });

  it('says that a workspace is read-only, and why nothing can be reported', async () => {
    await show({ workspace: { ...openDesktop.workspace!, readOnly: true } });
    await expect.element(page.getByText(/schreibgeschützt geöffnet\. Ansehen/)).toBeVisible();
    await expect.element(page.getByTestId('report')).toHaveAccessibleDescription('Die Arbeitsmappe ist schreibgeschützt geöffnet.');
    await userEvent.keyboard('n');
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });
});

describe('what would be lost', () => {
  async function type(): Promise<void> {
    await show();
    await shown('Heute');
    await userEvent.keyboard('gn');
    await shown('Notfälle');
    await userEvent.keyboard('n');
    await expect.element(page.getByTestId('report-title')).toHaveFocus();
    await userEvent.keyboard('Halb getippt');
  }

  it('R05 a link from outside asks before it leaves a dialog with something typed', async () => {
    await type();
    await tell('link', { route: 'berichte' });
    await expect.element(page.getByText('Die Eingaben verwerfen?')).toBeVisible();
    await shown('Notfälle');
    await page.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    await expect.element(page.getByTestId('report-title')).toHaveValue('Halb getippt');
    await tell('link', { route: 'einstellungen' });
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
    await shown('Einstellungen');
  });

  it('R05 going back asks too, and whoever stays keeps the address', async () => {
    await type();
    history.back();
    await expect.element(page.getByText('Die Eingaben verwerfen?')).toBeVisible();
    await page.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    await expect.poll(() => location.hash).toBe('#/notfaelle');
    await expect.element(page.getByTestId('report-title')).toHaveValue('Halb getippt');
    await userEvent.keyboard('{Escape}{Escape}');
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
  });

  it('R26 a file of a second start is opened', async () => {
    await show();
    await shown('Heute');
    await tell('file', { id: 'w1', name: 'Loftware Cloud' });
    await tell('file', { id: 'w2', name: 'Andere' });
    await expect.poll(() => heard.mock.calls.map(([order]) => order).filter((order) => order.do === 'openRecent')).toEqual([{ do: 'openRecent', id: 'w2', passphrase: null }]);
  });
});
