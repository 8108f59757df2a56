import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { drillView, possible, stamped } from '$ipc/sample-drill';
import type { DrillView, Question } from '$ipc/wire';
import { router } from '$shell/router.svelte';
import DrillScreen from '../record/DrillScreen.svelte';
import { lastCommand, ordered, playing, refuse, stop } from './playing';

async function show(view: DrillView, search: Record<string, string> = {}): Promise<void> {
  await playing((question: Question) => ('drill' in question ? { drill: view } : 'guides' in question ? { guides: { items: [], total: 0, all: 0 } } : { findings: { items: [], total: 0, people: {} } }));
  router.go({ at: 'test', number: 'T-2026-001' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(DrillScreen, { route: { at: 'test', number: 'T-2026-001' } });
  await expect.element(page.getByRole('tab', { name: 'Ablauf' })).toBeVisible();
}
const at = (time: string) => ({ at: `2026-11-22T${time}:00Z`, zone: 'Europe/Berlin', precision: 'exact' });
beforeEach(() => stopClock(new Date('2026-11-22T12:00:00Z')));
afterEach(() => {
  stopClock(null);
  stop();
});

describe('a test that is recorded from paper', () => {
  it('ends when it ended, also by somebody who did not conduct it', async () => {
    await show(drillView({ coordinator: 'p2', possible: possible(['note'], { code: 'notTheCoordinator', coordinator: 'p2' }) }));
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: 'Ende nachtragen' }).click();
    await page.getByTestId('ask-at').fill('');
    await page.getByTestId('ask-send').click();
    await expect.element(page.getByRole('link', { name: /Zeitpunkt/ })).toBeVisible();
    await page.getByTestId('ask-at').fill('22.11. 11:45');
    expect(await violations()).toEqual([]);
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { end: { when: { at: at('10:45'), tick: null } } } });
  });

  it('goes on when it went on', async () => {
    await show(drillView({ phase: 'interrupted', possible: possible(['resume']) }));
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: 'Fortsetzung nachtragen' }).click();
    await page.getByTestId('ask-at').fill('22.11. 11:20');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { resume: { when: { at: at('10:20'), tick: null } } } });
  });

  it('measures by the times that the paper says, and a wrong press is put right', async () => {
    await show(drillView({ phase: 'ended', possible: possible(['recordResult']) }), { tab: 'recovery' });
    const deeds = page.getByRole('button', { name: 'Aktionen zu Druckdienst' });
    await deeds.click();
    await page.getByRole('menuitem', { name: 'Wiederherstellung nachtragen' }).click();
    await page.getByTestId('clock-at').fill('22.11. 10:30');
    expect(await violations()).toEqual([]);
    refuse({ code: 'partEndsBeforeItBegins', values: { began: '2026-11-22T10:01:00Z' } });
    await page.getByTestId('clock-send').click();
    await expect.element(page.getByTestId('clock-dialog')).toHaveTextContent('das Ende kann nicht davor liegen');
    refuse(null);
    await page.getByTestId('clock-at').fill('22.11. 11:30');
    await page.getByTestId('clock-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(lastCommand()).toEqual({ drill: { stopClock: { service: 's2', event: '', when: { at: at('10:30'), tick: null } } } });
    await deeds.click();
    await page.getByRole('menuitem', { name: 'Beginn der Uhr berichtigen' }).click();
    await expect.element(page.getByTestId('clock-at')).toHaveValue('22.11.2026 11:01');
    await page.getByTestId('clock-at').fill('22.11. 11:04');
    await page.getByTestId('clock-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { startClock: { service: 's2', event: '', when: { at: at('10:04'), tick: null } } } });
  });

  it('takes a press of a clock back, with its reason, and shows it', async () => {
    const view = drillView({ phase: 'ended', possible: possible(['recordResult']) });
    const withdrawn = { press: 'stopped' as const, was: { ...at('10:20'), precision: 'exact' as const }, reason: 'Nur halb gedruckt', by: 'p1', recorded: '2026-11-22T10:21:00Z' };
    await show({ ...view, services: [{ ...view.services[0]!, withdrawn: [withdrawn] }] }, { tab: 'recovery' });
    await expect.element(page.getByTestId('withdrawn')).toHaveTextContent('Wiederherstellung 22.11.2026 11:20 MEZ, zurückgenommen von Anna Berg: Nur halb gedruckt');
    await page.getByRole('button', { name: 'Aktionen zu Druckdienst' }).click();
    await page.getByRole('menuitem', { name: 'Letzten Druck zurücknehmen' }).click();
    await page.getByTestId('ask-send').click();
    await expect.element(page.getByRole('link', { name: /Begründung/ })).toBeVisible();
    await page.getByTestId('ask-text').fill('Falscher Dienst');
    expect(await violations()).toEqual([]);
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { withdrawClock: { service: 's2', reason: 'Falscher Dienst' } } });
  });

  it('is put right: when a step was, who carried it out, and the end', async () => {
    await show(drillView({ phase: 'ended', over: stamped('11:00'), possible: possible(['recordResult']) }));
    await page.getByRole('radio', { name: 'Tabelle' }).click();
    const deeds = page.getByTestId('step-table').getByRole('button', { name: /Aktionen/ }).first();
    await deeds.click();
    await page.getByRole('menuitem', { name: 'Zeiten berichtigen' }).click();
    await page.getByTestId('retime-ended').fill('22.11. 11:03');
    await page.getByTestId('retime-send').click();
    await expect.element(page.getByRole('link', { name: /Begründung/ })).toBeVisible();
    await page.getByTestId('retime-reason').fill('Zu spät gedrückt');
    expect(await violations()).toEqual([]);
    refuse({ code: 'afterEnd', values: { ended: '2026-11-22T10:02:00Z' } });
    await page.getByTestId('retime-send').click();
    await expect.element(page.getByTestId('retime-dialog')).toHaveTextContent('Der Test endete schon');
    refuse(null);
    await page.getByTestId('retime-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { retimeStep: { step: 'k1', begun: at('10:00'), ended: at('10:03'), reason: 'Zu spät gedrückt' } } });
    await expect.element(page.getByTestId('retime-dialog')).not.toBeInTheDocument();
    await deeds.click();
    await page.getByRole('menuitem', { name: 'Ausführende Person ändern' }).click();
    await page.getByTestId('ask-person').fill('Jonas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { assignStep: { step: 'k1', person: 'p2' } } });
    await expect.element(page.getByTestId('ask-dialog')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: 'Ende berichtigen' }).click();
    await expect.element(page.getByTestId('ask-at')).toHaveValue('22.11.2026 12:00');
    await page.getByTestId('ask-at').fill('22.11. 11:50');
    await page.getByTestId('ask-text').fill('Laut Protokoll');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { correctEnd: { at: at('10:50'), reason: 'Laut Protokoll' } } });
  });

  it('takes what an observer wrote down when it is over, until the result is handed in', async () => {
    await show(drillView({ phase: 'ended', possible: possible(['recordResult'], { code: 'drillNotRunning', drillPhase: 'ended' }) }));
    await page.getByTestId('observe-late').click();
    await page.getByTestId('ask-text').fill('Alle waren am Platz');
    await page.getByTestId('ask-at').fill('22.11. 11:10');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { observe: { observer: 'p2', text: 'Alle waren am Platz', when: { at: at('10:10') } } } });
  });
});

describe('a test that must be done again', () => {
  const failed: Partial<DrillView> = { phase: 'resultApproved', retest: ['failed', '2026-11-23T10:00:00Z'] };

  it('says by when', async () => {
    await show(drillView({ ...failed, retestDuty: { due: '2027-02-22T22:59:00Z', passed: null } }));
    await expect.element(page.getByTestId('retest')).toHaveTextContent('Dieser Test ist bis 22.02.2027 zu wiederholen');
    expect(await violations()).toEqual([]);
  });

  it('says so no longer when it was passed', async () => {
    await show(drillView({ ...failed, retestDuty: { due: '2027-02-22T22:59:00Z', passed: '2027-01-10T10:00:00Z' } }));
    expect(page.getByTestId('retest').query()).toBeNull();
  });
});
