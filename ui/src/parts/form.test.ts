import { describe, expect, it } from 'vitest';
import { createForm, usual } from './form';

const contract = import.meta.glob<string>('../ipc/contract/{*Refusal,Failure}.ts', { query: '?raw', import: 'default', eager: true });

async function refused(code: string, values: Record<string, unknown>, start: Record<string, unknown>, places?: Record<string, string>) {
  const form = createForm({ start, send: () => Promise.reject({ code, values }), ...(places ? { places } : {}) });
  expect(await form.submit()).toBe(false);
  return form;
}

describe('a refusal of the core', () => {
  it('stands at the field that it names, by the name that the form gives it', async () => {
    expect((await refused('textMissing', { field: 'title' }, { title: '' })).errors).toEqual({ title: expect.any(String) });
    expect((await refused('textMissing', { field: 'ticket' }, { number: '' }, { ticket: 'number' })).errors).toEqual({ number: expect.any(String) });
  });

  it('that names none stands at the field that it speaks of', async () => {
    const form = await refused('inTheFuture', { at: '2026-11-22T13:30:00Z' }, { at: null, reason: '' });
    expect(form.errors).toEqual({ at: expect.stringContaining('liegt in der Zukunft') });
    expect(form.failure).toBeNull();
    expect((await refused('nameTaken', { name: 'Portal' }, { name: 'Portal' })).problems.map(({ field }) => field)).toEqual(['name']);
    expect((await refused('inTheFuture', {}, { noticed: null }, { inTheFuture: 'noticed' })).errors).toHaveProperty('noticed');
  });

  it('that speaks of no field of the form stands in its summary', async () => {
    const form = await refused('recordClosed', {}, { at: null });
    expect(form.errors).toEqual({});
    expect(form.failure).toContain('abgeschlossen');
    expect((await refused('inTheFuture', {}, { title: '' })).failure).not.toBeNull();
  });

  it('is placed by codes that the core can send, and no others', () => {
    const codes = Object.values(contract).flatMap((text) => [...text.matchAll(/"code":\s*"(\w+)"/g)].map((match) => match[1]!));
    expect(Object.keys(usual).filter((code) => !codes.includes(code))).toEqual([]);
  });
});
