import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { Desktop } from './contract/desktop';
import { once, order } from './core';
import { look, prefer, preferring, standing } from './desktop.svelte';
import { foresee, forget, keepFresh, live, type Live } from './live.svelte';
import { play, stopPlaying, tell } from './play';
import { incidentView, openDesktop } from './sample';
import type { IncidentView, Severity } from './wire';

let ends: (() => void)[] = [];
afterEach(() => {
  ends.forEach((end) => end());
  ends = [];
  stopPlaying();
  forget();
});

/** An answer that stays open until it is let go. */
function later<V>(): { promise: Promise<V>; go: (value: V) => void; fail: (failure: unknown) => void } {
  let go!: (value: V) => void;
  let fail!: (failure: unknown) => void;
  const promise = new Promise<V>((done, refused) => {
    go = done;
    fail = refused;
  });
  return { promise, go, fail };
}

describe('a change that is shown before it is answered', () => {
  let truth: Severity;
  let view: Live<IncidentView>;

  async function watch(): Promise<void> {
    truth = 'low';
    play({ query: () => ({ incident: incidentView('N-2026-001', { severity: truth }) }) });
    ends.push($effect.root(() => {
      view = live('incident', () => ({ record: 'N-2026-001' }));
    }), keepFresh());
    flushSync();
    await expect.poll(() => view.value?.severity).toBe('low');
  }
  const rate = () => foresee('incident', (shown) => ({ ...shown, severity: 'critical' as Severity }));

  it('R10 stands at once, and until the truth is there', async () => {
    await watch();
    const foreseen = rate();
    expect(view.value?.severity).toBe('critical');
    foreseen.keep();
    expect(view.value?.severity).toBe('critical');
    truth = 'high';
    await tell('changed', { stale: ['record:r1'] });
    await expect.poll(() => view.value?.severity).toBe('high');
  });

  it('R10 outlasts another answer while the order is still under way', async () => {
    await watch();
    rate();
    await tell('changed', { stale: ['record:r9'] });
    await new Promise((wait) => setTimeout(wait, 30));
    expect(view.value?.severity).toBe('critical');
  });

  it('R10 goes when it is refused', async () => {
    await watch();
    const foreseen = rate();
    foreseen.back();
    expect(view.value?.severity).toBe('low');
  });
});

describe('the preferences', () => {
  let kept: Desktop;
  let sent: number[];

  async function begin(answer: () => Promise<unknown>): Promise<void> {
    kept = openDesktop;
    sent = [];
    play({
      desktop: async (given) => {
        if (given.do === 'prefer') {
          sent.push(given.preferences.zoom);
          await answer();
          kept = { ...kept, preferences: given.preferences };
        }
        return { is: 'desktop', desktop: kept };
      },
    });
    await look();
  }

  it('R10 hold at once, are kept in their order, and what changed meanwhile goes as one', async () => {
    const slow = later<void>();
    await begin(() => slow.promise);
    const first = prefer({ zoom: 110 });
    for (const zoom of [125, 150, 175]) void prefer({ zoom });
    expect(standing()?.preferences.zoom).toBe(175);
    slow.go();
    expect(await first).toBe(true);
    expect(sent).toEqual([110, 175]);
  });

  it('R10 are again what was kept when they cannot be, with the reason and another try', async () => {
    const slow = later<void>();
    let broken = true;
    await begin(() => (broken ? slow.promise : Promise.resolve()));
    const first = prefer({ zoom: 110 });
    expect(standing()?.preferences.zoom).toBe(110);
    slow.fail({ code: 'fileFailed', values: { file: 'kept.json', reason: 'full' } });
    expect(await first).toBe(false);
    expect(standing()?.preferences.zoom).toBe(100);
    expect(preferring()?.failure).toMatchObject({ code: 'fileFailed' });
    broken = false;
    preferring()?.again();
    await expect.poll(() => kept.preferences.zoom).toBe(110);
    expect(preferring()).toBeNull();
  });
});

describe('an order that is tried again', () => {
  it('R10 has the id of the first try, and a new deed another one', async () => {
    const ids: string[] = [];
    play({
      desktop: () => ({ is: 'desktop', desktop: openDesktop }),
      execute: (given: { id: string }) => {
        ids.push(given.id);
        return {};
      },
    });
    await look();
    const give = () => order({ incident: { rateSeverity: { severity: 'high' } } }, 'r1');
    const attempt = {};
    await once(attempt, give);
    await once(attempt, give);
    await once({}, give);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
