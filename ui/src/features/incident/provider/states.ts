/** The states of a case at the provider in their order. Which step is allowed is the core's to say. */
import type { ProviderState } from '$ipc/wire';

const order: readonly ProviderState[] = ['opened', 'confirmed', 'mitigated', 'resolved', 'reviewExpected', 'reviewReceived', 'noReview'];

/** The states that may still come; a review may come though nobody expected one any more. */
export function statesAfter(state: ProviderState | null): ProviderState[] {
  if (!state || state === 'reviewReceived') return [];
  if (state === 'noReview') return ['reviewReceived'];
  return order.slice(order.indexOf(state) + 1);
}
