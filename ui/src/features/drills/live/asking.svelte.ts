/**
 * The running test as the core tells it: the core computes the elapsed time by a stopwatch that counts on while the machine
 * sleeps, and this only counts on from the last answer. Asks again when the record changed, every half minute, and when the
 * clock on the wall runs ahead of the window's own, because the machine slept or somebody set it.
 */
import { untrack } from 'svelte';
import { now } from '$design/now.svelte';
import { ask } from '$ipc/core';
import { hear } from '$ipc/door';
import type { DrillView } from '$ipc/wire';

/** Milliseconds. */
const every = 30_000;
/** From so many milliseconds on the two clocks of the window say different things. */
const apart = 2_000;

export interface Running {
  readonly view: DrillView | undefined;
  readonly failure: unknown;
  /** Milliseconds since the answer in sight; read again every second. */
  readonly since: number;
  again: () => Promise<void>;
}

export function asking(record: () => string, by: () => string | null): Running {
  let view = $state.raw<DrillView>();
  let failure = $state.raw<unknown>(null);
  let at = $state(0);
  /** How far the clock on the wall lies from the window's own, as it was at the last answer. */
  let offset = Date.now() - performance.now();
  let asked = 0;

  async function again(): Promise<void> {
    const mine = ++asked;
    const began = performance.now();
    try {
      const next = await ask('drill', { record: record(), by: by(), tick: null });
      if (mine !== asked) return;
      view = next;
      at = began;
      offset = Date.now() - performance.now();
      failure = null;
    } catch (thrown) {
      if (mine === asked) failure = thrown;
    }
  }

  $effect(() => {
    record();
    by();
    void again();
    const timer = setInterval(() => void again(), every);
    const stop = hear('changed', ({ stale }) => {
      if (stale.some((one) => one.startsWith('record:') || one === 'organisation')) void again();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  });

  $effect(() => {
    now();
    if (Math.abs(Date.now() - performance.now() - offset) <= apart) return;
    offset = Date.now() - performance.now();
    void untrack(again);
  });

  return {
    get view() {
      return view;
    },
    get failure() {
      return failure;
    },
    get since() {
      now();
      return view?.phase === 'running' ? Math.max(0, performance.now() - at) : 0;
    },
    again,
  };
}
