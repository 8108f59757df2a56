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

async function show(answer: (order: DesktopOrder) => unknown = () => ({ is: 'desktop', desktop }), recent = desktop.recent, change: Partial<Desktop> = {}) {
  const heard = vi.fn(answer);
  play({ desktop: (order) => (order.do === 'look' ? { is: 'desktop', desktop: { ...desktop, recent, ...change } } : heard(order)) });
  await look();
  await render(Start);
  return heard;
}

afterEach(stopPlaying);

describe('the first steps', () => {
  it.each([['light', 'de'], ['dark', 'de'], ['light', 'en'], ['dark', 'en']] as const)('R30 pass axe in %s and %s', async (theme, language) => {
    wear({ theme });
    await speak(language);
    await show();
    expect(await violations()).toEqual([]);
    wear({ theme: 'light' });
  });

  it('R01 make a workspace with what was filled in, by keyboard alone', async () => {
    const heard = await show(() => ({ is: 'cancelled' }), []);
    await userEvent.tab();
    (page.getByTestId('organisation').element() as HTMLElement).focus();
    await userEvent.keyboard('Loftware Cloud{Tab}Anna Berg{Enter}');
    await expect.poll(() => heard.mock.calls.length).toBe(1);
    expect(heard.mock.calls[0]?.[0]).toEqual({ do: 'createWorkspace', organisation: 'Loftware Cloud', person: 'Anna Berg', language: 'de', zone: 'Europe/Berlin', passphrase: null, sample: true });
  });

  it('R15 say what is missing and ask Rust for nothing', async () => {
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

  it('R14 say in words why a file cannot be opened', async () => {
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

  it('say at once which file of the start did not open, with the way back to its backup', async () => {
    await show(undefined, desktop.recent, { failed: { name: 'Loftware Cloud', id: '1', code: 'damaged', values: { pages: [7] } } });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await page.getByTestId('restore').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Loftware Cloud');
  });

  it('say that a file of the start is none of ours, and offer nothing to bring back', async () => {
    await show(undefined, desktop.recent, { failed: { name: 'Rechnung', id: null, code: 'notAWorkspace', values: {} } });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByTestId('restore')).not.toBeInTheDocument();
  });

  it('offer the newest backup of a damaged file that was chosen in the dialog', async () => {
    await show((order) => {
      if (order.do === 'openWorkspace') throw { code: 'truncated', values: { expected: 9, found: 4, id: '1' } };
      return { is: 'desktop', desktop };
    });
    await page.getByTestId('open-other').click();
    await expect.element(page.getByTestId('restore')).toBeVisible();
  });

  it('R25 open nothing by itself after three crashes, and say what can be done', async () => {
    const heard = await show(() => ({ is: 'done' }), desktop.recent, { crashes: 3 });
    await expect.element(page.getByText(/3-mal nacheinander nicht regulär beendet/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByTestId('show-log').click();
    await expect.poll(() => heard.mock.lastCall?.[0]).toEqual({ do: 'showLogFile' });
    await page.getByRole('button', { name: /^Jüngste Sicherung wiederherstellen/ }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('R05 put the focus on the next workspace after one was taken off the list', async () => {
    let recent = ['1', '2', '3'].map((id) => ({ ...desktop.recent[0]!, id, name: `Mappe ${id}` }));
    await show((order) => {
      if (order.do === 'forgetRecent') recent = recent.filter(({ id }) => id !== order.id);
      return { is: 'desktop', desktop: { ...desktop, recent } };
    }, recent);
    await page.getByRole('button', { name: '„Mappe 2“ aus der Liste nehmen' }).click();
    await expect.poll(() => document.activeElement?.textContent).toContain('Mappe 3');
  });

  it('propose the zone of the system', async () => {
    const heard = await show(() => ({ is: 'cancelled' }), [], { systemZone: 'Europe/Vienna' });
    (page.getByTestId('organisation').element() as HTMLElement).focus();
    await userEvent.keyboard('Loftware Cloud{Tab}Anna Berg{Enter}');
    await expect.poll(() => heard.mock.calls[0]?.[0]).toMatchObject({ zone: 'Europe/Vienna' });
  });
});
