/** Words and shapes of promises, their deadlines and the rules that made them. */
import type { StatusTone } from '$design/status';
import { day } from '$i18n/format';
import { find, t, type WordId } from '$i18n/words.svelte';
import type { DeadlineRow, Hindrance, PolicyView, RuleKind, Standing, Term } from '$ipc/wire';
import { say } from './incident';

export const standingTone: Record<Standing, StatusTone> = { late: 'danger', proofMissing: 'warn', due: 'planned', open: 'draft', keptLate: 'wait', kept: 'ok' };

/** "30 Tage" */
export function termWord({ amount, unit }: Term): string {
  const words = { hours: 'term-hours', days: 'term-days', workingDays: 'term-working-days', weeks: 'term-weeks', months: 'term-months' } as const;
  return t(words[unit], { count: amount });
}

/** What is promised: the words of the duty, as a task while it is to be done, or what kind of date it is. */
export function promiseWord(row: Pick<DeadlineRow, 'kind' | 'duty' | 'standing'>): string {
  if (row.kind !== 'duty' || row.duty === null) return say('promise-kind', row.kind);
  const task = ['due', 'late', 'open'].includes(row.standing) ? find(`reminder-duty-${row.duty}`) : null;
  return task ?? t(`duty-${row.duty}` as Extract<WordId, 'duty-1'>);
}

/** A rule with its term and from when it counts, or that it does not hold. */
export function ruleWord(kind: RuleKind, term: Term | null): string {
  const rule = say('rule-kind', kind);
  return term ? t('deadlines-by-rule', { rule, term: termWord(term), from: say('rule-from', kind) }) : t('duty-rule-off', { rule });
}

/** What made the date: the rule with its term, an objective, or the record itself. */
export function madeBy(row: DeadlineRow): string {
  if (row.rule && row.term) return ruleWord(row.rule, row.term);
  return row.kind === 'response' || row.kind === 'handling' || row.duty === 26 ? t('deadlines-by-objective') : t('deadlines-by-record');
}

/** That the date was moved: from when, by whom and why. */
export function movedBy(row: DeadlineRow, people: PolicyView['people'], zone: string): string | null {
  if (!row.original || !row.movedBy) return null;
  return t('deadlines-moved', { when: day(row.original, zone), person: people[row.movedBy] ?? t('person-erased'), reason: row.movedReason ?? '' });
}

/** What speaks against a day: "in der Sperre „Jahresende“" */
export function hindranceWord(hindrance: Hindrance): string {
  switch (hindrance.why) {
    case 'freeze':
      return t('against-freeze', { name: hindrance.name });
    case 'holiday':
      return t('against-holiday');
    case 'weekend':
      return t('against-weekend');
  }
}

/** The weightiest of what speaks against a day. */
export const againstWord = (against: readonly Hindrance[]): string => (against[0] ? hindranceWord(against[0]) : '');
