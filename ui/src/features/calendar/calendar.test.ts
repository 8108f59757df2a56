import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '$parts/incident';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stopClock } from '$design/now.svelte';
import { violations } from '$design/tests/axe';
import { speak } from '$i18n/words.svelte';
import type { CalendarFolder, DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import type { DayView, DeadlineRow, DutyRow, Order, Question } from '$ipc/wire';
import type { Route } from '$shell/route';
import { router } from '$shell/router.svelte';
import CalendarScreen from './CalendarScreen.svelte';
import { sorted, year } from './buckets';
import { monthAfter, sheet, weeks } from './month';

const asked = vi.fn<(question: Question) => void>();
const wanted = vi.fn<(request: DesktopOrder) => void>();
let followed: CalendarFolder | null = null;
const base: DeadlineRow = {
  number: 'N-2026-004', title: 'Druckdienst fällt aus', proofNumber: null, record: 'i4', key: 'report', duty: null, kind: 'report', text: '', owner: null, begun: '2026-11-01T10:00:00Z',
  due: '2026-11-15T22:59:00Z', rule: 'reportIssued', term: { amount: 14, unit: 'days' }, original: null, movedBy: null, movedReason: null, settled: null, proof: null, standing: 'late', late: 558_900, moves: null, against: [],
};
const review: DeadlineRow = { ...base, key: 'duty27', duty: 27, kind: 'duty', due: '2026-12-01T22:59:00Z', rule: 'reviewAfterEmergency', term: { amount: 30, unit: 'days' }, standing: 'due', late: null };
const action: DeadlineRow = { ...base, key: 'recommendation:1', kind: 'recommendation', text: 'Wächter für den Warteschlangendienst', owner: 'p1', due: '2027-01-15T22:59:00Z', rule: null, term: null, original: '2026-12-20T22:59:00Z', movedBy: 'p1', movedReason: 'Lieferung verschoben', standing: 'due', late: null, moves: 'recommendation' };
const done: DeadlineRow = { ...review, key: 'old', number: 'N-2026-001', due: '2026-06-01T21:59:00Z', settled: '2026-05-20T10:00:00Z', standing: 'kept', proofNumber: 'N-2026-002' };
const duties: DutyRow[] = Array.from({ length: 33 }, (_, place) => ({ duty: place + 1, kept: place === 0 ? 12 : 0, keptLate: 0, due: place === 26 ? 1 : 0, late: place === 8 ? 1 : 0, proofMissing: place === 13 ? 2 : 0, next: place === 26 ? review.due : null, latest: null }));

const drill: DeadlineRow = { ...base, key: 'conducted', number: 'T-2026-002', record: 't2', kind: 'drill', due: '2026-12-22T22:59:00Z', rule: null, term: null, standing: 'due', late: null, moves: 'drill', against: [{ why: 'freeze', name: 'Jahresende' }] };
const ordered = vi.fn<(order: Order) => void>();

/** Christmas is a holiday, from 19 December on it is frozen. */
function days(from: string, until: string): DayView[] {
  const found: DayView[] = [];
  for (let day = from; day <= until; day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)) {
    found.push({ day, against: [...(day >= '2026-12-19' && day <= '2027-01-06' ? [{ why: 'freeze' as const, name: 'Jahresende' }] : []), ...(day === '2026-12-25' ? [{ why: 'holiday' as const }] : [])] });
  }
  return found;
}

async function show(route: Extract<Route, { at: 'kalender' }>, search: Record<string, string> = {}, items: DeadlineRow[] = [base, review, action]): Promise<void> {
  play({
    desktop: (request: DesktopOrder) => {
      wanted(request);
      if (request.do === 'saveAs') return { is: 'done' };
      if (request.do === 'followCalendar') followed = { folder: '/home/anna/Fristen', fault: null };
      if (request.do === 'leaveCalendar') followed = null;
      return { is: 'desktop', desktop: { ...openDesktop, workspace: { ...openDesktop.workspace!, calendar: followed } } };
    },
    execute: (order: Order) => {
      ordered(order);
      return { order: order.id, record: 't2', number: null, events: [{ seq: 1, kind: 'drill.rescheduled' }], undoable: false, stale: ['home'] };
    },
    query: (question: Question) => {
      asked(question);
      if ('organisation' in question) return { organisation };
      const people = { p1: 'Anna Berg' };
      if ('ledger' in question) return { ledger: { at: '2026-11-22T10:14:00Z', duties, rules: [{ duty: 27, kind: 'reviewAfterEmergency', term: { amount: 30, unit: 'days' } }], occurrences: question.ledger.duty === 27 ? [review, done] : [], people } };
      if ('deadlines' in question) return { deadlines: { at: question.deadlines.on ? `${question.deadlines.on}T22:59:00Z` : '2026-11-22T10:14:00Z', items: question.deadlines.kept ? [...items, done] : items, people } };
      if ('days' in question) return { days: days(question.days.from, question.days.until) };
      if ('drill' in question) return { drill: { planned: { at: '2026-12-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, until: { at: '2026-12-22T12:00:00Z', zone: 'Europe/Berlin', precision: 'exact' } } };
      throw new Error('not asked here');
    },
  });
  await look();
  router.go(route, search);
  await expect.poll(() => JSON.stringify(router.search)).toBe(JSON.stringify(search));
  await render(CalendarScreen, { route });
}

beforeEach(() => {
  asked.mockClear();
  wanted.mockClear();
  followed = null;
  ordered.mockClear();
  stopClock(new Date('2026-11-22T10:14:00Z'));
});
afterEach(async () => {
  stopClock(null);
  stopPlaying();
  forget();
  await speak('de');
});

describe('the calendar', () => {
  it.each(['de', 'en'] as const)('R30 shows what is due by how soon, with the rule that made it, in %s', async (language) => {
    await speak(language);
    await show({ at: 'kalender', part: null });
    await expect.element(page.getByTestId('bucket-late')).toHaveTextContent('N-2026-004');
    await expect.element(page.getByTestId('bucket-late')).toHaveTextContent(language === 'de' ? '14 Tage ab dem Ende des Notfalls' : "14 days from the emergency's end");
    await expect.element(page.getByTestId('bucket-month')).toHaveTextContent(language === 'de' ? 'Prozess-Überprüfung nach dem Notfall' : 'Process review after the emergency');
    await expect.element(page.getByTestId('bucket-quarter')).toHaveTextContent(language === 'de' ? 'verschoben von 20.12.2026 durch Anna Berg: Lieferung verschoben' : 'moved from 20 Dec 2026 by Anna Berg: Lieferung verschoben');
    expect(await violations()).toEqual([]);
  });

  it('asks for the state at the end of a day and says so', async () => {
    await show({ at: 'kalender', part: null }, { on: '2024-12-31' });
    expect(asked).toHaveBeenCalledWith({ deadlines: { on: '2024-12-31', within: null, kept: false } });
    await expect.element(page.getByRole('status')).toHaveTextContent('Stand 31.12.2024 23:59 MEZ');
    await page.getByTestId('back-to-now').click();
    await expect.poll(() => router.search['on']).toBeUndefined();
  });

  it('goes into another calendar as a file, or as a folder that is kept as things stand', async () => {
    await show({ at: 'kalender', part: null });
    await page.getByTestId('as-calendar').click();
    expect(await violations()).toEqual([]);
    await page.getByTestId('calendar-follow').click();
    await expect.element(page.getByTestId('calendar-place')).toHaveTextContent('/home/anna/Fristen');
    expect(await violations()).toEqual([]);
    await page.getByTestId('calendar-leave').click();
    await expect.element(page.getByTestId('calendar-place')).not.toBeInTheDocument();
    await page.getByTestId('calendar-save').click();
    await expect.poll(() => wanted.mock.calls.at(-1)?.[0]).toMatchObject({ do: 'saveAs', of: { calendar: { language: 'de' } }, name: 'Fristen.ics' });
    await expect.element(page.getByTestId('calendar-out')).not.toBeInTheDocument();
  });

  it('says when the folder could not be written', async () => {
    followed = { folder: '/media/stick/Fristen', fault: 'No such file or directory' };
    await show({ at: 'kalender', part: null });
    await page.getByTestId('as-calendar').click();
    await expect.element(page.getByTestId('calendar-out')).toHaveTextContent(/ließ sich zuletzt nicht schreiben.*No such file/);
  });

  it('a day that is typed is asked for', async () => {
    await show({ at: 'kalender', part: null });
    await userEvent.fill(page.getByLabelText('Stand vom'), '31.12.2025');
    await expect.poll(() => router.search['on']).toBe('2025-12-31');
  });

  it('a month that is picked shows its deadlines alone, and an empty one offers the way back', async () => {
    await show({ at: 'kalender', part: null });
    await page.getByRole('button', { name: 'Dezember 2026: eine Frist' }).click();
    await expect.poll(() => router.search['month']).toBe('2026-12');
    await expect.element(page.getByTestId('bucket-month')).toBeVisible();
    expect(page.getByTestId('bucket-late').query()).toBeNull();
    await page.getByRole('button', { name: 'März 2026: nichts fällig' }).click();
    await page.getByRole('button', { name: 'Alle Monate' }).click();
    await expect.element(page.getByTestId('bucket-late')).toBeVisible();
  });

  it('says where nothing is due', async () => {
    await show({ at: 'kalender', part: null }, {}, []);
    await expect.element(page.getByText('Nichts ist fällig.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it.each(['de', 'en'] as const)('R30 lists the 33 duties and shows the occurrences of one, in %s', async (language) => {
    await speak(language);
    await show({ at: 'kalender', part: 'pflichten' }, { duty: '27' });
    await expect.element(page.getByTestId('ledger-sum')).toHaveTextContent(language === 'de' ? '12 erfüllt, 1 überfällig, 2 ohne Nachweis' : '12 kept, 1 overdue, 2 without proof');
    await expect.element(page.getByTestId('occurrences')).toHaveTextContent('N-2026-002');
    await expect.element(page.getByTestId('duty-says')).toHaveTextContent(language === 'de' ? 'Das Ende eines Notfalls wird erklärt.' : 'The end of an emergency is declared.');
    await expect.element(page.getByTestId('duty-says')).toHaveTextContent(language === 'de' ? '30 Tage ab dem Ende des Notfalls' : "30 days from the emergency's end");
    expect(asked).toHaveBeenCalledWith({ ledger: { on: null, duty: 27, every: false } });
    expect(await violations()).toEqual([]);
  });
});

describe('the month', () => {
  it.each(['de', 'en'] as const)('R30 shows what is due on each day, and what speaks against it, in %s', async (language) => {
    await speak(language);
    await show({ at: 'kalender', part: 'monat' }, { month: '2026-12' }, [review, drill]);
    const day = page.getByRole('button', { name: language === 'de' ? 'Dienstag, 22. Dezember, eine Frist, in der Sperrzeit „Jahresende“' : 'Tuesday 22 December, one deadline, in the freeze “Jahresende”' });
    await expect.element(day).toHaveTextContent(say('promise-kind', 'drill'));
    expect(await violations()).toEqual([]);
  });

  it('R01 is walked with the keyboard, over its edges too, and opens a day', async () => {
    await show({ at: 'kalender', part: 'monat' }, { month: '2026-12', day: '2026-12-22' }, [drill]);
    await expect.element(page.getByTestId('month-day')).toHaveTextContent('T-2026-002');
    (await page.getByRole('button', { name: /^Dienstag, 22. Dezember/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => router.search['day']).toBe('2026-12-23');
    await expect.poll(() => document.activeElement?.getAttribute('data-day')).toBe('2026-12-23');
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => [router.search['month'], router.search['day']]).toEqual(['2027-01', '2027-01-01']);
  });

  it('moves a test to another day at the same hour, and says before what speaks against it', async () => {
    await show({ at: 'kalender', part: 'monat' }, { month: '2026-12', day: '2026-12-22' }, [drill]);
    await page.getByTestId('month-day').getByTestId('move').click();
    await userEvent.fill(page.getByLabelText('Neuer Tag'), '25.12.2026');
    await expect.element(page.getByRole('dialog')).toHaveTextContent('in der Sperrzeit „Jahresende“, Feiertag');
    await userEvent.fill(page.getByLabelText('Neuer Tag'), '15.6.2027');
    await page.getByTestId('move-send').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Es fehlt');
    expect(ordered).not.toHaveBeenCalled();
    await userEvent.fill(page.getByTestId('move-reason'), 'Sperrzeit');
    await page.getByTestId('move-send').click();
    await expect.poll(() => ordered.mock.calls[0]?.[0].command).toEqual({ drill: { reschedule: {
      planned: { at: '2027-06-15T07:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, until: { at: '2027-06-15T11:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, reason: 'Sperrzeit',
    } } });
  });

  it('begins its weeks on Monday and ends them on Sunday', () => {
    expect(sheet('2026-11')).toEqual({ from: '2026-10-26', until: '2026-12-06' });
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    const found = weeks('2026-11', [base], [], 'UTC');
    expect(found.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(found.flat().filter((one) => one.rows.length).map((one) => one.day)).toEqual(['2026-11-15']);
  });
});

describe('the buckets', () => {
  it('hold what is settled last, the newest first', () => {
    const groups = sorted([done, { ...done, key: 'newer', due: '2026-07-01T00:00:00Z' }, base], '2026-11-22T10:14:00Z');
    expect(groups.map(({ id }) => id)).toEqual(['late', 'settled']);
    expect(groups[1]?.rows.map(({ key }) => key)).toEqual(['newer', 'old']);
  });

  it('count a deadline in the month that its zone says', () => {
    const turn: DeadlineRow = { ...review, due: '2026-12-31T23:30:00Z' };
    expect(year([turn], 2026, 'Europe/Berlin')[11]?.open).toBe(0);
    expect(year([turn], 2026, 'UTC')[11]?.open).toBe(1);
  });
});
