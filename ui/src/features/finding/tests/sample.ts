/** An invented finding in the middle of its course, for component tests. Never imported by the product. */
import type { FindingPossible, FindingRow, FindingStep, FindingView } from '$ipc/wire';

const steps: FindingStep[] = ['assign', 'accept', 'start', 'reportImplemented', 'checkImplementation', 'rejectImplementation', 'startEffectivenessCheck', 'confirmEffective', 'findIneffective', 'close', 'reopen', 'resume', 'moveDue', 'restate', 'acceptRisk', 'drop'];

/** These steps can be taken; the others belong elsewhere. */
export const possible = (...taken: FindingStep[]): FindingPossible[] => steps.map((step) => ({ step, refusal: taken.includes(step) ? null : { code: 'findingElsewhere', findingPhase: 'inProgress' } }));

export function findingRow(index: number, change: Partial<FindingRow> = {}): FindingRow {
  return {
    id: `f${index}`, number: `F-2026-${String(index).padStart(3, '0')}`, title: `Umschalten dauert zu lange ${index}`, phase: 'assigned', kind: 'major', priority: 'high', owner: 'p2', due: '2026-12-20', overdue: false,
    origin: 'incident', originRecord: 'r4', originNumber: 'N-2026-004', originPart: null, step: '', causeClass: 'configuration', raised: '2026-11-22T08:00:00Z', changed: '2026-11-22T09:00:00Z', ...change,
  };
}

export const finding: FindingView = {
  id: 'f1', version: 4, number: 'F-2026-001', title: 'Umschalten der Datenbank dauert zu lange', kind: 'major',
  details: {
    description: 'Der Schritt dauerte 40 Minuten statt 10.', concerns: { step: '1.2 Auf die Ersatzregion umschalten', services: ['s1'], causeClass: 'configuration', cause: 'Zeitlimit zu kurz' },
    action: 'Zeitlimit erhöhen', proofWanted: 'Schritt in unter 10 Minuten', priority: 'high',
  },
  origin: { incident: { incident: 'r4', part: 'c1' } }, originNumber: 'N-2026-004', phase: 'inProgress', phaseToday: 'inProgress', owner: 'p2',
  due: { day: '2026-12-20', original: '2026-12-01', moves: [{ from: '2026-12-01', to: '2026-12-20', reason: 'Ersatzteil kommt später', by: 'p1', recorded: '2026-11-20T09:00:00Z' }] },
  overdue: false, acceptance: 'Wird gemacht', implementation: null, watch: null, effect: null, cited: {}, risk: null, dropped: '', closing: '', setbacks: [],
  path: [
    { id: 'e1', phase: 'open', at: null, recorded: '2026-11-10T08:00:00Z', by: 'p1' },
    { id: 'e2', phase: 'assigned', at: null, recorded: '2026-11-10T08:00:00Z', by: 'p1' },
    { id: 'e3', phase: 'accepted', at: { at: '2026-11-11T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, recorded: '2026-11-11T08:05:00Z', by: 'p2' },
    { id: 'e4', phase: 'inProgress', at: { at: '2026-11-12T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' }, recorded: '2026-11-12T08:05:00Z', by: 'p2' },
  ],
  possible: possible('reportImplemented', 'assign', 'moveDue', 'restate', 'acceptRisk', 'drop'),
  newestStep: { id: 'e4', phase: 'accepted', by: 'p2', recorded: '2026-11-12T08:05:00Z', refusal: null },
  proofs: [], failures: [], noProofs: [], similar: [], people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, raisedBy: 'p1', raised: '2026-11-10T08:00:00Z', changed: '2026-11-20T09:00:00Z',
};

const done = { at: '2026-11-15T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const };
/** Done and not yet checked. */
export const reported: FindingView = {
  ...finding,
  implementation: { person: 'p1', at: done, how: '60 Sekunden gesetzt', by: 'p1', recorded: '2026-11-15T08:05:00Z', checked: null },
  possible: [...possible('rejectImplementation', 'moveDue').filter(({ step }) => step !== 'checkImplementation'), { step: 'checkImplementation', refusal: { code: 'findingCheckerNotIndependent' } }],
};
const later = (incident: string, number: string, same: 'step' | 'cause') => ({ incident: { incident, number, at: { at: '2026-11-20T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' as const }, same } });
/** Waiting for its proof, with one that is offered and one that is none. */
export const watched: FindingView = {
  ...reported,
  phase: 'effectivenessCheck', phaseToday: 'effectivenessCheck',
  implementation: { ...reported.implementation!, checked: { by: 'p2', method: 'Konfiguration angesehen', recorded: '2026-11-16T08:00:00Z', alone: false } },
  watch: { expected: '2026-12-31', note: 'Nächster Notfall oder Test' },
  path: [...finding.path, { id: 'e6', phase: 'implemented', at: null, recorded: '2026-11-16T08:00:00Z', by: 'p2' }, { id: 'e7', phase: 'effectivenessCheck', at: null, recorded: '2026-11-16T08:10:00Z', by: 'p1' }],
  possible: possible('confirmEffective', 'findIneffective'),
  proofs: [{ proof: later('r9', 'N-2026-009', 'step'), title: 'Netzausfall West Europe' }],
  failures: [{ proof: later('r8', 'N-2026-008', 'cause'), title: 'Kein Druck im Norden' }],
  noProofs: [{ record: 'r8', number: 'N-2026-008', title: 'Kein Druck im Norden', refusal: { code: 'findingProofFailed', number: 'N-2026-008' } }],
  similar: [{ row: findingRow(7, { phase: 'closed' }), same: ['step', 'service'], cameAgain: true }],
};
