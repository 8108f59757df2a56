/** The steps of a finding as forms: what each one asks for, and the order that comes of it. Knows no rule of who may when. */
import type { PlainWordId } from '$i18n/words.svelte';
import type { FindingCommand, FindingPhase, FindingStep, FindingView, Moment } from '$ipc/wire';

/** What a step may ask for; each form uses some of it. */
export interface StepValues {
  at: Moment | null;
  person: string;
  day: string | null;
  text: string;
  /** A later record, by its id. */
  record: string;
}

/** Changing the details has a dialog of its own. */
export type DialogStep = Exclude<FindingStep, 'restate'>;

type Asked = 'no' | 'maybe' | 'must';
export interface StepForm {
  at?: boolean;
  /** What the person is asked for as. */
  person?: PlainWordId;
  day?: { label: PlainWordId; asked: (view: FindingView) => Asked; hint?: PlainWordId };
  text?: { label: PlainWordId; asked: (view: FindingView) => Asked; hint?: PlainWordId };
  /** A later record: one that shows the effect, or one in which the same failed. */
  record?: { from: 'proofs' | 'failures'; asked: Asked };
  danger?: boolean;
  /** Others rely on it: it cannot be taken back. */
  final?: boolean;
  make: (values: StepValues & { at: Moment }) => FindingCommand;
}

const must = (): Asked => 'must';
const maybe = (): Asked => 'maybe';
const why = { label: 'finding-reason', asked: must } as const;

const forms: Record<DialogStep, StepForm> = {
  assign: {
    person: 'finding-owner',
    day: { label: 'finding-due', asked: (view) => (view.phase === 'open' ? 'must' : 'no') },
    make: ({ person, day }) => ({ assign: { owner: person, due: day } }),
  },
  accept: { at: true, text: { label: 'finding-note', asked: maybe }, make: ({ at, text }) => ({ accept: { at, note: text } }) },
  start: { at: true, make: ({ at }) => ({ start: { at } }) },
  reportImplemented: { person: 'finding-implementer', at: true, text: { label: 'finding-how', asked: must }, make: ({ person, at, text }) => ({ reportImplemented: { person, at, how: text } }) },
  checkImplementation: { text: { label: 'finding-method', asked: must, hint: 'finding-method-hint' }, final: true, make: ({ text }) => ({ checkImplementation: { method: text } }) },
  rejectImplementation: { text: { label: 'finding-missing', asked: must }, final: true, make: ({ text }) => ({ rejectImplementation: { reason: text } }) },
  startEffectivenessCheck: {
    day: { label: 'finding-watch-expected', asked: maybe },
    text: { label: 'finding-watch-note', asked: maybe },
    make: ({ day, text }) => ({ startEffectivenessCheck: { expected: day, note: text } }),
  },
  confirmEffective: { record: { from: 'proofs', asked: 'must' }, text: { label: 'finding-note', asked: maybe }, final: true, make: ({ record, text }) => ({ confirmEffective: { proof: record, note: text } }) },
  findIneffective: { record: { from: 'failures', asked: 'maybe' }, text: { label: 'finding-ineffective-why', asked: must }, final: true, danger: true, make: ({ record, text }) => ({ findIneffective: { reason: text, proof: record || null } }) },
  close: { text: { label: 'finding-close-note', asked: maybe }, final: true, make: ({ text }) => ({ close: { note: text } }) },
  reopen: { record: { from: 'failures', asked: 'must' }, text: why, final: true, make: ({ record, text }) => ({ reopen: { reason: text, proof: record } }) },
  resume: { text: { label: 'finding-reason', asked: (view) => (view.phaseToday === 'open' ? 'maybe' : 'must') }, make: ({ text }) => ({ resume: { reason: text } }) },
  moveDue: { day: { label: 'finding-due', asked: must }, text: why, make: ({ day, text }) => ({ moveDue: { to: day ?? '', reason: text } }) },
  acceptRisk: { day: { label: 'finding-risk-until', asked: must, hint: 'finding-risk-hint' }, text: why, final: true, make: ({ day, text }) => ({ acceptRisk: { until: day ?? '', reason: text } }) },
  drop: { text: why, danger: true, make: ({ text }) => ({ drop: { reason: text } }) },
};

export const formOf = (step: DialogStep): StepForm => forms[step];

/** What comes next on the way, the nearest first. */
export function nextSteps(view: FindingView): DialogStep[] {
  const next: Record<FindingPhase, DialogStep[]> = {
    open: view.phase === 'riskAccepted' ? ['resume'] : ['assign'],
    assigned: ['accept'],
    accepted: ['start'],
    inProgress: view.implementation ? ['checkImplementation', 'rejectImplementation'] : ['reportImplemented'],
    implemented: ['startEffectivenessCheck'],
    effectivenessCheck: ['confirmEffective', 'findIneffective'],
    effective: view.failures.length ? ['close', 'reopen'] : ['close'],
    closed: ['reopen'],
    riskAccepted: ['resume'],
    dropped: [],
  };
  return next[view.phaseToday];
}

/** Everything else that can be done with it. */
export const otherSteps: FindingStep[][] = [['restate', 'assign', 'moveDue', 'reportImplemented'], ['acceptRisk', 'drop']];
