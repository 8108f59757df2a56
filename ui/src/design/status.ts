/** The closed set of what a status can look like. Each has its own shape, so that it is told apart without colour. */
export const tones = ['ok', 'warn', 'danger', 'info', 'wait', 'draft', 'planned', 'cancelled'] as const;
export type StatusTone = (typeof tones)[number];

/** The tokens of a tone: draft, planned and cancelled share the neutral ones and differ in shape. */
export function palette(tone: StatusTone): string {
  return tone === 'draft' || tone === 'planned' || tone === 'cancelled' ? 'neutral' : tone;
}
