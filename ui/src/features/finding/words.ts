/** How the words of a finding look and read. Knows no rule. */
import type { StatusTone } from '$design/status';
import { say as sayFailure } from '$design/failure';
import { t } from '$i18n/words.svelte';
import type { FindingKind, FindingPhase, FindingProof, FindingRefusal, FindingSame } from '$ipc/wire';
import { say } from '$parts/incident';

const tones: Record<FindingPhase, StatusTone> = {
  open: 'warn',
  assigned: 'wait',
  accepted: 'planned',
  inProgress: 'info',
  implemented: 'info',
  effectivenessCheck: 'wait',
  effective: 'ok',
  closed: 'ok',
  riskAccepted: 'planned',
  dropped: 'cancelled',
};
export const phases = Object.keys(tones) as FindingPhase[];
/** The way from the finding to its end. */
export const way: readonly FindingPhase[] = ['open', 'assigned', 'accepted', 'inProgress', 'implemented', 'effectivenessCheck', 'effective', 'closed'];
/** The action is not done yet. */
export const toBeDone: readonly FindingPhase[] = ['open', 'assigned', 'accepted', 'inProgress'];
const kindTones: Record<FindingKind, StatusTone> = { major: 'danger', minor: 'warn', observation: 'info', opportunity: 'planned' };
export const kinds = Object.keys(kindTones) as FindingKind[];

export const phaseTone = (phase: FindingPhase): StatusTone => tones[phase];
export const phaseWord = (phase: FindingPhase): string => say('finding-phase', phase);
export const kindTone = (kind: FindingKind): StatusTone => kindTones[kind];
export const kindWord = (kind: FindingKind): string => say('finding-kind', kind);

/** "derselbe Schritt, derselbe Dienst" */
export const sameWord = (same: readonly FindingSame[]): string => same.map((one) => say('finding-same', one)).join(', ');

/** The sentence of what stands against a step. */
export function explain({ code, ...values }: FindingRefusal): string {
  return sayFailure({ code, values }).sentence;
}

interface Shown {
  record: string;
  number: string;
  at: string;
  same: FindingSame;
}

/** What a proof says, whatever noun it is of. */
export function shown(proof: FindingProof): Shown {
  const [record, { number, at, same }] = 'incident' in proof ? [proof.incident.incident, proof.incident] : [proof.drill.drill, proof.drill];
  return { record, number, at: at.at, same };
}

/** A text that somebody may have left out. */
export const orMissing = (text: string): string | null => text.trim() || null;
export const textMissing = (what: string): string => t('finding-text-missing', { what });
