/** What notices are filtered and sorted by, and how that stands behind the question mark of the address. */
import type { NoticePhase, NoticesQuery, NoticeSort, NoticeSubjectKind } from '$ipc/wire';

export interface Filter {
  search: string;
  phases: NoticePhase[];
  kinds: NoticeSubjectKind[];
  teams: string[];
  sort: NoticeSort;
  descending: boolean;
}

export const noFilter: Filter = { search: '', phases: [], kinds: [], teams: [], sort: 'phase', descending: false };
const sorts: readonly NoticeSort[] = ['phase', 'number', 'title', 'announced'];
const lists = ['phases', 'kinds', 'teams'] as const;

/** Only what differs from no filter at all. */
export function write(filter: Filter): Record<string, string> {
  const search: Record<string, string> = {};
  if (filter.search) search['q'] = filter.search;
  for (const list of lists) if (filter[list].length) search[list] = filter[list].join(',');
  if (filter.sort !== 'phase' || filter.descending) search['sort'] = `${filter.descending ? '-' : ''}${filter.sort}`;
  return search;
}

/** Reads an address; what it does not know it leaves out. */
export function read(search: Readonly<Record<string, string>>): Filter {
  const list = (name: string): never[] => (search[name] ? search[name].split(',') : []) as never[];
  const said = search['sort'] ?? 'phase';
  const sort = sorts.find((known) => known === said.replace(/^-/, ''));
  return { search: search['q'] ?? '', phases: list('phases'), kinds: list('kinds'), teams: list('teams'), sort: sort ?? 'phase', descending: sort !== undefined && said.startsWith('-') };
}

export const question = (filter: Filter): Omit<NoticesQuery, 'offset' | 'limit'> => ({ ...filter, asks: null, about: null });

/** Whether every notice is shown. */
export const isEmpty = (filter: Filter): boolean => Object.keys(write({ ...filter, sort: 'phase', descending: false })).length === 0;
