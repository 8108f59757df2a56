import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { wear } from '$design/look.svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { toasts } from '$design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { FindingRow, Order, Question, ReviewFacts, ReviewInputKind, ReviewView } from '$ipc/wire';
import { commands } from '$shell/commands.svelte';
import { currentPage } from '$shell/page.svelte';
import { router } from '$shell/router.svelte';
import ReviewScreen from '../ReviewScreen.svelte';
import { tabNames } from '../tabs';
import { content, may, reviewView } from './sample';

const ordered = vi.fn<(order: Order) => void>();
const asked = vi.fn<(question: Question) => void>();
let refuse: unknown = null;
let findings: FindingRow[] = [];
const last = (): unknown => ordered.mock.calls.at(-1)?.[0].command;

async function show(view: ReviewView | null, tab?: string): Promise<void> {
  play({
    desktop: (order: { do: string }) => (order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : order.do === 'drafts' ? { is: 'drafts', drafts: [] } : { is: 'done' }),
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation };
      if ('findings' in question) return { findings: { items: findings, total: findings.length, people: {} } };
      if ('journal' in question) return { journal: { items: [], total: 0, people: {} } };
      if (!view) throw { code: 'noSuchRecord', values: { record: 'P-2026-009' } };
      return { review: view };
    },
    execute: (order: Order) => {
      ordered(order);
      if (refuse) throw refuse;
      return { order: order.id, record: 'v1', number: 'P-2026-001', events: [{ seq: 1, kind: 'review.x' }], undoable: false, stale: ['record:v1'] };
    },
  });
  await look();
  const search: Record<string, string> = tab ? { tab } : {};
  router.go({ at: 'pruefung', number: 'P-2026-001' }, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(ReviewScreen, { route: { at: 'pruefung', number: 'P-2026-001' } });
  if (view) await expect.element(page.getByTestId('review-header')).toBeVisible();
}

beforeEach(() => {
  ordered.mockClear();
  asked.mockClear();
  refuse = null;
  findings = [];
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

describe('a review', () => {
  it('says what it is held for, where it stands, and by when it is due', async () => {
    await show(reviewView({ lateBy: 2 }));
    expect(currentPage()).toMatchObject({ title: 'P-2026-001 · Nach Notfall N-2026-004', crumbs: [{ label: 'Prüfungen', href: '#/pruefungen' }] });
    const header = page.getByTestId('review-header');
    await expect.element(header.getByRole('link', { name: 'Nach Notfall N-2026-004' })).toHaveAttribute('href', '#/notfaelle/N-2026-004');
    await expect.element(header).toHaveTextContent('2 Tage zu spät');
    expect(document.querySelector('[aria-current=step]')?.textContent).toBe('in Durchführung');
    expect(asked.mock.calls.map(([question]) => question)).toContainEqual({ review: { record: 'P-2026-001', by: 'p1' } });
  });

  it('R16 says when there is none of that number', async () => {
    await show(null);
    await expect.element(page.getByText('Die Prüfung P-2026-001 gibt es in dieser Arbeitsmappe nicht.')).toBeVisible();
  });

  it('keeps a deed back with the reason that the rule gives', async () => {
    const possible = may('submitted', 'reject').map((held) => (held.deed === 'approve' ? { ...held, refusal: { code: 'approverLed' as const } } : held));
    await show(reviewView({ phase: 'submitted', possible }));
    const approve = page.getByTestId('deed-approve');
    await expect.element(approve).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByTestId('review-header')).toHaveTextContent('Wer eine Prüfung geleitet hat, gibt sie nicht selbst frei.');
    await page.getByTestId('deed-reject').click();
    await page.getByTestId('deed-text').fill('Nachweis fehlt');
    await page.getByTestId('deed-send').click();
    await expect.poll(last).toEqual({ review: { reject: { reason: 'Nachweis fehlt', at: { at: '2026-11-22T10:14:00Z', zone: 'Europe/Berlin', precision: 'exact' } } } });
  });

  it('R11 asks before it is approved, and names what follows', async () => {
    await show(reviewView({ phase: 'submitted', possible: may('submitted', 'approve', 'reject') }));
    await page.getByTestId('deed-approve').click();
    await expect.element(page.getByTestId('deed-dialog')).toHaveTextContent('Danach ändert sich an dieser Fassung nichts mehr');
    await page.getByTestId('deed-send').click();
    await expect.poll(() => JSON.stringify(last())).toContain('"approve"');
  });

  it('asks for a new day within the term when a duty is cancelled', async () => {
    await show(reviewView({ phase: 'planned', content: { ...content, period: null, items: [] }, possible: may('planned', 'cancel', 'postpone', 'prepare', 'assignLead', 'invite') }));
    commands().find((command) => command.id === 'review-cancel')?.run();
    await expect.element(page.getByText('Absagen geht nur mit einem neuen Termin bis 01.12.2026.')).toBeVisible();
    await page.getByTestId('deed-text').fill('Raum belegt');
    await page.getByTestId('deed-send').click();
    expect(ordered).not.toHaveBeenCalled();
    refuse = { code: 'newDayTooLate', values: { latest: '2026-12-01' } };
    await page.getByRole('textbox', { name: 'Neuer Termin' }).fill('5.12.2026');
    await page.getByTestId('deed-send').click();
    await expect.element(page.getByText('Bitte spätestens 01.12.2026 wählen').first()).toBeVisible();
    expect(last()).toEqual({ review: { cancel: { reason: 'Raum belegt', next: '2026-12-05' } } });
  });
});

describe('the inputs of a review', () => {
  it('stand by kind, marked, in words, with a link and what was decided', async () => {
    await show(reviewView());
    await expect.element(page.getByTestId('inputs-emergency')).toHaveTextContent(/N-2026-004 Druckdienst steht\s*neu.*Ausfallzeit 1 h 30 min.*RTO verfehlt/);
    await expect.element(page.getByTestId('inputs-openAction')).toHaveTextContent(/geändert.*nachgezogen am 21\.11\.2026.*überfällig seit 10\.11\.2026 · verantwortlich: Jonas Weidlich/);
    await expect.element(page.getByTestId('decision-i2')).toHaveTextContent('Keine Änderung, weil: Läuft schon');
    await expect.element(page.getByText('Eine Entscheidung steht aus.')).toBeVisible();
  });

  it('end in no change with a reason, or in a change request', async () => {
    await show(reviewView());
    await page.getByTestId('decide-i1').click();
    await page.getByTestId('decide-send').click();
    await expect.element(page.getByTestId('because')).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('radio', { name: 'Änderungsantrag anlegen' }).click();
    await page.getByTestId('change-name').fill('Warnung vor Ablauf');
    await page.getByTestId('decide-send').click();
    await expect.poll(last).toMatchObject({ review: { decideItem: { item: 'i1', decision: { change: { title: 'Warnung vor Ablauf', wanted: '' } } } } });
  });

  it('say in words what was promised, where a change stands, and when a risk ends, each with its link', async () => {
    const due = { at: '2026-10-15T21:59:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
    const input = (id: string, kind: ReviewInputKind, number: string, title: string, facts: Partial<ReviewFacts>) => ({ input: { id, kind, record: id, number, title, facts: { running: false, text: '', ...facts }, mark: 'new' as const }, later: null, decided: null, earlier: null });
    const items = [
      input('b1', 'promiseBroken', 'N-2026-004', 'Druckdienst steht', { promise: 'report', standing: 'late', due, person: 'p2' }),
      input('b2', 'earlierDecision', 'A-2026-003', 'Vertretung benennen', { change: 'delegated', dueDay: '2026-12-01', person: 'p1' }),
      input('b3', 'acceptedRisk', 'P-2026-002', 'Eine Leitung', { dueDay: '2026-12-31', person: 'p2' }),
    ];
    await show(reviewView({ content: { ...content, items } }));
    const broken = page.getByTestId('inputs-promiseBroken');
    await expect.element(broken).toHaveTextContent(/Bericht nach dem Notfall · Überfällig · fällig 15\.10\.2026 23:59 MESZ · noch nicht erledigt · verantwortlich: Jonas Weidlich/);
    await expect.element(broken.getByRole('link')).toHaveAttribute('href', '#/notfaelle/N-2026-004');
    const asked = page.getByTestId('inputs-earlierDecision');
    await expect.element(asked).toHaveTextContent(/Delegiert.*fällig 01\.12\.2026.*verantwortlich: Anna Berg/i);
    await expect.element(asked.getByRole('link')).toHaveAttribute('href', '#/aenderungen/A-2026-003');
    await expect.element(page.getByTestId('inputs-acceptedRisk')).toHaveTextContent(/Eine Leitung.*fällig 31\.12\.2026 · verantwortlich: Jonas Weidlich/);
  });

  it('that changed after they were decided say what was decided before, and ask again', async () => {
    const [first, second] = content.items;
    await show(reviewView({ content: { ...content, items: [first!, { ...second!, decided: null, earlier: second!.decided }] } }));
    await expect.element(page.getByTestId('inputs-openAction')).toHaveTextContent('Zuvor: keine Änderung, weil: Läuft schon (Anna Berg, 20.11.2026)');
    await expect.element(page.getByTestId('decide-i2')).toBeVisible();
  });

  it('R16 are said to be gathered later while nobody prepared the review', async () => {
    await show(reviewView({ phase: 'planned', content: { ...content, period: null, items: [] }, possible: may('planned', 'prepare') }));
    await expect.element(page.getByText('Die Eingaben werden beim Vorbereiten gesammelt')).toBeVisible();
  });
});

describe('the steps of a review', () => {
  it('R01 are judged with the keyboard: arrows choose, Enter in the proof saves', async () => {
    await show(reviewView(), 'steps');
    await expect.element(page.getByText('1 von 15 beurteilt')).toBeVisible();
    const row = document.querySelector<HTMLElement>('[data-testid=step-recovery]')!;
    row.querySelector<HTMLElement>('input[type=radio]')!.focus();
    await userEvent.keyboard('{ArrowDown}{Tab}Leitfaden 3.2 half nur halb{Enter}');
    await expect.poll(last).toEqual({ review: { judgeStep: { step: 'recovery', judgement: 'partly', proof: 'Leitfaden 3.2 half nur halb' } } });
  });

  it('R15 say at the field that a judgement lacks its proof', async () => {
    refuse = { code: 'proofMissing', values: {} };
    await show(reviewView(), 'steps');
    await page.getByTestId('step-recovery').getByRole('radio', { name: 'nicht wirksam' }).click();
    await page.getByTestId('judge-recovery').click();
    await expect.element(page.getByTestId('proof-recovery')).toHaveAttribute('aria-invalid', 'true');
  });
});

describe('the outcome of a review', () => {
  it('lists what is missing before it can be concluded', async () => {
    await show(reviewView(), 'outcome');
    const gaps = page.getByTestId('gaps');
    for (const gap of ['Urteil zu „Wiederherstellung nach dem Leitfaden“', 'Entscheidung zu „Druckdienst steht“', 'Termin der nächsten Überprüfung']) await expect.element(gaps).toHaveTextContent(gap);
    await expect.element(page.getByTestId('conclude')).toHaveAttribute('aria-disabled', 'true');
  });

  it('R11 gives back what was written, one after the other', async () => {
    await show(reviewView(), 'outcome');
    await page.getByTestId('add-deficiency').click();
    await page.getByTestId('deficiency-text').fill('Keine Vertretung');
    await page.getByTestId('deficiency-save').click();
    await expect.element(page.getByTestId('deficiency-dialog')).not.toBeInTheDocument();
    const { id } = (last() as { review: { addDeficiency: { id: string } } }).review.addDeficiency;
    await page.getByTestId('edit-suitability').click();
    await page.getByTestId('input-suitability').fill('Der Prozess passt.');
    await page.getByTestId('save-suitability').click();
    await expect.poll(() => toasts.undoes).toContain('Eignung');
    await toasts.undo();
    expect(last()).toEqual({ review: { state: { topic: 'suitability', text: content.texts.suitability?.text ?? '' } } });
    await toasts.undo();
    expect(last()).toEqual({ review: { dropDeficiency: { id, reason: 'Rückgängig' } } });
  });

  it('takes deficiencies, texts, risks, teams and the next day', async () => {
    await show(reviewView(), 'outcome');
    await page.getByTestId('add-deficiency').click();
    await page.getByTestId('deficiency-text').fill('Keine Vertretung');
    await page.getByTestId('deficiency-save').click();
    await expect.poll(last).toMatchObject({ review: { addDeficiency: { text: 'Keine Vertretung', step: null } } });
    await page.getByTestId('edit-suitability').click();
    await page.getByTestId('input-suitability').fill('Der Prozess passt.');
    await page.getByTestId('save-suitability').click();
    await expect.poll(last).toEqual({ review: { state: { topic: 'suitability', text: 'Der Prozess passt.' } } });
    await page.getByTestId('name-teams').click();
    await page.getByTestId('team-t1').click();
    await page.getByTestId('teams-save').click();
    await expect.poll(last).toEqual({ review: { nameTeams: { teams: ['t1'], noneBecause: '' } } });
    await page.getByTestId('set-next').click();
    await page.getByRole('textbox', { name: 'Nächste Überprüfung' }).fill('1.10.2027');
    await page.getByTestId('deed-send').click();
    await expect.poll(last).toEqual({ review: { setNext: { day: '2027-10-01' } } });
  });

  it('lists its findings with where they stand, and raises one of a deficiency or by itself', async () => {
    const deficiencies = [{ id: 'd1', text: 'Keine Vertretung', step: 'teamFormation' as const, dropped: null, decided: null }, { id: 'd2', text: 'Liste veraltet', step: null, dropped: null, decided: null }];
    findings = [{ id: 'f1', number: 'F-2026-001', title: 'Liste veraltet', phase: 'assigned', kind: 'minor', priority: 'medium', owner: 'p2', due: '2026-12-20', overdue: false, origin: 'review', originRecord: 'v1', originNumber: 'P-2026-001', originPart: 'd2', step: '', causeClass: null, raised: '2026-11-22T08:00:00Z', changed: '2026-11-22T09:00:00Z' }];
    await show(reviewView({ phase: 'approved', content: { ...content, deficiencies }, possible: may('approved', 'revise') }), 'outcome');
    const card = page.getByTestId('review-findings');
    await expect.element(card.getByRole('link', { name: 'F-2026-001' })).toHaveAttribute('href', '#/feststellungen/F-2026-001');
    await expect.element(card).toHaveTextContent(/Liste veraltet.*20\.12\.2026.*Zugewiesen/);
    await expect.element(page.getByTestId('raise-d2')).not.toBeInTheDocument();
    await page.getByTestId('raise-d1').click();
    await expect.element(page.getByTestId('review-finding-title')).toHaveValue('Keine Vertretung');
    expect(await violations()).toEqual([]);
    await page.getByTestId('review-finding-send').click();
    await expect.poll(last).toMatchObject({ finding: { raise: { origin: { review: { review: 'v1', item: 'd1' } }, title: 'Keine Vertretung', kind: 'minor' } } });
    await page.getByTestId('review-raise').click();
    await page.getByTestId('review-finding-title').fill('Unterlagen verstreut');
    await page.getByTestId('review-finding-send').click();
    await expect.poll(last).toMatchObject({ finding: { raise: { origin: { review: { review: 'v1', item: null } }, title: 'Unterlagen verstreut' } } });
  });

  it('leads to its report once it is approved, and names the one that was issued', async () => {
    await show(reviewView({ phase: 'teamsInformed', possible: [...may('teamsInformed'), { deed: 'close', refusal: { code: 'reviewReportMissing' } }] }));
    await page.getByTestId('to-report').click();
    await expect.poll(() => [router.route.at, router.search['record']]).toEqual(['berichte', 'P-2026-001']);
    await cleanup();
    forget();
    await show(reviewView({ phase: 'teamsInformed', reported: true, reports: [{ report: 'b1', number: 'B-2026-004', version: 1, approver: 'p2', at: { at: '2026-11-21T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' } }] }), 'outcome');
    await expect.element(page.getByTestId('review-reports').getByRole('link')).toHaveTextContent('B-2026-004, zur Fassung 1, freigegeben 21.11.2026 09:00 MEZ von Jonas Weidlich');
    await expect.element(page.getByTestId('to-report')).not.toBeInTheDocument();
  });

  it('records how a team was informed once it is approved', async () => {
    await show(reviewView({ phase: 'approved', content: { ...content, teams: { teams: ['t1'], noneBecause: '' } }, uninformed: ['t1'], possible: may('approved', 'noteTeamInformed', 'revise') }), 'outcome');
    await page.getByTestId('inform-t1').click();
    await page.getByTestId('deed-text').fill('Teamrunde');
    await page.getByTestId('deed-send').click();
    await expect.poll(last).toMatchObject({ review: { noteTeamInformed: { team: 't1', way: 'Teamrunde' } } });
  });
});

describe('the people of a review', () => {
  it('are invited, and it is noted who took part', async () => {
    await show(reviewView(), 'people');
    await page.getByTestId('invite-person').fill('Anna Berg');
    await userEvent.tab();
    await page.getByTestId('invite-capacity').fill('Prozessleitung');
    await page.getByTestId('invite').click();
    await expect.poll(last).toEqual({ review: { invite: { person: 'p1', capacity: 'Prozessleitung' } } });
    await page.getByTestId('presence-p2').click();
    await page.getByRole('option', { name: 'anwesend' }).click();
    await expect.poll(last).toEqual({ review: { notePresence: { person: 'p2', presence: 'present' } } });
  });
});

describe('every part of a review', () => {
  it.each(tabNames.flatMap((tab) => [[tab, 'light', 'de'], [tab, 'dark', 'en']] as const))('R30 %s passes axe in %s and %s', async (tab, theme, language) => {
    wear({ theme });
    await speak(language);
    await show(reviewView(), tab);
    await expect.poll(() => document.querySelector('.tab-panel:not([hidden])')?.textContent?.length ?? 0).toBeGreaterThan(20);
    expect(await violations()).toEqual([]);
  });
});
