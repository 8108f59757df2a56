/** The deeds about a change request as forms: what each one asks for, and the order that comes of it. Knows no rule of who may when. */
import type { PlainWordId } from '$i18n/words.svelte';
import type { ChangeColumn, ChangeCommand, ChangeDeed, ChangePhase, ChangeView, Role, TeamAnswer } from '$ipc/wire';

/** What a deed may ask for; each form uses some of it. */
export interface DeedValues {
  text: string;
  second: string;
  third: string;
  person: string;
  team: string;
  teams: string[];
  on: string | null;
  until: string | null;
  yes: 'yes' | 'no' | '';
  answer: 'accepted' | 'otherDay' | 'refused' | '';
}
export type DeedField = keyof DeedValues;

interface Asked {
  field: DeedField;
  label: PlainWordId;
  hint?: PlainWordId;
  optional?: boolean;
  /** A text of several lines. */
  long?: boolean;
  /** The two words of a choice between yes and no. */
  words?: [PlainWordId, PlainWordId];
  /** Only asked for when the answer is one of these. */
  when?: DeedValues['answer'][];
}

export interface DeedForm {
  asks: Asked[];
  /** The field for what a refusal speaks of. */
  places?: Record<string, DeedField>;
  /** What follows from it and cannot be taken back. */
  consequence?: PlainWordId;
  danger?: boolean;
  make: (values: DeedValues, id: string, view: ChangeView) => ChangeCommand;
}

/** The text of a request has a form of its own. */
export type DialogDeed = Exclude<ChangeDeed, 'describe'>;

const reason: Asked = { field: 'text', label: 'change-reason', long: true };
const days = { changeDayAhead: 'on', changeDayOver: 'until', changeEndBeforeStart: 'until' } as const;
const on: Asked = { field: 'on', label: 'change-on' };

function answerOf({ answer, until, text }: DeedValues): TeamAnswer {
  if (answer === 'refused') return { refused: { reason: text } };
  return answer === 'otherDay' ? { otherDay: { day: until ?? '', reason: text } } : { accepted: {} };
}

const forms: Record<DialogDeed, DeedForm> = {
  submit: { asks: [], make: () => ({ submit: {} }) },
  assess: { asks: [{ field: 'text', label: 'change-assessment', long: true }], places: { assessment: 'text' }, make: ({ text }) => ({ assess: { note: text } }) },
  approve: { asks: [{ field: 'text', label: 'change-comment', long: true, optional: true }], make: ({ text }, id) => ({ decide: { id, approved: true, comment: text } }) },
  decline: { asks: [{ field: 'text', label: 'change-comment', long: true }], places: { comment: 'text' }, make: ({ text }, id) => ({ decide: { id, approved: false, comment: text } }) },
  delegate: {
    asks: [
      { field: 'team', label: 'change-team' },
      { field: 'person', label: 'change-person', optional: true },
      { field: 'second', label: 'change-organisation', hint: 'change-organisation-hint', optional: true },
      { field: 'until', label: 'change-asked' },
      { field: 'text', label: 'change-note', long: true, optional: true },
    ],
    places: days,
    make: ({ team, person, second, until, text }, id) => ({ delegate: { id, team, person: person || null, organisation: second, asked: until ?? '', note: text } }),
  },
  answer: {
    asks: [
      { field: 'answer', label: 'change-answer' },
      { field: 'until', label: 'change-answer-day', when: ['otherDay'] },
      { field: 'text', label: 'change-answer-reason', long: true, when: ['otherDay', 'refused'] },
      { field: 'person', label: 'change-said-by', hint: 'change-said-by-hint', optional: true },
    ],
    places: { ...days, reason: 'text', roleMayNot: 'person' },
    make: (values, id, view) => ({ answer: { id, delegation: view.delegations.at(-1)?.id ?? '', answer: answerOf(values), saidBy: values.person || null } }),
  },
  plan: {
    asks: [{ field: 'on', label: 'change-plan-start' }, { field: 'until', label: 'change-plan-end' }],
    places: days,
    make: ({ on: start, until }) => ({ plan: { start: start ?? '', end: until ?? '' } }),
  },
  start: { asks: [on], places: days, make: (values) => ({ start: { on: values.on ?? '' } }) },
  implement: {
    asks: [
      { field: 'text', label: 'change-record', long: true },
      { field: 'second', label: 'change-ticket', optional: true },
      { field: 'person', label: 'change-implementer' },
      on,
    ],
    places: { ...days, changeEndBeforeStart: 'on', record: 'text' },
    make: (values) => ({ implement: { on: values.on ?? '', record: values.text, ticket: values.second, implementer: values.person || null } }),
  },
  check: {
    asks: [
      { field: 'second', label: 'change-method' },
      { field: 'yes', label: 'change-verdict', words: ['change-passed', 'change-failed'] },
      { field: 'text', label: 'change-result', long: true },
      on,
    ],
    places: { ...days, method: 'second', result: 'text' },
    make: (values, id) => ({ check: { id, method: values.second, on: values.on ?? '', passed: values.yes === 'yes', result: values.text } }),
  },
  checkEffect: {
    asks: [{ field: 'yes', label: 'change-verdict', words: ['change-effective', 'change-not-effective'] }, { field: 'text', label: 'change-result', long: true }, on],
    places: { ...days, result: 'text' },
    make: (values, id) => ({ checkEffect: { id, on: values.on ?? '', effective: values.yes === 'yes', result: values.text } }),
  },
  noteVersion: {
    asks: [{ field: 'text', label: 'change-document' }, { field: 'second', label: 'change-version' }],
    places: { document: 'text', version: 'second' },
    make: ({ text, second }) => ({ noteVersion: { document: text, version: second, record: null } }),
  },
  informTeams: {
    asks: [{ field: 'teams', label: 'change-teams', optional: true }, { field: 'text', label: 'change-way', hint: 'change-way-hint' }, on],
    places: { ...days, way: 'text', changeTeamsLeftOut: 'teams' },
    make: (values) => ({ informTeams: { teams: values.teams, way: values.text, on: values.on ?? '' } }),
  },
  acceptRisk: {
    asks: [reason, { field: 'until', label: 'change-until' }],
    places: { ...days, reason: 'text' },
    make: ({ text, until }, id) => ({ acceptRisk: { id, reason: text, until: until ?? '' } }),
  },
  close: { asks: [{ field: 'text', label: 'change-closing', long: true, optional: true }], make: ({ text }) => ({ close: { note: text } }) },
  defer: { asks: [{ field: 'until', label: 'change-deferred-day' }, reason], places: { ...days, reason: 'text' }, make: ({ text, until }) => ({ defer: { until: until ?? '', reason: text } }) },
  resume: { asks: [], make: () => ({ resume: {} }) },
  cancel: { asks: [reason], places: { reason: 'text' }, consequence: 'change-consequence-cancel', danger: true, make: ({ text }) => ({ cancel: { reason: text } }) },
};

export const formOf = (deed: DialogDeed): DeedForm => forms[deed];

const manager: Role[] = ['processManager'];
const approvers: Role[] = ['management', 'processManager'];
const checkers: Role[] = ['processManager', 'deploymentTeam', 'testCoordinator', 'management'];
const both: Role[] = ['deploymentTeam', 'processManager'];

/** The roles of which one is needed, so that a button says it before the core does. */
export const needed: Record<ChangeDeed, Role[]> = {
  describe: manager, submit: manager, assess: manager, approve: approvers, decline: approvers, delegate: manager, answer: both, plan: both, start: ['deploymentTeam'], implement: ['deploymentTeam'],
  check: checkers, checkEffect: checkers, noteVersion: both, informTeams: manager, acceptRisk: approvers, close: manager, defer: manager, resume: manager, cancel: manager,
};

/** What comes next in the process, the nearest first. */
const next: Record<ChangePhase, ChangeDeed[]> = {
  draft: ['submit', 'describe'],
  submitted: ['assess', 'describe'],
  assessed: ['approve', 'decline'],
  approved: ['delegate'],
  delegated: ['answer'],
  accepted: ['plan'],
  planned: ['start'],
  inProgress: ['implement'],
  implemented: ['check'],
  checked: ['checkEffect'],
  effective: ['informTeams'],
  teamsInformed: ['close'],
  closed: [],
  deferred: ['resume'],
  cancelled: [],
};
export const nextDeeds = (phase: ChangePhase): ChangeDeed[] => next[phase];

/** Everything that can be done, in the order of the process. */
export const allDeeds: ChangeDeed[][] = [
  ['describe', 'submit', 'assess', 'approve', 'decline', 'delegate', 'answer'],
  ['plan', 'start', 'implement', 'check', 'checkEffect', 'noteVersion', 'informTeams', 'acceptRisk'],
  ['close', 'defer', 'resume', 'cancel'],
];

export interface Way {
  deed: DialogDeed;
  preset?: Partial<DeedValues>;
}
const ways: Partial<Record<ChangeColumn, Partial<Record<ChangeColumn, Way>>>> = {
  draft: { delegated: { deed: 'delegate' }, inProgress: { deed: 'start' } },
  delegated: { draft: { deed: 'answer', preset: { answer: 'refused' } }, accepted: { deed: 'answer', preset: { answer: 'accepted' } }, inProgress: { deed: 'start' } },
  accepted: { delegated: { deed: 'delegate' }, inProgress: { deed: 'start' } },
  inProgress: { implemented: { deed: 'implement' } },
  implemented: { inProgress: { deed: 'check', preset: { yes: 'no' } }, checked: { deed: 'check', preset: { yes: 'yes' } } },
  checked: { inProgress: { deed: 'checkEffect', preset: { yes: 'no' } }, teamsInformed: { deed: 'informTeams' } },
};

/** The deed that leads from one column of the board to another; null where none does. */
export function wayTo(from: ChangeColumn, to: ChangeColumn): Way | null {
  return ways[from]?.[to] ?? null;
}
