/** Invented change requests for component tests. Never imported by the product. */
import type { ChangeDeed, ChangeRow, ChangeView } from '$ipc/wire';

const deeds: ChangeDeed[] = ['describe', 'submit', 'assess', 'approve', 'decline', 'delegate', 'answer', 'plan', 'start', 'implement', 'check', 'checkEffect', 'noteVersion', 'informTeams', 'acceptRisk', 'close', 'defer', 'resume', 'cancel'];

export function row(index: number, change: Partial<ChangeRow> = {}): ChangeRow {
  return {
    id: `c${index}`, number: `A-2026-${String(index).padStart(3, '0')}`, title: `Rufliste prüfen ${index}`, phase: 'draft', column: 'draft', origin: 'idea', emergency: false, approved: false, team: null, teamName: '',
    owner: 'p1', due: null, overdue: false, priority: 'high', since: '2026-11-19T08:00:00Z', ageDays: 3, changed: '2026-11-19T08:00:00Z', ...change,
  };
}

/** `free`: what can be done. */
export function view(change: Partial<ChangeView> = {}, free: ChangeDeed[] = ['describe', 'submit', 'cancel', 'defer']): ChangeView {
  return {
    id: 'c1', version: 3, number: 'A-2026-001', phase: 'draft', column: 'draft', origin: 'idea', originNumber: null, outside: null,
    reached: [{ phase: 'draft', on: null, recorded: '2026-11-19T08:00:00Z', by: 'p1' }],
    text: {
      title: 'Rufliste prüfen', wanted: 'Die Rufliste wird monatlich geprüft.', observation: '', kind: 'correctiveAction', rootCause: '', reason: 'Zwei Nummern waren falsch.', benefit: '', success: '', steps: '', documents: '',
      systems: '', services: ['s1'], teams: ['t1'], element: null, risk: 'Keines', impact: '', outage: '', priority: 'high', effort: '', costMinor: 125000, currency: 'EUR', fallback: '', testPlan: '', emergency: false,
    },
    openedBy: 'p1', owner: 'p1', authors: ['p1'], assessments: [], approvals: [], approved: false, delegations: [], kept: [], plans: [], started: null, unapproved: false, implementations: [], checks: [], effects: [],
    versions: [], informed: [], risks: [], deferrals: [], stopped: null, due: null, overdue: false, ageDays: 3,
    possible: deeds.map((deed) => ({ deed, refusal: free.includes(deed) ? null : { code: 'changeNotInPhase', stands: 'draft', turn: 'planned' } })),
    handOver: null, slipCode: null, people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, recorded: '2026-11-19T08:00:00Z', changed: '2026-11-19T08:00:00Z', ...change,
  };
}

export function delegated(change: Partial<ChangeView> = {}): ChangeView {
  const asked = { id: 'd1', team: 't1', person: null, organisation: 'Betrieb GmbH', asked: '2026-12-01', note: 'Bitte bald', by: 'p1', recorded: '2026-11-20T08:00:00Z', answered: null };
  const reached = (['draft', 'submitted', 'assessed', 'approved', 'delegated'] as const).map((phase, place) => ({ phase, on: null, recorded: `2026-11-1${place + 5}T08:00:00Z`, by: place === 3 ? 'p2' : 'p1' }));
  return view({ phase: 'delegated', column: 'delegated', delegations: [asked], reached, due: '2026-12-01', approved: true, handOver: 'delegation', slipCode: 'A-2026-001-4C5P', ...change }, ['delegate', 'answer', 'defer', 'cancel']);
}
