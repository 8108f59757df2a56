/**
 * The journal read from its end: pages follow each other by the place of their last line. Knows no words.
 * A table sees as many rows as are there and asks for more when its end comes into sight.
 */
import { untrack } from 'svelte';
import { ask } from '$ipc/core';
import { hear } from '$ipc/door';
import type { JournalPage, JournalRow } from '$ipc/wire';

/** Lines of a page. */
const size = 100;

export class Backwards {
  loading = $state(true);
  failure = $state.raw<unknown>(null);
  people = $state.raw<JournalPage['people']>({});
  /** How many events the whole log has. */
  log = $state(0);
  #items = $state.raw<readonly JournalRow[]>([]);
  #record: string | null = null;
  #ended = $state(false);
  #fetching = false;
  #generation = 0;

  get total(): number {
    return this.#items.length;
  }

  /** Everything there is has been read. */
  get ended(): boolean {
    return this.#ended;
  }

  at = (index: number): JournalRow | undefined => this.#items[index];

  need = (_from: number, to: number): void => {
    if (to >= untrack(() => this.#items.length) - 20) void this.#more();
  };

  /** Begins at the newest line. */
  ask(record: string | null): void {
    untrack(() => {
      this.#record = record;
      this.#generation += 1;
      this.#fetching = false;
      this.#ended = false;
      this.loading = true;
      void this.#more(true);
    });
  }

  /** Begins again when the log grew; call the returned function to stop. */
  follow(): () => void {
    return hear('changed', ({ stale }) => {
      if (stale.includes('journal')) this.ask(this.#record);
    });
  }

  async #more(fresh = false): Promise<void> {
    if (this.#fetching || (this.#ended && !fresh)) return;
    this.#fetching = true;
    const mine = this.#generation;
    try {
      const page = await ask('journal', { before: fresh ? null : (this.#items.at(-1)?.seq ?? null), record: this.#record, limit: size });
      if (mine !== this.#generation) return;
      this.people = page.people;
      this.log = page.total;
      this.#items = fresh ? page.items : [...this.#items, ...page.items];
      this.#ended = page.items.length < size;
      this.failure = null;
    } catch (failure) {
      if (mine === this.#generation) this.failure = failure;
    } finally {
      if (mine === this.#generation) {
        this.#fetching = false;
        this.loading = false;
      }
    }
  }
}
