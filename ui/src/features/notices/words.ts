/** What notices have in common on their screens, and why somebody may not. Knows no rule. */
import { say as sayFailure } from '$design/failure';
import { now } from '$design/now.svelte';
import { t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import { standing } from '$ipc/desktop.svelte';
import type { Moment, NoticeDeed, NoticeDelivery, NoticePhase, NoticeSubjectKind, NoticeView, NoticeWho, Role } from '$ipc/wire';
import { say } from '$parts/incident';
import type { People } from '$parts/people.svelte';
import { explain } from '$parts/refusal';

export const phases: readonly NoticePhase[] = ['open', 'acknowledged', 'superseded', 'withdrawn'];
export const kinds: readonly NoticeSubjectKind[] = ['changeApproved', 'reviewResult', 'guideVersion', 'other'];
export const whos: readonly NoticeWho[] = ['everyone', 'heads'];

export const justNow = (): Moment => ({ at: now().toISOString(), zone: zone(), precision: 'exact' });

/** Whoever announces, sends and excuses. */
const senders: readonly Role[] = ['processManager', 'testCoordinator'];

export function whyNotSend(people: People): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  if (people.acting && !people.has(...senders)) return sayFailure({ code: 'roleMayNot', values: { needed: senders } }).sentence;
  return undefined;
}

/** Why a deed cannot be done with this notice: the rule that stands against it, or the role that is missing. */
export function whyNot(view: NoticeView, deed: NoticeDeed, people: People): string | undefined {
  const refusal = view.possible.find((possible) => possible.deed === deed)?.refusal;
  if (refusal) return explain(refusal);
  if (deed === 'enterByHand') return standing()?.workspace?.readOnly ? t('reporting-read-only') : undefined;
  return whyNotSend(people);
}

/** "Mail nicht übergeben: 550 …" */
export function deliveryWord(result: NoticeDelivery): string {
  if (typeof result === 'string') return say('notice-delivery', result);
  return `${t('notice-delivery-failed')}: ${result.failed.reason}`;
}

export const delivered = (result: NoticeDelivery): boolean => result === 'sent';
