import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '../../design/tests/axe';
import { toasts } from '../../design/toasts.svelte';
import { speak } from '$i18n/words.svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget, keepFresh } from '$ipc/live.svelte';
import { play, stopPlaying, tell } from '$ipc/play';
import { anna, jonas, openDesktop, organisation } from '$ipc/sample';
import type { MailServer, Order, PersonView, PolicyView, Question } from '$ipc/wire';
import Settings from './Settings.svelte';

const server: MailServer = { host: 'mail.example.org', port: 465, security: 'tls', user: 'lotse', sender: 'lotse@example.org' };
const heard = vi.fn<(order: DesktopOrder) => void>();
const ordered = vi.fn<(command: Order['command']) => void>();
let policy: PolicyView;
let people: PersonView[];
let refuse: unknown = null;
let kept = false;
let stop = (): void => undefined;

async function show(part = 'mail'): Promise<void> {
  play({
    desktop: (order: DesktopOrder) => {
      heard(order);
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      if (order.do === 'mailPassword') return { is: 'mailPassword', kept };
      if (order.do === 'keepMailPassword') {
        if (refuse) throw refuse;
        kept = order.password !== '';
        return { is: 'mailPassword', kept };
      }
      if (order.do === 'testMail') {
        if (refuse) throw refuse;
        return { is: 'done' };
      }
      return order.do === 'look' || order.do === 'prefer' ? { is: 'desktop', desktop: openDesktop } : { is: 'done' };
    },
    query: (question: Question) => ('policy' in question ? { policy } : { organisation: { ...organisation, people } }),
    execute: (order: Order) => {
      ordered(order.command);
      if ('policy' in order.command && typeof order.command.policy === 'object' && 'setMailServer' in order.command.policy) policy = { ...policy, mail: order.command.policy.setMailServer.server };
      return { order: order.id, record: 'p', number: null, events: [{ seq: 1, kind: 'policy.mailServerSet' }], undoable: false, stale: ['policy'] };
    },
  });
  await look();
  stop = keepFresh();
  await render(Settings, { route: { at: 'einstellungen', part } });
}

beforeEach(() => {
  policy = { rules: [], region: null, drillScope: 'process', freezes: [], alone: false, asked: 'everyone', mail: null, people: {} };
  people = [anna, jonas];
  heard.mockClear();
  ordered.mockClear();
  refuse = null;
  kept = false;
});
afterEach(async () => {
  stop();
  stopPlaying();
  forget();
  toasts.list = [];
  await speak('de');
});

const said = (kind: DesktopOrder['do']): DesktopOrder[] => heard.mock.calls.map(([order]) => order).filter((order) => order.do === kind);

describe('the mail server', () => {
  it.each(['de', 'en'] as const)('passes axe with all that stands there, in %s', async (language) => {
    await speak(language);
    policy = { ...policy, mail: server };
    kept = true;
    await show();
    await expect.element(page.getByTestId('mail-forget')).toBeVisible();
    await expect.element(page.getByTestId('mail-test')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('is set by one order; the password goes into the keychain and into no order and no draft', async () => {
    await show();
    await page.getByTestId('mail-host').fill('mail.example.org');
    await page.getByTestId('mail-sender').fill('lotse@example.org');
    await page.getByTestId('mail-user').fill('lotse');
    await page.getByTestId('mail-password').fill('geheim');
    await page.getByTestId('mail-save').click();
    await expect.poll(() => said('keepMailPassword')).toEqual([{ do: 'keepMailPassword', password: 'geheim' }]);
    expect(ordered.mock.calls).toEqual([[{ policy: { setMailServer: { server } } }]]);
    expect(JSON.stringify([...ordered.mock.calls, ...said('keepDraft')])).not.toContain('geheim');
    await expect.element(page.getByTestId('mail-forget')).toBeVisible();
  });

  it('a keychain that refuses says so, and what was typed stays', async () => {
    await show();
    await page.getByTestId('mail-host').fill('mail.example.org');
    await page.getByTestId('mail-sender').fill('lotse@example.org');
    await page.getByTestId('mail-user').fill('lotse');
    await page.getByTestId('mail-password').fill('geheim');
    refuse = { code: 'keychainFailed', values: { reason: 'gesperrt' } };
    await page.getByTestId('mail-save').click();
    await expect.element(page.getByText(/Schlüsselbund dieses Geräts nahm das Passwort nicht an: gesperrt/)).toBeVisible();
    await expect.element(page.getByTestId('mail-password')).toHaveValue('geheim');
    await expect.element(page.getByTestId('mail-host')).toHaveValue('mail.example.org');
  });

  it('sends no password in clear text', async () => {
    policy = { ...policy, mail: { ...server, security: 'none', user: '' } };
    await show();
    await expect.element(page.getByTestId('mail-host')).toHaveValue('mail.example.org');
    await page.getByTestId('mail-user').fill('lotse');
    await page.getByTestId('mail-save').click();
    await expect.element(page.getByRole('link', { name: /Ohne TLS ginge das Passwort offen/ })).toBeVisible();
    expect(ordered).not.toHaveBeenCalled();
  });

  it('a test message says that it was handed over, or what the server said', async () => {
    policy = { ...policy, mail: server };
    await show();
    await page.getByTestId('mail-test-to').fill('anna@example.org');
    refuse = { code: 'mailRefused', values: { reason: '535 wrong password' } };
    await page.getByTestId('mail-test').click();
    await expect.element(page.getByText(/535 wrong password/)).toBeVisible();
    refuse = null;
    await page.getByTestId('mail-test').click();
    await expect.poll(() => toasts.list.at(-1)?.text).toBe('Testnachricht an anna@example.org übergeben.');
    expect(said('testMail')).toEqual(Array.from({ length: 2 }, () => ({ do: 'testMail', to: 'anna@example.org' })));
  });

  it('what somebody types is not overwritten by what somebody else sets', async () => {
    policy = { ...policy, mail: server };
    await show();
    await expect.element(page.getByTestId('mail-host')).toHaveValue('mail.example.org');
    await page.getByTestId('mail-host').fill('smtp.example.org');
    policy = { ...policy, mail: { ...server, port: 587 } };
    await tell('changed', { stale: ['policy'] });
    await expect.element(page.getByTestId('mail-test')).toBeVisible();
    await expect.element(page.getByTestId('mail-host')).toHaveValue('smtp.example.org');
  });

  it('is read by everyone and changed by the process management alone', async () => {
    people = [{ ...anna, roles: ['auditor'] }];
    policy = { ...policy, mail: server };
    await show();
    await expect.element(page.getByText(/Nur die Prozessleitung/).first()).toBeVisible();
    await expect.element(page.getByTestId('mail-save')).toHaveAttribute('aria-disabled', 'true');
  });
});

it('a rule says who of a team acknowledges', async () => {
  await show('regeln');
  await page.getByTestId('asked-who').click();
  await page.getByRole('option', { name: 'Die Leitung jedes Teams' }).click();
  await expect.poll(() => ordered.mock.calls).toEqual([[{ policy: { setAsked: { who: 'heads' } } }]]);
});
