import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { stopClock } from '../../design/now.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, organisation, quietHome } from '$ipc/sample';
import type { HomeView, Need, NeedKind, Urgency } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import TopBar from '$shell/TopBar.svelte';
import { groups } from './needs';
import Today from './Today.svelte';

const now = new Date('2026-11-22T10:14:00Z');
const need = (kind: NeedKind, due: string | null, urgency: Urgency = 'open'): Need => ({ kind, record: 'r1', number: 'N-2026-001', title: 'Azure antwortet nicht', text: '', due: due ? { at: due, zone: 'Europe/Berlin', precision: 'exact' } : null, urgency, owner: null });
let home: HomeView;
let mine = 0;

async function show(): Promise<void> {
  play({ desktop: () => ({ is: 'desktop', desktop: openDesktop }), query: (question: object) => ('home' in question ? { home } : 'notices' in question ? { notices: { items: [], total: mine, open: mine, people: {} } } : { organisation }) });
  await look();
  await render(Today, { route: { at: 'heute' } });
}

beforeEach(() => {
  home = quietHome;
  mine = 0;
  stopClock(now);
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
});

describe('today', () => {
  it('sorts by how soon: late, within a day, without a date, later', () => {
    const found = groups([need('providerReview', '2026-12-01T00:00:00Z', 'later'), need('decision', null), need('waitingLimit', '2026-11-22T12:00:00Z', 'day'), need('nextUpdate', '2026-11-22T10:00:00Z', 'late')]);
    expect(found.map((group) => [group.id, group.needs[0]?.kind])).toEqual([['late', 'nextUpdate'], ['day', 'waitingLimit'], ['open', 'decision'], ['later', 'providerReview']]);
  });

  it('R24 shows a running emergency with its clock, who leads it, and what it promised', async () => {
    home = { ...quietHome, running: [{ record: 'r1', number: 'N-2026-001', title: 'Azure antwortet nicht', phase: 'waitingForProvider', since: { at: '2026-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, lead: 'p2' }], needs: [need('nextUpdate', '2026-11-22T10:02:00Z', 'late')] };
    await show();
    const card = page.getByTestId('running-card');
    await expect.element(card).toHaveTextContent('02:14');
    await expect.element(card).toHaveTextContent('Leitung: Jonas Weidlich');
    await expect.element(card).toHaveTextContent('überfällig seit 12 min');
    await expect.element(page.getByRole('heading', { name: 'Überfällig' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('R24 shows the newest of many with all that they promised, and the way to the others', async () => {
    const running = Array.from({ length: 7 }, (_, at) => ({ record: `r${at}`, number: `N-2026-00${at}`, title: 'Azure antwortet nicht', phase: 'declared' as const, since: { at: '2023-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const }, lead: null }));
    home = { ...quietHome, running };
    await show();
    await expect.element(page.getByTestId('running-card').first()).toHaveTextContent('1.096 Tage 2 h');
    expect(page.getByTestId('running-card').elements()).toHaveLength(5);
    await expect.element(page.getByRole('link', { name: 'und 2 weitere laufende Notfälle' })).toHaveAttribute('href', '#/notfaelle?phases=declared%2CteamFormed%2Canalysed%2CwaitingForProvider%2CownRecovery%2Crestored');
    expect(await violations()).toEqual([]);
  });

  it('does not count up from a beginning that nobody recorded', async () => {
    home = { ...quietHome, running: [{ record: 'r1', number: 'N-2026-001', title: 'Azure', phase: 'declared', since: null, lead: null }] };
    await show();
    await expect.element(page.getByTestId('running-card')).toHaveTextContent('Beginn nicht erfasst');
    await expect.element(page.getByTestId('running-card')).toHaveTextContent('noch nicht bestimmt');
  });

  it('says how many notices wait for the person who acts, and leads to them', async () => {
    mine = 2;
    home = { ...quietHome, needs: [{ ...need('acknowledgement', '2026-12-01T22:59:00Z', 'later'), number: 'M-2026-001', title: 'Rufliste' }] };
    await show();
    await expect.element(page.getByTestId('my-notices')).toHaveTextContent('2 Mitteilungen warten auf Ihre Bestätigung');
    await expect.element(page.getByRole('link', { name: 'Mitteilungen ansehen' })).toHaveAttribute('href', '#/mitteilungen');
    await expect.element(page.getByRole('link', { name: /Mitteilung zu bestätigen/ })).toHaveAttribute('href', '#/mitteilungen/M-2026-001');
    expect(await violations()).toEqual([]);
  });

  it('R16 says that nothing is due, and that there is nothing at all', async () => {
    await show();
    await expect.element(page.getByText('Heute ist nichts fällig.')).toBeVisible();
    home = { ...quietHome, recent: [], incidents: 0 };
    await tell('changed', { stale: ['register'] });
    expect(await violations()).toEqual([]);
  });

  it('asks again when its view went stale', async () => {
    const { keepFresh } = await import('$ipc/live.svelte');
    await show();
    await expect.element(page.getByText('Heute ist nichts fällig.')).toBeVisible();
    const stop = keepFresh();
    home = { ...quietHome, needs: [need('decision', null)] };
    await tell('changed', { stale: ['home'] });
    await expect.element(page.getByText('Eskalation entscheiden')).toBeVisible();
    stop();
  });

  it('R16 names the next deadline when nothing is due today', async () => {
    home = { ...quietHome, needs: [need('providerReview', '2026-12-01T09:00:00Z', 'later')] };
    await show();
    await expect.element(page.getByTestId('next')).toHaveTextContent('Heute ist nichts fällig. Nächste Frist: 01.12.2026 10:00 MEZ (N-2026-001).');
  });

  it('opens the first thing that needs somebody', async () => {
    home = { ...quietHome, needs: [need('decision', null), need('nextUpdate', '2026-11-22T10:02:00Z', 'late')] };
    await show();
    await expect.element(page.getByText('Eskalation entscheiden')).toBeVisible();
    commands().find((command) => command.keys === 'o')?.run();
    await expect.poll(() => location.hash).toBe('#/notfaelle/N-2026-001');
  });

  it('R29 becomes a paper, by its button and by the palette', async () => {
    await show();
    await render(TopBar, { acting: null, onsearch: () => undefined });
    await page.getByTestId('as-pdf').click();
    await expect.poll(() => location.hash).toBe('#/berichte?paper=today');
    location.hash = '#/heute';
    await expect.poll(() => location.hash).toBe('#/heute');
    const command = commands().find((one) => one.label === 'Als PDF');
    expect(command?.keys).toBe('mod+p');
    command?.run();
    await expect.poll(() => location.hash).toBe('#/berichte?paper=today');
  });
});
