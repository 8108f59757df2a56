import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { FindingRow, Order, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';

const ordered = vi.fn<(order: Order) => void>();
const asked = vi.fn<(question: Question) => void>();
/** The record as it stands. */
let shown = incident;
/** Findings that came from the record. */
let carried: FindingRow[] = [];

async function show(): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => (order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'drafts', drafts: [] }),
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation };
      return 'findings' in question ? { findings: { items: carried, total: carried.length, people: {} } } : 'days' in question ? { days: [{ day: question.days.from, against: [] }] } : { incident: shown };
    },
    execute: (order: Order) => {
      ordered(order);
      return { order: order.id, record: 'f1', number: 'F-2026-003', events: [{ seq: 1, kind: 'finding.raised' }], undoable: false, stale: ['findings'] };
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, { tab: 'afterwork' });
  await expect.poll(() => router.search['tab']).toBe('afterwork');
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(page.getByTestId('recommendations')).toBeVisible();
}

const menu = (): Promise<void> => page.getByRole('button', { name: /Schlüssel in einer zweiten Region vorhalten/ }).last().click();

beforeEach(() => {
  ordered.mockClear();
  asked.mockClear();
  carried = [];
  shown = incident;
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('a recommendation as a finding', () => {
  it('takes along what is known here, so that nobody types it twice', async () => {
    await show();
    await menu();
    await page.getByRole('menuitem', { name: 'Als Feststellung führen' }).click();
    await expect.poll(() => ordered.mock.calls.at(-1)?.[0]).toMatchObject({
      record: null,
      command: { finding: { raise: { origin: { incident: { incident: incident.id, part: 'c1' } }, title: 'Schlüssel in einer zweiten Region vorhalten', kind: 'minor', owner: 'p3', due: '2026-12-20', details: { concerns: { services: ['s1', 's2'], causeClass: 'provider' }, proofWanted: 'Protokoll einer Umschaltung', priority: 'high' } } } },
    });
    await expect.poll(() => toasts.list.at(-1)?.text).toContain('F-2026-003');
  });

  it('shows the number once there is one, and does not offer it again', async () => {
    carried = [{ id: 'f1', number: 'F-2026-003', title: 'Schlüssel in einer zweiten Region vorhalten', phase: 'assigned', kind: 'minor', priority: 'high', owner: 'p3', due: '2026-12-20', overdue: false, origin: 'incident', originRecord: incident.id, originNumber: incident.number, originPart: 'c1', step: '', causeClass: 'provider', raised: '2026-11-22T09:00:00Z', changed: '2026-11-22T09:00:00Z' }];
    await show();
    await expect.element(page.getByTestId('carried-c1').getByRole('link')).toHaveAttribute('href', '#/feststellungen/F-2026-003');
    expect(asked.mock.calls.map(([question]) => question).find((question) => 'findings' in question)).toMatchObject({ findings: { from: incident.id } });
    expect(await violations()).toEqual([]);
    await menu();
    await expect.element(page.getByRole('menuitem').first()).toBeVisible();
    expect(page.getByRole('menuitem', { name: 'Als Feststellung führen' }).elements()).toEqual([]);
  });
});

describe('the date of a recommendation', () => {
  it('is moved with a reason, and no longer typed over', async () => {
    await show();
    await menu();
    await page.getByRole('menuitem', { name: 'Ändern' }).click();
    await expect.element(page.getByTestId('recommendation-dialog')).toHaveTextContent('Fällig am 20.12.2026; zu ändern mit „Termin verschieben“.');
    expect(page.getByLabelText('Fällig').elements()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await menu();
    await page.getByRole('menuitem', { name: 'Termin verschieben' }).click();
    await userEvent.fill(page.getByLabelText('Neuer Tag'), '15.1.2027');
    await userEvent.fill(page.getByTestId('move-reason'), 'Lieferung kommt später');
    expect(await violations()).toEqual([]);
    await page.getByTestId('move-send').click();
    await expect.poll(() => ordered.mock.calls.at(-1)?.[0]).toMatchObject({ record: incident.id, command: { incident: { moveRecommendation: { id: 'c1', to: '2027-01-15', reason: 'Lieferung kommt später' } } } });
  });

  it('keeps where it was at first, with who moved it and why', async () => {
    const [first, ...others] = incident.recommendations;
    const moves = [{ from: '2026-12-01', reason: 'Urlaub', by: 'p2', recorded: '2026-11-20T09:00:00Z' }, { from: '2026-12-10', reason: '', by: 'p3', recorded: '2026-11-21T09:00:00Z' }];
    shown = { ...incident, recommendations: [{ ...first!, moves }, ...others] };
    await show();
    await expect.poll(() => page.getByTestId('recommendations').element().textContent).toMatch(/Zuerst 01\.12\.2026, verschoben durch Mehmet Arslan(?!:)/);
  });
});
