import { describe, expect, it } from 'vitest';
import { say } from '../design/failure';
import { find, speak, type Language } from '$i18n/words.svelte';
import './refusal';

const contract = import.meta.glob<string>('../ipc/contract/{*Refusal,Failure}.ts', { query: '?raw', import: 'default', eager: true });

describe('a refusal', () => {
  it('is said with the words of the process', () => {
    expect(say({ code: 'notInPhase', values: { phase: 'reported', allowed: ['declared', 'teamFormed'] } }).sentence).toMatch(/Erfasst.*Notfall erklärt.*Notfallteam gebildet/);
    expect(say({ code: 'cannotClose', values: { gaps: [{ gap: 'report' }, { gap: 'openTask', text: 'Zertifikat' }] } }).sentence).toMatch(/Bericht.*Zertifikat/);
    expect(say({ code: 'providerCaseBehind', values: { state: 'mitigated' } }).sentence).toContain(find('provider-state-mitigated'));
    expect(say({ code: 'inTheFuture', values: { at: '2026-11-22T13:30:00Z' } }).sentence).toContain('22.11.2026 14:30 MEZ');
  });

  it.each(['de', 'en'] as Language[])('has a sentence for every code that the core can send, in %s', async (language) => {
    await speak(language);
    const codes = Object.values(contract).flatMap((text) => [...text.matchAll(/"code":\s*"(\w+)"/g)].map((match) => match[1]!));
    expect(codes.length).toBeGreaterThan(30);
    const missing = codes.filter((code) => find(`error-${code.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`) === null);
    expect(missing).toEqual([]);
  });
});
