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
import type { IncidentCommand, Order, Preview, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';
import type { Tab } from '../tabs';

let refuse: unknown = null;
let ordered: IncidentCommand[] = [];
let foreseen: Preview;

async function show(tab: Tab): Promise<void> {
  play({
    desktop: (order) => {
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      return { is: 'done' };
    },
    query: (question: Question) => ('incident' in question ? { incident } : 'previewMilestone' in question ? { preview: foreseen } : { organisation }),
    execute: (order: Order) => {
      if (refuse) throw refuse;
      if ('incident' in order.command) ordered.push(order.command.incident);
      return { order: order.id, record: incident.id, number: null, events: [], undoable: false, stale: [] };
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, tab === 'course' ? {} : { tab });
  await expect.poll(() => router.search['tab'] ?? 'course').toBe(tab);
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(page.getByTestId('incident-header')).toBeVisible();
}

beforeEach(() => {
  refuse = null;
  ordered = [];
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

describe('what is typed and cannot be read', () => {
  it('R15 sends no number that cannot be read, and erases nothing with it', async () => {
    await show('situation');
    await page.getByTestId('state-impact').click();
    await page.getByRole('textbox', { name: 'Anteil betroffener Benutzer' }).fill('125');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByRole('link', { name: /zwischen 0 und 100/ })).toBeVisible();
    expect(ordered).toEqual([]);
    await page.getByRole('textbox', { name: 'Anteil betroffener Benutzer' }).fill('12,5');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.poll(() => ordered[0]).toMatchObject({ stateImpact: { figures: { usersPermille: 125, tenants: 46 } } });
  });

  it('R15 sends no moment that cannot be read, also where none is needed', async () => {
    await show('provider');
    await page.getByTestId('limit').click();
    const until = page.getByRole('textbox', { name: 'Warten bis' });
    await until.fill('quatsch');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    expect(ordered).toEqual([]);
    await expect.element(until).toHaveValue('quatsch');
  });

  it('R15 assigns nobody in silence: a name that is no choice stays and is refused, one typed in full counts', async () => {
    await show('team');
    await page.getByTestId('assign-recovery').click();
    await page.getByTestId('assign-person').fill(organisation.people[0]!.name ?? '');
    const deputy = page.getByRole('combobox', { name: 'Stellvertretung' });
    await deputy.fill('Niemand Da');
    await page.getByTestId('assign-send').click();
    await expect.element(page.getByRole('link', { name: /„Niemand Da“ steht nicht zur Wahl/ })).toBeVisible();
    await expect.element(deputy).toHaveValue('Niemand Da');
    expect(ordered).toEqual([]);
    await deputy.fill('');
    await page.getByTestId('assign-send').click();
    await expect.poll(() => ordered[0]).toMatchObject({ assignRole: { person: organisation.people[0]!.id, deputy: null } });
  });

  it('R15 makes no entry of now out of a moment that cannot be read', async () => {
    await show('course');
    await page.getByTestId('entry-text').fill('Umgeschaltet');
    await page.getByTestId('entry-at').fill('31.02.');
    await page.getByTestId('entry-add').click();
    await expect.element(page.getByTestId('entry-at')).toHaveAttribute('aria-invalid', 'true');
    expect(ordered).toEqual([]);
  });
});
