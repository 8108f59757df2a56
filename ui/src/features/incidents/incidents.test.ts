import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { speak } from '$i18n/words.svelte';
import type { Desktop } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, organisation, registerRow } from '$ipc/sample';
import type { RegisterQuery } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { reporting } from '$shell/reporting.svelte';
import { router } from '$shell/router.svelte';
import TopBar from '$shell/TopBar.svelte';
import Incidents from './Incidents.svelte';

let asked: RegisterQuery[] = [];
let kept: Desktop;
let total = 250;

async function show(): Promise<void> {
  play({
    desktop: (order) => {
      if (order.do === 'prefer') kept = { ...kept, preferences: order.preferences };
      return { is: 'desktop', desktop: kept };
    },
    query: (question: Record<string, never>) => {
      if ('facets' in question) return { facets: { phases: [['inAssessment', 250]], severities: [], outsideSources: [], emergencies: 0, total } };
      if ('organisation' in question) return { organisation };
      const query = question['register']! as RegisterQuery;
      asked.push(query);
      const found = query.search === 'nichts' ? 0 : total;
      return { register: { items: Array.from({ length: Math.max(0, Math.min(query.limit, found - query.offset)) }, (_, index) => registerRow(query.offset + index + 1)), total: found, unindexed: 0 } };
    },
  });
  await look();
  await render(Incidents, { route: { at: 'notfaelle' } });
  await expect.poll(() => page.getByTestId('count').element().textContent).not.toBe('');
}

const grid = (): HTMLElement => page.getByTestId('register').element() as HTMLElement;

beforeEach(() => {
  asked = [];
  total = 250;
  kept = openDesktop;
  location.hash = '#/notfaelle';
  router.refine({});
});
afterEach(() => {
  stopPlaying();
  forget();
  reporting.stop();
});

describe('the register', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('R30 passes axe in %s and %s, also with a row beside it', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show();
    await expect.poll(() => document.activeElement).toBe(grid());
    await userEvent.keyboard(' ');
    await expect.element(page.getByTestId('peek')).toBeVisible();
    expect(await violations()).toEqual([]);
    wear({ theme: 'light' });
  });

  it('asks for the newest first, says how many there are, and passes axe', async () => {
    await show();
    expect(asked[0]).toMatchObject({ sort: 'began', ascending: false, offset: 0, phases: [], emergency: null });
    await expect.element(page.getByText('250 Einträge')).toBeVisible();
    expect(grid().getAttribute('aria-rowcount')).toBe('251');
    expect(await violations()).toEqual([]);
  });

  it('R06 has the focus in its rows at once and shows a row beside the list with Space', async () => {
    await show();
    await expect.poll(() => document.activeElement).toBe(grid());
    await userEvent.keyboard('{ArrowDown} ');
    await expect.element(page.getByTestId('peek')).toHaveAccessibleName('N-2026-002');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByTestId('peek')).not.toBeInTheDocument();
    expect(document.activeElement).toBe(grid());
  });

  it('R25 filters by keyboard, keeps the filter in the address, and remembers it', async () => {
    await show();
    (page.getByTestId('filter-phase').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitemcheckbox', { name: /In Bewertung/ }).click();
    await expect.poll(() => asked.at(-1)?.phases).toEqual(['inAssessment']);
    expect(router.search).toEqual({ phases: 'inAssessment' });
    await expect.poll(() => kept.preferences.tables['incidents']?.filter).toBe('phases=inAssessment');
  });

  it('R16 says that nothing matches and takes the filters back', async () => {
    await show();
    await page.getByLabelText('Suchen in Notfällen').fill('nichts');
    await expect.element(page.getByText('Zu diesen Filtern passt kein Eintrag.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('filter-reset').click();
    await expect.element(page.getByText('250 Einträge')).toBeVisible();
  });

  it('R16 offers to report the first incident when there is none', async () => {
    total = 0;
    await show();
    await expect.element(page.getByText('Noch ist kein Vorfall erfasst.')).toBeVisible();
    await page.getByRole('button', { name: 'Vorfall melden' }).click();
    expect(reporting.open).toBe(true);
  });

  it('R06 sorts in Rust', async () => {
    await show();
    await page.getByRole('columnheader', { name: 'Titel' }).getByRole('button').click();
    await expect.poll(() => asked.at(-1)).toMatchObject({ sort: 'title', ascending: true });
    await expect.element(page.getByRole('columnheader', { name: 'Titel' })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('fetches the rows that come into sight, and again what went stale', async () => {
    await show();
    await userEvent.keyboard('{End}');
    await expect.poll(() => asked.at(-1)?.offset).toBe(200);
    const before = asked.length;
    total = 251;
    await tell('changed', { stale: ['register'] });
    await expect.poll(() => asked.length).toBeGreaterThan(before);
    await expect.element(page.getByText('251 Einträge')).toBeVisible();
  });

  it('saves a view under a name and opens it again', async () => {
    router.refine({ kind: 'emergencies', q: 'Azure' });
    await show();
    (page.getByTestId('views').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: 'Ansicht sichern …' }).click();
    await page.getByLabelText('Name der Ansicht').fill('Azure');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => kept.preferences.tables['incidents/Azure']?.filter).toBe('q=Azure&kind=emergencies');
    await expect.element(page.getByTestId('views')).toHaveTextContent('Ansicht: Azure');
  });

  it('R14 says why it could not ask, and asks again', async () => {
    let broken = true;
    const query = vi.fn((question: Record<string, never>) => {
      if ('register' in question && broken) throw { code: 'damaged', values: { detail: 'x' } };
      if ('facets' in question) return { facets: { phases: [], severities: [], outsideSources: [], emergencies: 0, total: 0 } };
      if ('organisation' in question) return { organisation };
      return { register: { items: [registerRow(1)], total: 1, unindexed: 0 } };
    });
    play({ desktop: () => ({ is: 'desktop', desktop: openDesktop }), query });
    await look();
    await render(Incidents, { route: { at: 'notfaelle' } });
    await expect.element(page.getByRole('alert')).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await expect.element(page.getByText('Ausfall 1')).toBeVisible();
  });

  it('R15 says at the field that a view has no name yet', async () => {
    router.refine({ q: 'Azure' });
    await show();
    await page.getByTestId('views').click();
    await page.getByRole('menuitem', { name: 'Ansicht sichern …' }).click();
    await userEvent.keyboard('{Enter}');
    const name = page.getByLabelText('Name der Ansicht');
    await expect.element(name).toHaveAttribute('aria-invalid', 'true');
    await expect.element(name).toHaveFocus();
  });

  it('R25 keeps the width of a column that is changed by keyboard', async () => {
    await show();
    (page.getByRole('columnheader', { name: 'Nummer' }).getByRole('button').element() as HTMLElement).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
    await expect.poll(() => kept.preferences.tables['incidents']?.widths['number']).toBe(152);
  });

  it('R29 becomes a paper under the filters and in the order that are chosen', async () => {
    router.refine({ kind: 'emergencies', q: 'Azure', sort: '-title' });
    await show();
    await render(TopBar, { acting: null, onsearch: () => undefined });
    await page.getByTestId('as-pdf').click();
    await expect.poll(() => location.hash).toBe('#/berichte?q=Azure&kind=emergencies&sort=-title&paper=register');
    location.hash = '#/notfaelle?phases=declared';
    await expect.poll(() => router.search).toEqual({ phases: 'declared' });
    commands().find((command) => command.label === 'Als PDF')?.run();
    await expect.poll(() => location.hash).toBe('#/berichte?phases=declared&paper=register');
  });
});
