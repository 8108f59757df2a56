import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { content, planStep, planView } from '$ipc/sample-drill';
import type { PlanDifference, PlanRead, PlanView, Question } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import PlanScreen from '../plan/PlanScreen.svelte';
import { heard, lastCommand, ordered, playing, refuse, stop } from './playing';

const write: Parameters<typeof planView>[0] = ['write', 'submit', 'retire'];
const changed = { ...content.steps[1]!, plannedMinutes: 25 };
const difference: PlanDifference = {
  fields: ['scope'], before: content.about, after: { ...content.about, scope: 'Alle Dienste' },
  steps: [{ change: 'changed', before: content.steps[1]!, after: changed, fields: ['plannedMinutes'] }, { change: 'added', after: planStep('k4', '4', 'Aufräumen') }, { change: 'removed', before: content.steps[2]! }],
};
let read: PlanRead;

async function show(view: PlanView, search: Record<string, string> = {}): Promise<void> {
  await playing(
    (question: Question) => ('plan' in question ? { plan: view } : 'readPlan' in question ? { planRead: read } : { planDifference: difference }),
    (order: DesktopOrder) => {
      if (order.do === 'chooseFiles') return { is: 'files', files: [{ handle: 'h1', name: 'plan.xlsx', bytes: 9, folder: false }] };
      return order.do === 'keepEvidence' ? { is: 'evidence', evidence: { hash: 'ab'.repeat(32), name: 'plan.xlsx', bytes: 9 } } : { is: 'done' };
    },
  );
  router.go({ at: 'aktionsplan', number: 'K-2026-001' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(PlanScreen, { route: { at: 'aktionsplan', number: 'K-2026-001' } });
  await expect.element(page.getByRole('tab', { name: /Schritte/ })).toBeVisible();
}
const run = (id: string): void => commands().find((command) => command.id === id)?.run();
beforeEach(() => {
  read = { content, problems: [] };
});
afterEach(stop);

describe('an action plan', () => {
  it('R29 its steps are printed to be filled in, in the version that is looked at', async () => {
    await show(planView(write));
    run('as-pdf');
    await expect.poll(() => router.search).toEqual({ paper: 'plan', document: 'K-2026-001', version: '1' });
  });

  it('R06 has its steps in a table: arrows choose, Enter opens, keys move and remove', async () => {
    await show(planView(write));
    expect(await violations()).toEqual([]);
    await page.getByRole('grid', { name: 'Schritte' }).click();
    await userEvent.keyboard('{Home}{ArrowDown}');
    await expect.element(page.getByRole('row', { name: '2 Umschalten' })).toHaveAttribute('aria-selected', 'true');
    run('step-up');
    await expect.poll(lastCommand).toEqual({ plan: { moveStep: { id: 'k2', place: 0 } } });
    refuse({ code: 'stepNeeded', values: { step: '2', steps: ['3'] } });
    run('step-remove');
    await expect.element(page.getByRole('alert').first()).toHaveTextContent(/Davon hängen ab: 3/);
  });

  it('R15 says at the field which steps wait for each other', async () => {
    await show(planView(write));
    run('step-add');
    await page.getByTestId('step-title').fill('Aufräumen');
    await page.getByTestId('step-expected').fill('Alles weg');
    refuse({ code: 'dependencyRing', values: { steps: ['1', '4'] } });
    await page.getByTestId('step-save').click();
    await expect.element(page.getByRole('link', { name: /1, 4 warten aufeinander/ })).toBeVisible();
    expect(await violations()).toEqual([]);
    refuse(null);
    await page.getByTestId('step-save').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(lastCommand()).toMatchObject({ plan: { putStep: { step: { number: '4', title: 'Aufräumen', dependsOn: ['k3'], expected: 'Alles weg' }, place: null } } });
  });

  it('says why a button is off, and approves only after it named the consequence', async () => {
    const submitted = planView(['approve', 'reject']);
    await show({ ...submitted, versions: [{ ...submitted.versions[0]!, stage: 'submitted' }] });
    await page.getByTestId('plan-approve').click();
    await expect.element(page.getByText('Eine freigegebene Fassung ändert sich nicht mehr', { exact: false })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Freigeben' }).click();
    await expect.poll(lastCommand).toEqual({ plan: { approve: { version: 1 } } });
    const step = commands().find((command) => command.id === 'step-add');
    expect(step?.why).toContain('steht auf „Entwurf“');
  });

  it('shows what changed between two versions, field by field', async () => {
    const view = planView(write, { approved: 1 });
    await show({ ...view, versions: [{ ...view.versions[0]!, number: 2 }, { ...view.versions[0]!, stage: 'approved' }] }, { tab: 'difference' });
    await expect.element(page.getByTestId('difference-about')).toHaveTextContent(/Umfang.*Cloud-Druck.*Alle Dienste/);
    await expect.element(page.getByTestId('difference-step').first()).toHaveTextContent(/2 Umschalten.*Geändert.*10 min.*25 min/);
    await expect.element(page.getByTestId('difference-step').nth(1)).toHaveTextContent(/4 Aufräumen.*Neu/);
    expect(await violations()).toEqual([]);
  });

  it('takes a spreadsheet over: what could not be read is told with its place before anything is written', async () => {
    read = { content, problems: [{ place: 'plan.xlsx!Schritte:4', reason: { code: 'notMinutes', text: 'bald' } }] };
    await show(planView(write));
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: /In diese Fassung übernehmen/ }).click();
    await page.getByTestId('plan-choose').click();
    await expect.element(page.getByTestId('plan-problems')).toHaveTextContent('plan.xlsx!Schritte:4: „bald“ ist keine Dauer in Minuten');
    expect(ordered).not.toHaveBeenCalled();
    expect(await violations()).toEqual([]);
    await page.getByTestId('plan-take').click();
    await expect.poll(lastCommand).toMatchObject({ plan: { takeOver: { content: { about: { title: 'Ausfall der Region' } }, source: { hash: 'ab'.repeat(32), name: 'plan.xlsx' } } } });
  });

  it('is saved as a spreadsheet of the version that is looked at', async () => {
    await show(planView(write));
    run('plan-save');
    await expect.poll(() => heard.mock.calls.map(([order]) => order).find((order) => order.do === 'saveAs')).toEqual({ do: 'saveAs', of: { planSheet: { record: 'plan1', version: 1, language: 'de' } }, name: 'K-2026-001-v1.xlsx' });
  });

  it('is described: objectives, services with their clocks, roles with people', async () => {
    await show(planView(write), { tab: 'about' });
    await expect.element(page.getByTestId('targets')).toHaveTextContent(/Druckdienst.*RTO 2 h 00 min.*Testdruck kommt an/);
    expect(await violations()).toEqual([]);
    await page.getByTestId('objectives').getByRole('button', { name: 'Ziel hinzufügen' }).click();
    await page.getByTestId('objective-text').fill('Niemand verliert Daten');
    await page.getByTestId('part-save').click();
    await expect.poll(() => JSON.stringify(lastCommand())).toContain('Niemand verliert Daten');
    expect(lastCommand()).toMatchObject({ plan: { describe: { about: { title: 'Ausfall der Region', objectives: [{ id: 'o1' }, { text: 'Niemand verliert Daten' }] } } } });
  });
});
