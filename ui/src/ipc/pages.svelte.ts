/** A long list that arrives in pages, as a table wants it. Old rows stay in sight until the new ones are there. */
import { untrack } from 'svelte';
import { hear } from './door';

/** Rows of a page. */
export const pageSize = 50;

interface Page<R> {
  items: R[];
  total: number;
}
/** Fetches a page; one that is there already comes as it is. */
type Fetch<R> = (offset: number, limit: number) => Page<R> | Promise<Page<R>>;

export class Pages<R> {
  total = $state(0);
  /** No page of the present question is there yet. */
  loading = $state(true);
  failure = $state.raw<unknown>(null);
  #pages = $state.raw<ReadonlyMap<number, readonly R[]>>(new Map());
  #asked = new Set<number>();
  #generation = 0;
  /** The generation that the pages in sight belong to. */
  #shown = -1;
  #fetch: Fetch<R>;
  #seen: [number, number] = [0, 1];

  constructor(fetch: Fetch<R>) {
    this.#fetch = fetch;
  }

  at = (index: number): R | undefined => this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];

  need = (from: number, to: number): void => {
    this.#seen = [from, to];
    for (let page = Math.floor(from / pageSize); page <= Math.floor(Math.max(from, to - 1) / pageSize); page++) {
      if (!this.#asked.has(page)) void this.#load(page);
    }
  };

  /** Another question: the first page again. */
  ask(fetch: Fetch<R>): void {
    this.#fetch = fetch;
    this.loading = true;
    this.#seen = [0, 1];
    this.#begin();
  }

  /** The same question again, for the pages in sight. */
  again = (): void => this.#begin();

  #begin(): void {
    this.#generation += 1;
    this.#asked = new Set();
    this.need(...this.#seen);
  }

  async #load(page: number): Promise<void> {
    const mine = this.#generation;
    this.#asked.add(page);
    try {
      const fetched = this.#fetch(page * pageSize, pageSize);
      const { items, total } = fetched instanceof Promise ? await fetched : fetched;
      if (mine !== this.#generation) return;
      const first = this.#shown !== mine;
      this.#shown = mine;
      this.#pages = new Map([...(first ? [] : this.#pages), [page, items]]);
      this.total = total;
      this.loading = false;
      this.failure = null;
    } catch (failure) {
      if (mine !== this.#generation) return;
      this.#asked.delete(page);
      this.failure = failure;
      this.loading = false;
    }
  }
}

/** Pages that follow a question and what goes stale. Call it while a component is made. */
export function pages<Q, R>(question: () => Q, fetch: (question: Q, offset: number, limit: number) => Page<R> | Promise<Page<R>>, stale: string): Pages<R> {
  const rows = new Pages<R>(() => Promise.resolve({ items: [], total: 0 }));
  $effect.pre(() => {
    const asked = $state.snapshot(question()) as Q;
    untrack(() => rows.ask((offset, limit) => fetch(asked, offset, limit)));
  });
  $effect(() => hear('changed', (changed) => {
    if (changed.stale.includes(stale)) rows.again();
  }));
  return rows;
}
