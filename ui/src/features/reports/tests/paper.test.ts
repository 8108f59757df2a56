import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { wear } from '$design/look.svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget, keepFresh } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { Bytes, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { currentPage } from '$shell/page.svelte';
import { router } from '$shell/router.svelte';
import '../PdfView.svelte'; // loaded lazily by the screen; here before the clock of a test runs
import Reports from '../Reports.svelte';
import { twoPages } from './two-pages';

const heard = vi.fn<(order: DesktopOrder) => void>();
const fetched = vi.fn<(of: Bytes) => void>();
let events = 412;
let refuse: unknown = null;

async function show(search: Record<string, string>): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      return order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
    query: (question: Question) => {
      if ('organisation' in question) return { organisation };
      if ('chain' in question) return { chain: { events, head: 'ab'.repeat(32), newest: '2026-11-22T10:00:00Z', verifiedSeq: null, verified: null } };
      return { reports: { issued: [], waiting: [], people: {} } };
    },
    bytes: (of: Bytes) => {
      fetched(of);
      if (refuse) throw refuse;
      return twoPages();
    },
  });
  await look();
  router.go({ at: 'berichte' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(Reports, { route: { at: 'berichte' } });
}

const shown = (): HTMLElement | null => document.querySelector('.pages [data-page="1"]');

beforeEach(() => {
  heard.mockClear();
  fetched.mockClear();
  events = 412;
  refuse = null;
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  wear({ theme: 'light' });
  await speak('de');
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('a paper over the workspace', () => {
  it('R29 shows today as the file that is saved and printed, by key as well', async () => {
    await show({ paper: 'today' });
    await expect.poll(() => shown()?.getAttribute('data-drawn'), { timeout: 8000 }).toBe('true');
    const of = { today: { language: 'de', by: 'p1', at: '2026-11-22T10:14:00Z' } };
    expect(fetched.mock.calls.map(([asked]) => asked)).toEqual([of]);
    stopClock(new Date('2026-11-22T10:16:00Z'));
    await page.getByTestId('save').click();
    commands().find((command) => command.keys === 'mod+p')?.run();
    await expect.poll(() => heard.mock.calls.map(([order]) => order).find((order) => order.do === 'showOutside')).toEqual({ do: 'showOutside', of, name: 'Heute-2026-11-22-de.pdf' });
    expect(heard.mock.calls.map(([order]) => order).find((order) => order.do === 'saveAs')).toEqual({ do: 'saveAs', of, name: 'Heute-2026-11-22-de.pdf' });
    await expect.poll(() => toasts.list.map(({ text }) => text)).toContain('„Heute-2026-11-22-de.pdf“ gesichert');
    expect(currentPage()).toMatchObject({ title: 'Heute als PDF', crumbs: [{ label: 'Heute', href: '#/heute' }] });
  });

  it('R29 shows the register under the filters that it was opened with, and leads back to them', async () => {
    await show({ kind: 'emergencies', period: 'y2026', sort: 'title', paper: 'register' });
    await expect.poll(() => fetched.mock.calls.length, { timeout: 8000 }).toBe(1);
    expect(fetched.mock.calls[0]?.[0]).toMatchObject({
      register: {
        query: { emergency: true, from: '2025-12-31T23:00:00Z', until: '2026-12-31T23:00:00Z', sort: 'title', ascending: true, offset: 0, limit: 0 },
        asked: { language: 'de', by: 'p1', at: '2026-11-22T10:14:00Z' },
      },
    });
    expect(currentPage()?.crumbs).toEqual([{ label: 'Notfälle', href: '#/notfaelle?kind=emergencies&period=y2026&sort=title' }]);
  });

  it.each([
    ['plan', { version: '2' }, 'K-2026-001', { planSteps: { record: 'K-2026-001', version: 2 } }, 'K-2026-001-Schritte', '#/aktionsplaene/K-2026-001?version=2'],
    ['steps', {}, 'T-2026-002', { testSteps: { record: 'T-2026-002' } }, 'T-2026-002-Schritte', '#/tests/T-2026-002'],
    ['slip', {}, 'A-2026-003', { slip: { record: 'A-2026-003' } }, 'A-2026-003-Zettel', '#/aenderungen/A-2026-003'],
    ['notice', {}, 'M-2026-001', { notice: { record: 'M-2026-001' } }, 'M-2026-001', '#/mitteilungen/M-2026-001'],
    ['change', {}, 'A-2026-003', { change: { record: 'A-2026-003' } }, 'A-2026-003', '#/aenderungen/A-2026-003'],
    ['finding', {}, 'F-2026-001', { finding: { record: 'F-2026-001' } }, 'F-2026-001', '#/feststellungen/F-2026-001'],
  ] as const)('R29 shows the paper %s of its record, saves it under its name, and leads back to the record', async (paper, which, record, wanted, name, back) => {
    await show({ paper, document: record, ...which });
    await expect.poll(() => shown()?.getAttribute('data-drawn'), { timeout: 8000 }).toBe('true');
    expect(fetched.mock.calls.at(-1)![0]).toMatchObject(wanted);
    expect(await violations()).toEqual([]);
    await page.getByTestId('save').click();
    await expect.poll(() => heard.mock.calls.some(([order]) => order.do === 'saveAs' && order.name === `${name}-2026-11-22-de.pdf`)).toBe(true);
    expect(currentPage()?.crumbs?.[0]).toEqual({ label: record, href: back });
  });

  it('R29 is set in the other language when that is chosen', async () => {
    await show({ paper: 'today' });
    await page.getByRole('radio', { name: 'English' }).click();
    await expect.poll(() => fetched.mock.calls.at(-1)?.[0], { timeout: 8000 }).toMatchObject({ today: { language: 'en' } });
    await page.getByTestId('save').click();
    await expect.poll(() => heard.mock.calls.map(([order]) => order).find((order) => order.do === 'saveAs')).toMatchObject({ name: 'Heute-2026-11-22-en.pdf' });
  });

  it('R29 is set anew when something was written, and only then', async () => {
    await show({ paper: 'today' });
    await expect.poll(() => fetched.mock.calls.length, { timeout: 8000 }).toBe(1);
    const stop = keepFresh();
    stopClock(new Date('2026-11-22T10:20:00Z'));
    await tell('changed', { stale: ['journal'] });
    events += 1;
    await tell('changed', { stale: ['journal'] });
    await expect.poll(() => fetched.mock.calls.at(-1)?.[0]).toMatchObject({ today: { at: '2026-11-22T10:20:00Z' } });
    expect(fetched.mock.calls.length).toBe(2);
    stop();
  });

  it('R14 says why there is no paper, and tries again', async () => {
    refuse = { code: 'damaged', values: { detail: 'x' } };
    await show({ paper: 'register' });
    await expect.element(page.getByRole('alert')).toBeVisible();
    refuse = null;
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await expect.poll(() => shown()?.getAttribute('data-drawn'), { timeout: 8000 }).toBe('true');
  });

  it.each([['today', 'light', 'de'], ['register', 'dark', 'en']] as const)('R01 R30 %s passes axe in %s and %s, and its pages are reached with the keyboard', async (paper, theme, language) => {
    wear({ theme });
    await speak(language);
    await show({ paper });
    await expect.poll(() => shown()?.getAttribute('data-drawn'), { timeout: 8000 }).toBe('true');
    expect(await violations()).toEqual([]);
    (page.getByTestId('print').element() as HTMLElement).focus();
    for (let step = 0; step < 14 && !document.activeElement?.classList.contains('pages'); step++) await userEvent.tab();
    expect(document.activeElement?.classList.contains('pages')).toBe(true);
  });
});
