import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import { stopClock } from '$design/now.svelte';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { LegalView, Moment, Order, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';

const ordered = vi.fn<(order: Order) => void>();
const moment = (at: string): Moment => ({ at, zone: 'Europe/Berlin', precision: 'exact' });
const open: LegalView = {
  regime: 'nis2', holds: true, stages: ['first', 'notice', 'interim', 'final'], notices: [], classifications: [],
  clocks: [{ regime: 'nis2', stage: null, rule: 'nis2Early', due: moment('2026-11-23T07:00:00Z'), settled: null, state: 'running' }],
};
const told: LegalView = {
  ...open,
  clocks: [...open.clocks, { regime: 'nis2', stage: 'first', rule: 'nis2Early', due: moment('2026-11-23T07:00:00Z'), settled: moment('2026-11-22T09:00:00Z'), state: 'kept' }, { regime: 'nis2', stage: 'notice', rule: 'nis2Notice', due: moment('2026-11-22T09:30:00Z'), settled: null, state: 'late' }],
  classifications: [{ id: 'c1', regime: 'nis2', reportable: true, at: moment('2026-11-22T08:30:00Z'), decider: 'p1', reason: 'Ausfall über vier Stunden' }],
  notices: [{ id: 'n1', regime: 'nis2', stage: 'first', at: moment('2026-11-22T09:00:00Z'), authority: 'BSI', reference: 'MIP-1', note: '', by: 'p1' }],
};

async function show(legal: LegalView[]): Promise<void> {
  play({
    desktop: (order: { do: string }) => (order.do === 'drafts' ? { is: 'drafts', drafts: [] } : order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' }),
    query: (question: Question) => ('organisation' in question ? { organisation } : { incident: { ...incident, legal } }),
    execute: (order: Order) => {
      ordered(order);
      return { order: order.id, record: incident.id, number: incident.number, events: [{ seq: 1, kind: 'incident.x' }], undoable: true, stale: [] };
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, { tab: 'messages' });
  await expect.poll(() => router.search['tab']).toBe('messages');
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
}

beforeEach(() => {
  ordered.mockClear();
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
  await speak('de');
});

describe('the duties to notify', () => {
  it.each(['de', 'en'] as const)('R30 show what was decided, what is due and what went out, as help and no advice, in %s', async (language) => {
    await speak(language);
    await show([told]);
    const card = page.getByTestId('legal-nis2');
    await expect.element(card).toHaveTextContent(language === 'de' ? 'Zu melden' : 'Must be notified');
    await expect.element(card).toHaveTextContent(language === 'de' ? 'keine Rechtsberatung' : 'not legal advice');
    await expect.element(page.getByTestId('legal-notices')).toHaveTextContent('MIP-1');
    expect(await violations()).toEqual([]);
  });

  it('say nothing where no law binds', async () => {
    await show([]);
    await expect.element(page.getByTestId('new-message')).toBeVisible();
    expect(page.getByText('Meldepflichten').query()).toBeNull();
  });

  it('are decided by a person with a reason', async () => {
    await show([open]);
    await page.getByTestId('classify').click();
    await page.getByTestId('classify-send').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Bitte wählen, ob zu melden ist.');
    await page.getByRole('dialog').getByLabelText('Nicht zu melden').click();
    await userEvent.fill(page.getByTestId('classify-reason'), 'Nur ein Testsystem');
    await page.getByTestId('classify-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0].command).toMatchObject({ incident: { classifyLegally: { regime: 'nis2', reportable: false, reason: 'Nur ein Testsystem' } } });
  });

  it('offer the notice that comes next, to the authority that was told last', async () => {
    await show([told]);
    await page.getByTestId('notify').click();
    await expect.element(page.getByTestId('notify-authority')).toHaveValue('BSI');
    expect(page.getByRole('dialog').getByLabelText('Erste Meldung').query()).toBeNull();
    await page.getByTestId('notify-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0].command).toMatchObject({ incident: { notifyAuthority: { regime: 'nis2', stage: 'notice', authority: 'BSI' } } });
  });

  it('cannot be told before somebody decided that they must', async () => {
    await show([open]);
    await expect.element(page.getByTestId('notify')).toHaveAttribute('aria-disabled', 'true');
  });
});
