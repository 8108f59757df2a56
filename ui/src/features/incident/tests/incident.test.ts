import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import { wear } from '$design/look.svelte';
import { stopClock } from '$design/now.svelte';
import { toasts } from '$design/toasts.svelte';
import { speak, t } from '$i18n/words.svelte';
import type { DesktopOrder, Draft } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import type { IncidentCommand, IncidentView, Order, Question } from '$ipc/wire';
import { say } from '$parts/incident';
import { commands as offered } from '$shell/commands.svelte';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';
import { tabNames } from '../tabs';

const ordered = vi.fn<(order: Order) => void>();
const heard = vi.fn<(order: DesktopOrder) => void>();
const asked = vi.fn<(question: Question) => void>();
let drafts: Draft[] = [];
let refuse: unknown = null;
let readOnly = false;
/** What the core says of the order that was carried out. */
let undoable = true;
/** What the keeping of evidence waits for. */
let held: Promise<void> = Promise.resolve();
/** What the answer to an order waits for. */
let carriedOut: Promise<void> = Promise.resolve();

const commands = (): IncidentCommand[] => ordered.mock.calls.map(([order]) => ('incident' in order.command ? order.command.incident : ({} as IncidentCommand)));

async function show(change: Partial<IncidentView> = {}, tab = 'course'): Promise<{ go: (number: string) => Promise<void> }> {
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      if (order.do === 'drafts') return { is: 'drafts', drafts };
      if (order.do === 'look') return { is: 'desktop', desktop: { ...openDesktop, workspace: { ...openDesktop.workspace!, readOnly } } };
      if (order.do === 'chooseFiles') return { is: 'files', files: [{ handle: 'f1', name: 'meldung.pdf', bytes: 1200, folder: false }, { handle: 'f2', name: 'riesig.bin', bytes: 200_000_000, folder: false }] };
      if (order.do === 'keepEvidence') return held.then(() => ({ is: 'evidence', evidence: { hash: 'ab'.repeat(32), name: 'meldung.pdf', bytes: 1200 } }));
      return { is: 'done' };
    },
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation };
      if ('previewMilestone' in question) return { preview: { refusal: null, durations: [{ kind: 'toNotice', before: 240, after: 600 }], clocksBefore: [], clocksAfter: [], objectives: [] } };
      if ('journal' in question) return { journal: { items: [], total: 0, people: {} } };
      const record = 'incident' in question ? question.incident.record : incident.number;
      return { incident: { ...incident, ...change, ...(record === incident.number ? {} : { id: record, number: record }) } };
    },
    execute: async (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      await carriedOut;
      return { order: order.id, record: incident.id, number: incident.number, events: [{ seq: 1, kind: 'incident.x' }], undoable, stale: [`record:${incident.id}`] };
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, tab === 'course' ? {} : { tab });
  await expect.poll(() => router.search['tab'] ?? 'course').toBe(tab);
  const screen = await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(page.getByTestId('incident-header')).toBeVisible();
  return { go: (number) => screen.rerender({ route: { at: 'notfall', number } }) };
}

beforeEach(() => {
  ordered.mockClear();
  heard.mockClear();
  asked.mockClear();
  drafts = [];
  refuse = null;
  readOnly = false;
  undoable = true;
  carriedOut = Promise.resolve();
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

describe('every part of a record', () => {
  it.each(tabNames.flatMap((tab) => [[tab, 'light', 'de'], [tab, 'dark', 'en']] as const))('R30 %s passes axe in %s and %s', async (tab, theme, language) => {
    wear({ theme });
    await speak(language);
    await show({}, tab);
    await expect.element(page.getByRole('tab', { selected: true })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('the head', () => {
  it('R24 says how long it has lasted, what is late, and offers the next step', async () => {
    await show();
    await expect.element(page.getByTestId('since')).toHaveTextContent('03:12');
    await expect.element(page.getByText('überfällig seit 12 min')).toBeVisible();
    await expect.element(page.getByTestId('step-markRunning')).toBeVisible();
  });

  it('lets no clock run in a record that came to rest', async () => {
    await show({ phase: 'downgraded', emergency: false });
    await expect.element(page.getByTestId('incident-header')).not.toHaveTextContent('überfällig');
  });

  it('shows no running number once nobody knows when it ended', async () => {
    await show({ phase: 'closed', milestones: incident.milestones.map((held) => ({ ...held, moment: held.milestone === 'noticed' ? held.moment : null })) });
    await expect.element(page.getByTestId('since')).not.toBeInTheDocument();
  });

  it('keeps a step that the rules refuse reachable and says why', async () => {
    await show({ phase: 'declared', team: [], possible: incident.possible.map((held) => (held.step === 'formTeam' ? { step: 'formTeam', refusal: { code: 'teamWithoutLead' } } : held)) });
    const form = page.getByTestId('step-formTeam');
    await expect.element(form).toHaveAttribute('aria-disabled', 'true');
    await expect.element(form).toHaveTextContent('noch keine Leitung');
  });

  it('R29 leads from its menu and by the palette to the report as it would be issued now', async () => {
    await show();
    (page.getByTestId('more-steps').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: /Als PDF/ }).click();
    await expect.poll(() => location.hash).toBe(`#/berichte?record=${incident.number}`);
    location.hash = `#/notfaelle/${incident.number}`;
    await expect.poll(() => router.route.at).toBe('notfall');
    offered().find((command) => command.label === 'Als PDF')?.run();
    await expect.poll(() => location.hash).toBe(`#/berichte?record=${incident.number}`);
  });

  it('lets nobody write in a workspace that is read-only', async () => {
    readOnly = true;
    await show();
    await expect.element(page.getByTestId('entry-text')).toBeDisabled();
    await expect.element(page.getByTestId('step-markRunning')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('what is shown before it is answered', () => {
  it('R10 is the severity that somebody chose', async () => {
    carriedOut = new Promise(() => undefined);
    await show();
    await expect.element(page.getByTestId('incident-header')).toHaveTextContent('Kritisch');
    (page.getByRole('button', { name: t('incident-rate') }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: say('severity', 'low') }).click();
    await expect.element(page.getByTestId('incident-header')).toHaveTextContent(say('severity', 'low'));
    expect(commands()).toEqual([{ rateSeverity: { severity: 'low' } }]);
  });

  it('R10 is the agreed level, without saying yet whether it was kept', async () => {
    carriedOut = new Promise(() => undefined);
    await show();
    (page.getByRole('button', { name: t('incident-sla-choose') }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: t('incident-sla-none') }).click();
    await expect.element(page.getByTestId('incident-header')).not.toHaveTextContent('Premium');
    expect(commands()).toEqual([{ setSlaLevel: { level: null } }]);
  });
});

describe('who owns a recommendation', () => {
  const owner = page.getByTestId('assign-c1');

  async function give(to: string): Promise<void> {
    (owner.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('menuitem', { name: to }).click();
  }

  it('R10 stands at once, with the rest of the recommendation untouched', async () => {
    let go!: () => void;
    carriedOut = new Promise((done) => (go = done));
    await show({}, 'afterwork');
    await expect.element(page.getByTestId('recommendations')).toHaveTextContent('Verantwortlich: Mehmet Arslan');
    await give('Jonas Weidlich');
    await expect.element(page.getByTestId('recommendations')).toHaveTextContent('Verantwortlich: Jonas Weidlich');
    const text = { ...incident.recommendations[0]!.text, owner: 'p2' };
    expect(commands()).toEqual([{ recommend: { id: 'c1', text } }]);
    expect(toasts.list).toEqual([]);
    go();
    await expect.poll(() => toasts.list.map((toast) => [toast.tone, toast.text])).toEqual([['ok', 'Verantwortlichkeit geändert']]);
  });

  it('R10 R19 is again who it was when that is refused, with the reason and another try', async () => {
    refuse = { code: 'recommendationSettled', values: {} };
    await show({}, 'afterwork');
    await give('Niemand');
    await expect.poll(() => toasts.list.map((toast) => toast.tone)).toEqual(['danger']);
    await expect.element(page.getByTestId('recommendations')).toHaveTextContent('Verantwortlich: Mehmet Arslan');
    expect(toasts.list[0]!.again).toBeDefined();
  });
});

describe('what two of a kind have in common', () => {
  const late = incident.clocks.find((clock) => clock.settled === null)!;

  it('R24 two promises for the same moment stand in the head beside each other', async () => {
    await show({ clocks: [late, { ...late }] });
    await expect.poll(() => page.getByTestId('incident-header').element().textContent?.split(say('clock', late.kind)).length).toBe(3);
  });

  it('R24 two promises for the same moment stand among the messages', async () => {
    await show({ clocks: [{ ...late, kind: 'nextUpdate' }, { ...late, kind: 'nextUpdate', state: 'kept', settled: late.due }] }, 'messages');
    await expect.poll(() => document.querySelectorAll('[data-testid=promises] tbody tr').length).toBe(2);
  });

  it('R01 a record offers its commands also when one comes back to it straight from another', async () => {
    const { go } = await show();
    for (const number of ['N-2026-002', incident.number, 'N-2026-002']) {
      await go(number);
      await expect.element(page.getByTestId('incident-header')).toBeVisible();
      await expect.poll(() => offered().filter((command) => command.id === 'entry').length).toBe(1);
    }
  });
});

describe('a step of the process', () => {
  it('R14 is an order with a moment; the refusal stays in the dialog with everything typed', async () => {
    refuse = { code: 'reasonMissing', values: {} };
    await show();
    await page.getByTestId('step-decideToRecover').click();
    await page.getByTestId('step-text').fill('Microsoft nennt keine Zeit mehr');
    await page.getByTestId('step-send').click();
    await expect.element(page.getByRole('link', { name: /Begründung fehlt/ })).toBeVisible();
    await expect.element(page.getByTestId('step-text')).toHaveValue('Microsoft nennt keine Zeit mehr');
    refuse = null;
    await page.getByTestId('step-send').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
    expect(commands()[1]).toEqual({ decideToRecover: { at: { at: '2026-11-22T10:14:00Z', zone: 'Europe/Berlin', precision: 'exact' }, decider: 'p1', reason: 'Microsoft nennt keine Zeit mehr' } });
    expect(ordered.mock.calls[0]?.[0].id).toBe(ordered.mock.calls[1]?.[0].id);
  });
});

describe('taking back what was entered by mistake', () => {
  it.each([
    ['team', 'Bereitstellungsteam hinzugezogen', 'e4'],
    ['provider', 'Fortschritt beim Anbieter geprüft', 'e14'],
    ['messages', 'Nachricht versandt', 'e10'],
    ['recovery', 'Schritt des Leitfadens“, 1.2', 'h3'],
    ['evidence', 'Nachweis abgelegt“, service-health', 'h4'],
    ['course', 'Bereitstellungsteam hinzugezogen', 'e4'],
  ])('asks why in %s and is an order about that deed', async (tab, name, deed) => {
    await show({}, tab);
    await page.getByRole('button', { name: new RegExp(`^Mehr zu „${name}`) }).first().click();
    await page.getByRole('menuitem', { name: 'zurücknehmen' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('durchgestrichen und mit der Begründung in der Chronologie');
    await page.getByTestId('reason-text').fill('Im falschen Vorgang eingetragen');
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect.poll(() => commands()[0]).toEqual({ takeBackDeed: { deed, reason: 'Im falschen Vorgang eingetragen' } });
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('says on what it builds where it cannot be', async () => {
    await show();
    await page.getByRole('button', { name: /^Mehr zu „Anbieter kontaktiert/ }).click();
    await expect.element(page.getByRole('menuitem')).toHaveTextContent('Die Entscheidung, auf den Anbieter zu warten, baut auf diesem Fall auf.');
  });

  it('Ctrl+Z takes back what the core can undo, and stops at what it cannot', async () => {
    await show({}, 'provider');
    await page.getByTestId('nothing-new').click();
    await expect.poll(() => toasts.undoes).toBe(t('provider-checked-done'));
    await toasts.undo();
    expect(commands().at(-1)).toEqual({ undo: { order: ordered.mock.calls[0]?.[0].id } });
    await page.getByTestId('nothing-new').click();
    await expect.poll(() => toasts.canUndo).toBe(true);
    undoable = false;
    await page.getByTestId('nothing-new').click();
    await expect.poll(() => toasts.canUndo).toBe(false);
  });
});

describe('taking a step back', () => {
  it('names the step and what follows, asks why, and is an order about that step', async () => {
    await show({}, 'flow');
    await expect.element(page.getByText('Neuester Schritt: Warten auf den Anbieter entschieden', { exact: false })).toBeVisible();
    await page.getByTestId('take-back').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('„Warten auf den Anbieter entschieden“ zurücknehmen: N-2026-004');
    await expect.element(dialog).toHaveTextContent('wieder im Stand „Analysiert“');
    await expect.element(dialog).toHaveTextContent('Nicht mehr erfasst ist dann: Warten oder Wiederherstellen entschieden.');
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect.element(page.getByRole('link', { name: /Begründung/ })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
    await page.getByTestId('reason-text').fill('Im falschen Vorgang eingetragen');
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await expect.poll(() => commands()[0]).toEqual({ takeBackStep: { step: 'e9', reason: 'Im falschen Vorgang eingetragen' } });
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('stands in the menu of the head as well and says why it cannot be', async () => {
    await show({ newestStep: { ...incident.newestStep!, refusal: { code: 'reportBuildsOnStep', number: 'B-2026-001' } } });
    await page.getByTestId('more-steps').click();
    await expect.element(page.getByRole('menuitem', { name: 'Schritt zurücknehmen' })).toHaveTextContent('Bericht B-2026-001 ist schon freigegeben');
  });

  it.each(['de', 'en'] as const)('draws the words of the ways beside the boxes, in %s', async (language) => {
    await speak(language);
    await show({}, 'flow');
    const svg = page.getByTestId('flow').element() as SVGSVGElement;
    const words = [...svg.querySelectorAll<SVGTextElement>('.way-word')];
    const met = words.filter((word) => {
      const { x, y, width, height } = word.getBBox();
      const edges = [-2, width / 2, width + 2].flatMap((right) => [0, height].map((down) => Object.assign(svg.createSVGPoint(), { x: x + right, y: y + down })));
      return [...svg.querySelectorAll<SVGGeometryElement>('.shape')].some((shape) => edges.some((point) => shape.isPointInFill(point)));
    });
    expect([words.length, met.map((word) => word.textContent)]).toEqual([4, []]);
    await speak('de');
  });

  it('is not offered where no step was taken', async () => {
    await show({ newestStep: null }, 'flow');
    await expect.element(page.getByTestId('flow')).toBeVisible();
    await expect.element(page.getByTestId('take-back')).not.toBeInTheDocument();
  });
});

describe('the timeline', () => {
  it('shows what was corrected, withdrawn and entered late', async () => {
    await show();
    await expect.element(page.getByText('Portal meldet Fehler 500.')).toBeVisible();
    await expect.element(page.getByText('Zurückgezogen: Doppelt erfasst')).toBeVisible();
    await expect.element(page.getByText('nachgetragen 10:02 MEZ')).toBeVisible();
    await expect.element(page.getByText('Notfall ausgerufen durch Anna Berg', { exact: false })).toBeVisible();
  });

  it('R01 takes an entry by keyboard alone, now when no time is given', async () => {
    await show();
    await page.getByTestId('entry-text').click();
    await userEvent.keyboard('Anmeldung geht wieder{Control>}{Enter}{/Control}');
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(commands()[0]).toMatchObject({ addEntry: { kind: 'status', text: 'Anmeldung geht wieder', at: { at: '2026-11-22T10:14:00Z' } } });
    await expect.element(page.getByTestId('entry-text')).toHaveValue('');
    await toasts.undo();
    expect(commands()[1]).toEqual({ undo: { order: ordered.mock.calls[0]?.[0].id } });
  });

  it('R12 offers an entry that was being typed when the program was killed', async () => {
    drafts = [{ key: 'N-2026-004/entry', kept: '2026-11-22T09:42:00Z', content: JSON.stringify({ text: 'Vor dem Absturz', kind: 'action', at: null }) }];
    await show();
    await page.getByTestId('draft-restore').click();
    await expect.element(page.getByTestId('entry-text')).toHaveValue('Vor dem Absturz');
  });

  it('R12 keeps the reason that is being typed, also in a small question', async () => {
    await show();
    await page.getByRole('button', { name: 'Was sich damit tun lässt' }).first().click();
    await page.getByRole('menuitem', { name: 'Wieder gelten lassen' }).click();
    await expect.poll(() => commands()[0]).toEqual({ reinstateEntry: { id: 'e13' } });
    await page.getByRole('button', { name: 'Was sich damit tun lässt' }).last().click();
    await page.getByRole('menuitem', { name: 'Zurückziehen' }).click();
    await page.getByTestId('reason-text').fill('Falscher Vorgang');
    await expect.poll(() => heard.mock.calls.some(([order]) => order.do === 'keepDraft' && order.key === 'N-2026-004/withdraw/e3' && order.content.includes('Falscher Vorgang')), { timeout: 1500 }).toBe(true);
  });

  it('R16 filters by kind and says so when nothing is left', async () => {
    await show({ entries: incident.entries.filter((entry) => entry.kind === 'provider') });
    await page.getByTestId('entry-filter').click();
    await page.getByRole('menuitemcheckbox', { name: /Kommunikation/ }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Zu dieser Auswahl gibt es keine Einträge.')).toBeVisible();
  });
});

describe('the situation', () => {
  it('R12 changes a text where it stands and keeps it as a draft meanwhile', async () => {
    await show({}, 'situation');
    await page.getByTestId('edit-cause').click();
    await page.getByTestId('input-cause').fill('Netzwechsel bei Microsoft');
    await expect.poll(() => heard.mock.calls.some(([order]) => order.do === 'keepDraft' && order.key === 'N-2026-004/fact/cause'), { timeout: 1500 }).toBe(true);
    await page.getByTestId('save-cause').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(commands()[0]).toEqual({ stateFact: { fact: 'cause', text: 'Netzwechsel bei Microsoft' } });
  });

  it('shows which durations change before a moment is moved', async () => {
    await show({}, 'situation');
    await page.getByTestId('move-noticed').click();
    await page.getByTestId('milestone-at').fill('22.11. 08:12');
    await expect.element(page.getByTestId('milestone-preview')).toHaveTextContent('Bis zum Bemerken4 min10 min');
    await page.getByTestId('milestone-save').click();
    expect(ordered).not.toHaveBeenCalled();
    await page.getByTestId('milestone-reason').fill('Laut Lastverteiler');
    await page.getByTestId('milestone-save').click();
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
    expect(commands()[0]).toMatchObject({ setMilestone: { milestone: 'noticed', to: { at: '2026-11-22T07:12:00Z' }, reason: 'Laut Lastverteiler' } });
  });

  it('says "nicht erfasst" for a duration without an end', async () => {
    await show({}, 'situation');
    await expect.element(page.getByTestId('durations')).toHaveTextContent(/Ausfallzeitnicht erfasst/);
  });
});

describe('the other parts', () => {
  it('draws the way that was gone and where the record stands', async () => {
    await show({}, 'flow');
    const state = (part: string): string | undefined => document.querySelector<SVGGElement>(`[data-part="${part}"]`)?.dataset['state'];
    expect(['reported', 'declared', 'analysed'].map(state)).toEqual(['passed', 'passed', 'passed']);
    expect(state('waitingForProvider')).toBe('here');
    expect(state('solvedBySupport')).toBe('open');
    await expect.element(page.getByRole('listitem').filter({ hasText: 'Wartet auf Anbieter' })).toHaveTextContent('seit 2 h 22 min');
  });

  it('copies the tickets without the keyword for the support desk', async () => {
    await show({}, 'tickets');
    await page.getByTestId('copy-missing').click();
    await expect.poll(() => heard.mock.calls.some(([order]) => order.do === 'copyText')).toBe(true);
    const copied = heard.mock.calls.map(([order]) => order).find((order) => order.do === 'copyText');
    expect(copied?.do === 'copyText' && copied.text).toBe('Bitte das Schlüsselwort [Notfall] setzen (N-2026-004, Azure Key Vault antwortet nicht in West Europe):\nZammad · 48117 · Etiketten werden nicht gedruckt\nZammad · 48120 · Kein Zugriff auf Loftware Cloud\n');
    await page.getByTestId('mark-all').click();
    await expect.poll(() => commands()[0]).toEqual({ markKeyword: { ids: ['k2', 'k3'], carried: true } });
  });

  it('R11 releases a message only after a question that names whom it goes to', async () => {
    await show({}, 'messages');
    await page.getByTestId('release').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Nachricht freigeben: Betroffene Benutzer?');
    await page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
    await expect.poll(() => commands()[0]).toEqual({ releaseMessage: { id: 'm2' } });
  });

  it('names what is missing as a list', async () => {
    await show({}, 'afterwork');
    await expect.element(page.getByTestId('gaps')).toHaveTextContent('tatsächlicher Datenverlust');
    await expect.element(page.getByTestId('gaps')).toHaveTextContent('freigegebener Bericht');
  });

  it('R28 keeps the files that are small enough and says what became of the others', async () => {
    await show({}, 'evidence');
    await page.getByTestId('choose').click();
    await expect.poll(() => commands()[0]).toMatchObject({ attachEvidence: { hash: 'ab'.repeat(32), name: 'meldung.pdf', size: 1200 } });
    await expect.element(page.getByText('riesig.bin: Die Datei ist zu groß', { exact: false })).toBeVisible();
  });

  it('R28 takes files that are dropped on its place, and no others', async () => {
    await show({}, 'evidence');
    const box = page.getByTestId('drop').element().getBoundingClientRect();
    const files = [{ handle: 'f1', name: 'meldung.pdf', bytes: 1200, folder: false }];
    await tell('dropped', { phase: 'dropped', files, x: 2, y: 2 });
    await tell('dropped', { phase: 'dropped', files, x: box.left + 20, y: box.top + 20 });
    await expect.poll(() => ordered.mock.calls.length).toBe(1);
  });

  it('R28 names the file at work, and what is dropped meanwhile waits its turn', async () => {
    await show({}, 'evidence');
    const box = page.getByTestId('drop').element().getBoundingClientRect();
    const drop = (name: string) => tell('dropped', { phase: 'dropped', files: [{ handle: name, name, bytes: 1200, folder: false }], x: box.left + 20, y: box.top + 20 });
    let go = (): void => undefined;
    held = new Promise((done) => (go = done));
    await drop('erste.log');
    await expect.element(page.getByText('erste.log wird übernommen')).toBeVisible();
    await drop('zweite.log');
    await expect.element(page.getByText('0 von 2')).toBeVisible();
    go();
    await expect.poll(() => ordered.mock.calls.length).toBe(2);
  });
});
