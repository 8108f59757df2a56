/** How the words of a change request look. Knows no rule. */
import type { StatusTone } from '$design/status';
import { t } from '$i18n/words.svelte';
import type { CapabilityElement, ChangeColumn, ChangeKind, ChangeOriginKind, ChangePhase } from '$ipc/wire';
import { changeTone } from '$parts/change';
import { say } from '$parts/incident';

export const phases = Object.keys(changeTone) as ChangePhase[];
/** The way through the process; what waits or was cancelled left it. */
export const path = phases.filter((phase) => phase !== 'deferred' && phase !== 'cancelled');
export const columns: readonly ChangeColumn[] = ['draft', 'delegated', 'accepted', 'inProgress', 'implemented', 'checked', 'teamsInformed'];
export const origins: readonly ChangeOriginKind[] = ['review', 'finding', 'incident', 'drill', 'idea', 'outside'];
export const kinds: readonly ChangeKind[] = ['correction', 'correctiveAction', 'improvement'];
export const elements: readonly CapabilityElement[] = ['planning', 'organisation', 'equipment', 'training', 'exercise'];

export const phaseTone = (phase: ChangePhase): StatusTone => changeTone[phase];
export const phaseWord = (phase: ChangePhase): string => say('change-phase', phase);
export const columnWord = (column: ChangeColumn): string => say('change-column', column);

/** "3 Tagen", "heute" */
export const ageWord = (days: number): string => t('changes-days', { days });

/** 125000 of "EUR" as "1.250,00 EUR", and back; null for what is no amount. */
export function moneyWord(minor: number, currency: string, locale: string): string {
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minor / 100)} ${currency}`.trim();
}
export function readMoney(text: string, german: boolean): number | null {
  const plain = german ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
