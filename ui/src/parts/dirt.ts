/** What looks odd about a record of an outside source, in words. */
import { kebab } from '$design/failure';
import { dayTime } from '$i18n/format';
import { find } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';

/** Of these the value is a moment that the program read, in UTC; of all others it is the source's own text. */
const moments = ['endBeforeStart', 'inTheFuture'];

export function dirtWord(code: string, value: string): string | null {
  const said = moments.includes(code) ? value.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (at) => dayTime(at, zone())) : value;
  return find(`dirt-${kebab(code)}`, { value: said });
}
