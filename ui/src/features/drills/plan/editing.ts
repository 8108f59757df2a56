/** Blank parts of a plan, and the next free number of a step. */
import { newId } from '$ipc/core';
import type { PlanAbout, PlanStep } from '$ipc/wire';

export const blankAbout: PlanAbout = { title: '', kind: 'functionTest', scenario: '', background: '', scope: '', limits: '', stopRules: '', assumptions: '', missing: [], services: [], objectives: [], seats: [] };

/** A step behind the others: it depends on the last one, as most do. */
export function blankStep(steps: readonly PlanStep[]): PlanStep {
  const last = steps.at(-1);
  const taken = new Set(steps.map((step) => step.number.trim()));
  let free = steps.length + 1;
  while (taken.has(String(free))) free += 1;
  return { id: newId(), number: String(free), title: '', instruction: '', role: last?.role ?? '', plannedMinutes: null, dependsOn: last ? [last.id] : [], counted: true, expected: '', evidence: '', stopRule: '' };
}
