import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { speak } from '$i18n/words.svelte';
import type { Desktop, DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { bareDesktop, play, stopPlaying } from '$ipc/play';
import Start from './Start.svelte';

const desktop: Desktop = {
  ...bareDesktop,
  recent: [{ id: '1', name: 'Loftware Cloud', place: '/home/anna/Loftware Cloud.lotse', opened: '2026-11-21T08:00:00Z', there: true, acting: null }],
};

async function show(answer: (order: DesktopOrder) => unknown = () => ({ is: 'desktop', desktop }), recent = desktop.recent) {
  const heard = vi.fn(answer);
  play({ desktop: (order) => (order.do === 'look' ? { is: 'desktop', desktop: { ...desktop, recent } } : heard(order)) });
  await look();
  await render(Start);
  return heard;
}

afterEach(stopPlaying);

describe('the first steps', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('pass axe in %s and %s', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show();
    expect(await violations()).toEqual([]);
    wear({ theme: 'light' });
  });

  it('make a workspace with what was filled in, by keyboard alone', async () => {
    const heard = await show(() => ({ is: 'cancelled' }), []);
    await userEvent.tab();
    (page.getByTestId('organisation').element() as HTMLElement).focus();
    await userEvent.keyboard('Loftware Cloud{Tab}Anna Berg{Enter}');
    await expect.poll(() => heard.mock.calls.length).toBe(1);
    expect(heard.mock.calls[0]?.[0]).toEqual({ do: 'createWorkspace', organisation: 'Loftware Cloud', person: 'Anna Berg', language: 'de', zone: 'Europe/Berlin', passphrase: null, sample: true });
  });

  it('say what is missing and ask Rust for nothing', async () => {
    const heard = await show(undefined, []);
    await page.getByTestId('create').click();
    await expect.element(page.getByText('2 Felder brauchen noch eine Angabe:')).toBeVisible();
    expect(heard).not.toHaveBeenCalled();
    expect(await violations()).toEqual([]);
  });

  it('ask for the passphrase only when the file needs one', async () => {
    const heard = await show((order) => {
      if (order.do === 'openRecent' && order.passphrase === null) throw { code: 'passphraseNeeded', values: {} };
      return { is: 'desktop', desktop };
    });
    await page.getByRole('button', { name: /^Loftware Cloud/ }).click();
    const field = page.getByLabelText('Passphrase', { exact: true });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('richtig pferd{Enter}');
    await expect.poll(() => heard.mock.lastCall?.[0]).toEqual({ do: 'openRecent', id: '1', passphrase: 'richtig pferd' });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('say in words why a file cannot be opened', async () => {
    await show(() => { throw { code: 'notAWorkspace', values: {} }; });
    await page.getByTestId('open-other').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  it('offer the newest backup when a file is damaged, and say what that means before', async () => {
    const heard = await show((order) => {
      if (order.do === 'openRecent') throw { code: 'damaged', values: { detail: 'page 7' } };
      return { is: 'desktop', desktop };
    });
    await page.getByRole('button', { name: /^Loftware Cloud/ }).click();
    await page.getByTestId('restore').click();
    await expect.element(page.getByText(/bleibt unter anderem Namen daneben erhalten/)).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Jüngste Sicherung wiederherstellen' }).click();
    await expect.poll(() => heard.mock.lastCall?.[0]).toEqual({ do: 'restoreNewest', id: '1', passphrase: null });
  });
});
