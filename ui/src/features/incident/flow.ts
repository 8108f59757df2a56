/** The published process as a drawing: where each part stands, what leads where, and which way a record went. */
import type { PlainWordId } from '$i18n/words.svelte';
import type { Passed, Phase } from '$ipc/wire';

export type Lane = 'incident' | 'disaster' | 'afterwards';
export interface Part {
  id: string;
  /** Column and row of the grid. */
  x: number;
  y: number;
  lane: Lane;
  phase?: Phase;
  /** A question; its word is not one of the phases. */
  asks?: PlainWordId;
  /** Only by the way: the consultation. */
  aside?: PlainWordId;
}
export interface Way {
  from: string;
  to: string;
  /** Corners in grid units, between the middles of both parts; empty for a straight line. */
  via?: [number, number][];
  word?: PlainWordId;
  /** Where the word stands, in grid units. */
  at?: [number, number];
  back?: boolean;
}

export const parts: Part[] = [
  { id: 'reported', phase: 'reported', lane: 'incident', x: 0, y: 0 },
  { id: 'inAssessment', phase: 'inAssessment', lane: 'incident', x: 1, y: 0 },
  { id: 'escalationProposed', phase: 'escalationProposed', lane: 'incident', x: 2, y: 0 },
  { id: 'emergency?', asks: 'flow-emergency', lane: 'incident', x: 3, y: 0 },
  { id: 'solvedBySupport', phase: 'solvedBySupport', lane: 'incident', x: 4, y: 0 },
  { id: 'consultation', aside: 'flow-consultation', lane: 'incident', x: 1, y: 1 },
  { id: 'declared', phase: 'declared', lane: 'disaster', x: 0, y: 2.2 },
  { id: 'teamFormed', phase: 'teamFormed', lane: 'disaster', x: 1, y: 2.2 },
  { id: 'analysed', phase: 'analysed', lane: 'disaster', x: 2, y: 2.2 },
  { id: 'provider?', asks: 'flow-provider', lane: 'disaster', x: 3, y: 2.2 },
  { id: 'waitingForProvider', phase: 'waitingForProvider', lane: 'disaster', x: 4, y: 2.2 },
  { id: 'ownRecovery', phase: 'ownRecovery', lane: 'disaster', x: 4, y: 3.2 },
  { id: 'restored', phase: 'restored', lane: 'disaster', x: 5, y: 2.2 },
  { id: 'ended', phase: 'ended', lane: 'disaster', x: 6, y: 2.2 },
  { id: 'downgraded', phase: 'downgraded', lane: 'disaster', x: 1, y: 3.2 },
  { id: 'followUp', phase: 'followUp', lane: 'afterwards', x: 3, y: 4.4 },
  { id: 'reportApproved', phase: 'reportApproved', lane: 'afterwards', x: 4, y: 4.4 },
  { id: 'customersInformed', phase: 'customersInformed', lane: 'afterwards', x: 5, y: 4.4 },
  { id: 'closed', phase: 'closed', lane: 'afterwards', x: 6, y: 4.4 },
];

export const ways: Way[] = [
  { from: 'reported', to: 'inAssessment' },
  { from: 'inAssessment', to: 'consultation' },
  { from: 'inAssessment', to: 'escalationProposed' },
  { from: 'escalationProposed', to: 'emergency?' },
  { from: 'emergency?', to: 'solvedBySupport', word: 'flow-no', at: [3.45, -0.14] },
  { from: 'emergency?', to: 'declared', via: [[3, 1.6], [0, 1.6]], word: 'flow-yes', at: [3.1, 0.72] },
  { from: 'emergency?', to: 'inAssessment', via: [[3, -0.62], [1, -0.62]], back: true },
  { from: 'solvedBySupport', to: 'closed', via: [[6.62, 0], [6.62, 4.4]] },
  { from: 'declared', to: 'teamFormed' },
  { from: 'teamFormed', to: 'analysed' },
  { from: 'analysed', to: 'provider?' },
  { from: 'provider?', to: 'waitingForProvider', word: 'flow-yes', at: [3.45, 2.06] },
  { from: 'provider?', to: 'ownRecovery', via: [[3, 3.2]], word: 'flow-no', at: [3.1, 2.88] },
  { from: 'waitingForProvider', to: 'ownRecovery' },
  { from: 'ownRecovery', to: 'waitingForProvider', back: true },
  { from: 'waitingForProvider', to: 'restored' },
  { from: 'ownRecovery', to: 'restored', via: [[5, 3.2]] },
  { from: 'restored', to: 'ownRecovery', via: [[5, 3.2]], back: true },
  { from: 'restored', to: 'ended' },
  { from: 'ended', to: 'followUp', via: [[6, 3.8], [3, 3.8]] },
  { from: 'declared', to: 'downgraded', via: [[0, 3.2]], back: true },
  { from: 'followUp', to: 'reportApproved' },
  { from: 'reportApproved', to: 'customersInformed' },
  { from: 'customersInformed', to: 'closed' },
];

export const wayKey = (way: Way): string => `${way.from}>${way.to}`;

/** The shortest way between two parts that passes no third phase, or any when there is none. */
function between(from: string, to: string): string[] {
  const queue: { at: string; keys: string[] }[] = [{ at: from, keys: [] }];
  const seen = new Set([from]);
  for (const { at, keys } of queue) {
    for (const way of ways) {
      if (way.from !== at || seen.has(way.to)) continue;
      const next = [...keys, wayKey(way)];
      if (way.to === to) return next;
      seen.add(way.to);
      queue.push({ at: way.to, keys: next });
    }
  }
  return [];
}

export interface Stretch {
  phase: Phase;
  from: string | null;
  /** Null while it lasts, and when the next one's beginning is not known. */
  until: string | null;
  /** In seconds; null when it cannot be said. */
  length: number | null;
  lasts: boolean;
}

/** What is over, so that nothing lasts in it. */
const settled: readonly Phase[] = ['closed', 'downgraded', 'withdrawn', 'solvedBySupport'];

/** The stretches of the way, in the order in which they were passed; the last one lasts until `now`. */
export function stretches(path: Passed[], now: Date): Stretch[] {
  return path.map(({ phase, at }, index) => {
    const next = path[index + 1];
    const lasts = index === path.length - 1 && !settled.includes(phase);
    const from = at && at.precision !== 'unknown' ? at.at : null;
    const until = next ? (next.at && next.at.precision !== 'unknown' ? next.at.at : null) : null;
    const end = lasts ? now.toISOString() : until;
    const length = from && end ? (Date.parse(end) - Date.parse(from)) / 1000 : null;
    return { phase, from, until, length: length !== null && length >= 0 ? length : null, lasts };
  });
}

export interface Course {
  /** The ways that were gone. */
  gone: ReadonlySet<string>;
  /** Parts that were passed. */
  passed: ReadonlySet<string>;
  /** How long each phase lasted over all its stretches, in seconds. */
  lengths: ReadonlyMap<Phase, number>;
}

export function courseOf(path: Passed[], consulted: boolean, now: Date): Course {
  const gone = new Set<string>();
  const passed = new Set<string>();
  const lengths = new Map<Phase, number>();
  const phases = path.map((held) => held.phase).filter((phase) => parts.some((part) => part.phase === phase));
  phases.forEach((phase, index) => {
    passed.add(phase);
    const before = phases[index - 1];
    if (before === undefined || before === phase) return;
    for (const key of between(before, phase)) {
      gone.add(key);
      for (const id of key.split('>')) if (id.endsWith('?')) passed.add(id);
    }
  });
  if (consulted) {
    gone.add('inAssessment>consultation');
    passed.add('consultation');
  }
  for (const stretch of stretches(path, now)) {
    if (stretch.length !== null) lengths.set(stretch.phase, (lengths.get(stretch.phase) ?? 0) + stretch.length);
  }
  return { gone, passed, lengths };
}
