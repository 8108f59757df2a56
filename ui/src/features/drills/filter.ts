/** What the lists of tests and plans are filtered by, and how that stands behind the question mark of their address. */
import { remember, tableMemory } from '$ipc/desktop.svelte';
import type { DrillKind } from '$ipc/wire';
import { router } from '$shell/router.svelte';

export interface Filter<State extends string, Sort extends string> {
  search: string;
  kinds: DrillKind[];
  states: State[];
  /** Also what is left out otherwise. */
  more: boolean;
  sort: Sort;
  ascending: boolean;
}

/** Only what differs from no filter at all. */
export function write<State extends string, Sort extends string>(filter: Filter<State, Sort>, sort: Sort): Record<string, string> {
  const search: Record<string, string> = {};
  if (filter.search) search['q'] = filter.search;
  if (filter.kinds.length) search['kinds'] = filter.kinds.join(',');
  if (filter.states.length) search['states'] = filter.states.join(',');
  if (filter.more) search['more'] = '1';
  if (filter.sort !== sort || filter.ascending) search['sort'] = `${filter.ascending ? '' : '-'}${filter.sort}`;
  return search;
}

/** Reads an address; what it does not know it leaves out. */
export function read<State extends string, Sort extends string>(search: Readonly<Record<string, string>>, known: { kinds: readonly DrillKind[]; states: readonly State[]; sorts: readonly Sort[] }, sort: Sort): Filter<State, Sort> {
  const list = <T extends string>(name: string, all: readonly T[]): T[] => all.filter((one) => (search[name] ?? '').split(',').includes(one));
  const wanted = (search['sort'] ?? '').replace(/^-/, '') as Sort;
  const sorted = known.sorts.includes(wanted);
  return {
    search: search['q'] ?? '',
    kinds: list('kinds', known.kinds),
    states: list('states', known.states),
    more: search['more'] === '1',
    sort: sorted ? wanted : sort,
    ascending: sorted ? !search['sort']!.startsWith('-') : false,
  };
}

/** Nothing that leaves rows out; the order does not count. */
export const isEmpty = (filter: Filter<string, string>): boolean => filter.search.trim() === '' && filter.kinds.length === 0 && filter.states.length === 0;

/** Keeps the filter of a list in the address beside its tab, and for the next time. */
export function refine(table: string, tab: Record<string, string>, search: Record<string, string>): void {
  router.refine({ ...tab, ...search });
  void remember(table, { filter: new URLSearchParams(search).toString() || null });
}

/** The list opens as this person left it, where the address says nothing else. */
export function restore(table: string, tab: Record<string, string>): void {
  const last = tableMemory(table).filter;
  if (last && Object.keys(router.search).every((name) => name in tab)) router.refine({ ...tab, ...Object.fromEntries(new URLSearchParams(last)) });
}
