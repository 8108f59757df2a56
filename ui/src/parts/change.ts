/** How the state of a change request looks, for every screen that names one. */
import type { StatusTone } from '$design/status';
import type { ChangePhase } from '$ipc/wire';

export const changeTone: Record<ChangePhase, StatusTone> = {
  draft: 'draft',
  submitted: 'wait',
  assessed: 'wait',
  approved: 'info',
  delegated: 'wait',
  accepted: 'info',
  planned: 'planned',
  inProgress: 'info',
  implemented: 'wait',
  checked: 'info',
  effective: 'ok',
  teamsInformed: 'ok',
  closed: 'ok',
  deferred: 'wait',
  cancelled: 'cancelled',
};
