/**
 * One deed that a person starts: it is busy, it fails with a reason, it can be undone.
 * Knows how failures are said and toasts; does not know what is done.
 */
import { say } from './failure';
import { once } from './outside';
import { toasts } from './toasts.svelte';

/** A change that is shown before it is answered. */
export interface Foreseen {
  /** It was done: what is shown holds until the truth is there. */
  keep: () => void;
  /** It was refused: what was shown goes. */
  back: () => void;
}

export interface Deed<A extends unknown[], R> {
  /** What the toast says when it is done; nothing when left out. */
  done?: (result: R) => string;
  /** Takes it back; offered by the toast and by Ctrl+Z. */
  undo?: (result: R) => Promise<unknown>;
  /** It changes nothing that is recorded, such as a copy: Ctrl+Z passes it. What else has no undo, Ctrl+Z stops at. */
  harmless?: boolean;
  /** Runs after success, before the toast. */
  then?: (result: R) => void;
  /** Shows the change at once, before it is answered. */
  optimistic?: (...args: A) => Foreseen;
  /** Show a failure as a toast too, for deeds without a place of their own on the screen. */
  loud?: boolean;
}

export interface Action<A extends unknown[]> {
  readonly busy: boolean;
  /** The sentence that says why it failed, until the next run. */
  readonly error: string | null;
  /** The failure itself, for what depends on its code. */
  readonly failure: unknown;
  /** Never rejects: true when it was done. A run while one is busy changes nothing. */
  run: (...args: A) => Promise<boolean>;
  /** The run that failed once more: the same order, so that what did arrive is not done twice. */
  again: () => Promise<boolean>;
  clear: () => void;
}

export function action<A extends unknown[], R>(run: (...args: A) => Promise<R>, deed: Deed<A, R> = {}): Action<A> {
  let state = $state.raw<{ busy: boolean; error: string | null; failure: unknown }>({ busy: false, error: null, failure: null });
  let last: { args: A; attempt: object } | null = null;

  async function go(args: A, attempt: object): Promise<boolean> {
    if (state.busy) return false;
    state = { busy: true, error: null, failure: null };
    last = { args, attempt };
    const foreseen = deed.optimistic?.(...args);
    try {
      const result = await once(attempt, () => run(...args));
      foreseen?.keep();
      deed.then?.(result);
      const undo = deed.undo;
      if (deed.done) toasts.add({ text: deed.done(result), tone: 'ok', undo: undo && (() => undo(result)), final: !undo && !deed.harmless });
      return true;
    } catch (failure) {
      foreseen?.back();
      const words = say(failure);
      state = { ...state, error: words.sentence, failure };
      if (deed.loud) toasts.add({ text: words.sentence, tone: 'danger', details: words.details, again: () => void go(args, attempt) });
      return false;
    } finally {
      state = { ...state, busy: false };
    }
  }

  return {
    get busy() {
      return state.busy;
    },
    get error() {
      return state.error;
    },
    get failure() {
      return state.failure;
    },
    clear: () => {
      state = { ...state, error: null, failure: null };
    },
    run: (...args) => go(args, {}),
    again: () => (last ? go(last.args, last.attempt) : Promise.resolve(false)),
  };
}
