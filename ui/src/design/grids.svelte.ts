/** What the keys do in the lists that are on screen, for the overview of the keys: a list handles its keys itself. */
import { offered } from './offered.svelte';

export interface GridKey {
  keys: string;
  label: string;
}

const lists = offered<GridKey>();

/** Tells the keys of a list as long as it lives. */
export const tellKeys = lists.offer;

/** The keys of all lists on screen, each once. */
export function gridKeys(): GridKey[] {
  const all = lists.all().flatMap((source) => source());
  return all.filter((held, index) => all.findIndex((other) => other.keys === held.keys && other.label === held.label) === index);
}
