/** Whole screens in the usual window: what stands in a row, and what in its card. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation, quietHome, registerRow } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { Need } from '$ipc/wire';
import App from '../App.svelte';
import { router } from './router.svelte';

const need = (urgency: Need['urgency'], hour: number): Need => ({ kind: 'nextUpdate', record: 'r1', number: 'N-2026-001', title: 'Azure antwortet nicht', text: '', due: { at: `2026-11-22T${hour}:02:00Z`, zone: 'Europe/Berlin', precision: 'exact' }, urgency, owner: null });
const boxes = (selector: string): DOMRect[] => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());

/** The sample's names, German, 1280 wide. */
beforeEach(async () => {
  await page.viewport(1280, 800);
  play({
    desktop: (order) => (order.do === 'drafts' ? { is: 'drafts', drafts: [] } : order.do === 'look' || order.do === 'prefer' ? { is: 'desktop', desktop: { ...openDesktop, test: { now: '2026-11-22T10:14:00Z', still: true } } } : { is: 'done' }),
    query: (question: object) => {
      if ('home' in question) return { home: { ...quietHome, needs: [need('late', 10), need('day', 12)] } };
      if ('organisation' in question) return { organisation };
      if ('incident' in question) return { incident: { ...incident, phase: 'analysed', milestones: incident.milestones.map((held) => ({ ...held, moment: ['recoveryStarted', 'running', 'restored', 'ended'].includes(held.milestone) ? null : held.moment })) } };
      if ('facets' in question) return { facets: { phases: [['closed', 1204]], severities: [['high', 1204]], outsideSources: [['statuspage/cloud', 12]], emergencies: 17, total: 1204 } };
      return { register: { items: [registerRow(1)], total: 1204, unindexed: 0 } };
    },
  });
  history.replaceState(null, '', '#/heute');
  dispatchEvent(new HashChangeEvent('hashchange'));
  await render(App);
  await expect.element(page.getByTestId('as-pdf')).toBeVisible();
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
});

it('the rows of "Heute" begin at one line, whichever card they stand in', async () => {
  await expect.poll(() => boxes('.needs .what').length, { timeout: 8000 }).toBe(2);
  const [late, soon] = boxes('.needs .what');
  expect(late!.left).toBe(soon!.left);
});

it('the filters of the register stand in one row, and more of them when they are wanted', async () => {
  router.go({ at: 'notfaelle' });
  await expect.element(page.getByTestId('count')).toHaveTextContent('1.204 Einträge');
  const middles = boxes('.filters > *').map(({ top, height }) => Math.round(top + height / 2));
  expect(middles.length).toBeGreaterThan(6);
  expect(new Set(middles).size, middles.join(' ')).toBe(1);
  await page.getByTestId('filter-more').click();
  await page.getByRole('menuitem', { name: 'Ursache' }).click();
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Plattform des Anbieters' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTestId('filter-causes')).toHaveFocus();
});

it('what is to be done next about a recovery stands in its card, two moments a row', async () => {
  router.go({ at: 'notfall', number: incident.number }, { tab: 'recovery' });
  await expect.poll(() => boxes('.moments li').length, { timeout: 8000 }).toBe(4);
  const card = document.querySelector('.moments')!.getBoundingClientRect();
  for (const { left, right } of boxes('.moments li > *')) {
    expect(left).toBeGreaterThanOrEqual(card.left);
    expect(right).toBeLessThanOrEqual(card.right);
  }
  expect(boxes('.moments li').map(({ top }) => top).filter((top, index, all) => all.indexOf(top) === index)).toHaveLength(2);
});
