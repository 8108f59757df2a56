/** What the register is filtered by, and how that stands behind the question mark of its address. */
import type { CauseClass, Phase, ProviderFault, RegisterQuery, RegisterSort, Severity, Source } from '$ipc/wire';
import { beginning, dayOf, firstOf } from '$i18n/days';
import { processZone } from '$i18n/zone.svelte';
import { runningPhases } from './incident';

export type Kind = 'all' | 'emergencies' | 'incidents';
export type Period = '' | '30' | '90' | '365' | `y${number}`;
export interface Filter {
  search: string;
  kind: Kind;
  phases: Phase[];
  severities: Severity[];
  services: string[];
  sources: Source[];
  outside: string[];
  causes: CauseClass[];
  provider: ProviderFault[];
  period: Period;
  dirty: boolean;
  sort: RegisterSort;
  ascending: boolean;
}

export const noFilter: Filter = { search: '', kind: 'all', phases: [], severities: [], services: [], sources: [], outside: [], causes: [], provider: [], period: '', dirty: false, sort: 'began', ascending: false };
const sorts: readonly RegisterSort[] = ['began', 'number', 'title', 'phase', 'severity', 'downtime', 'changed'];
const lists = ['phases', 'severities', 'services', 'sources', 'outside', 'causes', 'provider'] as const;

/** The views that are always there. */
export const views: readonly { id: 'all' | 'running' | 'emergencies' | 'dirty'; filter: Filter }[] = [
  { id: 'all', filter: noFilter },
  { id: 'running', filter: { ...noFilter, phases: [...runningPhases] } },
  { id: 'emergencies', filter: { ...noFilter, kind: 'emergencies' } },
  { id: 'dirty', filter: { ...noFilter, dirty: true } },
];

/** Only what differs from no filter at all. */
export function write(filter: Filter): Record<string, string> {
  const search: Record<string, string> = {};
  if (filter.search) search['q'] = filter.search;
  if (filter.kind !== 'all') search['kind'] = filter.kind;
  for (const list of lists) if (filter[list].length) search[list] = filter[list].map(encodeURIComponent).join(',');
  if (filter.period) search['period'] = filter.period;
  if (filter.dirty) search['dirty'] = '1';
  if (filter.sort !== 'began' || filter.ascending) search['sort'] = `${filter.ascending ? '' : '-'}${filter.sort}`;
  return search;
}

/** Reads an address; what it does not know it leaves out. */
export function read(search: Readonly<Record<string, string>>): Filter {
  const list = (name: string): never[] => (search[name] ? search[name].split(',').map(decodeURIComponent) : []) as never[];
  const sort = (search['sort'] ?? '').replace(/^-/, '') as RegisterSort;
  const known = sorts.includes(sort);
  return {
    search: search['q'] ?? '',
    kind: search['kind'] === 'emergencies' || search['kind'] === 'incidents' ? search['kind'] : 'all',
    phases: list('phases'),
    severities: list('severities'),
    services: list('services'),
    sources: list('sources'),
    outside: list('outside'),
    causes: list('causes'),
    provider: list('provider'),
    period: /^(30|90|365|y\d{4})$/.test(search['period'] ?? '') ? (search['period'] as Period) : '',
    dirty: search['dirty'] === '1',
    sort: known ? sort : 'began',
    ascending: known ? !search['sort']!.startsWith('-') : false,
  };
}

/** Nothing that leaves rows out; the order does not count. */
export function isEmpty(filter: Filter): boolean {
  return Object.keys(write({ ...filter, sort: 'began', ascending: false })).length === 0;
}

/** A year, or so many days before today, where the process has its days. */
function bounds(period: Period, now: Date): { from: string | null; until: string | null } {
  if (!period) return { from: null, until: null };
  const zone = processZone();
  if (period.startsWith('y')) {
    const year = Number(period.slice(1));
    return { from: beginning(firstOf(year), zone), until: beginning(firstOf(year + 1), zone) };
  }
  return { from: beginning(dayOf(now.toISOString(), zone).subtract({ days: Number(period) }), zone), until: null };
}

/** The question that the core is asked. */
export function question(filter: Filter, now: Date): Omit<RegisterQuery, 'offset' | 'limit'> {
  return {
    search: filter.search.trim(),
    emergency: filter.kind === 'all' ? null : filter.kind === 'emergencies',
    phases: filter.phases,
    severities: filter.severities,
    sources: filter.sources,
    outsideSources: filter.outside,
    outsideKinds: [],
    services: filter.services,
    causes: filter.causes,
    provider: filter.provider,
    ...bounds(filter.period, now),
    dirty: filter.dirty,
    withdrawn: filter.phases.includes('withdrawn'),
    sort: filter.sort,
    ascending: filter.ascending,
  };
}
