import { describe, expect, it } from 'vitest';
import { isEmpty, noFilter, question, read, write, type Filter } from './filter';

const full: Filter = { search: 'Köln & Co', kind: 'emergencies', phases: ['declared', 'restored'], severities: ['high'], services: ['a'], sources: ['monitoring'], outside: ['statuspage/x,y'], causes: ['network'], provider: ['yes'], period: 'y2025', dirty: true, sort: 'downtime', ascending: true };

describe('a filter', () => {
  it('is written into the address and read back, commas and all', () => {
    expect(read(write(full))).toEqual(full);
    expect(read({})).toEqual(noFilter);
    expect(write(noFilter)).toEqual({});
  });

  it('ignores what it does not know', () => {
    expect(read({ sort: 'colour', kind: 'x', period: '7' })).toEqual(noFilter);
  });

  it('is empty when only the order differs', () => {
    expect(isEmpty({ ...noFilter, sort: 'title' })).toBe(true);
    expect(isEmpty({ ...noFilter, search: 'x' })).toBe(false);
  });

  it('asks for a year as a whole, as the process counts its days', () => {
    expect(question(full, new Date())).toMatchObject({ from: '2024-12-31T23:00:00Z', until: '2025-12-31T23:00:00Z', emergency: true });
  });

  it('asks for the last days from a midnight on', () => {
    expect(question({ ...noFilter, period: '30' }, new Date('2026-11-22T23:30:00Z'))).toMatchObject({ from: '2026-10-23T22:00:00Z', until: null });
  });
});
