import { afterEach, describe, expect, it } from 'vitest';
import { speak, type Language } from '$i18n/words.svelte';
import type { JournalRow } from '$ipc/wire';
import { kindWord, tell } from './journal';

/** One event of every kind, as the log keeps it. */
const frozen = import.meta.glob<{ data: Record<string, unknown> }>('../../../core/src/log/frozen/*.json', { eager: true, import: 'default' });
/** What people and sources wrote. */
const free = ['reason', 'advice', 'deviation', 'handover', 'note', 'proof', 'description', 'file', 'rule'];

/** The codes in a value: words in small letters that no person wrote. */
function codes(value: unknown, kind: string, name = ''): string[] {
  if (typeof value === 'string') return /^[a-z][A-Za-z]+$/.test(value) && !free.includes(name) && !(name === 'status' && /takenOver|sourceFollowed/.test(kind)) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => codes(part, kind, Array.isArray(value) ? name : key)) : [];
}

const row = (kind: string, data: unknown): JournalRow => ({ seq: 1, kind, version: 1, record: 'r', number: null, order: 'o', by: null, recorded: '2026-11-22T08:00:00Z', occurred: null, data, undid: [], hash: '' });
const service = '0193a1f2-0000-7000-8000-000000000001';

describe('a line of the journal', () => {
  afterEach(() => speak('de'));

  it.each(['de', 'en'] as Language[])('says every kind of event in words, without code and id, in %s', async (language) => {
    await speak(language);
    expect(Object.keys(frozen).length).toBeGreaterThanOrEqual(75);
    for (const [path, { data }] of Object.entries(frozen)) {
      const kind = path.split('/').at(-1)!.replace(/\.\d+\.json$/, '');
      const sorted = Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      for (const held of [data, sorted]) {
        const { about, was, now } = tell(row(kind, held), {});
        const line = [kindWord(kind), about, was, now].filter(Boolean).join(' · ');
        expect(line).not.toMatch(/[0-9a-f]{8}(-|…)|[0-9a-f]{32}|\b[a-z]{2,}[A-Z]|undefined|null|\[object/);
        expect(line).not.toContain(kind);
        const pieces = line.split(/ · |: |, /);
        expect(codes(data, kind).filter((code) => pieces.includes(code)), line).toEqual([]);
      }
    }
  });

  it('calls the number of a record that is told of a number, not that of a ticket', () => {
    const { now } = tell(row('notice.announced', { number: 'M-2026-003', subject: { kind: 'guide', record: null, number: 'L-2026-001', title: 'Leitfaden', version: 2 }, teams: [] }), {});
    expect(now).toMatch(/(Nr\.|Nummer): L-2026-001/);
    expect(now).not.toContain('Ticketnummer');
  });

  it('says what was taken back, and what a figure counts', () => {
    expect(tell(row('incident.deedTakenBack', { deed: service, what: 'messageSent', reason: 'falsch' }), {})).toEqual({ about: 'Nachricht versandt', was: null, now: 'falsch' });
    const back = { step: service, what: 'running', phase: 'waitingForProvider', was: 'waitingForProvider', moments: [['running', null]], reason: 'Irrtum' };
    expect(tell(row('incident.stepTakenBack', back), {})).toEqual({ about: 'Wieder angelaufen', was: null, now: 'Wieder angelaufen: nicht erfasst · Irrtum' });
    expect(tell(row('batch.finished', { new: 20769, changed: 0, unchanged: 0, refused: 0 }), {}).now).toBe('Neu: 20.769 · Geändert: 0 · Unverändert: 0 · Nicht übernommen: 0');
  });

  it('keeps the reason of a change out of the new value', () => {
    const moment = { at: '2026-11-22T08:00:00Z', zone: 'Europe/Berlin', precision: 'exact' };
    expect(tell(row('incident.waitingLimitSet', { reason: 'weil', until: null, was: moment }), {})).toEqual({ about: '', was: '22.11.2026 09:00 MEZ', now: 'nicht erfasst · weil' });
  });

  it('names whom an event of the organisation is about by its id alone', () => expect(tell(row('organisation.serviceRetired', { id: service }), { [service]: 'Portal' }).about).toBe('Portal'));

  it('names a team once and a title without a label', () => {
    expect(tell(row('organisation.founded', { name: 'Werk', language: 'de', teams: [{ id: service, kind: 'support', name: 'Support', head: null }] }), {}).now).toBe('Werk · Deutsch · Support');
    expect(tell(row('incident.takenOver', { number: 'N-2026-002', record: { title: 'Outage', kind: 'incident' } }), {}).now).toBe('N-2026-002 · Outage · Vorfall');
  });

  it('names what happened', () => expect(kindWord('incident.emergencyDeclared')).toBe('Notfall erklärt'));

  it('says what a moment was and is', () => {
    const moment = (clock: string, precision = 'exact') => ({ at: `2026-11-22T${clock}:00Z`, zone: 'Europe/Berlin', precision });
    expect(tell(row('incident.milestoneSet', { milestone: 'impactStart', to: moment('07:02', 'about'), was: moment('07:06'), reason: 'Laut Lastverteiler' }), {})).toEqual({ about: 'Beginn der Auswirkung', was: '22.11.2026 08:06 MEZ', now: 'ca. 22.11.2026 08:02 MEZ · Laut Lastverteiler' });
  });

  it('shows of many figures only those that changed, by their names', () => {
    const before = { services: [], components: [], regions: ['West Europe'], tenants: null, usersPermille: null, dataLossMinutes: 0 };
    const told = tell(row('incident.impactStated', { figures: { ...before, services: [service], usersPermille: 625 }, was: before }), { [service]: 'Portal' });
    expect(told).toEqual({ about: '', was: 'Betroffene Dienste: nicht erfasst · Anteil betroffener Benutzer: nicht erfasst', now: 'Betroffene Dienste: Portal · Anteil betroffener Benutzer: 62,5\u00a0%' });
  });

  it('says of an undone order what it had written, and never an id', () => {
    const undone = row('incident.undone', { order: service });
    expect(tell({ ...undone, undid: [{ kind: 'incident.retitled', data: { title: 'Kein Druck', was: 'Druck' } }] }, {})).toEqual({ about: '', was: null, now: 'Titel geändert: Kein Druck' });
    const moved = { kind: 'incident.milestoneSet', data: { milestone: 'impactStart', to: null, was: null, reason: 'Irrtum' } };
    const marked = { kind: 'incident.keywordMarked', data: null };
    expect(tell({ ...undone, undid: [moved, marked] }, {}).now).toBe('Zeitpunkt gesetzt: Beginn der Auswirkung nicht erfasst · Irrtum; Schlüsselwort eingetragen: Inhalt auf Anordnung gelöscht');
    expect(tell(undone, {}).now).toBe('');
  });

  it('says that its content was erased', () => expect(tell(row('incident.reported', null), {}).now).toBe('Inhalt auf Anordnung gelöscht'));
});
