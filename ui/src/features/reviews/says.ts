/** How the inputs and moments of a review are said. */
import { beside, dayTime, duration, number } from '$i18n/format';
import { t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { Moment, ReviewInput, ReviewInputKind } from '$ipc/wire';
import { promiseWord } from '$parts/deadline';
import { say } from '$parts/incident';
import { dayWord } from '$parts/review';
import { href, recordOf } from '$shell/route';

/** "ca. 22.11.2026 08:02 MEZ" */
export function moment(held: Moment | null | undefined): string {
  if (!held) return t('not-recorded');
  if (held.precision === 'unknown') return t('moment-is-unknown');
  const other = beside(held.at, zone(), held.zone);
  return `${held.precision === 'about' ? `${t('moment-about-short')} ` : ''}${dayTime(held.at, zone())}${other && ` (${other})`}`;
}

/** Where a record stands; none where the window has no screen for it. */
export function recordHref(record: string): string | null {
  const place = recordOf(record);
  return place && href(place);
}

/** Inputs of which somebody is still to do something by a day, or to decide anew on it. */
const waiting: readonly ReviewInputKind[] = ['openAction', 'openFinding', 'acceptedRisk', 'retestDue'];

/** What an input says, piece by piece. `until` is the last day that the review looks at. */
export function factWords({ kind, facts }: ReviewInput, until: string | null, name: (id: string) => string): string[] {
  const words: string[] = [];
  const add = (word: string | null | undefined | false): void => void (word && words.push(word));
  const met = (held: boolean | undefined | null, yes: string, no: string): string | false => held !== undefined && held !== null && (held ? yes : no);
  add(facts.promise && facts.standing && promiseWord({ kind: facts.promise, duty: facts.duty ?? null, standing: facts.standing }));
  add(facts.standing && say('standing', facts.standing));
  add(facts.change && say('change-phase', facts.change));
  add(facts.at && t('review-fact-at', { when: moment(facts.at) }));
  add(facts.running && t('review-fact-running'));
  add(facts.verdict && say('drill-verdict', facts.verdict));
  add(facts.downtime != null && t('review-fact-downtime', { length: duration(facts.downtime) }));
  add(facts.recovery != null && t('review-fact-recovery', { length: duration(facts.recovery) }));
  add(met(facts.rtoMet, t('review-fact-rto-met'), t('review-fact-rto-missed')));
  add(met(facts.rpoMet, t('review-fact-rpo-met'), t('review-fact-rpo-missed')));
  add(facts.promised != null && t('review-fact-promised', { length: duration(facts.promised) }));
  add(facts.taken != null && t('review-fact-taken', { length: duration(facts.taken) }));
  add(facts.due && t('review-fact-due', { when: moment(facts.due) }));
  add(facts.due && (facts.settled ? t('review-fact-settled', { when: moment(facts.settled) }) : t('review-fact-unsettled')));
  const action = waiting.includes(kind);
  if (action || (kind === 'earlierDecision' && facts.dueDay != null)) {
    const late = facts.dueDay != null && until !== null && facts.dueDay < until;
    add(facts.dueDay == null ? t('review-fact-due-none') : t(late ? 'review-fact-overdue' : 'review-fact-due', { when: dayWord(facts.dueDay) }));
  }
  add(facts.count != null && t('review-fact-count', { number: number(facts.count) }));
  add(facts.person && t(kind === 'testResult' ? 'review-fact-test-lead' : action || kind === 'earlierDecision' || kind === 'promiseBroken' ? 'review-fact-owner' : 'review-fact-decider', { name: name(facts.person) }));
  add(facts.text);
  return words;
}
