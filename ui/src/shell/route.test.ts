import { describe, expect, it } from 'vitest';
import links from './links.txt?raw';
import { href, parse, path } from './route';

/** The same table stands before Rust's reading of links (`src-tauri/src/link.rs`). */
const copied = links.split('\n').filter((line) => line && !line.startsWith('#'));

describe('an address', () => {
  it.each(copied)('R26 %s is read and written back', (text) => {
    const route = parse(`#/${text}`);
    expect(route.at).not.toBe('unbekannt');
    expect(path(route)).toBe(text);
  });

  it.each(['nirgends', 'notfaelle/../../etc', 'notfaelle/N-1', 'heute/x', 'berichte/%', 'notfaelle/N-2026-004/loeschen'])('R26 %s leads nowhere', (text) => {
    expect(parse(text).at).toBe('unbekannt');
  });

  it('carries filters behind the question mark', () => {
    expect(href({ at: 'notfaelle' }, { phase: 'analyse' })).toBe('#/notfaelle?phase=analyse');
  });
});
