import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import { tell } from '$ipc/play';
import { anna, jonas, organisation } from '$ipc/sample';
import { drillSteps, drillView, possible } from '$ipc/sample-drill';
import type { DrillView, OrganisationView, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import LiveScreen from '../live/LiveScreen.svelte';
import { asked, lastCommand, ordered, playing, refuse, stop } from './playing';

let view: DrillView;
async function show(first: DrillView, workspace?: OrganisationView): Promise<void> {
  view = first;
  await playing((question: Question) => ('drill' in question ? { drill: view } : null), undefined, workspace);
  router.go({ at: 'testlive', number: 'T-2026-001' });
  await render(LiveScreen, { route: { at: 'testlive', number: 'T-2026-001' } });
  await expect.element(page.getByTestId('timer')).toBeVisible();
}
const run = (id: string): void => commands().find((command) => command.id === id)?.run();
const why = (id: string): string | undefined => commands().find((command) => command.id === id)?.why;
afterEach(stop);

describe('a test that is conducted', () => {
  it('R13 shows the elapsed time that the core computes, and counts on', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('timer')).toHaveTextContent(/^0:14:0\d$/);
    const question = asked.mock.calls.map(([one]) => one).find((one) => 'drill' in one);
    expect(question).toMatchObject({ drill: { record: 'T-2026-001', tick: null } });
    const size = getComputedStyle(page.getByTestId('timer').element()).fontSize;
    expect(size).toBe('56px');
    expect(await violations()).toEqual([]);
  });

  it('R13 confirms a press only when it is on the disk and the record was asked again', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('current-step')).toHaveTextContent('Umschalten');
    run('live-pass');
    const steps = drillSteps();
    view = drillView({ steps: [steps[0]!, { ...steps[1]!, state: 'passed' }, { ...steps[2]!, state: 'running', waits: null, attempts: [{ ...steps[1]!.attempts[0]!, beginsMs: 840_000, endsMs: 840_000 }] }] });
    await expect.element(page.getByTestId('current-step')).toHaveTextContent('Prüfen');
    await expect.element(page.getByTestId('said')).toHaveTextContent('Schritt 2 bestanden');
    expect(lastCommand()).toMatchObject({ drill: { passStep: { step: 'k2', next: 'k3', when: { at: null, tick: null } } } });
  });

  it('offers to try a step anew that failed, where nothing else can begin', async () => {
    const steps = drillSteps();
    await show(drillView({ steps: [steps[0]!, { ...steps[1]!, state: 'failed' }, { ...steps[2]!, state: 'waiting', attempts: [] }] }));
    await expect.element(page.getByTestId('current')).toHaveTextContent('Gerade läuft kein Schritt.');
    await page.getByRole('button', { name: '2 Umschalten neu versuchen' }).click();
    await expect.poll(lastCommand).toMatchObject({ drill: { retry: { step: 'k2', person: 'p1', when: { at: null, tick: null } } } });
  });

  it('ends also with a step that failed and stays so', async () => {
    const steps = drillSteps();
    await show(drillView({ steps: [steps[0]!, { ...steps[1]!, state: 'failed' }], possible: possible(['end', 'note']) }));
    await page.getByTestId('live-end').click();
    await expect.poll(lastCommand).toEqual({ drill: { end: { when: { at: null, tick: null } } } });
  });

  it('says who carries out the next step: whoever has its role, or whom the coordinator chooses', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('carried-out-by')).toHaveTextContent('Anna Berg');
    await expect.element(page.getByTestId('performer')).toHaveValue('Anna Berg');
    run('live-pass');
    await expect.poll(lastCommand).toMatchObject({ drill: { passStep: { next: 'k3', nextPerson: 'p1' } } });
    await page.getByTestId('performer').fill('Jonas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await violations()).toEqual([]);
    run('live-pass');
    await expect.poll(lastCommand).toMatchObject({ drill: { passStep: { next: 'k3', nextPerson: 'p2' } } });
  });

  it('R01 begins a step with another person by keyboard', async () => {
    const steps = drillSteps();
    await show(drillView({ steps: [steps[0]!, steps[1]!, { ...steps[2]!, state: 'ready', waits: null }] }));
    run('live-start-with');
    await expect.element(page.getByTestId('ask-person')).toHaveValue('Anna Berg');
    await page.getByTestId('ask-person').fill('Jonas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { startStep: { step: 'k3', person: 'p2', despite: '', when: { at: null, tick: null } } } });
  });

  it('shows the instruction as it is read', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('instruction').getByText('dann')).toBeVisible();
    expect(page.getByTestId('instruction').element().querySelector('strong')?.textContent).toBe('dann');
  });

  it('shows planned against actual, and what runs grows with the clock in the same room', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('strip')).toBeVisible();
    const bar = (): number => Number(document.querySelector('[data-testid=strip] .bar-running')?.getAttribute('width'));
    const [wide, room, scale] = [bar(), page.getByTestId('strip').element().getBoundingClientRect().height, document.querySelectorAll('[data-testid=strip] .scale').length];
    await expect.poll(bar, { timeout: 4000 }).toBeGreaterThan(wide);
    expect(page.getByTestId('strip').element().getBoundingClientRect().height).toBe(room);
    expect(document.querySelectorAll('[data-testid=strip] .scale').length).toBe(scale);
    expect(document.querySelector('[data-testid=strip-now]')).not.toBeNull();
  });

  it('lets whoever watches write down what they see and keep evidence, and nothing else', async () => {
    const auditor = { ...organisation, people: [{ ...anna, roles: ['auditor' as const] }, jonas] };
    const watched = drillView({ coordinator: 'p2', possible: possible(['note', 'attachEvidence'], { code: 'notTheCoordinator', coordinator: 'p2' }) });
    await show({ ...watched, arrangement: { ...watched.arrangement, observers: ['p1', 'p2'] } }, auditor);
    await expect.element(page.getByTestId('live-note')).toHaveTextContent('Beobachtung');
    await expect.poll(() => why('live-pass')).toContain('Testkoordination');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await expect.element(page.getByRole('menuitem', { name: /Datei/ })).not.toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByRole('menuitem', { name: /Test abbrechen/ })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Escape}');
    run('live-note');
    await expect.element(page.getByTestId('ask-person')).toHaveValue('Anna Berg');
    await page.getByTestId('ask-text').fill('Der Plan lag aus');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { observe: { observer: 'p1', text: 'Der Plan lag aus', step: 'k2' } } });
  });

  it('takes the end afterwards with its moment', async () => {
    await show(drillView({ possible: possible(['end']) }));
    run('live-end-late');
    await page.getByTestId('ask-at').fill('22.11.2025 11:45');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toEqual({ drill: { end: { when: { at: { at: '2025-11-22T10:45:00Z', zone: 'Europe/Berlin', precision: 'exact' }, tick: null } } } });
  });

  it('keeps what it shows and says why when a press is refused', async () => {
    await show(drillView());
    refuse({ code: 'diskFull', values: {} });
    await page.getByTestId('live-pass').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    await expect.element(page.getByTestId('current-step')).toHaveTextContent('Umschalten');
    await expect.element(page.getByTestId('said')).toHaveTextContent('');
  });

  it('R15 fails a step with a reason, also afterwards with its moment', async () => {
    await show(drillView());
    await page.getByTestId('live-fail').click();
    await page.getByTestId('ask-send').click();
    await expect.element(page.getByRole('link', { name: /Es fehlt/ })).toBeVisible();
    await page.getByTestId('ask-text').fill('Zertifikat abgelaufen');
    await page.getByTestId('ask-late').click();
    expect(await violations()).toEqual([]);
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { failStep: { step: 'k2', reason: 'Zertifikat abgelaufen', when: { at: { zone: 'Europe/Berlin' }, tick: null } } } });
  });

  it('starts several steps at once and says what a step waits for', async () => {
    const steps = drillSteps();
    await show(drillView({ steps: [steps[0]!, steps[1]!, { ...steps[2]!, state: 'ready', waits: null }] }));
    run('live-start');
    await expect.poll(lastCommand).toMatchObject({ drill: { startStep: { step: 'k3', despite: '' } } });
    view = drillView();
    await tell('changed', { stale: ['record:drill1'] });
    await page.getByRole('button', { name: 'Aktionen zu 3 Prüfen' }).click();
    await expect.element(page.getByRole('menuitem', { name: /Trotzdem beginnen/ })).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: /^Beginnen/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('runs the clocks of the services by their named events', async () => {
    await show(drillView());
    await expect.element(page.getByTestId('clocks')).toHaveTextContent(/Druckdienst.*RTO 2 h 00 min.*0:13:0\d/);
    await page.getByTestId('clock-stop').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { stopClock: { service: 's2', event: '' } } });
  });

  it('stands still while it is interrupted, and only who conducts it moves it', async () => {
    await show(drillView({ phase: 'interrupted', possible: possible(['resume', 'note'], { code: 'drillInterrupted' }) }));
    await expect.element(page.getByTestId('timer')).toHaveTextContent('0:14:00');
    expect(why('live-pass')).toContain('unterbrochen');
    await page.getByTestId('live-resume').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { resume: {} } });
    view = drillView({ coordinator: 'p2' });
    await tell('changed', { stale: ['record:drill1'] });
    await expect.poll(() => why('live-pass')).toContain('Jonas Weidlich');
    expect(await violations()).toEqual([]);
  });

  it('tells a critical lapse at once to a person', async () => {
    await show(drillView());
    run('live-lapse');
    await page.getByTestId('ask-text').fill('Sicherung unlesbar');
    await page.getByTestId('ask-person').fill('Jonas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByTestId('ask-send').click();
    await expect.poll(lastCommand).toMatchObject({ drill: { reportLapse: { text: 'Sicherung unlesbar', told: 'p2' } } });
  });
});
