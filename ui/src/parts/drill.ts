/** The shape and tint of where a plan's version and a test stand. */
import type { StatusTone } from '$design/status';
import type { DrillPhase, DrillVerdict, PlanStage } from '$ipc/wire';

export const stageTones: Record<PlanStage, StatusTone> = { draft: 'draft', submitted: 'wait', rejected: 'warn', approved: 'ok' };
export const phaseTones: Record<DrillPhase, StatusTone> = {
  scheduled: 'planned',
  running: 'info',
  interrupted: 'wait',
  ended: 'info',
  aborted: 'danger',
  evaluation: 'info',
  resultSubmitted: 'wait',
  resultApproved: 'ok',
  closed: 'ok',
  cancelled: 'cancelled',
};
export const verdictTones: Record<DrillVerdict, StatusTone> = { passed: 'ok', withConditions: 'warn', failed: 'danger' };
