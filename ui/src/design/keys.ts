/** How a shortcut is written for people: `mod+k` is Strg K, Ctrl K or ⌘ K. */
import { find } from '$i18n/words.svelte';

const apple = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The caps of a shortcut, in the language of the screen. Sequences are separated by a space: `g n`. */
export function caps(keys: string): string[] {
  return keys.replace(/\+\+$/, '+plus').split(/[ +]/).filter(Boolean).map((key) => {
    if (key === 'mod') return apple ? '⌘' : (find('key-ctrl') ?? key);
    return find(`key-${key.toLowerCase()}`) ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}
