/** An invented action plan and a test by it, for component tests. Never imported by the product. */
import type { AttemptView, DrillDeed, DrillRefusal, DrillStamp, DrillStepView, DrillView, PlanContent, PlanDeed, PlanRow, PlanStep, PlanView, DrillRow } from './wire';

const zone = 'Europe/Berlin';

export function planStep(id: string, number: string, title: string, dependsOn: string[] = [], change: Partial<PlanStep> = {}): PlanStep {
  return { id, number, title, instruction: `${title}, **dann** prüfen.`, role: 'Technik', plannedMinutes: 10, dependsOn, counted: true, expected: 'Läuft', evidence: 'Bildschirmfoto', stopRule: '', ...change };
}

export const content: PlanContent = {
  about: {
    title: 'Ausfall der Region', kind: 'fullFailover', scenario: 'Region West Europe fällt aus', background: 'Brand im Rechenzentrum.', scope: 'Cloud-Druck', limits: '', stopRules: 'Echter Notfall', assumptions: '', missing: [],
    services: [{ service: 's2', rtoMinutes: 120, rpoMinutes: 15, startsWith: 'Region abgeschaltet', endsWith: 'Testdruck kommt an' }],
    objectives: [{ id: 'o1', text: 'Drucken geht wieder', criterion: 'binnen zwei Stunden' }],
    seats: [{ role: 'Technik', person: 'p1', deputy: 'p2' }],
  },
  steps: [planStep('k1', '1', 'Abschalten'), planStep('k2', '2', 'Umschalten', ['k1']), planStep('k3', '3', 'Prüfen', ['k2'])],
};

export const planRow: PlanRow = { id: 'plan1', number: 'K-2026-001', title: 'Ausfall der Region', kind: 'fullFailover', scenario: 'Region West Europe fällt aus', stage: 'approved', version: 1, approved: 1, steps: 3, minutes: 30, retired: false, changed: '2026-11-20T10:00:00Z' };

const passed = (stage: 'draft' | 'submitted' | 'approved' | 'rejected', by: string, reason = '') => ({ stage, by, recorded: '2026-11-20T10:00:00Z', reason, alone: false });
const planDeeds: PlanDeed[] = ['write', 'submit', 'approve', 'reject', 'beginVersion', 'retire', 'reinstate'];

/** The newest version stands at `stage`; only `open` can be done. */
export function planView(open: PlanDeed[], change: Partial<PlanView> = {}): PlanView {
  const planned = content.steps.map((step, index) => ({ step: step.id, begins: index * 10, ends: index * 10 + 10 }));
  return {
    id: 'plan1', version: 3, number: 'K-2026-001', title: 'Ausfall der Region',
    versions: [{ number: 1, stage: 'draft', content, planned, gaps: [], authors: ['p1'], path: [passed('draft', 'p1')] }],
    approved: null, retired: null, possible: planDeeds.map((deed) => ({ deed, refusal: open.includes(deed) ? null : { code: 'versionNotSubmitted', version: 1, planStage: 'draft' } })), drills: [],
    people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, openedBy: 'p1', opened: '2026-11-20T09:00:00Z', changed: '2026-11-20T10:00:00Z', ...change,
  };
}

export const drillRow: DrillRow = { id: 'drill1', number: 'T-2026-001', title: 'Ausfall der Region', kind: 'fullFailover', scenario: 'Region West Europe fällt aus', plan: 'plan1', planNumber: 'K-2026-001', planVersion: 1, phase: 'running', verdict: null, retest: null, analysed: false, lead: 'p1', planned: '2026-11-22T10:00:00Z', started: '2026-11-22T10:00:00Z', over: null, changed: '2026-11-22T10:10:00Z' };

export const stamped = (clock: string, by = 'p1', late = false): DrillStamp => ({ timed: { at: { at: `2026-11-22T${clock}:00Z`, zone, precision: 'exact' }, late, tick: null }, recorded: `2026-11-22T${clock}:00Z`, by });

const attempt = (number: number, beginsMs: number, endsMs: number, outcome: AttemptView['outcome'], change: Partial<AttemptView> = {}): AttemptView => ({ number, person: null, despite: '', started: stamped('10:00'), ended: outcome ? stamped('10:05') : null, beginsMs, endsMs, outcome, text: '', corrected: [], retimed: [], ...change });

/** Step 1 is passed, 2 runs, 3 waits. */
export function drillSteps(): DrillStepView[] {
  const planned = (step: string, begins: number) => ({ step, begins, ends: begins + 10 });
  const [first, second, third] = content.steps as [PlanStep, PlanStep, PlanStep];
  return [
    { step: first, code: '1-7KQM', state: 'passed', planned: planned('k1', 0), attempts: [attempt(1, 0, 300_000, 'passed')], waits: null, next: null },
    { step: second, code: '2-NVE3', state: 'running', planned: planned('k2', 10), attempts: [attempt(1, 300_000, 840_000, null)], waits: null, next: 'k3' },
    { step: third, code: '3-8XW1', state: 'waiting', planned: planned('k3', 20), attempts: [], waits: { code: 'stepWaits', step: '3', steps: ['2'] }, next: null },
  ];
}

const deeds: DrillDeed[] = ['arrange', 'reschedule', 'cancel', 'start', 'note', 'attachEvidence', 'pause', 'resume', 'handOver', 'reportLapse', 'end', 'abort', 'recordResult', 'submitResult', 'rejectResult', 'approveResult', 'close'];
export const possible = (open: DrillDeed[], refusal: DrillRefusal = { code: 'drillNotRunning', drillPhase: 'scheduled' }): DrillView['possible'] => deeds.map((deed) => ({ deed, refusal: open.includes(deed) ? null : refusal }));

export function drillView(change: Partial<DrillView> = {}): DrillView {
  return {
    id: 'drill1', version: 9, number: 'T-2026-001', title: 'Ausfall der Region', kind: 'fullFailover', scenario: 'Region West Europe fällt aus',
    plan: { plan: 'plan1', number: 'K-2026-001', version: 1, unapproved: '' }, about: content.about, planApproved: true, guide: null, trigger: 'yearly', occasion: '',
    planned: { at: '2026-11-22T10:00:00Z', zone, precision: 'exact' }, until: null, moved: [],
    arrangement: { place: 'Raum 4', environment: 'Testmandant', sponsor: null, lead: 'p1', observers: ['p2'], participants: [{ person: 'p1', role: 'Technik', deputyFor: null, present: null }], thirdParties: '' },
    phase: 'running', path: [{ phase: 'scheduled', at: null, recorded: '2026-11-20T10:00:00Z', by: 'p1', reason: '' }], started: stamped('10:00'), over: null, aborted: null,
    elapsed: { runningMs: 840_000, pausedMs: 0, disagreements: [] }, steps: drillSteps(),
    services: [{ service: 's2', target: content.about.services[0]!, started: 'Region abgeschaltet', startedAt: '2026-11-22T10:01:00Z', stopped: null, stoppedAt: null, dataPoint: null, clockMs: 780_000, recovery: null, rtoMet: null, dataLoss: null, rpoMet: null, recovered: null, withdrawn: [] }],
    notes: [{ id: 'n1', observer: null, text: 'Leitung rauscht', step: 'k1', stamp: stamped('10:03') }], evidence: [], pauses: [], coordinators: [{ person: 'p1', since: stamped('10:00'), note: '' }], coordinator: 'p1', lapses: [],
    result: null, resultGaps: [], proposedVerdict: null, verdictGrounds: [], verdict: null, retest: null, retestDuty: null, reviews: [], reports: [], possible: possible(['note', 'attachEvidence', 'pause', 'handOver', 'reportLapse', 'abort']),
    people: { p1: 'Anna Berg', p2: 'Jonas Weidlich' }, recordedBy: 'p1', recorded: '2026-11-20T10:00:00Z', changed: '2026-11-22T10:10:00Z', ...change,
  };
}
