import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../design/tests/axe';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { play, stopPlaying } from '$ipc/play';
import RecoveryKey from './RecoveryKey.svelte';

afterEach(stopPlaying);

describe('the recovery key', () => {
  it('is shown, can be saved, and has to be put away before one goes on', async () => {
    const heard = vi.fn<(order: DesktopOrder) => void>();
    const onclose = vi.fn();
    play({ desktop: (order) => { heard(order); return order.do === 'recoveryKey' ? { is: 'recoveryKey', key: 'ABCDEFG-HIJKLMN' } : { is: 'done' }; } });
    await render(RecoveryKey, { onclose });
    await expect.element(page.getByText('ABCDEFG-HIJKLMN')).toBeVisible();
    expect(await violations()).toEqual([]);
    const go = page.getByRole('button', { name: 'Weiter' });
    await expect.element(go).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Als Textdatei sichern …' }).click();
    await expect.poll(() => heard.mock.lastCall?.[0]).toMatchObject({ do: 'saveText', text: expect.stringContaining('ABCDEFG-HIJKLMN') });
    await expect.element(page.getByRole('checkbox')).toBeChecked();
    await go.click();
    expect(onclose).toHaveBeenCalledTimes(1);
  });
});
