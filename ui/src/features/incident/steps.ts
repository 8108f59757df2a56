/** The steps of the process as forms: what each one asks for, and the order that comes of it. Knows no rule of who may when. */
import type { PlainWordId } from '$i18n/words.svelte';
import type { CustomerReports, GuideUse, IncidentCommand, Moment, Phase, Step } from '$ipc/wire';

/** What a step may ask for; each form uses some of it. */
export interface StepValues {
  at: Moment | null;
  person: string;
  text: string;
  consulted: string[];
  /** Why nobody was consulted. */
  unconsulted: string;
  guide: string;
  version: string;
  reports: CustomerReports;
}

export interface StepForm {
  step: DialogStep;
  at: boolean;
  /** What the person is asked for as. */
  person?: PlainWordId;
  /** What the text is asked for as, and by which name a refusal speaks of it. */
  text?: { label: PlainWordId; field: string };
  consulted?: boolean;
  guide?: boolean;
  reports?: boolean;
  /** Cannot be taken back lightly: the dialog says what follows. */
  consequence?: PlainWordId;
  danger?: boolean;
  make: (values: StepValues & { at: Moment }) => IncidentCommand;
}

/** Steps with a dialog of their own are not here: assigning a role, issuing the report. */
export type DialogStep = Exclude<Step, 'assignRole' | 'issueReport'> | 'markRunning';

const guideOf = ({ guide, version }: StepValues): GuideUse | null => (guide.trim() ? { title: guide.trim(), version: version.trim() } : null);
const why = { label: 'step-reason', field: 'reason' } as const;

const forms: { [S in DialogStep]: Omit<StepForm, 'step'> } = {
  startAssessment: { at: true, make: ({ at }) => ({ startAssessment: { at } }) },
  consultDeploymentTeam: { at: true, person: 'step-asked', text: { label: 'step-advice', field: 'advice' }, make: ({ at, person, text }) => ({ consultDeploymentTeam: { at, person, advice: text } }) },
  proposeEscalation: { at: true, text: why, make: ({ at, text }) => ({ proposeEscalation: { at, reason: text } }) },
  declineEscalation: { at: true, person: 'step-decider', text: why, make: ({ at, person, text }) => ({ declineEscalation: { at, decider: person, reason: text } }) },
  solveBySupport: { at: true, person: 'step-decider', text: { label: 'step-solved-reason', field: 'reason' }, make: ({ at, person, text }) => ({ solveBySupport: { at, decider: person, reason: text } }) },
  declareEmergency: { at: true, person: 'step-decider', text: why, consulted: true, make: ({ at, person, text, consulted, unconsulted }) => ({ declareEmergency: { at, decider: person, reason: text, consulted, unconsulted: consulted.length ? '' : unconsulted } }) },
  formTeam: { at: true, make: ({ at }) => ({ formTeam: { at } }) },
  completeAnalysis: { at: true, make: ({ at }) => ({ completeAnalysis: { at } }) },
  decideToWait: { at: true, person: 'step-decider', text: why, make: ({ at, person, text }) => ({ decideToWait: { at, decider: person, reason: text } }) },
  decideToRecover: { at: true, person: 'step-decider', text: why, make: ({ at, person, text }) => ({ decideToRecover: { at, decider: person, reason: text } }) },
  startRecovery: { at: true, guide: true, make: (values) => ({ startRecovery: { at: values.at, guide: guideOf(values) } }) },
  markRunning: { at: true, make: ({ at }) => ({ setMilestone: { milestone: 'running', to: at, reason: '' } }) },
  markRestored: { at: true, make: ({ at }) => ({ markRestored: { at } }) },
  recordRelapse: { at: true, text: { label: 'step-relapse-reason', field: 'reason' }, make: ({ at, text }) => ({ recordRelapse: { at, reason: text } }) },
  endEmergency: { at: true, person: 'step-ended-by', consequence: 'step-end-consequence', make: ({ at, person }) => ({ endEmergency: { at, person } }) },
  downgrade: { at: true, person: 'step-approver', text: why, consequence: 'step-downgrade-consequence', danger: true, make: ({ at, person, text }) => ({ downgrade: { at, approver: person, reason: text } }) },
  startFollowUp: { at: true, make: ({ at }) => ({ startFollowUp: { at } }) },
  recordCustomerReports: { at: true, reports: true, text: { label: 'step-reports-note', field: 'note' }, make: ({ at, reports, text }) => ({ recordCustomerReports: { at, reports, note: text } }) },
  close: { at: true, consequence: 'step-close-consequence', make: ({ at }) => ({ close: { at } }) },
  reopen: { at: true, text: why, make: ({ at, text }) => ({ reopen: { at, reason: text } }) },
  withdraw: { at: false, text: why, consequence: 'step-withdraw-consequence', danger: true, make: ({ text }) => ({ withdraw: { reason: text } }) },
  reinstate: { at: false, text: why, make: ({ text }) => ({ reinstate: { reason: text } }) },
};

export function formOf(step: DialogStep): StepForm {
  return { step, ...forms[step] };
}

export type AnyStep = Step | 'markRunning';

/** What comes next in the published process, the nearest first. */
const next: Record<Phase, AnyStep[]> = {
  reported: ['startAssessment', 'declareEmergency'],
  inAssessment: ['declareEmergency', 'solveBySupport', 'consultDeploymentTeam'],
  escalationProposed: ['declareEmergency', 'declineEscalation', 'consultDeploymentTeam'],
  solvedBySupport: ['close'],
  declared: ['assignRole', 'formTeam'],
  teamFormed: ['completeAnalysis', 'assignRole'],
  analysed: ['decideToWait', 'startRecovery', 'markRestored'],
  waitingForProvider: ['markRunning', 'markRestored', 'decideToRecover'],
  ownRecovery: ['startRecovery', 'markRunning', 'markRestored'],
  restored: ['endEmergency', 'recordRelapse'],
  ended: ['startFollowUp', 'recordRelapse'],
  followUp: ['issueReport'],
  reportApproved: ['recordCustomerReports'],
  customersInformed: ['close'],
  closed: ['reopen'],
  downgraded: ['reopen'],
  withdrawn: ['reinstate'],
};

interface Standing {
  phase: Phase;
  hasLead: boolean;
  running: boolean;
  recovering: boolean;
}

/** The steps that stand beside the heading: the next one first, at most three. */
export function nextSteps({ phase, hasLead, running, recovering }: Standing): AnyStep[] {
  const steps = next[phase].filter((step) => !(step === 'markRunning' && running) && !(step === 'startRecovery' && phase === 'ownRecovery' && recovering));
  if (phase === 'declared' && hasLead) steps.reverse();
  return steps.slice(0, 3);
}

/** Everything else that can be done with the record, in the order of the process. */
export const otherSteps: AnyStep[][] = [
  ['startAssessment', 'consultDeploymentTeam', 'proposeEscalation', 'declineEscalation', 'solveBySupport', 'declareEmergency'],
  ['assignRole', 'formTeam', 'completeAnalysis', 'decideToWait', 'decideToRecover', 'startRecovery', 'markRunning', 'markRestored', 'recordRelapse', 'endEmergency'],
  ['startFollowUp', 'issueReport', 'recordCustomerReports', 'close', 'reopen'],
  ['downgrade', 'withdraw', 'reinstate'],
];
