/**
 * Answers that stay true while they are looked at: asked once per question, kept, and asked again when the core says
 * that they went stale. Components that ask the same question share one answer.
 */
import { untrack } from 'svelte';
import { ask, type Answered, type Asked, type Kind } from './core';
import { hear } from './door';

/** Which stale views each question reads; `record` stands for the record that it names. */
const reads: Record<string, readonly string[]> = {
  home: ['home'],
  register: ['register'],
  facets: ['register'],
  search: ['register', 'journal'],
  organisation: ['organisation'],
  journal: ['journal'],
  chain: ['journal'],
  reports: ['reports', 'register'],
  batches: ['batches'],
  incident: ['record'],
  previewMilestone: ['record'],
};

/** Whether a question reads one of the views; a record is stale when any record is, because it may be named by its number. */
export function touched(kind: string, stale: readonly string[]): boolean {
  const views = reads[kind] ?? [];
  return stale.some((view) => views.includes(view) || (views.includes('record') && view.startsWith('record:')));
}

class Entry<K extends Kind> {
  value = $state.raw<Answered<K> | undefined>();
  failure = $state.raw<unknown>(null);
  users = 0;
  stale = true;
  #asked = 0;
  readonly kind: K;
  readonly #question: Asked<K>;

  constructor(kind: K, question: Asked<K>) {
    this.kind = kind;
    this.#question = question;
  }

  async fetch(): Promise<void> {
    const mine = ++this.#asked;
    this.stale = false;
    try {
      const value = await ask(this.kind, this.#question);
      if (mine !== this.#asked) return;
      this.value = value;
      this.failure = null;
    } catch (failure) {
      if (mine !== this.#asked) return;
      this.failure = failure;
      this.stale = true;
    }
  }
}

/** So many answers that nobody looks at are kept for the way back. */
const kept = 40;
const entries = new Map<string, Entry<Kind>>();

function entryOf<K extends Kind>(kind: K, question: Asked<K>): Entry<K> {
  const key = `${kind} ${JSON.stringify(question)}`;
  const known = entries.get(key) as Entry<K> | undefined;
  entries.delete(key);
  const entry = known ?? new Entry(kind, question);
  entries.set(key, entry as unknown as Entry<Kind>);
  for (const [old, { users }] of entries) {
    if (entries.size <= kept) break;
    if (users === 0) entries.delete(old);
  }
  return entry;
}

/** Forgets every answer: another workspace is open. */
export function forget(): void {
  entries.clear();
}

/** Listens for what went stale; call the returned function to stop. */
export function keepFresh(): () => void {
  return hear('changed', ({ stale }) => {
    for (const entry of entries.values()) {
      if (!touched(entry.kind, stale)) continue;
      entry.stale = true;
      if (entry.users > 0) void entry.fetch();
    }
  });
}

export interface Live<A> {
  /** Undefined until the first answer. */
  readonly value: A | undefined;
  /** Why the last try failed; null when it did not. */
  readonly failure: unknown;
  readonly again: () => void;
}

/**
 * The answer to a question that may change; null asks nothing. Call it while a component is made.
 * `every` asks again after so many milliseconds, for answers that depend on the hour.
 */
export function live<K extends Kind>(kind: K, question: () => Asked<K> | null, every?: number): Live<Answered<K>> {
  let entry = $state.raw<Entry<K> | null>(null);
  $effect.pre(() => {
    const asked = question();
    if (asked === null) {
      entry = null;
      return;
    }
    const found = untrack(() => entryOf(kind, $state.snapshot(asked) as Asked<K>));
    found.users += 1;
    entry = found;
    if (found.stale) void untrack(() => found.fetch());
    const timer = every ? setInterval(() => void found.fetch(), every) : undefined;
    return () => {
      found.users -= 1;
      clearInterval(timer);
    };
  });
  return {
    get value() {
      return entry?.value;
    },
    get failure() {
      return entry?.failure ?? null;
    },
    again: () => void entry?.fetch(),
  };
}
