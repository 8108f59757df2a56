import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { drillSteps, drillView, possible } from '$ipc/sample-drill';
import type { DrillView, GuideRow, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import DrillScreen from '../record/DrillScreen.svelte';
import { asked, lastCommand, ordered, playing, refuse, stop } from './playing';

let holding: GuideRow[] = [];
const guideRow = (count: number): GuideRow => ({ id: `g${count}`, number: `L-2026-00${count}`, kind: 'recoveryGuide', title: `Leitfaden ${count}`, file: null, valid: count, validFrom: '2026-01-01', next: null, nextFrom: null, open: null, stage: null, versions: count, changed: '2026-11-20T09:00:00Z' });

async function show(view: DrillView, search: Record<string, string> = {}): Promise<void> {
  await playing((question: Question) => ('drill' in question ? { drill: view } : 'guides' in question ? { guides: { items: holding, total: holding.length, all: holding.length } } : { findings: { items: [], total: 0, people: {} } }));
  router.go({ at: 'test', number: 'T-2026-001' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(DrillScreen, { route: { at: 'test', number: 'T-2026-001' } });
  await expect.element(page.getByRole('tab', { name: 'Ablauf' })).toBeVisible();
}
beforeEach(() => stopClock(new Date('2026-11-22T10:14:00Z')));
afterEach(() => {
  stopClock(null);
  stop();
  holding = [];
});

describe('the record of a test', () => {
  it('R30 shows before the start who takes part, and starts with both clocks', async () => {
    await show(drillView({ phase: 'scheduled', started: null, elapsed: null, possible: possible(['start', 'arrange', 'cancel', 'reschedule']) }));
    await expect.element(page.getByTestId('participants')).toHaveTextContent(/Anna Berg.*Technik/);
    expect(await violations()).toEqual([]);
    await page.getByTestId('drill-start').click();
    await expect.poll(() => router.route).toEqual({ at: 'testlive', number: 'T-2026-001' });
    expect(lastCommand()).toMatchObject({ drill: { start: { when: { at: null, tick: null } } } });
  });

  it('freezes the guide that holds, and of several asks which', async () => {
    holding = [guideRow(1)];
    await show(drillView({ phase: 'scheduled', started: null, elapsed: null, possible: possible(['start']) }));
    await expect.poll(() => asked.mock.calls.some(([question]) => 'guides' in question)).toBe(true);
    await page.getByTestId('drill-start').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { start: { guide: { title: 'Leitfaden 1', version: '1' } } } });
    await cleanup();
    stop();
    holding = [guideRow(1), guideRow(2)];
    await show(drillView({ phase: 'scheduled', started: null, elapsed: null, possible: possible(['start']) }));
    await expect.poll(() => asked.mock.calls.some(([question]) => 'guides' in question)).toBe(true);
    await page.getByTestId('drill-start').click();
    await page.getByTestId('start-send').click();
    await expect.element(page.getByRole('link', { name: /Nach welchem Leitfaden/ })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('start-guide').click();
    await page.getByRole('option', { name: 'Leitfaden 2, Fassung 2' }).click();
    await page.getByTestId('start-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { start: { guide: { title: 'Leitfaden 2', version: '2' } } } });
  });

  it('records what it showed as a finding that stays linked with the test', async () => {
    const steps = drillSteps();
    await show(drillView({ phase: 'evaluation', steps: [steps[0]!, { ...steps[1]!, state: 'failed' }, steps[2]!], possible: possible(['recordResult']) }), { tab: 'result' });
    await page.getByTestId('drill-raise').click();
    await page.getByTestId('drill-finding-title').fill('DNS wird nicht umgestellt');
    await page.getByTestId('drill-finding-cause-class').click();
    await page.getByRole('option', { name: 'Konfiguration' }).click();
    await page.getByTestId('drill-finding-cause').fill('TTL zu lang');
    await page.getByTestId('drill-finding-priority').click();
    await page.getByRole('option', { name: 'Hoch' }).click();
    await page.getByTestId('drill-finding-proof').fill('Umschalten binnen 5 min');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Feststellung erfassen' }).last().click();
    await expect.poll(lastCommand).toMatchObject({ finding: { raise: { origin: { drill: { drill: 'drill1' } }, title: 'DNS wird nicht umgestellt', kind: 'minor', details: { concerns: { step: 'Umschalten', causeClass: 'configuration', cause: 'TTL zu lang' }, priority: 'high', proofWanted: 'Umschalten binnen 5 min' }, owner: null, due: null } } });
  });

  it('records a test from paper with the moment at which it really began', async () => {
    await show(drillView({ phase: 'scheduled', started: null, elapsed: null, possible: possible(['start']) }));
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: 'Von Papier nachtragen' }).click();
    await page.getByTestId('ask-late').click();
    await page.getByTestId('ask-at').fill('21.11. 09:00');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { start: { guide: null, when: { at: { at: '2026-11-21T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, tick: null } } } });
  });

  it('shows planned against actual as a strip and as a table, and a mistake is corrected with a reason', async () => {
    const steps = drillSteps();
    await show(drillView({ phase: 'evaluation', steps: [{ ...steps[0]!, attempts: [{ ...steps[0]!.attempts[0]!, text: 'ohne Rückfrage' }] }, steps[1]!, steps[2]!], possible: possible(['recordResult']) }));
    await expect.element(page.getByTestId('strip')).toBeVisible();
    expect(document.querySelector('svg title')?.textContent).toMatch(/1 Abschalten: geplant nach 0 s für 10 min, tatsächlich 0:00:00–0:05:00, Bestanden/);
    expect(await violations()).toEqual([]);
    await page.getByRole('radio', { name: 'Tabelle' }).click();
    await expect.element(page.getByRole('row', { name: /1 Abschalten/ })).toHaveTextContent(/0:00:00.*0:05:00.*Bestanden.*ohne Rückfrage/);
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Aktionen zu Abschalten' }).click();
    await page.getByRole('menuitem', { name: 'Ergebnis berichtigen' }).click();
    await page.getByRole('radio', { name: 'Fehlgeschlagen' }).click();
    await page.getByTestId('correct-text').fill('Nichts kam an');
    await page.getByTestId('correct-reason').fill('falsche Taste');
    await page.getByRole('button', { name: 'Berichtigen' }).last().click();
    await expect.poll(lastCommand).toEqual({ drill: { correctStep: { step: 'k1', outcome: 'failed', text: 'Nichts kam an', reason: 'falsche Taste' } } });
  });

  it('R30 enters a line of a sheet by the code that is printed there, and takes the next', async () => {
    await show(drillView({ phase: 'ended', possible: possible(['recordResult']) }));
    await page.getByTestId('drill-enter').click();
    await page.getByTestId('enter-send').click();
    await expect.element(page.getByTestId('enter-dialog')).toHaveTextContent('Der Code fehlt');
    await page.getByTestId('enter-code').fill(' 3 – 8xw1');
    await expect.element(page.getByTestId('enter-despite')).toBeVisible();
    await page.getByTestId('enter-begun').fill('22.11. 09:00');
    await page.getByTestId('enter-ended').fill('22.11. 09:20');
    await page.getByRole('radio', { name: 'Teilweise' }).click();
    await page.getByTestId('enter-text').fill('Nur ein Knoten');
    expect(await violations()).toEqual([]);
    refuse({ code: 'stepCodeUnknown', values: { entered: '3-8xw1' } });
    await page.getByTestId('enter-send').click();
    await expect.element(page.getByTestId('enter-dialog')).toHaveTextContent('Einen Schritt mit dem Code „3-8xw1“ hat der Aktionsplan');
    refuse(null);
    await page.getByTestId('enter-send').click();
    const at = (time: string) => ({ at: `2026-11-22T${time}:00Z`, zone: 'Europe/Berlin', precision: 'exact' });
    await expect.poll(lastCommand).toEqual({ drill: { enterStep: { code: '3 – 8xw1', begun: at('08:00'), ended: at('08:20'), outcome: 'partly', text: 'Nur ein Knoten', person: null, despite: '' } } });
    await expect.element(page.getByTestId('enter-code')).toHaveValue('');
  });

  it('prints the step sheets of the test', async () => {
    await show(drillView({ phase: 'scheduled', started: null, elapsed: null, possible: possible(['start']) }));
    await page.getByTestId('step-sheets').click();
    await expect.poll(() => router.search).toEqual({ paper: 'steps', document: 'T-2026-001' });
  });

  it('tells where clock and stopwatch disagree', async () => {
    await show(drillView({ elapsed: { runningMs: 300_000, pausedMs: 0, disagreements: [{ from: '2026-11-22T10:00:00Z', until: '2026-11-22T11:05:00Z', wall: 3900, stopwatch: 300 }] } }));
    await expect.element(page.getByText('die Uhr 1 h 05 min, die Stoppuhr 5 min', { exact: false })).toBeVisible();
  });

  it('R30 writes the result, says what is missing, and keeps what is typed', async () => {
    await show(drillView({ phase: 'ended', possible: possible(['recordResult']), resultGaps: [{ gap: 'rating', text: 'Drucken geht wieder' }, { gap: 'hotWash' }] }), { tab: 'result' });
    await expect.element(page.getByTestId('result-gaps')).toHaveTextContent('die Bewertung von „Drucken geht wieder“; die Nachbesprechung');
    expect(await violations()).toEqual([]);
    await page.getByTestId('rating-0').click();
    await page.getByRole('option', { name: 'Mit einigen Schwierigkeiten' }).click();
    await page.getByTestId('result-hotWash').fill('Alle zufrieden');
    await page.getByTestId('result-save').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { recordResult: { result: { ratings: [{ objective: 'o1', rating: 'someChallenges', analysis: '' }], hotWash: 'Alle zufrieden', dataIntegrity: { outcome: null, text: '' } } } } });
  });

  it('R15 approves with conditions, and asks why a verdict is better than the record', async () => {
    await show(drillView({ phase: 'resultSubmitted', proposedVerdict: 'withConditions', verdictGrounds: [{ ground: 'neverMeasured', service: 's2' }, { ground: 'stepShort', number: '3', outcome: 'skipped' }], possible: possible(['approveResult', 'rejectResult']) }));
    await page.getByTestId('result-approve').click();
    await expect.element(page.getByTestId('grounds')).toHaveTextContent(/Die Uhr von Druckdienst lief nie.*Schritt 3: Übersprungen/);
    await page.getByTestId('approve-send').click();
    await expect.element(page.getByRole('link', { name: /braucht die Auflagen/ })).toBeVisible();
    await page.getByRole('radio', { name: 'Bestanden', exact: true }).click();
    await page.getByTestId('better-why').fill('Nachgetestet');
    expect(await violations()).toEqual([]);
    refuse({ code: 'conductorMayNotApprove', values: {} });
    await page.getByTestId('approve-send').click();
    await expect.element(page.getByText('Wer den Test geführt oder sein Ergebnis eingereicht hat', { exact: false }).first()).toBeVisible();
    refuse(null);
    await page.getByTestId('approve-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(lastCommand()).toEqual({ drill: { approveResult: { verdict: 'passed', conditions: '', reason: 'Nachgetestet' } } });
  });

  it('shows what was measured against what was promised', async () => {
    const view = drillView();
    await show({ ...view, services: [{ ...view.services[0]!, stopped: 'Testdruck kommt an', stoppedAt: '2026-11-22T10:40:00Z', recovery: 2340, rtoMet: true, dataLoss: 1200, rpoMet: false, recovered: 'partly' }] }, { tab: 'recovery' });
    await expect.element(page.getByTestId('service-outcome')).toHaveTextContent(/Druckdienst.*Teilweise wiederhergestellt.*39 min · eingehalten.*20 min · verfehlt/);
    expect(await violations()).toEqual([]);
  });

  it('R03 is worked by keys', async () => {
    await show(drillView());
    await userEvent.keyboard('{Escape}');
    commands().find((command) => command.id === 'drill-live')?.run();
    await expect.poll(() => router.route).toEqual({ at: 'testlive', number: 'T-2026-001' });
  });
});
