import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { wear } from '$design/look.svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { Order, Question, ReviewsPage, ReviewsQuery } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import Reviews from '../Reviews.svelte';
import { reviewRow } from './sample';

const ordered = vi.fn<(order: Order) => void>();
const asked = vi.fn<(query: ReviewsQuery) => void>();
const never: ReviewsPage = { items: [], total: 0, years: [], next: { rule: 'reviewPeriodic', base: null, due: null, review: null }, unreviewed: [], periodic: null, people: { p1: 'Anna Berg' } };
const late = reviewRow(1, { lateBy: 3 });
const some: ReviewsPage = { ...never, items: [late, reviewRow(2, { trigger: { onDemand: { why: 'plannedExtension', reason: 'Neue Region' } }, due: null, phase: 'closed' })], total: 2, years: [2026], next: { rule: 'reviewAfterEmergency', base: '2026-11-01', due: '2026-12-01', review: late }, unreviewed: [{ incident: 'r9', number: 'N-2026-009', title: 'Portal weg', ended: '2026-11-20T08:00:00Z', takenOver: false }, { incident: 'r8', number: 'N-2024-008', title: 'Aus einer Quelle', ended: '2024-11-20T08:00:00Z', takenOver: true }] };

async function show(answer: ReviewsPage, search: Record<string, string> = {}, refuse: unknown = null): Promise<void> {
  play({
    desktop: () => ({ is: 'desktop', desktop: openDesktop }),
    query: (question: Question) => {
      if ('reviews' in question) {
        asked(question.reviews);
        return { reviews: answer };
      }
      return { organisation };
    },
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'v3', number: 'P-2026-003', events: [{ seq: 1, kind: 'review.planned' }], undoable: false, stale: ['reviews'] };
    },
  });
  await look();
  router.go({ at: 'pruefungen' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(Reviews, { route: { at: 'pruefungen' } });
}

const plan = (): void => commands().find((command) => command.id === 'review-plan')?.run();

beforeEach(() => {
  ordered.mockClear();
  asked.mockClear();
  stopClock(new Date('2026-12-04T10:14:00Z'));
});
afterEach(async () => {
  wear({ theme: 'light' });
  await speak('de');
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('the list of reviews', () => {
  it('R16 says in its empty state which review is due next and why', async () => {
    await show(never);
    await expect.element(page.getByText('Noch ist keine Prozess-Überprüfung festgehalten.')).toBeVisible();
    await expect.element(page.getByText('Mindestens einmal im Jahr wird der Prozess überprüft. Eine erste Überprüfung ist noch nicht geplant.')).toBeVisible();
  });

  it('says which is due next, why, and since when it is late', async () => {
    await show(some);
    await expect.element(page.getByTestId('next-due')).toHaveTextContent(/Nach dem Notfall N-2026-004 ist eine Überprüfung bis 01\.12\.2026 fällig\. Geplant für 25\.11\.2026\.\s+seit 3 Tagen überfällig/);
    await expect.element(page.getByTestId('unreviewed')).toHaveTextContent('Ein Notfall ist zu Ende und hat noch keine Überprüfung.');
    await expect.element(page.getByTestId('count')).toHaveTextContent('2 Prüfungen');
  });

  it('asks for what the address filters and sorts by, and says when nothing fits', async () => {
    await show({ ...never, total: 0 }, { phase: 'planned,nothing', trigger: 'periodic', year: '2025', sort: 'number', ascending: '1' });
    await expect.poll(() => asked.mock.calls.map(([query]) => query)).toContainEqual({ phases: ['planned'], triggers: ['periodic'], year: 2025, sort: 'number', ascending: true, offset: 0, limit: 50 });
    await expect.element(page.getByText('Keine Prüfung passt zu diesen Filtern.')).toBeVisible();
    await page.getByRole('button', { name: 'Filter zurücksetzen' }).first().click();
    expect(router.search).toEqual({ sort: 'number', ascending: '1' });
  });

  it('R01 plans a review after the emergency that has none, by keyboard', async () => {
    await show(some);
    await expect.element(page.getByTestId('count')).toHaveTextContent('2');
    plan();
    await expect.element(page.getByTestId('plan-emergency')).toHaveValue('N-2026-009 Portal weg');
    (page.getByTestId('plan-send').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => ordered.mock.calls.map(([order]) => order.command)).toEqual([{ review: { plan: { occasion: { afterEmergency: { incident: 'r9' } }, planned: null, lead: null } } }]);
    await expect.poll(() => router.route).toEqual({ at: 'pruefung', number: 'P-2026-003' });
  });

  it('R15 asks for day and reason of a review on demand, at their fields', async () => {
    await show(never);
    await expect.element(page.getByText('Noch ist keine')).toBeVisible();
    plan();
    await page.getByRole('radio', { name: 'Bei Bedarf' }).click();
    await page.getByTestId('plan-send').click();
    await expect.element(page.getByTestId('plan-reason')).toHaveAttribute('aria-invalid', 'true');
    await page.getByTestId('plan-reason').fill('Neue Region');
    await page.getByRole('textbox', { name: 'Termin' }).fill('10.12.2026');
    await page.getByTestId('plan-send').click();
    await expect.poll(() => ordered.mock.calls.at(-1)?.[0].command).toEqual({ review: { plan: { occasion: { onDemand: { why: 'deficiencyFound', reason: 'Neue Region' } }, planned: '2026-12-10', lead: null } } });
  });

  it('R15 says at the field that a periodic review is planned already', async () => {
    await show({ ...never, periodic: 'P-2026-002' }, {}, { code: 'reviewPlannedAlready', values: { number: 'P-2026-002' } });
    await expect.element(page.getByText('Noch ist keine')).toBeVisible();
    plan();
    await page.getByRole('radio', { name: 'Regelmäßig' }).click();
    await expect.element(page.getByText('P-2026-002 ist schon geplant oder läuft.')).toBeVisible();
    await page.getByTestId('plan-send').click();
    await expect.element(page.getByText('Dafür ist P-2026-002 schon geplant oder in Arbeit.').first()).toBeVisible();
  });

  it.each([['light', 'de'], ['dark', 'en']] as const)('R30 passes axe in %s and %s, with its dialog too', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show(some);
    await expect.element(page.getByTestId('count')).toHaveTextContent('2');
    expect(await violations()).toEqual([]);
    plan();
    await expect.element(page.getByTestId('plan-dialog')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
