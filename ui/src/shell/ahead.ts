/**
 * What the last window showed last, so that the next one fetches words, screen and answers before the desktop has said
 * how it stands. It is a guess: what is shown is what the desktop says.
 */
import { fonts } from '$design/fonts';
import { fetchWords, type Language } from '$i18n/words.svelte';
import { askEarly, firstPages, forgetEarly, forgetFirstPages, whenAnswered } from '$ipc/early';
import { lookedAt } from '$ipc/live.svelte';
import { parse } from './route';
import { screens } from './screens';

const key = 'lotse.ahead';
/** Milliseconds. Nobody waits longer for what was fetched ahead: then the screen comes first and its answers after it. */
const patience = 100;

interface Guess {
  language: Language;
  view: string;
  questions: string[];
}

let here: Pick<Guess, 'language' | 'view'> | null = null;
let kept = '';
let ahead: Promise<unknown> = Promise.resolve();

function guessed(): Guess | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Guess | null;
  } catch {
    return null; // what an older program left here
  }
}

/** Fetches what is likely to be shown. What does not come is fetched again, and complained about, when it is needed. */
export function fetchAhead(): void {
  const guess = guessed();
  const seen = guess ? [fetchWords(guess.language), screens[parse(guess.view).at]?.(), askEarly(guess.questions)] : [];
  ahead = Promise.allSettled([fonts(), ...seen]);
}

/** Resolves when what was fetched ahead is there, or when waiting for it takes too long: one picture instead of three. */
export async function aheadOrLate(): Promise<void> {
  await Promise.race([ahead, new Promise((late) => setTimeout(late, patience))]);
}

/** Notes what the next window will likely show, and what it will ask for that. */
export function showing(language: Language, view: string): void {
  if (here && here.view !== view) {
    forgetEarly();
    forgetFirstPages();
  }
  here = { language, view };
  whenAnswered(keep);
  keep();
}

function keep(): void {
  const text = JSON.stringify({ ...here, questions: [...lookedAt(), ...firstPages()] });
  if (text !== kept) localStorage.setItem(key, text);
  kept = text;
}
