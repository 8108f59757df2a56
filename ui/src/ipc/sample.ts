/** Invented answers for component tests. Never imported by the product. */
import type { Desktop } from './contract/desktop';
import { bareDesktop } from './bare';
import type { HomeView, IncidentView, OrganisationView, RegisterRow } from './wire';

export const anna = { id: 'p1', name: 'Anna Berg', email: '', phone: '', roles: ['processManager' as const], teams: [], active: true };
export const jonas = { id: 'p2', name: 'Jonas Weidlich', email: '', phone: '', roles: ['recorder' as const], teams: [], active: true };

export const openDesktop: Desktop = {
  ...bareDesktop,
  workspace: { id: 'w1', name: 'Loftware Cloud', place: '/tmp/Loftware Cloud.lotse', readOnly: false, encrypted: false, acting: 'p1', calendar: null },
};

export const organisation: OrganisationView = {
  name: 'Loftware Cloud',
  language: 'de',
  zone: 'Europe/Berlin',
  people: [anna, jonas],
  teams: [],
  services: [{ id: 's1', name: 'Portal', rtoMinutes: 240, rpoMinutes: 15 }, { id: 's2', name: 'Druckdienst', rtoMinutes: 120, rpoMinutes: 15 }],
  slaLevels: [],
};

export function registerRow(index: number, change: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id: `r${index}`, number: `N-2026-${String(index).padStart(3, '0')}`, title: `Ausfall ${index}`, phase: 'inAssessment', emergency: false, severity: 'high', source: 'monitoring', causeClass: null,
    providerFault: null, began: '2026-11-22T08:00:00Z', impactStart: '2026-11-22T08:00:00Z', noticed: null, running: null, restored: null, ended: null, downtime: 3600, outsideSource: null, outsideId: null,
    outsideKind: null, dirt: 0, entries: 2, openTasks: 0, ticketsMissingKeyword: 0, changed: '2026-11-22T09:00:00Z', ...change,
  };
}

export const quietHome: HomeView = { running: [], tests: [], needs: [], recent: [registerRow(1)], incidents: 1, emergencies: 0 };

/** An incident about which almost nothing is known yet. */
export function incidentView(number: string, change: Partial<IncidentView> = {}): IncidentView {
  return {
    id: 'r1', version: 1, number, title: 'Ausfall', phase: 'inAssessment', emergency: false, source: 'monitoring', severity: null, sla: null, legal: [],
    milestones: [{ milestone: 'noticed', moment: { at: '2026-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' } }],
    durations: [], clocks: [], objectives: [], facts: [],
    impact: { services: [], components: [], regions: [], tenants: null, usersPermille: null, dataLossMinutes: null },
    causeClass: null, path: [], decisions: [], consultations: [], team: [],
    provider: { provider: '', state: null, fault: null, trackingIds: [], tickets: [], checks: [], waitingLimit: null, decisions: [], review: null }, providerNext: [],
    guide: null, steps: [], messages: [], recommendations: [], tickets: [], evidence: [], entries: [], customerReports: null, reports: [], outside: [],
    takenOver: null, reportGaps: [], closingGaps: [], review: null, newestStep: null, deeds: [], possible: [], people: {}, recordedBy: 'p1', recorded: '2026-11-22T08:05:00Z', changed: '2026-11-22T08:05:00Z', ...change,
  };
}
