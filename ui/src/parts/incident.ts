/** How the words of an incident look: the shape of a phase, the weight of a severity. */
import type { StatusTone } from '$design/status';
import { kebab } from '$design/failure';
import { find, t } from '$i18n/words.svelte';
import type { CauseClass, Phase, Priority, Severity } from '$ipc/wire';

const tones: Record<Phase, StatusTone> = {
  reported: 'planned',
  inAssessment: 'info',
  escalationProposed: 'wait',
  solvedBySupport: 'ok',
  declared: 'danger',
  teamFormed: 'danger',
  analysed: 'danger',
  waitingForProvider: 'wait',
  ownRecovery: 'danger',
  restored: 'warn',
  ended: 'info',
  followUp: 'info',
  reportApproved: 'info',
  customersInformed: 'info',
  closed: 'ok',
  downgraded: 'cancelled',
  withdrawn: 'cancelled',
};

export const phases = Object.keys(tones) as Phase[];
/** Declared and not yet ended. */
export const runningPhases: readonly Phase[] = ['declared', 'teamFormed', 'analysed', 'waitingForProvider', 'ownRecovery', 'restored'];
/** Nothing more is expected to happen. */
export const settledPhases: readonly Phase[] = ['solvedBySupport', 'closed', 'downgraded', 'withdrawn'];
export const causeClasses: readonly CauseClass[] = ['provider', 'change', 'software', 'configuration', 'capacity', 'network', 'access', 'security', 'thirdParty', 'operation', 'unknown'];
export const priorities: readonly Priority[] = ['high', 'medium', 'low'];
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export function phaseTone(phase: Phase): StatusTone {
  return tones[phase];
}

const severityTones: Record<Severity, StatusTone> = { critical: 'danger', high: 'warn', medium: 'info', low: 'planned' };

export function severityTone(severity: Severity): StatusTone {
  return severityTones[severity];
}

/** The word for a value of one of the lists of the process, such as `say('phase', 'inAssessment')`. */
export function say(list: string, value: string): string {
  return find(`${list}-${kebab(value)}`) ?? value;
}

export function phaseWord(phase: Phase): string {
  return say('phase', phase);
}

/** "Kritisch", or that nobody rated it. */
export function severityWord(severity: Severity | null): string {
  return severity ? say('severity', severity) : t('not-recorded');
}
