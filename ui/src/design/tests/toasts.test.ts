import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { action } from '../action.svelte';
import { toasts } from '../toasts.svelte';
import Toasts from '../Toasts.svelte';

describe('an action', () => {
  it('can be taken back from its note and by the shortcut, once', async () => {
    await render(Toasts);
    const undo = vi.fn(async () => undefined);
    await action(async () => 1, { done: () => 'Gemeldet.', undo }).run();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.element(page.getByText('Rückgängig gemacht. Auch das steht im Protokoll.')).toBeVisible();
    await toasts.undo();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('says why it failed and never rejects', async () => {
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
