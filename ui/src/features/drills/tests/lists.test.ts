import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import { drillRow, planRow, planView } from '$ipc/sample-drill';
import type { CoverageView, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import Tests from '../Tests.svelte';
import { asked, lastCommand, ordered, playing, stop } from './playing';

const coverage: CoverageView = {
  day: '2026-11-22',
  coverage: {
    cells: [
      { plan: 'plan1', number: 'K-2026-001', scenario: 'Region fällt aus', service: 's2', step: 'k1', stepNumber: '1', stepTitle: 'Abschalten', person: 'p1', deputy: false, last: '2026-03-01', age: 'fresh' },
      { plan: 'plan1', number: 'K-2026-001', scenario: 'Region fällt aus', service: 's2', step: 'k1', stepNumber: '1', stepTitle: 'Abschalten', person: 'p2', deputy: true, last: null, age: 'never' },
    ],
    open: 1,
    proposals: [{ plan: 'plan1', number: 'K-2026-001', title: 'Ausfall der Region', version: 1, cast: 'deputies', closes: 1 }],
  },
  people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' },
};

async function show(tab = 'tests', empty = false): Promise<void> {
  await playing((question: Question) => {
    if ('drills' in question) return { drills: empty ? { items: [], total: 0, people: {} } : { items: [drillRow], total: 1, people: {} } };
    if ('plans' in question) return { plans: empty ? { items: [], total: 0 } : { items: [planRow], total: 1 } };
    if ('plan' in question) return { plan: planView([]) };
    return { coverage };
  });
  router.go({ at: 'tests' }, tab === 'tests' ? {} : { tab });
  await expect.poll(() => router.route.at).toBe('tests');
  await render(Tests, { route: { at: 'tests' } });
}
afterEach(stop);

describe('the tests', () => {
  it('R30 are listed, filtered and sorted by the core', async () => {
    await show();
    await expect.element(page.getByRole('row', { name: /T-2026-001/ })).toHaveTextContent(/Läuft/);
    expect(await violations()).toEqual([]);
    await page.getByRole('searchbox', { name: 'Tests durchsuchen' }).fill('region');
    await expect.poll(() => asked.mock.calls.map(([question]) => ('drills' in question ? question.drills.search : null))).toContain('region');
    await page.getByRole('columnheader', { name: /Titel/ }).getByRole('button').first().click();
    await expect.poll(() => asked.mock.calls.some(([question]) => 'drills' in question && question.drills.sort === 'title' && question.drills.ascending)).toBe(true);
  });

  it('R16 say that there are none and what to do', async () => {
    await show('tests', true);
    await expect.element(page.getByText('Noch ist kein Test angesetzt.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('R01 are scheduled by keyboard from a plan that was approved', async () => {
    await show();
    await expect.element(page.getByRole('row', { name: /T-2026-001/ })).toBeVisible();
    commands().find((command) => command.id === 'drill-create')?.run();
    await page.getByTestId('schedule-send').click();
    await expect.element(page.getByText('Es fehlt, nach welchem Aktionsplan getestet wird.').first()).toBeVisible();
    await page.getByTestId('schedule-plan').fill('Ausfall');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('schedule-planned').fill('1.12.2026 09:00');
    await page.getByTestId('schedule-lead').fill('Anna');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await violations()).toEqual([]);
    await page.getByTestId('schedule-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(lastCommand()).toMatchObject({ drill: { schedule: { plan: 'plan1', version: 1, unapproved: '', planned: { at: '2026-12-01T08:00:00Z' }, arrangement: { lead: 'p1', participants: [{ person: 'p1', role: 'Technik' }] } } } });
    await expect.poll(() => router.route).toEqual({ at: 'test', number: 'T-2026-002' });
  });
});

describe('the action plans', () => {
  it('R30 are listed and opened', async () => {
    await show('plans');
    await expect.element(page.getByRole('row', { name: /K-2026-001/ })).toHaveTextContent(/Vollübung.*Freigegeben/);
    expect(await violations()).toEqual([]);
    await page.getByRole('row', { name: /K-2026-001/ }).click();
    await expect.poll(() => router.route).toEqual({ at: 'aktionsplan', number: 'K-2026-001' });
  });

  it('R15 begin with a title', async () => {
    await show('plans', true);
    commands().find((command) => command.id === 'drill-create')?.run();
    await page.getByTestId('plan-open').click();
    await expect.element(page.getByRole('link', { name: 'Der Titel fehlt.' })).toBeVisible();
    await page.getByTestId('plan-title').fill('Druckserver weg');
    await page.getByTestId('plan-open').click();
    await expect.poll(lastCommand).toMatchObject({ plan: { open: { content: { about: { title: 'Druckserver weg', kind: 'functionTest' }, steps: [] } } } });
  });
});

describe('the coverage', () => {
  it('R30 says who proved which step when, and proposes the test that closes most', async () => {
    await show('coverage');
    await expect.element(page.getByTestId('proposal')).toHaveTextContent(/K-2026-001.*mit den Vertretungen.*1 von 1/);
    await expect.element(page.getByRole('row', { name: /Abschalten Jonas Weidlich/ })).toHaveTextContent('nie');
    await expect.element(page.getByRole('row', { name: /Abschalten Anna Berg/ })).toHaveTextContent('01.03.2026');
    expect(await violations()).toEqual([]);
  });

  it('carries over who is proposed: those who stand in', async () => {
    await show('coverage');
    await page.getByTestId('proposal-schedule').click();
    await expect.element(page.getByTestId('schedule')).toHaveTextContent(/Jonas Weidlich/);
    await page.getByTestId('schedule-planned').fill('1.12.2026 09:00');
    await page.getByTestId('schedule-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { schedule: { plan: 'plan1', version: 1, arrangement: { participants: [{ person: 'p2', role: 'Technik', deputyFor: 'p1' }] } } } });
  });
});
