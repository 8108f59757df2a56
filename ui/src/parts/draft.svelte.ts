/**
 * Keeps what somebody is typing, at most a second after the last key, and offers it again after a crash.
 * Knows keys and texts; does not know any form.
 */
import { drafts, dropDraft, keepDraft } from '$ipc/desktop.svelte';

/** A draft is kept this long after the last key. Milliseconds; the promise is one second. */
const pause = 600;

export class DraftKeeper<V> {
  /** A draft from an earlier run, until it is taken or thrown away. */
  found = $state<{ kept: string; content: V } | null>(null);
  /** When the last one was kept, for "Entwurf gesichert". */
  kept = $state<Date | null>(null);
  /** Keeping failed, so the text is only in the window. */
  failed = $state(false);
  readonly #key: string;
  /** Under this key lies what is typed while a draft from before is not decided on. */
  readonly #beside: string;
  /** The key that `found` lies under. */
  #foundAt: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being written: nothing that comes after may overtake it. */
  #writing: Promise<void> = Promise.resolve();
  #written = '';
  #used = new Set<string>();

  constructor(key: string) {
    this.#key = key;
    this.#beside = `${key}~`;
  }

  /** Looks for a draft of an earlier run; of two the newer one. */
  async seek(): Promise<void> {
    try {
      const draft = (await drafts()).find(({ key }) => key === this.#key || key === this.#beside);
      if (!draft) return;
      this.found = { kept: draft.kept, content: JSON.parse(draft.content) as V };
      this.#foundAt = draft.key;
    } catch {
      this.found = null; // an unreadable draft is no reason to keep a form from opening
    }
  }

  /** Says what stands in the form now; call it in an effect. `empty` forms leave no draft. */
  note(content: V, empty: boolean): void {
    const text = JSON.stringify(content);
    clearTimeout(this.#timer);
    if (text === this.#written || (empty && !this.#written)) return;
    const key = this.found && this.#foundAt === this.#key ? this.#beside : this.#key;
    this.#timer = setTimeout(() => {
      this.#writing = this.#writing.then(() => this.#keep(key, text));
    }, pause);
  }

  async #keep(key: string, text: string): Promise<void> {
    this.#used.add(key);
    try {
      await keepDraft(key, text);
      this.#written = text;
      this.kept = new Date();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  /** Takes over the found draft. */
  take(): V | null {
    const content = this.found?.content ?? null;
    this.#forget();
    return content;
  }

  /** Throws the found draft away and keeps what is being typed. */
  async discard(): Promise<void> {
    const key = this.#foundAt;
    this.#forget();
    if (key !== null) await this.#remove(key);
  }

  #forget(): void {
    if (this.#foundAt !== null) this.#used.add(this.#foundAt);
    this.found = null;
    this.#foundAt = null;
  }

  /** It was sent, or given up: nothing stays, also of what was just being written. */
  async drop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#forget();
    this.kept = null;
    this.#written = '';
    for (const key of [...this.#used].filter((used) => used !== this.#key)) await this.#remove(key);
    await this.#remove(this.#key);
    this.#used.clear();
  }

  /** The form is gone without a decision on the found draft: that stays, what was typed beside it does not. */
  async leave(): Promise<void> {
    if (!this.found) return this.drop();
    clearTimeout(this.#timer);
    if (this.#used.size) await this.#remove(this.#foundAt === this.#key ? this.#beside : this.#key);
  }

  async #remove(key: string): Promise<void> {
    await this.#writing;
    await dropDraft(key).catch(() => undefined);
  }
}
