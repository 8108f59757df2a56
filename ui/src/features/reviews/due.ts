/** Which review is due next, and why, in a sentence. */
import { t } from '$i18n/words.svelte';
import type { NextReview } from '$ipc/wire';
import { dayWord } from '$parts/review';

function why({ rule, base, due, review }: NextReview): string {
  const trigger = review?.trigger;
  if (trigger && 'afterEmergency' in trigger && due) return t('reviews-next-emergency', { number: trigger.afterEmergency.number, due: dayWord(due) });
  if (rule === 'reviewPeriodic' && due) {
    const first = base === null || (trigger && 'periodic' in trigger && trigger.periodic.after === null);
    return first ? t('reviews-next-periodic-first', { due: dayWord(due) }) : t('reviews-next-periodic', { base: dayWord(base), due: dayWord(due) });
  }
  return rule === 'reviewPeriodic' ? t('reviews-next-never') : t('reviews-next-unruled');
}

export function dueWords(next: NextReview): string {
  return [why(next), next.review ? t('reviews-next-planned', { day: dayWord(next.review.planned) }) : ''].filter(Boolean).join(' ');
}
