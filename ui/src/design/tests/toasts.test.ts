import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { action } from '../action.svelte';
import { connect } from '../outside';
import { stay, toasts } from '../toasts.svelte';
import Toasts from '../Toasts.svelte';

describe('an action', () => {
  it('R11 can be taken back from its note and by the shortcut, once', async () => {
    await render(Toasts);
    const undo = vi.fn(async () => undefined);
    await action(async () => 1, { done: () => 'Gemeldet.', undo }).run();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.element(page.getByText('Rückgängig gemacht. Auch das steht im Protokoll.')).toBeVisible();
    await toasts.undo();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('R11 is not passed over by Ctrl+Z when it cannot be taken back that way: nothing older is', async () => {
    const undo = vi.fn(async () => undefined);
    await action(async () => 1, { done: () => 'Gemeldet.', undo }).run();
    expect(toasts.canUndo).toBe(true);
    toasts.add({ text: 'Bewertung begonnen', tone: 'ok', final: true });
    expect(toasts.canUndo).toBe(false);
    await toasts.undo();
    expect(undo).not.toHaveBeenCalled();
  });

  it('R11 without an undo stops Ctrl+Z, unless it changed nothing that is recorded', async () => {
    const undo = vi.fn(async () => undefined);
    await action(async () => 1, { done: () => 'Gemeldet.', undo }).run();
    await action(async () => 1, { done: () => 'Kopiert.', harmless: true }).run();
    expect(toasts.undoes).toBe('Gemeldet.');
    await action(async () => 1, { done: () => 'Scheidet aus.' }).run();
    expect(toasts.canUndo).toBe(false);
  });

  it('R14 says why it failed and never rejects', async () => {
    const failing = action(() => Promise.reject({ code: 'noDeciderNamed' }));
    expect(await failing.run()).toBe(false);
    expect(failing.error).toContain('noDeciderNamed');
    expect(failing.busy).toBe(false);
  });

  it('runs once however often it is pressed', async () => {
    let finish = (): void => undefined;
    const run = vi.fn(() => new Promise<void>((done) => (finish = done)));
    const slow = action(run);
    const first = slow.run();
    expect(slow.busy).toBe(true);
    expect(await slow.run()).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe('the notes', () => {
  beforeEach(async () => {
    await userEvent.hover(page.elementLocator(document.body), { position: { x: 5, y: 5 } }); // a note that is pointed at stays
    toasts.clear();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    toasts.clear();
  });

  it('R11 name the key only where it takes back what they tell, and offer nothing that can no longer be taken back', async () => {
    await render(Toasts);
    for (let count = 1; count <= 3; count++) toasts.add({ text: `Notiz ${count}`, tone: 'ok', undo: async () => undefined });
    await vi.advanceTimersByTimeAsync(10);
    const buttons = (): string[] => [...document.querySelectorAll('[data-testid=toast]')].map((toast) => `${toast.querySelectorAll('.button:not(.square)').length}/${toast.querySelectorAll('kbd').length}`);
    expect(buttons()).toEqual(['1/0', '1/0', '1/2']);
    await toasts.undo();
    await vi.advanceTimersByTimeAsync(10);
    expect(buttons().slice(0, 2)).toEqual(['1/0', '1/2']);
    toasts.add({ text: 'Bewertung begonnen', tone: 'ok', final: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(buttons().every((held) => held === '0/0')).toBe(true);
  });

  it('R11 stay for eight seconds, also when a fifth arrives, and what they offer can be taken back after that', async () => {
    await render(Toasts);
    const undo = vi.fn(async () => undefined);
    for (let count = 1; count <= 5; count++) toasts.add({ text: `Notiz ${count}`, tone: 'ok', undo });
    await vi.advanceTimersByTimeAsync(stay - 100);
    expect(document.querySelectorAll('[data-testid=toast]')).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(200);
    expect(document.querySelectorAll('[data-testid=toast]')).toHaveLength(0);
    expect(toasts.undoes).toBe('Notiz 5');
  });

  it('R11 give back twenty deeds, the newest first, one after the other', async () => {
    const taken: number[] = [];
    for (let count = 1; count <= 25; count++) toasts.add({ text: `Tat ${count}`, tone: 'ok', undo: async () => void taken.push(count) });
    for (let count = 0; count < 25; count++) void toasts.undo();
    await vi.advanceTimersByTimeAsync(10);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
    expect(toasts.canUndo).toBe(false);
  });

  it('R11 keep a deed that could not be taken back, for the next try', async () => {
    let broken = true;
    toasts.add({ text: 'Eingestuft', tone: 'ok', undo: () => (broken ? Promise.reject({ code: 'diskFull' }) : Promise.resolve()) });
    await toasts.undo();
    expect(toasts.undoes).toBe('Eingestuft');
    broken = false;
    await toasts.undo();
    expect(toasts.canUndo).toBe(false);
  });
});

describe('another try', () => {
  afterEach(() => {
    connect({ copy: (text) => navigator.clipboard.writeText(text), once: (_attempt, run) => run() });
    toasts.clear();
  });

  it('R14 copies the details of a failure by the door to the system, not by the browser', async () => {
    const copy = vi.fn(async () => undefined);
    connect({ copy, once: (_attempt, run) => run() });
    await render(Toasts);
    await action(() => Promise.reject({ code: 'diskFull', values: { at: 7 } }), { loud: true }).run();
    await page.getByRole('button', { name: 'Details kopieren' }).click();
    expect(copy).toHaveBeenCalledWith(expect.stringContaining('"at": 7'));
  });

  it('R10 is the same order, shows what is foreseen again, and takes it back when it is refused', async () => {
    const attempts: object[] = [];
    connect({ copy: async () => undefined, once: (attempt, run) => (attempts.push(attempt), run()) });
    await render(Toasts);
    const seen: string[] = [];
    let refused = true;
    const rate = action((severity: string) => (refused ? Promise.reject({ code: 'diskFull', values: { severity } }) : Promise.resolve()), {
      loud: true,
      optimistic: (severity) => (seen.push(severity), { keep: () => seen.push('kept'), back: () => seen.push('back') }),
    });
    expect(await rate.run('high')).toBe(false);
    refused = false;
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await expect.poll(() => seen).toEqual(['high', 'back', 'high', 'kept']);
    expect(attempts).toHaveLength(2);
    expect(attempts[0]).toBe(attempts[1]);
    expect(rate.error).toBeNull();
  });
});
