/** How plans and tests look and are said: the shape of a state, a length as a stopwatch shows it. */
import type { StatusTone } from '$design/status';
import { dayTime, duration } from '$i18n/format';
import { kebab } from '$design/failure';
import { find, t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { DrillKind, DrillTrigger, DrillVerdict, Moment, ObjectiveRating, ProofAge, StepState, VerdictGround } from '$ipc/wire';
import { say } from '$parts/incident';

export { phaseTones, stageTones, verdictTones } from '$parts/drill';

export const kinds: readonly DrillKind[] = ['documentReview', 'tableTop', 'alarmTest', 'functionTest', 'staffExercise', 'simulation', 'fullFailover'];
export const triggers: readonly DrillTrigger[] = ['yearly', 'afterChange', 'afterEmergency', 'retest', 'onDemand'];
export const ratings: readonly ObjectiveRating[] = ['withoutChallenges', 'someChallenges', 'majorChallenges', 'unable'];
export const verdicts: readonly DrillVerdict[] = ['passed', 'withConditions', 'failed'];

export const stateTones: Record<StepState, StatusTone> = { waiting: 'draft', ready: 'planned', running: 'info', passed: 'ok', partly: 'warn', failed: 'danger', skipped: 'cancelled' };
export const ageTones: Record<ProofAge, StatusTone> = { fresh: 'ok', aging: 'warn', old: 'danger', never: 'planned' };

/** 1:04:09 as a stopwatch shows it. */
export function timer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** What speaks against a test that is passed without conditions. */
export function groundWord(ground: VerdictGround, service: (id: string) => string): string {
  const said = (values?: Record<string, string>): string => find(`verdict-ground-${kebab(ground.ground)}`, values) ?? ground.ground;
  if ('service' in ground) return said({ service: service(ground.service) });
  if ('text' in ground) return said({ text: ground.text });
  return ground.ground === 'stepShort' ? said({ number: ground.number, outcome: say('step-state', ground.outcome ?? 'waiting') }) : said();
}

/** "30 min", or that nobody recorded it. */
export function minutes(value: number | null): string {
  return value === null ? t('not-recorded') : duration(value * 60);
}

export function moment(value: Moment | null): string {
  if (!value) return t('not-recorded');
  return `${value.precision === 'about' ? `${t('moment-about-short')} ` : ''}${dayTime(value.at, zone())}`;
}
