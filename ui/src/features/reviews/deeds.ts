/** The deeds of a review as forms: what each one asks for, and the order that comes of it. Knows no rule of who may when. */
import { t } from '$i18n/words.svelte';
import type { Moment, ReviewCommand, ReviewDeed, ReviewView } from '$ipc/wire';
import { say } from '$parts/incident';
import { dayWord } from '$parts/review';

/** What a dialog may ask for; each form uses some of it. */
export interface Given {
  at: Moment;
  text: string;
  day: string | null;
  person: string;
  choice: '' | 'yes' | 'no';
}

export interface Asked {
  /** What its draft is kept as, within the record. */
  key: string;
  title: string;
  verb: string;
  done: string;
  at?: boolean;
  /** What the text is asked for as, and by which name a refusal speaks of it. */
  text?: { label: string; field: string };
  day?: { label: string; hint?: string };
  person?: string;
  choice?: { label: string; yes: string; no: string };
  /** Says what follows, where it cannot be taken back lightly. */
  consequence?: string;
  danger?: boolean;
  make: (given: Given) => ReviewCommand;
}

/** Deeds that a dialog asks about; the others stand where they belong. */
export type DialogDeed = Exclude<ReviewDeed, 'invite' | 'refresh' | 'write' | 'noteTeamInformed' | 'issueReport'>;
export const dialogDeeds: readonly DialogDeed[] = ['postpone', 'cancel', 'assignLead', 'prepare', 'start', 'conclude', 'submit', 'reject', 'approve', 'close', 'revise', 'dropRevision', 'takeBack'];

type Form = Omit<Asked, 'key' | 'title' | 'verb' | 'done'>;

const why = () => ({ label: t('review-reason'), field: 'reason' });

function formOf(deed: DialogDeed, view: ReviewView): Form {
  switch (deed) {
    case 'postpone':
      return { text: why(), day: { label: t('review-new-day') }, make: ({ text, day }) => ({ postpone: { to: day ?? view.planned, reason: text } }) };
    case 'cancel': {
      const hint = view.due ? t('review-new-day-duty', { latest: dayWord(view.due) }) : undefined;
      return { text: why(), ...(hint ? { day: { label: t('review-new-day'), hint } } : {}), danger: true, make: ({ text, day }) => ({ cancel: { reason: text, next: day } }) };
    }
    case 'assignLead':
      return { person: t('review-lead'), make: ({ person }) => ({ assignLead: { person } }) };
    case 'prepare':
      return { at: true, make: ({ at }) => ({ prepare: { at } }) };
    case 'start':
      return { at: true, make: ({ at }) => ({ start: { at } }) };
    case 'conclude':
      return { at: true, text: why(), choice: { label: t('review-change-needed'), yes: t('review-change-needed-yes'), no: t('review-change-needed-no') }, make: ({ at, text, choice }) => ({ conclude: { changeNeeded: choice === 'yes', reason: text, at } }) };
    case 'submit':
      return { at: true, make: ({ at }) => ({ submit: { at } }) };
    case 'reject':
      return { at: true, text: why(), make: ({ at, text }) => ({ reject: { reason: text, at } }) };
    case 'approve':
      return { at: true, consequence: t('review-approve-consequence'), make: ({ at }) => ({ approve: { at } }) };
    case 'close':
      return { at: true, consequence: t('review-close-consequence'), make: ({ at }) => ({ close: { at } }) };
    case 'revise':
      return { text: why(), consequence: t('review-revise-consequence'), make: ({ text }) => ({ revise: { reason: text } }) };
    case 'dropRevision':
      return { text: why(), danger: true, make: ({ text }) => ({ dropRevision: { reason: text } }) };
    case 'takeBack':
      return { text: why(), make: ({ text }) => ({ takeBack: { reason: text } }) };
  }
}

/** What the dialog of a deed asks. */
export function askedOf(deed: DialogDeed, view: ReviewView): Asked {
  const verb = say('review-deed', deed);
  return { key: deed, title: t('review-dialog-title', { deed: verb, number: view.number }), verb, done: say('review-done', deed), ...formOf(deed, view) };
}

/** What comes next in each phase; the first is the way on. */
export function nextDeeds(view: ReviewView): DialogDeed[] {
  switch (view.phase) {
    case 'planned':
      return ['prepare'];
    case 'prepared':
      return ['start'];
    case 'inProgress':
      return ['conclude'];
    case 'decided':
      return ['submit'];
    case 'submitted':
      return ['approve', 'reject'];
    case 'teamsInformed':
      return ['close'];
    case 'approved':
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/** The review is not where the deed begins: there is nothing to explain. */
const unfit = ['reviewNotInPhase', 'reviewAlreadyInPhase', 'noReviewStepToTakeBack', 'noRevision'];

export const worthNaming = (refusal: { code: string } | null): boolean => !refusal || !unfit.includes(refusal.code);
