/**
 * What the last window showed last, so that the next one fetches words and screen before the desktop has answered.
 * It is a guess: what is shown is what the desktop says.
 */
import { fetchWords, type Language } from '$i18n/words.svelte';
import { parse } from './route';
import { screens } from './screens';

const key = 'lotse.ahead';

/** Fetches what is likely to be shown. What does not come is fetched again, and complained about, when it is needed. */
export function fetchAhead(): void {
  const [language, view = ''] = (localStorage.getItem(key) ?? '').split(' ');
  if (language !== 'de' && language !== 'en') return;
  const wanted: (Promise<unknown> | undefined)[] = [fetchWords(language), screens[parse(view).at]?.()];
  for (const one of wanted) one?.catch(() => undefined);
}

/** Notes what the next window will likely show. */
export function guess(language: Language, view: string): void {
  localStorage.setItem(key, `${language} ${view}`);
}
