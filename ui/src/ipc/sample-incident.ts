/** An invented emergency in the middle of its course, for component tests and pictures. Never imported by the product. */
import type { Entry, EntryKind, Fact, FactView, IncidentRefusal, IncidentView, Milestone, Moment, Possible, Step } from './wire';

const zone = 'Europe/Berlin';
export const said = (clock: string, precision: Moment['precision'] = 'exact'): Moment => ({ at: `2026-11-22T${clock}:00Z`, zone, precision });

const facts: Partial<Record<Fact, string>> = {
  description: 'Seit 08:02 schlagen Anmeldungen am Portal fehl; der Dienst liest seine Schlüssel nicht mehr.',
  scope: 'Portal und Druckdienst aller Mandanten in West Europe.',
  impact: 'Anmelden nicht möglich, laufende Druckaufträge bleiben stehen.',
  cause: 'Azure Key Vault in West Europe beantwortet keine Anfragen.',
  wentWell: 'Die Überwachung meldete nach vier Minuten.',
};
const factNames: Fact[] = ['description', 'summary', 'scope', 'impact', 'functions', 'dataLoss', 'cost', 'countries', 'cause', 'detection', 'whyNotEarlier', 'escalationCriteria', 'trigger', 'rootCauses', 'contributingFactors', 'resolution', 'temporaryMeasures', 'promptness', 'analysisQuality', 'escalationQuality', 'communicationQuality', 'wentWell', 'wentBadly', 'luck', 'legalClassification', 'credits'];
const stated = (fact: Fact): FactView => {
  const text = facts[fact] ?? '';
  const now = text ? [{ text, recorded: '2026-11-22T08:41:00Z', by: 'p1' }] : [];
  const before = fact === 'cause' ? [{ text: 'Noch unbekannt.', recorded: '2026-11-22T08:20:00Z', by: 'p2' }] : [];
  return { fact, text, history: [...before, ...now] };
};

const set: Partial<Record<Milestone, Moment>> = {
  impactStart: said('07:02', 'about'), noticed: said('07:06'), ticketOpened: said('07:15'), assessmentStarted: said('07:09'), deploymentConsulted: said('07:18'),
  escalationDecided: said('07:24'), teamFormed: said('07:31'), providerContacted: said('07:45'), waitOrRecoverDecided: said('07:52'),
};
const milestones: Milestone[] = ['impactStart', 'noticed', 'ticketOpened', 'assessmentStarted', 'deploymentConsulted', 'escalationDecided', 'teamFormed', 'providerContacted', 'waitOrRecoverDecided', 'recoveryStarted', 'providerMitigated', 'running', 'restored', 'ended', 'closed'];

let made = 0;
const line = (kind: EntryKind, clock: string, what: Entry['what'], change: Partial<Entry> = {}): Entry => ({ id: `e${++made}`, kind, what, occurred: said(clock), recorded: `2026-11-22T${clock}:20Z`, by: 'p2', corrected: [], withdrawn: null, outside: null, ...change });
const happened = (code: string, values: Record<string, string> = {}): Entry['what'] => ({ happened: { code, values } });

const entries: Entry[] = [
  line('milestone', '07:06', happened('reported', { source: 'word:source:monitoring' })),
  line('milestone', '07:09', happened('assessmentStarted')),
  line('status', '07:12', { text: 'Portal meldet bei jeder Anmeldung Fehler 503; betroffen sind alle Mandanten in West Europe.' }, { corrected: [{ text: 'Portal meldet Fehler 500.', recorded: '2026-11-22T07:12:30Z', by: 'p2' }] }),
  line('decision', '07:18', happened('deploymentTeamConsulted', { person: 'person:p3', text: 'Kein eigener Eingriff seit gestern; Key Vault antwortet nicht.' })),
  line('decision', '07:24', happened('emergencyDeclared', { person: 'person:p1', text: 'Zugriff für alle Mandanten länger als 20 Minuten unmöglich.' })),
  line('action', '07:26', happened('roleAssigned', { role: 'word:teamRole:lead', person: 'person:p2' })),
  line('milestone', '07:31', happened('teamFormed')),
  line('provider', '07:45', happened('providerContacted', { text: 'VT60-RC0, 2611220040001234' })),
  line('decision', '07:52', happened('decidedToWait', { person: 'person:p1', text: 'Microsoft nennt 09:30 als Zeit der Behebung.' })),
  line('communication', '08:02', happened('messageSent')),
  line('action', '08:10', { text: 'Geplante Druckaufträge angehalten, damit nichts verloren geht.' }, { recorded: '2026-11-22T09:02:00Z', by: 'p3' }),
  line('provider', '08:30', happened('providerNothingNew')),
  line('status', '08:35', { text: 'Doppelter Eintrag.' }, { withdrawn: 'Doppelt erfasst' }),
  line('provider', '09:05', happened('providerChecked', { text: 'Microsoft: Ursache ist ein fehlerhafter Netzwechsel, Rücknahme läuft.' })),
];

const refusals: Partial<Record<Step, IncidentRefusal>> = {
  recordRelapse: { code: 'notInPhase', phase: 'waitingForProvider', allowed: ['restored', 'ended'] },
  endEmergency: { code: 'notInPhase', phase: 'waitingForProvider', allowed: ['restored'] },
  close: { code: 'notInPhase', phase: 'waitingForProvider', allowed: ['customersInformed'] },
};
const steps: Step[] = ['startAssessment', 'consultDeploymentTeam', 'proposeEscalation', 'declineEscalation', 'solveBySupport', 'declareEmergency', 'assignRole', 'formTeam', 'completeAnalysis', 'decideToWait', 'decideToRecover', 'startRecovery', 'markRestored', 'recordRelapse', 'endEmergency', 'downgrade', 'startFollowUp', 'issueReport', 'recordCustomerReports', 'close', 'reopen', 'withdraw', 'reinstate'];
const taken: readonly Step[] = ['consultDeploymentTeam', 'assignRole', 'decideToRecover', 'startRecovery', 'markRestored', 'downgrade', 'withdraw'];
const possible: Possible[] = steps.map((step) => ({ step, refusal: taken.includes(step) ? null : (refusals[step] ?? { code: 'notInPhase', phase: 'waitingForProvider', allowed: ['reported'] }) }));

export const incident: IncidentView = {
  id: '0193-record', version: 31, number: 'N-2026-004', title: 'Azure Key Vault antwortet nicht in West Europe', phase: 'waitingForProvider', emergency: true, source: 'monitoring', severity: 'critical', legal: [],
  sla: { level: { id: 'l1', name: 'Premium', responseMinutes: 15, handlingMinutes: 240 }, responseKept: true, handlingKept: null },
  milestones: milestones.map((milestone) => ({ milestone, moment: set[milestone] ?? null })),
  durations: [
    { kind: 'toNotice', from: said('07:02', 'about'), to: said('07:06'), length: 240, backwards: false },
    { kind: 'toAssess', from: said('07:06'), to: said('07:09'), length: 180, backwards: false },
    { kind: 'toDecide', from: said('07:06'), to: said('07:24'), length: 1080, backwards: false },
    { kind: 'toFormTeam', from: said('07:24'), to: said('07:31'), length: 420, backwards: false },
    { kind: 'toRun', from: said('07:02', 'about'), to: null, length: null, backwards: false },
    { kind: 'toRestore', from: said('07:02', 'about'), to: null, length: null, backwards: false },
    { kind: 'toHandle', from: said('07:06'), to: null, length: null, backwards: false },
    { kind: 'downtime', from: said('07:02', 'about'), to: null, length: null, backwards: false },
  ],
  clocks: [
    { kind: 'nextUpdate', due: said('09:00'), settled: said('09:06'), state: 'late' },
    { kind: 'nextUpdate', due: said('10:02'), settled: null, state: 'late' },
    { kind: 'expectedRepair', due: said('10:30'), settled: null, state: 'running' },
    { kind: 'waitingLimit', due: said('11:30'), settled: null, state: 'running' },
  ],
  objectives: [
    { service: { id: 's1', name: 'Portal', rtoMinutes: 240, rpoMinutes: 15 }, recovery: null, rtoMet: null, dataLossMinutes: null, rpoMet: null },
    { service: { id: 's2', name: 'Druckdienst', rtoMinutes: 120, rpoMinutes: 15 }, recovery: 9_000, rtoMet: false, dataLossMinutes: 0, rpoMet: true },
  ],
  facts: factNames.map(stated),
  impact: { services: ['s1', 's2'], components: ['Key Vault'], regions: ['West Europe'], tenants: 46, usersPermille: 620, dataLossMinutes: null },
  causeClass: 'provider',
  path: [
    { phase: 'reported', at: said('07:06'), recorded: '2026-11-22T07:06:20Z' },
    { phase: 'inAssessment', at: said('07:09'), recorded: '2026-11-22T07:09:20Z' },
    { phase: 'declared', at: said('07:24'), recorded: '2026-11-22T07:24:20Z' },
    { phase: 'teamFormed', at: said('07:31'), recorded: '2026-11-22T07:31:20Z' },
    { phase: 'analysed', at: said('07:44'), recorded: '2026-11-22T07:44:20Z' },
    { phase: 'waitingForProvider', at: said('07:52'), recorded: '2026-11-22T07:52:20Z' },
  ],
  decisions: [{ phase: 'declared', at: said('07:24'), decider: 'p1', reason: 'Zugriff für alle Mandanten länger als 20 Minuten unmöglich.', consulted: ['p3'] }],
  consultations: [{ id: 'e4', at: said('07:18'), person: 'p3', advice: 'Kein eigener Eingriff seit gestern; Key Vault antwortet nicht.' }],
  team: [
    { role: 'lead', person: 'p1', deputy: null, since: said('07:26'), until: said('08:00'), handover: 'Ablösung nach Nachtdienst, Lage übergeben.' },
    { role: 'lead', person: 'p2', deputy: 'p1', since: said('08:00'), until: null, handover: null },
    { role: 'recovery', person: 'p3', deputy: null, since: said('07:31'), until: null, handover: null },
  ],
  providerNext: ['mitigated', 'resolved', 'reviewExpected', 'reviewReceived', 'noReview'],
  provider: {
    provider: 'Microsoft Azure', state: 'confirmed', fault: { fault: 'yes', at: said('08:20'), decider: 'p1', reason: 'Service Health meldet eine Störung des Key Vault.' }, trackingIds: ['VT60-RC0'], tickets: ['2611220040001234'],
    checks: [{ id: 'e12', at: said('08:30'), by: 'p2', news: null }, { id: 'e14', at: said('09:05'), by: 'p2', news: 'Ursache ist ein fehlerhafter Netzwechsel, Rücknahme läuft.' }],
    waitingLimit: said('11:30'), decisions: [{ at: said('07:52'), choice: 'wait', decider: 'p1', reason: 'Microsoft nennt 09:30 als Zeit der Behebung.' }], review: null,
  },
  guide: { title: 'Wiederherstellungsleitfaden Loftware Cloud', version: '4.2' },
  steps: [
    { id: 't1', title: '1.1 Schlüsselspeicher prüfen', result: 'done', deviation: '', at: said('08:12') },
    { id: 't2', title: '1.2 Auf die Ersatzregion umschalten', result: 'deviated', deviation: 'Nur für das Portal; der Druckdienst bleibt in West Europe.', at: said('08:40') },
  ],
  messages: [
    { id: 'm1', text: { audience: 'affectedUsers', channel: 'statusPage', status: 'identified', german: 'Derzeit können Sie sich nicht am Portal anmelden. Wir arbeiten mit Microsoft an der Behebung.', english: 'Signing in to the portal is currently not possible. We are working with Microsoft on a fix.', expectedRepair: said('10:30'), nextUpdate: said('10:02') }, state: { state: 'sent', at: said('08:02') } },
    { id: 'm2', text: { audience: 'affectedUsers', channel: 'statusPage', status: 'recovering', german: 'Microsoft nimmt die Änderung zurück, die Anmeldung funktioniert zum Teil wieder.', english: '', expectedRepair: null, nextUpdate: said('11:00') }, state: { state: 'draft' } },
  ],
  recommendations: [
    { id: 'c1', text: { text: 'Schlüssel in einer zweiten Region vorhalten', to: 'us', kind: 'corrective', priority: 'high', owner: 'p3', due: '2026-12-20', proofWanted: 'Protokoll einer Umschaltung', must: true }, moves: [], state: { state: 'open' } },
    { id: 'c2', text: { text: 'Druckaufträge vor Wartungsfenstern einplanen', to: 'users', kind: 'improvement', priority: 'low', owner: null, due: null, proofWanted: '', must: false }, moves: [], state: { state: 'open' } },
  ],
  tickets: [
    { id: 'k1', system: 'Zammad', number: '48113', link: 'https://support.example/48113', subject: '[Notfall] Anmeldung am Portal nicht möglich', keyword: true, opened: said('07:15') },
    { id: 'k2', system: 'Zammad', number: '48117', link: null, subject: 'Etiketten werden nicht gedruckt', keyword: false, opened: said('07:32') },
    { id: 'k3', system: 'Zammad', number: '48120', link: null, subject: 'Kein Zugriff auf Loftware Cloud', keyword: false, opened: null },
  ],
  evidence: [{ id: 'v1', hash: '9f'.repeat(32), name: 'service-health-VT60-RC0.pdf', size: 184_233, note: 'Meldung in Service Health', at: said('07:40') }],
  entries,
  customerReports: null,
  reports: [],
  outside: [],
  takenOver: null,
  reportGaps: [{ gap: 'recoveryTime' }, { gap: 'dataLoss' }, { gap: 'actionIncomplete', text: 'Druckaufträge vor Wartungsfenstern einplanen' }],
  review: { number: 'P-2026-002', phase: 'planned', planned: '2026-12-20' },
  closingGaps: [{ gap: 'report' }, { gap: 'customerReports' }, { gap: 'openTask', text: 'Schlüssel in einer zweiten Region vorhalten' }],
  newestStep: { id: 'e9', step: 'decidedToWait', at: said('07:52'), recorded: '2026-11-22T07:52:20Z', by: 'p2', phase: 'analysed', cleared: ['waitOrRecoverDecided'], restored: [], refusal: null },
  deeds: [
    { id: 'e4', what: 'deploymentTeamConsulted', part: null, refusal: null },
    { id: 'e8', what: 'providerContacted', part: null, refusal: { code: 'decisionBuildsOnCase' } },
    { id: 'h1', what: 'messageReleased', part: 'm1', refusal: { code: 'notTheNewestDeed', newer: 'messageSent' } },
    { id: 'e10', what: 'messageSent', part: 'm1', refusal: null },
    { id: 'h2', what: 'stepRecorded', part: 't1', refusal: null },
    { id: 'h3', what: 'stepRecorded', part: 't2', refusal: null },
    { id: 'e12', what: 'providerChecked', part: null, refusal: null },
    { id: 'e14', what: 'providerChecked', part: null, refusal: null },
    { id: 'h4', what: 'evidenceAttached', part: 'v1', refusal: null },
  ],
  possible,
  people: { p1: 'Anna Berg', p2: 'Jonas Weidlich', p3: 'Mehmet Arslan' },
  recordedBy: 'p2', recorded: '2026-11-22T07:06:20Z', changed: '2026-11-22T09:05:20Z',
};
