/**
 * The sentences of the screen, out of the same Fluent files that paper and command line use.
 * Knows languages and sentences; does not know any screen, and formats no number or date (format.ts does).
 */
import { FluentBundle, type FluentResource } from '@fluent/bundle';
import type { Words } from './words.gen';

export type Language = 'de' | 'en';
export type WordId = keyof Words;
/** A sentence that takes no values. */
export type PlainWordId = { [K in WordId]: [Words[K]] extends [never] ? K : never }[WordId];
type Value = string | number;
/** The values that a sentence takes: none, or exactly the named ones. */
export type Args<K extends WordId> = [Words[K]] extends [never] ? [] : [values: Record<Words[K], Value>];

/** The sentences of a language, by id (scripts/words.mjs). No sentence names another. */
interface Written {
  /** Those that are the same whenever they are said. */
  plain: Record<string, string>;
  /** The others, as Fluent has parsed them. */
  fluent: Record<string, FluentResource['body'][number]>;
}
interface Sentences extends Written {
  bundle: FluentBundle;
}
const files: Record<Language, () => Promise<{ default: Written }>> = {
  de: () => import('./words.de.gen.json') as unknown as Promise<{ default: Written }>,
  en: () => import('./words.en.gen.json') as unknown as Promise<{ default: Written }>,
};
const known = new Map<Language, Promise<Sentences>>();
/** Apart from each other: whoever says a sentence does so anew only when another language is there. */
let spoken = $state.raw<Language>('de');
let sentences = $state.raw<Sentences | null>(null);

async function read(language: Language): Promise<Sentences> {
  const { default: written } = await files[language]();
  return { ...written, bundle: new FluentBundle(locale(language), { useIsolating: false }) };
}

/** Gets the sentences of a language; who asks before they are needed has them sooner. */
export function fetchWords(language: Language): Promise<Sentences> {
  const found = known.get(language) ?? read(language);
  known.set(language, found);
  found.catch(() => known.delete(language));
  return found;
}

/** Speaks another language from now on; every sentence on screen follows without a reload. */
export async function speak(language: Language): Promise<void> {
  sentences = await fetchWords(language);
  spoken = language;
  document.documentElement.lang = language;
}

/** The language that the screen speaks now; reading it in a component subscribes to changes. */
export function language(): Language {
  return spoken;
}

/** The locale for Intl. Never taken from the browser, which says "C" under LANG=C. */
export function locale(of: Language = spoken): string {
  return of === 'de' ? 'de-DE' : 'en-GB';
}

function sentence(id: string, values: Record<string, Value>): string | null {
  if (!sentences) return null;
  const { bundle, plain, fluent } = sentences;
  if (Object.hasOwn(plain, id)) return plain[id]!;
  if (!Object.hasOwn(fluent, id)) return null;
  if (!bundle.hasMessage(id)) bundle.addResource({ body: [fluent[id]!] });
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, values, []) : null;
}

/** The sentence `id` in the language of the screen. */
export function t<K extends WordId>(id: K, ...[values]: Args<K>): string {
  return sentence(id, (values ?? {}) as Record<string, Value>) ?? id;
}

/** A sentence whose id is known only while running (codes that Rust sends); null when there is none. */
export function find(id: string, values: Record<string, Value> = {}): string | null {
  return sentence(id, values);
}
