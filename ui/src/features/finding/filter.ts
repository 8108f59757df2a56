/** What the findings are filtered by, and how that stands behind the question mark of their address. */
import type { FindingKind, FindingOriginKind, FindingPhase, FindingQuery, FindingSort } from '$ipc/wire';

export interface Filter {
  search: string;
  phases: FindingPhase[];
  kinds: FindingKind[];
  owners: string[];
  origins: FindingOriginKind[];
  services: string[];
  overdue: boolean;
  sort: FindingSort;
  ascending: boolean;
}

export const noFilter: Filter = { search: '', phases: [], kinds: [], owners: [], origins: [], services: [], overdue: false, sort: 'changed', ascending: false };
const sorts: readonly FindingSort[] = ['changed', 'number', 'title', 'phase', 'kind', 'priority', 'due'];
const lists = ['phases', 'kinds', 'owners', 'origins', 'services'] as const;

/** Only what differs from no filter at all. */
export function write(filter: Filter): Record<string, string> {
  const search: Record<string, string> = {};
  if (filter.search) search['q'] = filter.search;
  for (const list of lists) if (filter[list].length) search[list] = filter[list].map(encodeURIComponent).join(',');
  if (filter.overdue) search['overdue'] = '1';
  if (filter.sort !== 'changed' || filter.ascending) search['sort'] = `${filter.ascending ? '' : '-'}${filter.sort}`;
  return search;
}

/** Reads an address; what it does not know it leaves out. */
export function read(search: Readonly<Record<string, string>>): Filter {
  const list = (name: string): never[] => (search[name] ? search[name].split(',').map(decodeURIComponent) : []) as never[];
  const sort = (search['sort'] ?? '').replace(/^-/, '') as FindingSort;
  const known = sorts.includes(sort);
  return {
    search: search['q'] ?? '',
    phases: list('phases'),
    kinds: list('kinds'),
    owners: list('owners'),
    origins: list('origins'),
    services: list('services'),
    overdue: search['overdue'] === '1',
    sort: known ? sort : 'changed',
    ascending: known ? !search['sort']!.startsWith('-') : false,
  };
}

/** Nothing that leaves rows out; the order does not count. */
export const isEmpty = (filter: Filter): boolean => Object.keys(write({ ...filter, sort: 'changed', ascending: false })).length === 0;

/** The question that the core is asked. */
export function question(filter: Filter): Omit<FindingQuery, 'offset' | 'limit'> {
  return { ...filter, search: filter.search.trim(), from: null, on: null };
}
