/* global incident, paper */
// A workspace in the middle of an emergency, invented.
const at = (text) => ({ at: text, zone: 'Europe/Berlin', precision: 'exact' });
const people = [
  { id: 'p1', name: 'Anna Berg', email: '', phone: '', roles: ['processManager', 'management'], teams: [], active: true },
  { id: 'p2', name: 'Jonas Weidlich', email: '', phone: '', roles: ['recorder'], teams: [], active: true },
  { id: 'p3', name: 'Mehmet Arslan', email: '', phone: '', roles: ['deploymentTeam'], teams: [], active: true },
];
const titles = ['Anmeldung am Portal nicht möglich', 'Azure Key Vault antwortet nicht in West Europe', 'Erhöhte Latenz im Druckdienst', 'Zertifikat der Schnittstelle abgelaufen', 'Speicherkonto gedrosselt', 'Etikettenvorschau bleibt leer', 'Mandant Nord: keine Lizenzprüfung', 'Nachrichtenwarteschlange läuft voll'];
const phases = ['closed', 'closed', 'solvedBySupport', 'followUp', 'closed', 'inAssessment', 'downgraded', 'ownRecovery', 'waitingForProvider', 'reported', 'escalationProposed', 'restored'];
const severities = ['high', 'critical', 'medium', null, 'low'];
const count = 4312;
const row = (index) => {
  const began = new Date(Date.UTC(2026, 10, 22, 6, 12) - index * 7.3 * 3600_000).toISOString();
  const phase = phases[index % phases.length];
  const emergency = ['closed', 'followUp', 'ownRecovery', 'waitingForProvider', 'restored'].includes(phase);
  return { id: `r${index}`, number: `N-2026-${String(count - index).padStart(3, '0')}`, title: titles[index % titles.length], phase, emergency, severity: severities[index % 5], source: 'monitoring', causeClass: index % 3 ? 'provider' : null, providerFault: null, began, impactStart: began, noticed: began, running: null, restored: null, ended: null, downtime: index % 4 ? 3600 * (index % 9) + 60 * (index % 50) : null, outsideSource: index % 3 ? 'statuspage/azure' : null, outsideId: 'x1', outsideKind: 'incident', dirt: index % 7 ? 0 : 1, entries: 3 + (index % 20), openTasks: index % 3, ticketsMissingKeyword: index % 11 ? 0 : 2, changed: began };
};
const need = (kind, number, title, due, late, text = '', owner = null) => ({ kind, record: number, number, title, text, due: due && at(due), late, owner });
const answers = {
  home: () => ({
    running: [{ record: 'N-2026-4312', number: 'N-2026-4312', title: titles[1], phase: 'waitingForProvider', since: at('2026-11-22T08:00:00Z'), lead: 'p2' }],
    needs: [
      need('nextUpdate', 'N-2026-4312', titles[1], '2026-11-22T10:02:00Z', true),
      need('task', 'N-2026-4290', titles[4], '2026-11-21T22:59:00Z', true, 'Zweiten Schlüssel für das Speicherkonto hinterlegen', 'p3'),
      need('waitingLimit', 'N-2026-4312', titles[1], '2026-11-22T11:30:00Z', false),
      need('decision', 'N-2026-4302', titles[5], null, false),
      need('assessment', 'N-2026-4303', titles[2], null, false),
      need('keyword', 'N-2026-4301', titles[3], null, false),
      need('report', 'N-2026-4309', titles[3], null, false),
      need('providerReview', 'N-2026-4250', titles[0], '2026-11-30T10:02:00Z', false),
    ],
    recent: Array.from({ length: 6 }, (_, index) => row(index)), incidents: count, emergencies: 61,
  }),
  register: (asked) => { const all = asked.search ? 3 : count; return { items: Array.from({ length: Math.max(0, Math.min(asked.limit, all - asked.offset)) }, (_, index) => row(asked.offset + index)), total: asked.search === 'nichts' ? 0 : all, unindexed: 0 }; },
  search: () => ({ items: [0, 1, 2].map((index) => ({ ...row(index), text: '', recorded: row(index).began, record: `r${index}` })), unindexed: 0 }),
  facets: () => ({ phases: [['reported', 3], ['inAssessment', 12], ['closed', 4000], ['ownRecovery', 1]], severities: [['low', 3], ['critical', 12]], outsideSources: [['statuspage/azure', 2000]], emergencies: 61, total: count }),
  incident: () => incident,
  chain: () => ({ events: 41_212, head: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', newest: '2026-11-22T09:05:20Z', verifiedSeq: 41_180, verified: '2026-11-22T06:00:00Z' }),
  reports: () => ({ issued: [2, 1].map((version) => ({ report: 'b1', number: 'B-2026-003', version, kind: 'postIncident', about: 'r4', aboutNumber: 'N-2026-001', aboutTitle: titles[4], language: 'de', approver: 'p1', hash: `${version}f`.repeat(32), pages: 9, issued: `2026-11-0${version + 3}T14:20:00Z` })), waiting: [{ ...row(3), number: 'N-2026-002' }], people: incident.people }),
  previewMilestone: () => ({ durations: [{ kind: 'toNotice', before: 240, after: 600 }, { kind: 'downtime', before: null, after: 9_000 }], clocksBefore: [], clocksAfter: [], objectives: [] }),
  journal: (asked) => ({ items: asked.before === null ? journal : [], total: journal.length, people: incident.people }),
  organisation: () => ({ name: 'Loftware Cloud', language: 'de', zone: 'Europe/Berlin', people, teams: [], services: [{ id: 's1', name: 'Portal', rtoMinutes: 240, rpoMinutes: 15 }, { id: 's2', name: 'Druckdienst', rtoMinutes: 120, rpoMinutes: 15 }], slaLevels: [] }),
};
const event = (seq, kind, by, clock, data, number = 'N-2026-004') => ({ seq, kind, version: 1, record: 'r', number, order: 'o', by, recorded: `2026-11-22T${clock}:20Z`, occurred: null, data, hash: '9f86d081…b0f00a08' });
const journal = [
  event(41_212, 'incident.providerChecked', 'p2', '09:05', { at: at('2026-11-22T09:05:00Z'), news: 'Ursache ist ein fehlerhafter Netzwechsel, Rücknahme läuft.' }),
  event(41_211, 'incident.milestoneSet', 'p1', '08:58', { milestone: 'impactStart', to: { ...at('2026-11-22T07:02:00Z'), precision: 'about' }, was: at('2026-11-22T07:06:00Z'), reason: 'Laut Protokoll des Lastverteilers' }),
  event(41_210, 'incident.factStated', 'p1', '08:41', { fact: 'cause', text: 'Azure Key Vault in West Europe beantwortet keine Anfragen.', was: 'Noch unbekannt.' }),
  event(41_209, 'incident.severityRated', 'p2', '08:30', { severity: 'critical', was: 'high' }),
  event(41_208, 'organisation.servicePut', 'p1', '08:20', { id: 's1', name: 'Portal', rtoMinutes: 240, rpoMinutes: 15 }, null),
  event(41_207, 'incident.entryCorrected', 'p2', '07:12', { id: 'e3', text: 'Portal meldet Fehler 503.', at: at('2026-11-22T07:12:00Z'), was: 'Portal meldet Fehler 500.', wasAt: at('2026-11-22T07:12:00Z') }),
  event(41_206, 'incident.emergencyDeclared', 'p1', '07:24', { at: at('2026-11-22T07:24:00Z'), decider: '0193', reason: 'Zugriff für alle Mandanten länger als 20 Minuten unmöglich.', consulted: [] }),
];
const open = { id: '1', name: 'Loftware Cloud', place: '/home/anna/Loftware Cloud.lotse', readOnly: false, encrypted: false, acting: 'p1' };
// eslint-disable-next-line @typescript-eslint/no-unused-vars
async function scene(command, args, wishes) {
  if (command === 'bytes') return Uint8Array.from(atob(await paper()), (sign) => sign.charCodeAt(0)).buffer;
  if (command === 'query') { const [kind, asked] = Object.entries(args.question)[0]; return { [kind === 'previewMilestone' ? 'preview' : kind]: answers[kind](asked) }; }
  const order = args.request;
  if (order.do === 'backups') return { is: 'backups', backups: { folder: '/home/anna/Sicherungen/Loftware Cloud', days: 14, months: 12, made: [{ name: 'Loftware Cloud 2026-11-22 0800.lotse', made: '2026-11-22T07:00:00Z', bytes: 475136 }, { name: 'Loftware Cloud 2026-11-21 0812.lotse', made: '2026-11-21T07:12:00Z', bytes: 471040 }] } };
  if (order.do === 'chooseFiles') return { is: 'files', files: [{ handle: 'h1', name: 'stoerungen-2025.csv', bytes: 312400, folder: false }] };
  if (order.do === 'checkImport') return { is: 'importChecked', check: { format: 'table', counts: { new: 297, changed: 4, unchanged: 80, refused: 2, emergencies: 7 }, zoneWanted: true, zoneProposed: 'Europe/Berlin', zoneExample: '3.4.2025 07:00', refused: [{ file: 'stoerungen-2025.csv', place: 'Zeile 17', code: 'noId', values: {} }, { file: 'stoerungen-2025.csv', place: 'Zeile 212', code: 'wrongNumberOfFields', values: { found: '3', expected: '9' } }], doubtful: [{ file: 'stoerungen-2025.csv', place: 'Zeile 40', code: 'endBeforeStart', values: { value: '2025-01-01' } }], columns: [{ heading: 'Ticket', samples: ['INC001', 'INC002', 'INC003'], field: 'id' }, { heading: 'Betreff', samples: ['Druck steht', 'Anmeldung langsam'], field: 'title' }, { heading: 'Beginn', samples: ['3.4.2025 07:00'], field: 'impactStart' }, { heading: 'Ende', samples: ['3.4.2025 09:10'], field: 'ended' }, { heading: 'Kostenstelle', samples: ['4711', '4712'], field: 'fact' }], table: { name: 'stoerungen-2025', rows: 383, oneRowAChange: false, dayFirst: true, dayFirstCertain: true } } };
  if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
  if (order.do === 'keepDraft' || order.do === 'dropDraft') return { is: 'done' };
  if (order.do === 'prefer') Object.assign(wishes, order.preferences);
  return { is: 'desktop', desktop: { version: '0.1.0', workspace: open, link: null, crashes: 0, test: { now: '2026-11-22T10:14:00Z', still: true }, preferences: { zone: null, singleKeys: true, rail: false, lastView: null, tables: {}, ...wishes }, recent: [] } };
}
