import { afterEach, expect, it } from 'vitest';
import { lines } from '$design/Timeline.svelte';
import { liveIn } from '$i18n/zone.svelte';
import type { Moment } from '$ipc/wire';
import { moment, short } from '../says';

afterEach(() => liveIn('Europe/Berlin'));

const held: Moment = { at: '2026-11-22T02:30:00Z', zone: 'Europe/Berlin', precision: 'exact' };
const now = new Date('2026-11-22T10:14:00Z');

it('R24 a moment of a record is told in the zone of the screen and in its own where they differ', () => {
  expect([moment(held), short(held, now)]).toEqual(['22.11.2026 03:30 MEZ', '03:30 MEZ']);
  liveIn('America/New_York', 'Europe/Berlin');
  expect(moment(held)).toMatch(/^21\.11\.2026 21:30 \S+ \(22\.11\.2026 03:30 MEZ\)$/);
  expect(short({ ...held, at: '2026-11-22T08:30:00Z', precision: 'about' }, now)).toMatch(/^ca\. 03:30 \S+ \(09:30 MEZ\)$/);
});

it('R24 a line of the timeline tells the other zone on lines of its own', () => {
  expect(lines('21.11.2026 21:30 GMT-5 (22.11.2026 03:30 MEZ)')).toEqual(['21.11.2026', '21:30 GMT-5', '(22.11.2026', '03:30 MEZ)']);
  expect(lines('03:30 GMT-5 (09:30 MEZ)')).toEqual(['03:30 GMT-5', '(09:30 MEZ)']);
});
