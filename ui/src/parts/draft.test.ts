import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft, DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop } from '$ipc/sample';
import { DraftKeeper } from './draft.svelte';

let disk: Map<string, string>;
let slow: Promise<void> = Promise.resolve();

beforeEach(async () => {
  disk = new Map();
  slow = Promise.resolve();
  play({
    desktop: async (order: DesktopOrder) => {
      if (order.do === 'drafts') return { is: 'drafts', drafts: [...disk].map(([key, content]): Draft => ({ key, content, kept: '2026-11-22T09:42:00Z' })) };
      if (order.do === 'keepDraft') {
        await slow;
        disk.set(order.key, order.content);
      }
      if (order.do === 'dropDraft') disk.delete(order.key);
      return order.do === 'look' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
  });
  await look();
});
afterEach(() => {
  vi.useRealTimers();
  stopPlaying();
});

describe('a draft', () => {
  it('R12 is on the disk within a second of the last key', async () => {
    new DraftKeeper<string>('k').note('halb', false);
    await expect.poll(() => disk.get('k'), { timeout: 1000 }).toBe('"halb"');
  });

  it('R12 from before stays while somebody types without deciding on it', async () => {
    disk.set('k', '"alt"');
    const draft = new DraftKeeper<string>('k');
    await draft.seek();
    draft.note('neu', false);
    await expect.poll(() => [...disk], { timeout: 1500 }).toEqual([['k', '"alt"'], ['k~', '"neu"']]);
    expect(draft.take()).toBe('alt');
    await draft.drop();
    expect([...disk]).toEqual([]);
  });

  it('R12 that is given up does not come back by a write that was under way', async () => {
    let go = (): void => undefined;
    slow = new Promise((done) => (go = done));
    const draft = new DraftKeeper<string>('k');
    draft.note('gesendet', false);
    await new Promise((wait) => setTimeout(wait, 700));
    const dropped = draft.drop();
    go();
    await dropped;
    expect([...disk]).toEqual([]);
  });
});
