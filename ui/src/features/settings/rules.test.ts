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
import type { Order, PolicyView, Question, RuleKind, RuleView, Term } from '$ipc/wire';
import Settings from './Settings.svelte';

const ordered = vi.fn<(command: Order['command']) => void>();
const days = (amount: number): Term => ({ amount, unit: 'days' });
const rule = (kind: RuleKind, seeded: Term | null, change: Partial<RuleView> = {}): RuleView => ({ kind, term: seeded, seeded, proposed: seeded ?? { amount: 24, unit: 'hours' }, regime: null, history: [], ...change });
const law = (term: Term | null, history: RuleView['history'] = []): RuleView => rule('nis2Early', null, { regime: 'nis2', term, history });
const since = { term: { amount: 24, unit: 'hours' } as Term, from: '2026-11-01', reason: 'Wichtige Einrichtung', by: 'p1', recorded: '2026-11-01T08:00:00Z' };
let policy: PolicyView;

async function show(): Promise<void> {
  play({
    desktop: (order: { do: string }) => (order.do === 'drafts' ? { is: 'drafts', drafts: [] } : order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' }),
    query: (question: Question) => ('policy' in question ? { policy } : { organisation }),
    execute: (order: Order) => {
      ordered(order.command);
      return { order: order.id, record: 'p', number: null, events: [{ seq: 1, kind: 'policy.ruleSet' }], undoable: false, stale: [] };
    },
  });
  await look();
  await render(Settings, { route: { at: 'einstellungen', part: 'regeln' } });
}

beforeEach(() => {
  stopClock(new Date('2026-11-22T10:14:00Z'));
  policy = { rules: [rule('reportIssued', days(14)), rule('waitingLimit', null), law(null)], region: 'berlin', drillScope: 'process', freezes: [{ id: 'f1', name: 'Jahresende', from: '2026-12-19', until: '2027-01-06', by: 'p1', recorded: '2026-11-01T08:00:00Z' }], alone: false, asked: 'everyone', mail: null, people: { p1: 'Anna Berg' } };
  ordered.mockClear();
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  toasts.list = [];
  await speak('de');
});

describe('the rules', () => {
  it.each(['de', 'en'] as const)('R30 name what holds and what does not, laws and freezes beside them, in %s', async (language) => {
    await speak(language);
    policy.rules[2] = law(since.term, [since]);
    await show();
    await expect.element(page.getByTestId('rules')).toHaveTextContent(language === 'de' ? 'Auf den Anbieter warten gilt nicht' : 'Wait for the provider does not hold');
    await expect.element(page.getByTestId('laws')).toHaveTextContent(language === 'de' ? '24 Stunden ab Kenntnis' : '24 hours from knowledge');
    await expect.element(page.getByTestId('laws')).toHaveTextContent('Wichtige Einrichtung');
    await expect.element(page.getByTestId('freezes')).toHaveTextContent(language === 'de' ? '19.12.2026 bis 06.01.2027' : '19 Dec 2026 to 06 Jan 2027');
    expect(await violations()).toEqual([]);
  });

  it('a law binds from a day on, with the reason why', async () => {
    await show();
    await page.getByTestId('law-nis2').click();
    await page.getByTestId('law-send').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Die Begründung fehlt');
    expect(ordered).not.toHaveBeenCalled();
    await userEvent.fill(page.getByTestId('law-reason'), 'Wichtige Einrichtung, sagt die Rechtsabteilung');
    await page.getByTestId('law-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toEqual({ policy: { setRegime: { regime: 'nis2', holds: true, from: '2026-11-22', reason: 'Wichtige Einrichtung, sagt die Rechtsabteilung' } } });
  });

  it('a rule that nobody wanted yet begins with what is proposed', async () => {
    await show();
    await page.getByRole('button', { name: /Auf den Anbieter warten/ }).click();
    await page.getByLabelText('Die Regel gilt').click();
    await userEvent.fill(page.getByTestId('rule-reason'), 'Beschluss');
    await page.getByTestId('rule-save').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ policy: { setRule: { kind: 'waitingLimit', term: { amount: 24, unit: 'hours' } } } });
  });

  it('a freeze is set with its days and lifted with a reason', async () => {
    await show();
    await page.getByTestId('freeze-new').click();
    await userEvent.fill(page.getByTestId('freeze-name'), 'Quartalsabschluss');
    await userEvent.fill(page.getByLabelText('Erster Tag'), '28.3.2027');
    await userEvent.fill(page.getByLabelText('Letzter Tag'), '2.4.2027');
    await page.getByTestId('freeze-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ policy: { setFreeze: { name: 'Quartalsabschluss', from: '2027-03-28', until: '2027-04-02' } } });
    await page.getByRole('button', { name: /Aufheben/ }).click();
    await userEvent.fill(page.getByRole('dialog').getByLabelText('Begründung'), 'verschoben');
    await page.getByRole('dialog').getByRole('button', { name: 'Aufheben' }).click();
    await expect.poll(() => ordered.mock.calls[1]?.[0]).toEqual({ policy: { liftFreeze: { id: 'f1', reason: 'verschoben' } } });
  });
});
