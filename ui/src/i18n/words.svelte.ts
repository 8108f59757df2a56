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

/** Sentences of a language, by id (scripts/words.mjs). No sentence names another. */
interface Written {
  /** Those that are the same whenever they are said. */
  plain: Record<string, string>;
  /** The others, as Fluent has parsed them. */
  fluent: Record<string, FluentResource['body'][number]>;
}
type Part = () => Promise<{ default: Written }>;
/** What the window says when it starts is a file of its own: it is read before there is anything to see. */
const files = {
  de: { first: () => import('./words.de.first.gen.json'), rest: () => import('./words.de.rest.gen.json') },
  en: { first: () => import('./words.en.first.gen.json'), rest: () => import('./words.en.rest.gen.json') },
} as unknown as Record<Language, { first: Part; rest: Part }>;

interface Sentences {
  /** What the window says first, and the rest once it is there. */
  parts: Written[];
  bundle: FluentBundle;
}
const known = new Map<Language, Promise<Sentences>>();
/** Apart from each other: whoever says a sentence does so anew only when another language is there. */
let spoken = $state.raw<Language>('de');
let sentences = $state.raw<Sentences | null>(null);
/** Languages of which all sentences are there; only who missed one looks here. */
let whole = $state.raw<Language[]>([]);
/** Spoken now, or as soon as it is there. */
let meant: Language = 'de';
/** Something asked for more than what the window says first. */
let asked = false;

async function read(language: Language): Promise<Sentences> {
  const { default: first } = await files[language].first();
  return { parts: [first], bundle: new FluentBundle(locale(language), { useIsolating: false }) };
}

/** Gets what the window says first in a language; who asks before that is needed has it sooner. */
export function fetchWords(language: Language): Promise<Sentences> {
  meant = language;
  const found = known.get(language) ?? read(language);
  known.set(language, found);
  found.catch(() => known.delete(language));
  return found;
}

async function readAll(language: Language): Promise<Sentences> {
  const [found, { default: rest }] = await Promise.all([fetchWords(language), files[language].rest()]);
  if (!whole.includes(language)) {
    found.parts.push(rest);
    whole = [...whole, language];
  }
  return found;
}

/** Resolves when every sentence of the language is there. */
export async function allWords(): Promise<void> {
  asked = true;
  await readAll(meant);
}

/** What is loading, once every sentence is there too: for all that says more than the window says first. */
export async function worded<L>(loading: Promise<L>): Promise<L> {
  const [loaded] = await Promise.all([loading, allWords()]);
  return loaded;
}

function take(language: Language, found: Sentences): void {
  sentences = found;
  spoken = language;
  document.documentElement.lang = language;
}

/**
 * Speaks a language as soon as what the window says first is there. Where more was asked for already, whoever asked knew
 * the language only by a guess: then all of it.
 */
export async function greet(language: Language): Promise<void> {
  take(language, await (asked ? readAll(language) : fetchWords(language)));
}

/** Speaks another language from now on; every sentence on screen follows without a reload. */
export async function speak(language: Language): Promise<void> {
  take(language, await readAll(language));
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
  const { parts, bundle } = sentences;
  for (const { plain, fluent } of parts) {
    if (Object.hasOwn(plain, id)) return plain[id]!;
    if (!Object.hasOwn(fluent, id)) continue;
    if (!bundle.hasMessage(id)) bundle.addResource({ body: [fluent[id]!] });
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, values, []) : null;
  }
  return null;
}

/** Whether every sentence is there; who missed one and asks here hears of its coming. */
function complete(): boolean {
  return whole.includes(spoken);
}

/** The sentence `id` in the language of the screen; nothing while it is on its way. */
export function t<K extends WordId>(id: K, ...[values]: Args<K>): string {
  return sentence(id, (values ?? {}) as Record<string, Value>) ?? (complete() ? id : '');
}

/** A sentence whose id is known only while running (codes that Rust sends); null when there is none. */
export function find(id: string, values: Record<string, Value> = {}): string | null {
  const said = sentence(id, values);
  if (said === null) complete();
  return said;
}
