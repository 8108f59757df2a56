/** What the keys do in the lists that are on screen, for the overview of the keys: a list handles its keys itself. */
import { untrack } from 'svelte';

export interface GridKey {
  keys: string;
  label: string;
}

const sources = new Set<() => GridKey[]>();
let turn = $state(0);

/** Tells the keys of a list as long as it lives. */
export function tellKeys(keys: () => GridKey[]): void {
  $effect.pre(() => {
    sources.add(keys);
    untrack(() => (turn += 1));
    return () => {
      sources.delete(keys);
      untrack(() => (turn += 1));
    };
  });
}

/** The keys of all lists on screen, each once. */
export function gridKeys(): GridKey[] {
  void turn;
  const all = [...sources].flatMap((source) => source());
  return all.filter((held, index) => all.findIndex((other) => other.keys === held.keys && other.label === held.label) === index);
}
