/** The clock of the screen: one tick a second while somebody looks at it, none otherwise. */
import { createSubscriber } from 'svelte/reactivity';

let fixed: Date | null = null;
const ticks = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  return () => clearInterval(timer);
});

/** The present instant; in an effect or template it is read again every second. */
export function now(): Date {
  ticks();
  return fixed ?? new Date();
}

/** Tests and screenshots stop the clock here; null lets it run again. */
export function stopClock(at: Date | null): void {
  fixed = at;
}
