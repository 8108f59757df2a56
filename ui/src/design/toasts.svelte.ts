/** The short notes at the lower edge, and the memory of what Ctrl+Z takes back. */
import { say } from './failure';
import { t } from '$i18n/words.svelte';

export type Tone = 'ok' | 'info' | 'warn' | 'danger';
export interface Note {
  text: string;
  tone: Tone;
  undo?: (() => Promise<unknown>) | undefined;
  /** It cannot be taken back this way: Ctrl+Z must not pass it and take back something older. */
  final?: boolean;
  again?: () => void;
  details?: string;
}
export interface Toast extends Note {
  id: number;
}

/** A note stays this long, longer while it is pointed at or holds the focus. Milliseconds. */
export const stay = 8000;
/** So many deeds can be taken back, newest first. */
const remembered = 20;

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  #deeds = $state.raw<readonly Note[]>([]);
  /** One is taken back after the other, in the order in which it was asked for. */
  #queue: Promise<void> = Promise.resolve();

  add(note: Note): number {
    const id = this.#next++;
    this.list = [...this.list, { ...note, id }];
    if (note.final) this.#deeds = [];
    if (note.undo) this.#deeds = [note, ...this.#deeds].slice(0, remembered);
    return id;
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** What the next Ctrl+Z takes back, in the words of its note; null when there is nothing. */
  get undoes(): string | null {
    return this.#deeds[0]?.text ?? null;
  }

  /** Whether what a note offers can still be taken back, and whether the next Ctrl+Z does so. */
  offers(note: Note): 'next' | 'by itself' | null {
    const at = note.undo ? this.#deeds.findIndex((deed) => deed.undo === note.undo) : -1;
    return at < 0 ? null : at === 0 ? 'next' : 'by itself';
  }

  get canUndo(): boolean {
    return this.#deeds.length > 0;
  }

  /** Forgets everything, such as when another workspace is open. */
  clear(): void {
    this.list = [];
    this.#deeds = [];
  }

  /** Takes back the last deed that can be taken back, also when its note is gone. One that cannot stays for the next try. */
  undo(note: Note | undefined = this.#deeds[0]): Promise<void> {
    const undo = note?.undo;
    const at = this.#deeds.findIndex((deed) => deed.undo === undo);
    if (!undo || at < 0) return this.#queue;
    const deed = this.#deeds[at]!;
    this.#deeds = this.#deeds.filter((other) => other !== deed);
    this.list = this.list.filter((toast) => toast.undo !== undo);
    this.#queue = this.#queue.then(() => this.#take(deed, at));
    return this.#queue;
  }

  async #take(deed: Note, at: number): Promise<void> {
    try {
      await deed.undo?.();
      this.add({ text: t('undo-done'), tone: 'info' });
    } catch (failure) {
      this.#deeds = [...this.#deeds.slice(0, at), deed, ...this.#deeds.slice(at)].slice(0, remembered);
      const words = say(failure);
      this.add({ text: words.sentence, tone: 'danger', details: words.details, again: () => void this.undo(deed) });
    }
  }
}

export const toasts = new Toasts();
