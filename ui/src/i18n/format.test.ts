import { describe, expect, it } from 'vitest';
import { bytes, dayTime, distance, duration, number, overdue, running, time } from './format';
import { speak } from './words.svelte';

const berlin = 'Europe/Berlin';

describe('what people read', () => {
  it('R23 is written as the language writes it', async () => {
    expect(dayTime('2026-11-22T13:30:00Z', berlin)).toBe('22.11.2026 14:30 MEZ');
    expect(number(1234.5)).toBe('1.234,5');
    await speak('en');
    expect(dayTime('2026-09-22T12:30:00Z', berlin)).toBe('22 Sep 2026 14:30 CEST');
    expect(number(1234.5)).toBe('1,234.5');
  });

  it('R24 tells the two half past two of the October night apart', () => {
    expect(time('2026-10-25T00:30:00Z', berlin)).toBe('02:30 MESZ');
    expect(time('2026-10-25T01:30:00Z', berlin)).toBe('02:30 MEZ');
  });

  it('says durations in the two units that matter', () => {
    expect([45, 720, 11_100, 187_200].map(duration)).toEqual(['45 s', '12 min', '3 h 05 min', '2 Tage 4 h']);
    expect(running(8070)).toBe('02:14\u00a0h');
    expect(running(359_999)).toBe('99:59\u00a0h');
    expect(running(360_000)).toBe('4 Tage 4 h');
    const now = new Date('2026-11-22T09:00:00Z');
    expect(distance('2026-11-22T09:12:00Z', now)).toBe('in 12 min');
    expect(distance('2026-11-19T08:00:00Z', now)).toBe('vor 3 Tagen 1 h');
    expect(overdue('2026-11-19T08:00:00Z', now)).toBe('überfällig seit 3 Tagen 1 h');
  });

  it('counts bytes in thousands', () => {
    expect(bytes(0)).toBe('0\u00a0B');
    expect(bytes(312_400)).toBe('312,4\u00a0kB');
  });
});
