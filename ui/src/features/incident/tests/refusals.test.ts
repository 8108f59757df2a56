import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { Preview, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';
import type { Tab } from '../tabs';

let refuse: unknown = null;
let foreseen: Preview;

async function show(tab: Tab): Promise<void> {
  play({
    desktop: (order) => {
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      return { is: 'done' };
    },
    query: (question: Question) => ('incident' in question ? { incident } : 'previewMilestone' in question ? { preview: foreseen } : { organisation }),
    execute: () => {
      throw refuse;
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, tab === 'course' ? {} : { tab });
  await expect.poll(() => router.search['tab'] ?? 'course').toBe(tab);
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(page.getByTestId('incident-header')).toBeVisible();
}

beforeEach(() => {
  foreseen = { refusal: null, durations: [{ kind: 'toNotice', before: 240, after: 600 }], clocksBefore: [], clocksAfter: [], objectives: [] };
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('a refusal', () => {
  it('R15 of a moved moment stands at the moment', async () => {
    refuse = { code: 'endBeforeStart', values: { start: 'impactStart', end: 'running' } };
    await show('situation');
    await page.getByTestId('move-noticed').click();
    await page.getByTestId('milestone-at').fill('22.11. 08:12');
    await page.getByTestId('milestone-reason').fill('Laut Lastverteiler');
    await page.getByTestId('milestone-save').click();
    await expect.element(page.getByTestId('milestone-at')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByRole('link', { name: /läge vor/ })).toBeVisible();
    await expect.element(page.getByTestId('milestone-reason')).toHaveValue('Laut Lastverteiler');
  });

  it('R15 of a moment that cannot be is said in place of what would change', async () => {
    foreseen = { ...foreseen, refusal: { code: 'inTheFuture', at: '2026-11-23T07:00:00Z' }, durations: [] };
    await show('situation');
    await page.getByTestId('move-noticed').click();
    await page.getByTestId('milestone-at').fill('23.11. 08:00');
    await expect.element(page.getByTestId('milestone-preview')).toHaveTextContent('Der Zeitpunkt 23.11.2026 08:00 MEZ liegt in der Zukunft.');
    await expect.element(page.getByTestId('milestone-preview')).not.toHaveTextContent('ändert sich nichts');
    expect(await violations()).toEqual([]);
  });

  it('R15 of a ticket that is there already stands at its number', async () => {
    refuse = { code: 'ticketTaken', values: { ticket: 'Zammad 48117' } };
    await show('tickets');
    await page.getByTestId('add-ticket').click();
    await page.getByTestId('ticket-number').fill('48117');
    await page.getByTestId('ticket-save').click();
    await expect.element(page.getByTestId('ticket-number')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByRole('link', { name: /Zammad 48117/ })).toBeVisible();
  });

  it('R15 of an entry in the future stands at its moment', async () => {
    refuse = { code: 'inTheFuture', values: { at: '2026-11-23T07:00:00Z' } };
    await show('course');
    await page.getByTestId('entry-text').fill('Anmeldung geht wieder');
    await page.getByTestId('entry-at').fill('23.11. 08:00');
    await page.getByTestId('entry-add').click();
    await expect.element(page.getByTestId('entry-at')).toHaveAttribute('aria-invalid', 'true');
    expect(page.getByTestId('entry-text').element().hasAttribute('aria-invalid')).toBe(false);
  });
});
