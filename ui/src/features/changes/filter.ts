/** What change requests are filtered and sorted by, and how that stands behind the question mark of the address. */
import type { ChangeOriginKind, ChangePhase, ChangeSort, ChangesQuery } from '$ipc/wire';

export interface Filter {
  search: string;
  phases: ChangePhase[];
  teams: string[];
  owners: string[];
  origins: ChangeOriginKind[];
  overdue: boolean;
  atRest: boolean;
  sort: ChangeSort;
  ascending: boolean;
  as: 'board' | 'table';
}

export const noFilter: Filter = { search: '', phases: [], teams: [], owners: [], origins: [], overdue: false, atRest: false, sort: 'number', ascending: false, as: 'board' };
const sorts: readonly ChangeSort[] = ['number', 'title', 'phase', 'due', 'age', 'priority', 'changed'];
const lists = ['phases', 'teams', 'owners', 'origins'] as const;

/** Only what differs from no filter at all. */
export function write(filter: Filter): Record<string, string> {
  const search: Record<string, string> = {};
  if (filter.as === 'table') search['as'] = 'table';
  if (filter.search) search['q'] = filter.search;
  for (const list of lists) if (filter[list].length) search[list] = filter[list].join(',');
  if (filter.overdue) search['overdue'] = '1';
  if (filter.atRest) search['rest'] = '1';
  if (filter.sort !== 'number' || filter.ascending) search['sort'] = `${filter.ascending ? '' : '-'}${filter.sort}`;
  return search;
}

/** Reads an address; what it does not know it leaves out. */
export function read(search: Readonly<Record<string, string>>): Filter {
  const list = (name: string): never[] => (search[name] ? search[name].split(',') : []) as never[];
  const said = search['sort'] ?? '-number';
  const sort = sorts.find((known) => known === said.replace(/^-/, ''));
  return {
    search: search['q'] ?? '',
    phases: list('phases'),
    teams: list('teams'),
    owners: list('owners'),
    origins: list('origins'),
    overdue: search['overdue'] === '1',
    atRest: search['rest'] === '1',
    sort: sort ?? 'number',
    ascending: sort !== undefined && !said.startsWith('-'),
    as: search['as'] === 'table' ? 'table' : 'board',
  };
}

export function question({ as: _as, ...filter }: Filter): Omit<ChangesQuery, 'offset' | 'limit'> {
  return { ...filter, from: null };
}

/** Whether everything that is not at rest is shown. */
export const isEmpty = (filter: Filter): boolean => Object.keys(write({ ...filter, as: 'board', sort: 'number', ascending: false, atRest: false })).length === 0;
