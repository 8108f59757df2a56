/** The shapes of how a version of a document stands. */
import type { StatusTone } from '$design/status';
import type { GuideStanding } from '$ipc/wire';

export const standingTone: Record<GuideStanding, StatusTone> = { draft: 'draft', inReview: 'wait', changeAsked: 'warn', approved: 'info', scheduled: 'planned', valid: 'ok', superseded: 'cancelled', discarded: 'cancelled' };
