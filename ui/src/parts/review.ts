/** How the words of a process review look: the shape of a phase, what it is held for. */
import type { StatusTone } from '$design/status';
import { plainDay } from '$i18n/format';
import { t } from '$i18n/words.svelte';
import type { ReportRow, ReviewPhase, ReviewTrigger } from '$ipc/wire';
import { say } from './incident';

const tones: Record<ReviewPhase, StatusTone> = {
  planned: 'planned',
  prepared: 'planned',
  inProgress: 'info',
  decided: 'info',
  submitted: 'wait',
  approved: 'ok',
  teamsInformed: 'ok',
  closed: 'ok',
  cancelled: 'cancelled',
};

export const reviewPhases = Object.keys(tones) as ReviewPhase[];

export function reviewTone(phase: ReviewPhase): StatusTone {
  return tones[phase];
}

/** "Nach Notfall N-2026-004" */
export function triggerWord(trigger: ReviewTrigger): string {
  if ('afterEmergency' in trigger) return t('review-trigger-after', { number: trigger.afterEmergency.number });
  if ('onDemand' in trigger) return t('review-trigger-why', { why: say('review-why', trigger.onDemand.why) });
  return t('review-trigger-periodic');
}

/** A day of the calendar, `2026-11-27`, as people write it. */
export function dayWord(date: string | null): string {
  return date === null ? t('not-recorded') : plainDay(date);
}

/** What an issued report is about, in words. */
export const aboutWord = (row: ReportRow): string => (row.aboutTrigger ? triggerWord(row.aboutTrigger) : row.aboutTitle);
