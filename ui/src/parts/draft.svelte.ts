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
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = '';

  constructor(key: string) {
    this.#key = key;
  }

  /** Looks for a draft of an earlier run. */
  async seek(): Promise<void> {
    try {
      const draft = (await drafts()).find(({ key }) => key === this.#key);
      if (draft) this.found = { kept: draft.kept, content: JSON.parse(draft.content) as V };
    } catch {
      this.found = null; // an unreadable draft is no reason to keep a form from opening
    }
  }

  /** Says what stands in the form now; call it in an effect. `empty` forms leave no draft. */
  note(content: V, empty: boolean): void {
    const text = JSON.stringify(content);
    clearTimeout(this.#timer);
    if (text === this.#written || this.found) return;
    if (empty && !this.#written) return;
    this.#timer = setTimeout(() => void this.#keep(text), pause);
  }

  async #keep(text: string): Promise<void> {
    try {
      await keepDraft(this.#key, text);
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
    this.found = null;
    return content;
  }

  /** It was sent, or given up: nothing stays. */
  async drop(): Promise<void> {
    clearTimeout(this.#timer);
    this.found = null;
    this.kept = null;
    this.#written = '';
    await dropDraft(this.#key).catch(() => undefined);
  }
}
