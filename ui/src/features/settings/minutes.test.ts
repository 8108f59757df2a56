import { describe, expect, it } from 'vitest';
import { readMinutes, writeMinutes } from './minutes';

describe('an objective', () => {
  it.each([['4 h', 240], ['90', 90], ['1:30', 90], ['1,5 h', 90], ['2 t', 2880], ['0', 0], ['', null], ['bald', undefined], ['1:75', undefined], ['-5', undefined]])('%s is read', (text, minutes) => expect(readMinutes(text)).toBe(minutes));

  it('is written so that it is read back', () => {
    for (const minutes of [0, 15, 60, 90, 240, 1440, null]) expect(readMinutes(writeMinutes(minutes))).toBe(minutes);
  });
});
