/**
 * The sentences of the screen, out of the same Fluent files that paper and command line use.
 * Knows languages and sentences; does not know any screen, and formats no number or date (format.ts does).
 */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Words } from './words.gen';

export type Language = 'de' | 'en';
export type WordId = keyof Words;
/** A sentence that takes no values. */
export type PlainWordId = { [K in WordId]: [Words[K]] extends [never] ? K : never }[WordId];
type Value = string | number;
/** The values that a sentence takes: none, or exactly the named ones. */
export type Args<K extends WordId> = [Words[K]] extends [never] ? [] : [values: Record<Words[K], Value>];

const files = import.meta.glob<string>(['../../../core/locales/*/*.ftl', '!**/sample.ftl'], { query: '?raw', import: 'default' });
const bundles = new Map<Language, FluentBundle>();
const spoken = $state<{ language: Language; bundle: FluentBundle | null }>({ language: 'de', bundle: null });

async function load(language: Language): Promise<FluentBundle> {
  const known = bundles.get(language);
  if (known) return known;
  const bundle = new FluentBundle(locale(language), { useIsolating: false });
  const own = Object.keys(files).filter((path) => path.includes(`/locales/${language}/`)).sort();
  const texts = await Promise.all(own.map((path) => files[path]!()));
  for (const text of texts) bundle.addResource(new FluentResource(text));
  bundles.set(language, bundle);
  return bundle;
}

/** Speaks another language from now on; every sentence on screen follows without a reload. */
export async function speak(language: Language): Promise<void> {
  const bundle = await load(language);
  spoken.language = language;
  spoken.bundle = bundle;
  document.documentElement.lang = language;
}

/** The language that the screen speaks now; reading it in a component subscribes to changes. */
export function language(): Language {
  return spoken.language;
}

/** The locale for Intl. Never taken from the browser, which says "C" under LANG=C. */
export function locale(of: Language = spoken.language): string {
  return of === 'de' ? 'de-DE' : 'en-GB';
}

function sentence(id: string, values: Record<string, Value>): string | null {
  const bundle = spoken.bundle;
  const message = bundle?.getMessage(id);
  if (!bundle || !message?.value) return null;
  return bundle.formatPattern(message.value, values, []);
}

/** The sentence `id` in the language of the screen. */
export function t<K extends WordId>(id: K, ...[values]: Args<K>): string {
  return sentence(id, (values ?? {}) as Record<string, Value>) ?? id;
}

/** A sentence whose id is known only while running (codes that Rust sends); null when there is none. */
export function find(id: string, values: Record<string, Value> = {}): string | null {
  return sentence(id, values);
}
