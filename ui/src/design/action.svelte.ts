/**
 * One deed that a person starts: it is busy, it fails with a reason, it can be undone.
 * Knows how failures are said and toasts; does not know what is done.
 */
import { say } from './failure';
import { toasts } from './toasts.svelte';

export interface Deed<R> {
  /** What the toast says when it is done; nothing when left out. */
  done?: (result: R) => string;
  /** Takes it back; offered by the toast and by Ctrl+Z. */
  undo?: (result: R) => Promise<unknown>;
  /** Runs after success, before the toast. */
  then?: (result: R) => void;
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
  clear: () => void;
}

export function action<A extends unknown[], R>(run: (...args: A) => Promise<R>, deed: Deed<R> = {}): Action<A> {
  let state = $state.raw<{ busy: boolean; error: string | null; failure: unknown }>({ busy: false, error: null, failure: null });
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
    run: async (...args) => {
      if (state.busy) return false;
      state = { busy: true, error: null, failure: null };
      try {
        const result = await run(...args);
        deed.then?.(result);
        const undo = deed.undo;
        if (deed.done) toasts.add({ text: deed.done(result), tone: 'ok', undo: undo && (() => undo(result)) });
        return true;
      } catch (failure) {
        const words = say(failure);
        state = { ...state, error: words.sentence, failure };
        if (deed.loud) toasts.add({ text: words.sentence, tone: 'danger', details: words.details, again: () => void run(...args).catch(() => undefined) });
        return false;
      } finally {
        state = { ...state, busy: false };
      }
    },
  };
}
