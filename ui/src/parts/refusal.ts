/** Says what stands against an order, with the values in the words of the process. Knows no rule. */
import { kebab, say, wordValues } from '$design/failure';
import { day, dayTime, plainDay } from '$i18n/format';
import { find, t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { Gap, ReviewGap } from '$ipc/wire';
import { say as word } from './incident';

/** "freigegebener Bericht" */
export function gapWord(gap: Gap): string {
  return find(`gap-${kebab(gap.gap)}`, 'text' in gap ? { text: gap.text } : {}) ?? gap.gap;
}

/** "das Szenario; das erwartete Ergebnis von Schritt 2" */
export function gapWords(list: 'plan-gap' | 'result-gap', gaps: unknown): string | null {
  if (!Array.isArray(gaps)) return null;
  return (gaps as ({ gap: string } & Record<string, string>)[]).map(({ gap, ...values }) => find(`${list}-${kebab(gap)}`, values) ?? gap).join('; ');
}

/** Who people are, as whoever knows them told; without that an id is said as it is. */
let nameOf: (id: string) => string | null = () => null;

/** Says by whom people are named in refusals. */
export function nameBy(names: (id: string) => string | null): void {
  nameOf = names;
}

/** "Urteil zu „Wiederherstellung nach dem Leitfaden“" */
export function reviewGapWord(gap: ReviewGap): string {
  switch (gap.gap) {
    case 'step':
      return t('review-gap-step', { step: word('review-step', gap.step) });
    case 'text':
      return t('review-gap-text', { topic: word('review-topic', gap.topic) });
    case 'item':
      return t('review-gap-item', { title: gap.title });
    case 'deficiency':
      return t('review-gap-deficiency', { title: gap.title });
    case 'teams':
      return t('review-gap-teams');
    case 'next':
      return t('review-gap-next');
    case 'nextTooLate':
      return t('review-gap-next-too-late', { latest: day(gap.latest, 'UTC') });
  }
}

const words = (list: string, values: unknown): string | null => (Array.isArray(values) ? values.map((value) => word(list, String(value))).join(', ') : null);

/** Lists and moments that a refusal carries, by the name that they have there. */
function wordOf(name: string, value: unknown): string | null {
  switch (name) {
    case 'phase':
      return word('phase', String(value));
    case 'findingPhase':
      return word('finding-phase', String(value));
    case 'today':
      return plainDay(String(value));
    case 'allowed':
      return words('phase', value);
    case 'missing':
      return words('fact', value);
    case 'needed':
      return words('role', value);
    case 'stands':
    case 'turn':
      return word('change-phase', String(value));
    case 'state':
      return word('provider-state', String(value));
    case 'newest':
      return word('taken-step', String(value));
    case 'newer':
      return word('deed-kind', String(value));
    case 'gaps':
      return Array.isArray(value) ? value.map((gap) => gapWord(gap as Gap)).join('; ') : null;
    case 'reviewPhase':
      return word('review-phase', String(value));
    case 'reviewAllowed':
      return words('review-phase', value);
    case 'reviewGaps':
      return Array.isArray(value) ? value.map((gap) => reviewGapWord(gap as ReviewGap)).join('; ') : null;
    case 'latest':
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value, 'UTC') : null;
    case 'start':
    case 'end':
      return word('milestone', String(value));
    case 'planGaps':
      return gapWords('plan-gap', value);
    case 'resultGaps':
      return gapWords('result-gap', value);
    case 'planStage':
      return word('plan-stage', String(value));
    case 'drillPhase':
      return word('drill-phase', String(value));
    case 'stepState':
      return word('step-state', String(value));
    case 'verdict':
      return word('drill-verdict', String(value));
    case 'coordinator':
    case 'person':
      return nameOf(String(value));
    case 'steps':
      return Array.isArray(value) ? value.join(', ') : null;
    case 'field':
      return find(`field-${kebab(String(value))}`);
    case 'began':
    case 'ended':
    case 'last':
    case 'at':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? dayTime(value, zone()) : null;
    default:
      return null;
  }
}

wordValues(wordOf);

/** The sentence of a refusal that an answer carries, such as the one that stands against a step. */
export function explain({ code, ...values }: { code: string }): string {
  return say({ code, values }).sentence;
}
