import { describe, expect, it } from 'vitest';
import type { JournalRow } from '$ipc/wire';
import { kindWord, tell } from './journal';

const row = (kind: string, data: unknown): JournalRow => ({ seq: 1, kind, version: 1, record: 'r', number: null, order: 'o', by: null, recorded: '2026-11-22T08:00:00Z', occurred: null, data, undid: [], hash: '' });
const service = '0193a1f2-0000-7000-8000-000000000001';

describe('a line of the journal', () => {
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
    expect(tell({ ...undone, undid: [moved, marked] }, {}).now).toBe('Zeitpunkt gesetzt: Beginn der Auswirkung Irrtum; Schlüsselwort eingetragen: Inhalt auf Anordnung gelöscht');
    expect(tell(undone, {}).now).toBe('');
  });

  it('says that its content was erased', () => expect(tell(row('incident.reported', null), {}).now).toBe('Inhalt auf Anordnung gelöscht'));
});
