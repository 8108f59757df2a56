import { describe, expect, it } from 'vitest';
import { readMoment } from './moment';

const now = new Date('2026-11-22T09:00:00Z'); // 10:00 MEZ
const zone = 'Europe/Berlin';

function at(text: string): string {
  const reading = readMoment(text, now, zone);
  return reading.kind === 'read' ? `${reading.moment.at} ${reading.moment.precision}` : reading.kind === 'problem' ? reading.problem : 'empty';
}

describe('a typed moment', () => {
  it.each([
    ['jetzt', '2026-11-22T09:00:00Z exact'],
    ['now', '2026-11-22T09:00:00Z exact'],
    ['-15m', '2026-11-22T08:45:00Z exact'],
    ['−2h', '2026-11-22T07:00:00Z exact'],
    ['+3t', '2026-11-25T09:00:00Z exact'],
    ['+3d', '2026-11-25T09:00:00Z exact'],
    ['22.11.', '2026-11-21T23:00:00Z about'],
    ['heute', '2026-11-21T23:00:00Z about'],
    ['22.11. 14:30', '2026-11-22T13:30:00Z exact'],
    ['22.11.2026 14:30', '2026-11-22T13:30:00Z exact'],
    ['22.11.26, 14:30 Uhr', '2026-11-22T13:30:00Z exact'],
    ['221126 1430', '2026-11-22T13:30:00Z exact'],
    ['14:30', '2026-11-22T13:30:00Z exact'],
    ['1430', '2026-11-22T13:30:00Z exact'],
    ['gestern 8:15', '2026-11-21T07:15:00Z exact'],
    ['ca. 14:00', '2026-11-22T13:00:00Z about'],
    ['~gestern', '2026-11-20T23:00:00Z about'],
    ['22 Nov 2026 14:30', '2026-11-22T13:30:00Z exact'],
    ['3. März 7:05', '2026-03-03T06:05:00Z exact'],
    ['2026-11-22T14:30:00Z', '2026-11-22T14:30:00Z exact'],
    ['22.11. 14:30 utc', '2026-11-22T14:30:00Z exact'],
  ])('R23 reads %s', (text, expected) => expect(at(text)).toBe(expected));

  it.each([
    ['31.02.', 'moment-no-such-day'],
    ['25:00', 'moment-no-such-time'],
    ['bald', 'moment-unreadable'],
    ['22.11. bald', 'moment-unreadable'],
    ['29.03.2026 02:30', 'moment-skipped-hour'],
    ['', 'empty'],
  ])('R23 refuses %s', (text, expected) => expect(at(text)).toBe(expected));

  it('R24 offers both readings of the hour that the clocks pass twice', () => {
    const reading = readMoment('25.10.2026 02:30', now, zone);
    expect(reading).toMatchObject({ kind: 'read', moment: { at: '2026-10-25T00:30:00Z' }, twin: { at: '2026-10-25T01:30:00Z' } });
  });

  it('R24 takes the zone that stands behind an hour that the clocks pass twice', () => {
    expect(at('25.10.2026 02:30 MEZ')).toBe('2026-10-25T01:30:00Z exact');
    expect(at('25.10.2026 02:30 MESZ')).toBe('2026-10-25T00:30:00Z exact');
  });
});
