/**
 * Answers that stay true while they are looked at: asked once per question, kept, and asked again when the core says
 * that they went stale. Components that ask the same question share one answer.
 */
import { untrack } from 'svelte';
import { ask, askAtOnce, type Answered, type Asked, type Kind } from './core';
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
  deadlines: ['home', 'policy', 'organisation'],
  days: ['policy'],
  ledger: ['home', 'policy', 'organisation'],
  policy: ['policy'],
  batches: ['batches'],
  changes: ['changes', 'organisation'],
  change: ['record', 'organisation', 'policy'],
  plans: ['plans'],
  plan: ['record', 'drills', 'organisation', 'policy'],
  planDifference: ['record'],
  readPlan: [],
  drills: ['drills'],
  drill: ['record', 'organisation', 'policy'],
  coverage: ['plans', 'drills'],
  guides: ['guides'],
  guide: ['record', 'register', 'drills', 'policy', 'organisation'],
  guideDifference: ['record'],
  inbox: ['inbox', 'home', 'policy', 'organisation'],
  notices: ['notices', 'organisation', 'policy'],
  notice: ['record', 'organisation', 'policy'],
  incident: ['record', 'policy'],
  findings: ['findings'],
  finding: ['record'],
  similarFindings: ['findings'],
  previewMilestone: ['record'],
  reviews: ['reviews', 'register'],
  review: ['record'],
};

/** Whether a question reads one of the views; a record is stale when any record is, because it may be named by its number. */
export function touched(kind: string, stale: readonly string[]): boolean {
  const views = reads[kind] ?? [];
  return stale.some((view) => views.includes(view) || (views.includes('record') && view.startsWith('record:')));
}

/** A change that is shown before the core has answered. */
interface Overlay<A> {
  change: (view: A) => A;
  /** The order was carried out: the next answer that is asked for holds it. */
  done: boolean;
}

class Entry<K extends Kind> {
  #answer = $state.raw<Answered<K> | undefined>();
  overlays = $state.raw<readonly Overlay<Answered<K>>[]>([]);
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

  /** The answer with what is foreseen laid over it. */
  get value(): Answered<K> | undefined {
    if (this.#answer === undefined) return undefined;
    let view: Answered<K> = this.#answer as Answered<K>;
    for (const overlay of this.overlays) view = overlay.change(view);
    return view;
  }

  get text(): string {
    return JSON.stringify({ [this.kind]: this.#question });
  }

  async fetch(): Promise<void> {
    const mine = ++this.#asked;
    const held = this.overlays.filter((overlay) => overlay.done);
    this.stale = false;
    const early = askAtOnce(this.kind, this.#question);
    if (early !== undefined) {
      this.#answer = early;
      return;
    }
    try {
      const value = await ask(this.kind, this.#question);
      if (mine !== this.#asked) return;
      this.#answer = value;
      this.overlays = this.overlays.filter((overlay) => !held.includes(overlay));
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

/**
 * Shows a change of every answer of a kind before the core has carried it out. `keep` when it was: then the next answer
 * takes its place. `back` when it was refused. A view that the change does not concern is returned as it is.
 */
export function foresee<K extends Kind>(kind: K, change: (view: Answered<K>) => Answered<K>): { keep: () => void; back: () => void } {
  const overlay: Overlay<Answered<K>> = { change, done: false };
  const over = [...entries.values()].filter((entry) => entry.kind === kind) as unknown as Entry<K>[];
  for (const entry of over) entry.overlays = [...entry.overlays, overlay];
  return {
    keep: () => {
      overlay.done = true;
    },
    back: () => {
      for (const entry of over) entry.overlays = entry.overlays.filter((other) => other !== overlay);
    },
  };
}

/** The questions whose answers are looked at. */
export function lookedAt(): string[] {
  return [...entries.values()].filter((entry) => entry.users > 0).map((entry) => entry.text);
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
