import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { speak } from '$i18n/words.svelte';
import { stopClock } from '../../design/now.svelte';
import { toasts } from '../../design/toasts.svelte';
import type { Draft, DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import ReportIncident from './ReportIncident.svelte';

const heard = vi.fn<(order: DesktopOrder) => void>();
const ordered = vi.fn();
let drafts: Draft[] = [];
let refuse: unknown = null;

async function show(): Promise<ReturnType<typeof vi.fn>> {
  play({
    desktop: (order) => {
      heard(order);
      if (order.do === 'drafts') return { is: 'drafts', drafts };
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      return { is: 'done' };
    },
    query: () => ({ organisation }),
    execute: (order: { id: string }) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'r9', number: 'N-2026-009', events: [], undoable: true, stale: ['register'] };
    },
  });
  await look();
  const onclose = vi.fn();
  await render(ReportIncident, { onclose });
  await expect.element(page.getByTestId('report-title')).toHaveFocus();
  return onclose;
}

beforeEach(() => {
  heard.mockClear();
  ordered.mockClear();
  drafts = [];
  refuse = null;
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(() => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
});

describe('reporting an incident', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('R30 passes axe in %s and %s with everything open', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show();
    await page.getByRole('button', { name: language === 'de' ? /^Mehr angeben/ : /^Say more/ }).click();
    expect(await violations()).toEqual([]);
    wear({ theme: 'light' });
  });

  it('R01 needs one line and Enter: the rest is filled in', async () => {
    const onclose = await show();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Portal nicht erreichbar{Enter}');
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]?.[0]).toMatchObject({
      by: 'p1',
      record: null,
      command: { incident: { report: { title: 'Portal nicht erreichbar', source: 'monitoring', noticed: { at: '2026-11-22T10:14:00Z', zone: 'Europe/Berlin', precision: 'exact' }, impactStart: null, severity: null, services: [] } } },
    });
    expect(toasts.list[0]?.text).toBe('N-2026-009 ist erfasst.');
  });

  it('R11 can be taken back, as an order of its own', async () => {
    const onclose = await show();
    await userEvent.keyboard('Portal{Enter}');
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    const first = ordered.mock.calls[0]?.[0] as { id: string };
    await toasts.undo();
    expect(ordered.mock.calls[1]?.[0]).toMatchObject({ record: 'r9', command: { incident: { undo: { order: first.id } } } });
  });

  it('R01 takes all four fields by keyboard alone', async () => {
    await show();
    await userEvent.keyboard('Druck steht{Tab}Druck{ArrowDown}{Enter}{Tab}');
    await expect.element(page.getByTestId('report-noticed')).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}-15m{Tab}{Tab}{Tab}{ArrowDown}');
    await page.getByTestId('report-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]?.[0].command.incident.report).toMatchObject({ services: ['s2'], noticed: { at: '2026-11-22T09:59:00Z' }, source: 'supportPhone' });
  });

  it('R15 says what is missing and sends nothing', async () => {
    await show();
    await page.getByTestId('report-send').click();
    await expect.element(page.getByRole('link', { name: /Satz dazu, was passiert ist/ })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
  });

  it('R12 keeps a draft within a second of the last key and drops it when it is sent', async () => {
    const onclose = await show();
    await userEvent.keyboard('Halb getippt');
    await expect.poll(() => heard.mock.calls.some(([order]) => order.do === 'keepDraft' && order.content.includes('Halb getippt')), { timeout: 1000 }).toBe(true);
    await expect.element(page.getByText('Entwurf gesichert um', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(heard.mock.lastCall?.[0]).toEqual({ do: 'dropDraft', key: 'report-incident' });
  });

  it('R12 offers the draft of a run that was killed', async () => {
    drafts = [{ key: 'report-incident', kept: '2026-11-22T09:42:00Z', content: JSON.stringify({ title: 'Vor dem Absturz', source: 'other', description: 'viel' }) }];
    await show();
    await expect.element(page.getByText('Es gibt einen Entwurf von 22.11.2026 10:42 MEZ.')).toBeVisible();
    await page.getByTestId('draft-restore').click();
    await expect.element(page.getByTestId('report-title')).toHaveValue('Vor dem Absturz');
    await expect.element(page.getByLabelText('Beschreibung')).toHaveValue('viel');
  });

  it('R14 stays open with everything in it when it is refused, and a retry is the same order', async () => {
    refuse = { code: 'diskFull', values: {} };
    const onclose = await show();
    await userEvent.keyboard('Portal{Enter}');
    await expect.element(page.getByRole('alert').first()).toBeVisible();
    await expect.element(page.getByTestId('report-title')).toHaveValue('Portal');
    refuse = null;
    await page.getByTestId('report-send').click();
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(ordered.mock.calls[0]?.[0].id).toBe(ordered.mock.calls[1]?.[0].id);
  });
});
