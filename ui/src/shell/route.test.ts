import { describe, expect, it } from 'vitest';
import { href, parse, path } from './route';

describe('an address', () => {
  it.each(['heute', 'notfaelle', 'notfaelle/N-2026-004', 'berichte', 'berichte/B-2026-001', 'import', 'protokoll', 'einstellungen', 'einstellungen/sicherung'])('%s is read and written back', (text) => {
    const route = parse(`#/${text}`);
    expect(route.at).not.toBe('unbekannt');
    expect(path(route)).toBe(text);
  });

  it.each(['nirgends', 'notfaelle/../../etc', 'notfaelle/N-1', 'heute/x', 'berichte/%', 'notfaelle/N-2026-004/loeschen'])('%s leads nowhere', (text) => {
    expect(parse(text).at).toBe('unbekannt');
  });

  it('carries filters behind the question mark', () => {
    expect(href({ at: 'notfaelle' }, { phase: 'analyse' })).toBe('#/notfaelle?phase=analyse');
  });
});
