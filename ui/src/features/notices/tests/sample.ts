/** Invented notices for the tests of their screens. */
import type { AskedView, NoticeDeed, NoticeRow, NoticeView } from '$ipc/wire';

export function row(count: number, change: Partial<NoticeRow> = {}): NoticeRow {
  return {
    id: `m${count}`, number: `M-2026-00${count}`, kind: 'changeApproved', about: `A-2026-00${count}`, title: `Rufliste ${count}`, version: 1, phase: 'open',
    teams: [{ id: 't1', name: 'Betrieb', asked: 2, acknowledged: 1 }], missing: ['p1'], asked: 2, announced: '2026-11-20T08:00:00Z', due: '2026-12-04', late: null, ...change,
  };
}

export function asked(person: string, change: Partial<AskedView> = {}): AskedView {
  return { person, reachable: true, acknowledged: null, excused: null, sendings: [], ...change };
}

/** A notice that asks Anna and Jonas; what is named cannot be done. */
export function view(change: Partial<NoticeView> = {}, against: NoticeDeed[] = []): NoticeView {
  const deeds: NoticeDeed[] = ['enterByHand', 'send', 'askAlso', 'excuse', 'withdraw'];
  return {
    id: 'm1', version: 3, number: 'M-2026-001', subject: { kind: 'changeApproved', record: 'c1', number: 'A-2026-001', title: 'Rufliste', version: 2 }, german: 'Die Rufliste wird monatlich geprüft.', english: '', phase: 'open',
    teams: [{ id: 't1', name: 'Betrieb', asked: 2, acknowledged: 0 }], who: 'everyone', asked: [asked('p1'), asked('p2')], announced: '2026-11-20T08:00:00Z', by: 'p1', due: '2026-12-04', late: null, complete: null, end: null, outside: null, handOver: 'notice', mail: true,
    possible: deeds.map((deed) => ({ deed, refusal: against.includes(deed) ? { code: 'noticeWithdrawn' } : null })), people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, ...change,
  };
}
