/** The short notes at the lower edge, and the memory of what Ctrl+Z takes back. */
import { say } from './failure';
import { t } from '$i18n/words.svelte';

export type Tone = 'ok' | 'info' | 'warn' | 'danger';
export interface Note {
  text: string;
  tone: Tone;
  undo?: (() => Promise<unknown>) | undefined;
  again?: () => void;
  details?: string;
}
export interface Toast extends Note {
  id: number;
}

/** A note stays this long, longer while it is pointed at or holds the focus. Milliseconds. */
export const stay = 8000;

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  #last: Note | null = null;

  add(note: Note): number {
    const id = this.#next++;
    this.list = [...this.list.slice(-3), { ...note, id }];
    if (note.undo) this.#last = note;
    return id;
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  get canUndo(): boolean {
    return this.#last !== null;
  }

  /** Takes back the last deed that can be taken back, also when its note is gone. */
  async undo(note: Note | null = this.#last): Promise<void> {
    if (!note?.undo) return;
    if (note === this.#last || this.#last?.undo === note.undo) this.#last = null;
    this.list = this.list.filter((toast) => toast.undo !== note.undo);
    try {
      await note.undo();
      this.add({ text: t('undo-done'), tone: 'info' });
    } catch (failure) {
      const words = say(failure);
      this.add({ text: words.sentence, tone: 'danger', details: words.details });
    }
  }
}

export const toasts = new Toasts();
