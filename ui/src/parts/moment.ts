/** Moments that people say. */
import { now } from '$design/now.svelte';
import { zone } from '$i18n/zone.svelte';
import type { Moment } from '$ipc/wire';

/** This moment, as somebody here says it. */
export function justNow(): Moment {
  return { at: now().toISOString().replace(/\.\d+Z$/, 'Z'), zone: zone(), precision: 'exact' };
}
