/** An invented review for the tests of its screens. */
import type { ReviewContent, ReviewDeed, ReviewPossible, ReviewRow, ReviewView } from '$ipc/wire';

const at = { at: '2026-11-20T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
const trigger = { afterEmergency: { incident: 'r4', number: 'N-2026-004', ended: '2026-11-01' } };

export const content: ReviewContent = {
  lead: 'p1',
  period: { from: '2025-11-20', until: '2026-11-20' },
  gathered: '2026-11-20T08:00:00Z',
  participants: [{ person: 'p2', capacity: 'Geschäftsführung', presence: 'invited' }],
  items: [
    { input: { id: 'i1', kind: 'emergency', record: 'r4', number: 'N-2026-004', title: 'Druckdienst steht', facts: { at, downtime: 5400, rtoMet: false, running: false, text: '' }, mark: 'new' }, later: null, decided: null, earlier: null },
    { input: { id: 'i2', kind: 'openAction', record: 'r4', part: 'q1', number: 'N-2026-004', title: 'Zertifikate überwachen', facts: { dueDay: '2026-11-10', person: 'p2', running: false, text: '' }, mark: 'changed' }, later: '2026-11-21T08:00:00Z', decided: { decision: { noChange: { because: 'Läuft schon' } }, by: 'p1', recorded: '2026-11-20T09:00:00Z' }, earlier: null },
  ],
  judgements: { notice: { judgement: 'effective', proof: 'Alle mit Ticket', by: 'p1', recorded: '2026-11-20T09:00:00Z' } },
  texts: {},
  deficiencies: [],
  risks: [],
  teams: null,
  next: null,
  conclusion: null,
};

const deeds: ReviewDeed[] = ['postpone', 'cancel', 'assignLead', 'invite', 'prepare', 'refresh', 'start', 'write', 'conclude', 'submit', 'reject', 'approve', 'noteTeamInformed', 'issueReport', 'close', 'revise', 'dropRevision', 'takeBack'];

/** What can be done, and that nothing else can here. */
export const may = (phase: ReviewView['phase'], ...possible: ReviewDeed[]): ReviewPossible[] =>
  deeds.map((deed) => ({ deed, refusal: possible.includes(deed) ? null : { code: 'reviewNotInPhase', reviewPhase: phase, reviewAllowed: ['planned'] } }));

export function reviewView(change: Partial<ReviewView> = {}): ReviewView {
  return {
    id: 'v1', events: 12, number: 'P-2026-001', trigger, phase: 'inProgress', planned: '2026-11-25', rule: 'reviewAfterEmergency', due: '2026-12-01', lateBy: null, latestNext: '2027-11-22', version: 1, reason: '', content,
    versions: [], reports: [], reported: false, informed: [], uninformed: [], gaps: [{ gap: 'step', step: 'recovery' }, { gap: 'item', item: 'i1', title: 'Druckdienst steht' }, { gap: 'next' }], changes: [],
    path: [{ phase: 'planned', at: null, by: 'p1', recorded: '2026-11-01T08:00:00Z', reason: '', version: 1 }, { phase: 'inProgress', at, by: 'p1', recorded: '2026-11-20T08:00:00Z', reason: 'Nachweis fehlt', version: 1 }],
    possible: may('inProgress', 'assignLead', 'invite', 'refresh', 'write', 'takeBack'),
    teams: [{ id: 't1', kind: 'deployment', name: 'Bereitstellung', head: null }], people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, recordedBy: 'p1', recorded: '2026-11-01T08:00:00Z', changed: '2026-11-20T09:00:00Z', ...change,
  };
}

export function reviewRow(count: number, change: Partial<ReviewRow> = {}): ReviewRow {
  return { id: `v${count}`, number: `P-2026-00${count}`, trigger, phase: 'planned', planned: '2026-11-25', due: '2026-12-01', lateBy: null, lead: 'p1', version: 1, approved: null, items: 2, undecided: 1, changes: 0, changed: '2026-11-20T09:00:00Z', ...change };
}
