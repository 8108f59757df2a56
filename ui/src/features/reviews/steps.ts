/** The steps of the published process that a review judges, in their order. */
import type { ReviewStep } from '$ipc/wire';

export const steps: readonly ReviewStep[] = [
  'notice', 'assessment', 'consultation', 'escalation', 'regularSolution', 'teamFormation', 'logging', 'analysis', 'provider', 'recovery', 'userInformation', 'causeAnalysis', 'customerReports', 'reviewsAndChanges', 'tests',
];
