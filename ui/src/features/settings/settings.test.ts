import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { wear } from '../../design/look.svelte';
import { toasts } from '../../design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { Desktop, DesktopOrder, Draft } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget, keepFresh } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { anna, openDesktop, organisation } from '$ipc/sample';
import type { OrganisationView } from '$ipc/wire';
import Settings from './Settings.svelte';

let kept: Desktop;
let known: OrganisationView;
let drafts: Draft[] = [];
/** Whether the desktop has a tray. */
let tray = true;
const heard = vi.fn<(order: DesktopOrder) => void>();
const ordered = vi.fn();
/** What the core answers instead of carrying an order out. */
let refuse: unknown = null;
const backups = { folder: '/home/anna/Sicherungen', days: 14, months: 12, made: [{ name: 'Loftware Cloud 2026-11-22.lotse', made: '2026-11-22T07:00:00Z', bytes: 475_136 }] };

async function show(part: string | null): Promise<void> {
  play({
    desktop: (order) => {
      heard(order);
      if (order.do === 'prefer') kept = { ...kept, preferences: order.preferences };
      if (order.do === 'tray') return { is: 'tray', there: tray };
      if (order.do === 'drafts') return { is: 'drafts', drafts };
      if (order.do === 'backups' || order.do === 'backUpNow') return { is: 'backups', backups };
      if (order.do === 'keepBackups') return { is: 'backups', backups: { ...backups, days: order.days, months: order.months } };
      return { is: 'desktop', desktop: kept };
    },
    query: () => ({ organisation: known }),
    execute: (order: { id: string; command: unknown }) => {
      ordered(order.command);
      if (refuse) throw refuse;
      return { order: order.id, record: 'o', number: null, events: [], undoable: false, stale: ['organisation'] };
    },
  });
  await look();
  await render(Settings, { route: { at: 'einstellungen', part } });
}

async function deed(thing: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: `Aktionen für ${thing}` }).click();
  await page.getByRole('menuitem', { name: verb }).click();
}

beforeEach(() => {
  kept = openDesktop;
  known = { ...organisation, teams: [{ id: 't1', kind: 'deployment', name: 'Bereitstellungsteam', head: 'p2' }], slaLevels: [{ id: 'l1', name: 'Gold', responseMinutes: 15, handlingMinutes: 240 }] };
  heard.mockClear();
  ordered.mockClear();
  refuse = null;
});
afterEach(() => {
  stopPlaying();
  forget();
  toasts.list = [];
  wear({ theme: 'light', density: 'comfortable' });
});

describe('the settings', () => {
  it.each(['darstellung', 'erinnerungen', 'organisation', 'personen', 'dienste', 'arbeitsmappe'].flatMap((part) => [[part, 'light', 'de'], [part, 'dark', 'en']] as const))('R30 %s passes axe in %s and %s', async (part, theme, language) => {
    wear({ theme });
    await speak(language);
    await show(part);
    await expect.poll(() => document.querySelector('[data-stage]')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('R17 change the look at once and keep it', async () => {
    await show(null);
    await page.getByRole('radio', { name: 'dunkel' }).click();
    await page.getByTestId('single-keys').click();
    await expect.poll(() => kept.preferences).toMatchObject({ look: 'dark', singleKeys: false });
  });

  it('R27 turn notices, quiet hours and the tray on and off, and keep the others', async () => {
    tray = true;
    await show('erinnerungen');
    await expect.element(page.getByText(/Es gilt die Zeitzone der Organisation \(Europe\/Berlin\)/)).toBeVisible();
    await page.getByTestId('quiet-from').click();
    await page.getByRole('option', { name: '20:30' }).click();
    await expect.poll(() => kept.preferences.reminders.quiet).toEqual({ from: 1230, to: 420, weekends: false });
    await page.getByTestId('quiet-weekends').click();
    await page.getByTestId('to-tray').click();
    await expect.poll(() => kept.preferences.reminders).toEqual({ notices: true, keepQuiet: true, quiet: { from: 1230, to: 420, weekends: true }, toTray: true });
    await page.getByTestId('notices-on').click();
    await expect.poll(() => kept.preferences.reminders.notices).toBe(false);
    await expect.element(page.getByTestId('quiet-on')).toBeDisabled();
  });

  it('R27 say why the window cannot be closed to a tray that is not there', async () => {
    tray = false;
    await show('erinnerungen');
    await expect.element(page.getByText(/hat keinen Infobereich/)).toBeVisible();
    await expect.element(page.getByTestId('to-tray')).toBeDisabled();
  });

  it('rename the organisation with one order and change nothing else', async () => {
    await show('organisation');
    await page.getByRole('textbox', { name: 'Organisation' }).fill('Loftware Cloud GmbH');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => ordered.mock.calls).toEqual([[{ organisation: { rename: { name: 'Loftware Cloud GmbH' } } }]]);
  });

  it('say who may keep the organisation to somebody who may not', async () => {
    known = { ...known, people: [{ ...anna, roles: ['auditor'] }] };
    await show('personen');
    await expect.element(page.getByText(/Nur die Prozessleitung/).first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Person anlegen' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Person anlegen' }).click({ force: true });
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('R15 take a person with roles, and refuse one without', async () => {
    await show('personen');
    await page.getByRole('button', { name: 'Person anlegen' }).click();
    await page.getByLabelText('Name', { exact: true }).fill('Mira Seidel');
    await page.getByLabelText('Vorfalls- und Notfallteam').click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByRole('link', { name: /Mindestens eine Rolle/ })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
    await page.getByLabelText('Management').click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ organisation: { putPerson: { data: { name: 'Mira Seidel', email: '', phone: '' }, roles: ['management'], teams: [] } } });
  });

  it('R11 erase a person only with a reason, and say what stays', async () => {
    await show('personen');
    await deed('Jonas Weidlich', 'Personendaten löschen …');
    await expect.element(page.getByText(/unwiderruflich gelöscht/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Personendaten löschen …' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByLabelText('Begründung').fill('Auskunft nach Art. 17');
    await page.getByRole('button', { name: 'Personendaten löschen …' }).click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toEqual({ organisation: { erasePerson: { id: 'p2', reason: 'Auskunft nach Art. 17' } } });
  });

  it('read objectives as people write them', async () => {
    await show('dienste');
    await expect.element(page.getByText('RTO 4 h 00 min · RPO 15 min')).toBeVisible();
    await page.getByRole('button', { name: 'Dienst anlegen' }).click();
    await page.getByTestId('kept-name').fill('Cloud-Druck');
    await page.getByTestId('kept-first').fill('bald');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByTestId('kept-first')).toHaveAttribute('aria-invalid', 'true');
    await page.getByTestId('kept-first').fill('1:30');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toMatchObject({ organisation: { putService: { name: 'Cloud-Druck', rtoMinutes: 90, rpoMinutes: null } } });
  });

  it.each([['dienste', 'Dienst anlegen'], ['dienste', 'SLA-Level anlegen'], ['organisation', 'Team anlegen']])('R15 say at the name that it is taken: %s, %s', async (part, add) => {
    refuse = { code: 'nameTaken', values: { name: 'Gold' } };
    await show(part);
    await page.getByRole('button', { name: add }).click();
    await page.getByLabelText('Name', { exact: true }).fill('Gold');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByLabelText('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByRole('link', { name: /„Gold“ ist schon vergeben/ })).toBeVisible();
  });

  it('R11 name a team and the consequence before it is removed', async () => {
    await show('organisation');
    await deed('Bereitstellungsteam', 'Entfernen');
    await expect.element(page.getByRole('dialog', { name: '„Bereitstellungsteam“ entfernen?' })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
    await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
    await expect.poll(() => ordered.mock.calls[0]?.[0]).toEqual({ organisation: { retireTeam: { id: 't1' } } });
  });

  it('R14 show the backups, make one, and change how many are kept', async () => {
    await show('arbeitsmappe');
    await expect.element(page.getByText('22.11.2026 08:00 MEZ')).toBeVisible();
    await page.getByTestId('back-up').click();
    await expect.poll(() => toasts.list.map((toast) => toast.text)).toEqual(['Gesichert und geprüft.']);
    await page.getByLabelText('Tägliche Sicherungen behalten').fill('30');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => heard.mock.lastCall?.[0]).toEqual({ do: 'keepBackups', days: 30, months: 12 });
  });

  it('R05 give the focus back to the menu that opened a dialog', async () => {
    await show('organisation');
    await deed('Bereitstellungsteam', 'Entfernen');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Aktionen für Bereitstellungsteam');
  });

  it('R05 put the focus on the next row after one was removed', async () => {
    known = { ...known, teams: ['A', 'B', 'C'].map((name) => ({ id: name, kind: 'other' as const, name, head: null })) };
    await show('organisation');
    const stop = keepFresh();
    await deed('B', 'Entfernen');
    known = { ...known, teams: known.teams.filter(({ id }) => id !== 'B') };
    await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
    await tell('changed', { stale: ['organisation'] });
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Aktionen für C');
    stop();
  });

  it('R12 offer what was being typed about a person when the program ended', async () => {
    drafts = [{ key: 'settings/person/new', kept: '2026-11-22T09:42:00Z', content: JSON.stringify({ name: 'Mira Sei' }) }];
    await show('personen');
    await page.getByRole('button', { name: 'Person anlegen' }).click();
    await page.getByTestId('draft-restore').click();
    await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Mira Sei');
    drafts = [];
  });
});
