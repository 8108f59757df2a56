/** Forms that send an order to the core: what it refuses stands at the field that it speaks of. Knows no form. */
import { createForm as bare, type Form, type FormOptions } from '$design/form.svelte';

export type { Form };

/** The field that a refusal without a field's name speaks of, as most forms call it. */
export const usual: Record<string, string> = {
  inTheFuture: 'at',
  endBeforeStart: 'at',
  releasedBeforeTaken: 'at',
  reasonMissing: 'reason',
  nobodyConsulted: 'unconsulted',
  personNotKnown: 'person',
  outsideTaken: 'outside',
  serviceNotKnown: 'service',
  nameMissing: 'name',
  nameTaken: 'name',
  notAnEmail: 'email',
  lastProcessManager: 'roles',
  shareTooLarge: 'users',
  providerCaseBehind: 'to',
  ticketTaken: 'number',
  changesMissing: 'changes',
  reviewerNotIndependent: 'reviewer',
  reviewBefore: 'at',
  newDayMissing: 'day',
  newDayTooLate: 'day',
  nextTooLate: 'day',
  dayOver: 'day',
};

export function createForm<V extends object, R = unknown>(options: FormOptions<V, R>): Form<V, R> {
  return bare({ ...options, places: { ...usual, ...options.places } });
}
