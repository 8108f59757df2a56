import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation, registerRow } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { Bytes, Order, Question, ReportRow, ReviewView } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import type { Route } from '$shell/route';
import { router } from '$shell/router.svelte';
import '../PdfView.svelte'; // loaded lazily by the screen; here before the clock of a test runs
import Reports from '../Reports.svelte';
import { twoPages } from './two-pages';

const ordered = vi.fn<(order: Order) => void>();
const heard = vi.fn<(order: DesktopOrder) => void>();
const fetched = vi.fn<(of: Bytes) => void>();
let refuse: unknown = null;
const issued: ReportRow = { report: 'b1', number: 'B-2026-003', version: 1, kind: 'postIncident', about: incident.id, aboutNumber: 'N-2026-004', aboutTitle: incident.title, aboutTrigger: null, language: 'de', approver: 'p1', hash: 'cd'.repeat(32), pages: 2, issued: '2026-11-20T14:20:00Z' };

/** A review that is approved and waits for its report. */
const review: ReviewView = {
  id: 'v1', events: 30, number: 'P-2026-001', trigger: { periodic: { after: null } }, phase: 'approved', planned: '2026-11-25', rule: null, due: null, lateBy: null, latestNext: null, version: 1, reason: '',
  content: { lead: 'p2', period: null, gathered: null, participants: [], items: [], judgements: {}, texts: {}, deficiencies: [], risks: [], teams: null, next: null, conclusion: null },
  versions: [{ version: 1, reason: '', content: { lead: 'p2', period: null, gathered: null, participants: [], items: [], judgements: {}, texts: {}, deficiencies: [], risks: [], teams: null, next: null, conclusion: null }, approved: { at: '2026-11-20T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, approver: 'p1', alone: false, recorded: '2026-11-20T08:00:00Z', informed: [] }],
  reports: [], reported: false, informed: [], uninformed: [], gaps: [], changes: [], path: [], possible: [{ deed: 'issueReport', refusal: null }], teams: [], people: {}, recordedBy: 'p1', recorded: '2026-11-01T08:00:00Z', changed: '2026-11-20T09:00:00Z',
};

async function show(route: Extract<Route, { at: 'berichte' | 'bericht' }>, search: Record<string, string> = {}): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      return order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
    query: (question: Question) => {
      if ('organisation' in question) return { organisation };
      if ('incident' in question) return { incident: { ...incident, phase: 'followUp', possible: [{ step: 'issueReport', refusal: null }] } };
      if ('review' in question) return { review };
      if ('register' in question) return { register: { items: [registerRow(7)], total: 1, unindexed: 0 } };
      return { reports: { issued: [{ ...issued, version: 2, hash: 'ef'.repeat(32) }, issued], waiting: [registerRow(7, { phase: 'followUp' })], waitingTests: [], waitingReviews: [{ id: 'v1', number: 'P-2026-001', trigger: review.trigger, phase: 'approved', planned: '2026-11-25', due: null, lateBy: null, lead: 'p1', version: 1, approved: '2026-11-20', items: 2, undecided: 0, changes: 1, changed: '2026-11-20T09:00:00Z' }], people: { p1: 'Anna Berg' } } };
    },
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'b2', number: 'B-2026-004', events: [], undoable: false, stale: ['reports'] };
    },
    bytes: (of: Bytes) => {
      fetched(of);
      return twoPages();
    },
  });
  await look();
  router.go(route, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(Reports, { route });
}

beforeEach(() => {
  ordered.mockClear();
  heard.mockClear();
  fetched.mockClear();
  refuse = null;
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('the reports', () => {
  it('R30 lists what waits and what was issued', async () => {
    await show({ at: 'berichte' });
    await expect.element(page.getByTestId('waiting')).toHaveTextContent('N-2026-007');
    await expect.element(page.getByRole('row', { name: /B-2026-003/ }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it.each(['de', 'en'] as const)('shows every column at 1280 pixels, in %s', async (language) => {
    await speak(language);
    await show({ at: 'berichte' });
    const grid = page.getByTestId('reports').element() as HTMLElement;
    const sidebar = 232;
    grid.style.width = `${1280 - sidebar - 64}px`;
    expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth);
    const cut = [...grid.querySelectorAll<HTMLElement>('[role=columnheader]')].filter((head) => head.scrollWidth > head.clientWidth);
    expect(cut.map((head) => head.textContent)).toEqual([]);
    await speak('de');
  });

  it('R29 shows the draft with its pages, and what it still lacks', async () => {
    await show({ at: 'berichte' }, { record: 'N-2026-004' });
    await expect.element(page.getByTestId('pdf-page')).toHaveTextContent('Seite 1 von 2');
    await expect.poll(() => document.querySelector('.pages [data-page="1"]')?.getAttribute('data-drawn'), { timeout: 8000 }).toBe('true');
    await expect.element(page.getByText('tatsächlicher Datenverlust', { exact: false })).toBeVisible();
    expect(fetched.mock.calls[0]?.[0]).toEqual({ draft: { record: 'N-2026-004', language: 'de' } });
    expect(await violations()).toEqual([]);
  });

  it('R29 finds words on the pages', async () => {
    await show({ at: 'bericht', number: 'B-2026-003' });
    await expect.element(page.getByTestId('pdf-page')).toHaveTextContent('Seite 1 von 2');
    await page.getByTestId('pdf-search').fill('Wiederanlauf');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByTestId('pdf-hits')).toHaveTextContent('Auf einer Seite');
    await expect.element(page.getByTestId('pdf-page')).toHaveTextContent('Seite 2 von 2');
  });

  it('R29 shows the kept bytes of the version that was asked for, saves and prints them', async () => {
    await show({ at: 'bericht', number: 'B-2026-003' }, { version: '1' });
    await expect.poll(() => fetched.mock.calls[0]?.[0], { timeout: 5000 }).toEqual({ evidence: { hash: 'cd'.repeat(32) } });
    await page.getByTestId('save').click();
    await page.getByTestId('print').click();
    await expect.poll(() => heard.mock.calls.map(([order]) => order.do)).toContain('showOutside');
    expect(heard.mock.calls.map(([order]) => order).find((order) => order.do === 'saveAs')).toEqual({ do: 'saveAs', of: { evidence: { hash: 'cd'.repeat(32) } }, name: 'B-2026-003-v1.pdf' });
  });

  it('R14 lists what is missing when issuing is refused, and a retry is the same order', async () => {
    refuse = { code: 'reportIncomplete', values: { gaps: [{ gap: 'cause' }, { gap: 'dataLoss' }] } };
    await show({ at: 'berichte' }, { record: 'N-2026-004' });
    await page.getByTestId('issue').click();
    await page.getByTestId('approver').fill('Anna');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('changes').fill('Beginn berichtigt');
    await page.getByTestId('issue-send').click();
    await expect.element(page.getByTestId('missing')).toHaveTextContent('Grundursache oder Klasse der Ursache');
    expect(await violations()).toEqual([]);
    refuse = null;
    await page.getByTestId('issue-send').click();
    await expect.poll(() => router.route).toEqual({ at: 'bericht', number: 'B-2026-004' });
    expect(ordered.mock.calls[1]?.[0]).toMatchObject({ id: ordered.mock.calls[0]?.[0].id, record: 'b1', command: { report: { issue: { kind: 'postIncident', about: incident.id, language: 'de', approver: 'p1', imprint: { changes: 'Beginn berichtigt', reviewer: null, confidentiality: null } } } } });
  });

  it('shows the draft of a review and issues it, with those who led and approved it', async () => {
    await show({ at: 'berichte' });
    await page.getByTestId('waiting-reviews').getByRole('button').click();
    await expect.poll(() => router.search['record']).toBe('P-2026-001');
    await expect.element(page.getByTestId('pdf-page')).toHaveTextContent('Seite 1 von 2');
    await page.getByTestId('issue').click();
    await expect.element(page.getByTestId('issue-dialog')).toHaveTextContent('P-2026-001 Regelmäßig');
    expect(await violations()).toEqual([]);
    await page.getByTestId('issue-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]?.[0]).toMatchObject({ record: null, command: { report: { issue: { kind: 'processReview', about: 'v1', approver: 'p1', imprint: { author: 'p2' } } } } });
  });

  it('R29 begins a report from the list, by the record that somebody picks', async () => {
    await show({ at: 'berichte' });
    await expect.element(page.getByRole('row', { name: /B-2026-003/ }).first()).toHaveTextContent(/gültig.*efefefef/);
    commands().find((command) => command.id === 'report-create')?.run();
    await page.getByTestId('to-draft').click();
    await expect.element(page.getByRole('link', { name: /Es fehlt, zu welchem Vorgang/ })).toBeVisible();
    await page.getByTestId('record').fill('N-2026-007');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('to-draft').click();
    await expect.poll(() => router.search).toEqual({ record: 'N-2026-007' });
  });
});
