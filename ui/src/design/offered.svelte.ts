/** What components offer as long as they live, such as keys and commands. Knows not what it is. */
import { untrack } from 'svelte';

/** `offer` while a component is made; `all` says what the living ones offer, the oldest first, and follows them. */
export function offered<T>(): { offer: (source: () => T[]) => void; all: () => (() => T[])[] } {
  /** Not reactive itself: what runs when a component goes is shown the values of before. */
  const sources = new Set<() => T[]>();
  let turn = $state(0);
  return {
    offer: (source) => {
      $effect.pre(() => {
        sources.add(source);
        untrack(() => (turn += 1));
        return () => {
          sources.delete(source);
          untrack(() => (turn += 1));
        };
      });
    },
    all: () => {
      void turn;
      return [...sources];
    },
  };
}
