/** Words and shapes of documents and their versions, and how their orders are given. Knows no rule. */
import type { StatusTone } from '$design/status';
import { kebab, say as sayFailure } from '$design/failure';
import { find, t } from '$i18n/words.svelte';
import { order } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import type { Committed, GuideCommand, GuideDeed, GuideKind, GuideRefusal, GuideStage, GuideView, Role, GuideStepChange } from '$ipc/wire';
import type { People } from '$parts/people.svelte';

export { standingTone } from '$parts/guide';
export const stageTone: Record<GuideStage, StatusTone> = { draft: 'draft', inReview: 'wait', changeAsked: 'warn', approved: 'info', inForce: 'ok', discarded: 'cancelled' };
export const changeTone: Record<GuideStepChange, StatusTone> = { same: 'planned', added: 'ok', removed: 'cancelled', changed: 'warn' };
export const kinds: readonly GuideKind[] = ['recoveryGuide', 'processText'];

/** The sign before a line that came in or went out: it is told apart without colour. */
export const lineSign = { same: ' ', added: '+', removed: '−' } as const;

/** What stands against a deed, in words. */
export function explain({ code, ...values }: GuideRefusal): string {
  return sayFailure({ code, values }).sentence;
}

const writers: readonly Role[] = ['processManager', 'testCoordinator'];
const approvers: readonly Role[] = ['management', 'processManager'];
const needed: Record<GuideDeed, readonly Role[]> = { startVersion: writers, edit: writers, submit: writers, discard: writers, askForChange: approvers, approve: approvers, putInForce: approvers, confirm: approvers };

function whyRole(people: People, roles: readonly Role[]): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  if (people.acting && !people.has(...roles)) return sayFailure({ code: 'roleMayNot', values: { needed: roles } }).sentence;
  return undefined;
}

/** Why no document can be written by this person. */
export const whyNotWrite = (people: People): string | undefined => whyRole(people, writers);

/** Why a deed cannot be done now, or not by this person. */
export function whyNot(view: GuideView, people: People, deed: GuideDeed): string | undefined {
  const role = whyRole(people, needed[deed]);
  if (role) return role;
  const refusal = view.possible.find((possible) => possible.deed === deed)?.refusal;
  return refusal ? explain(refusal) : undefined;
}

/** The document does not stand where the deed begins: there is nothing to explain. */
export function isFar(view: GuideView, deed: GuideDeed): boolean {
  const refusal = view.possible.find((possible) => possible.deed === deed)?.refusal;
  return refusal?.code === 'guideStage' || refusal?.code === 'guideNotValid' || refusal?.code === 'guideVersionUnknown' || (deed === 'startVersion' && refusal?.code === 'guideVersionOpen');
}

export const give = (record: string | null, command: GuideCommand, id?: string): Promise<Committed> => order({ guide: command }, record, id);

/** The fields that refusals of documents speak of. */
export const places: Record<string, string> = {
  guideTitleMissing: 'title', guideTitleTaken: 'title', guideTextMissing: 'text', guideTextTooLong: 'text', guideStepTwice: 'text', guideChangeMissing: 'change', guideTeamsMissing: 'noTeams', guideReasonMissing: 'reason', guideFromTooEarly: 'from',
};

/** "gültig" */
export const word = (list: string, value: string): string => find(`${list}-${kebab(value)}`) ?? value;
