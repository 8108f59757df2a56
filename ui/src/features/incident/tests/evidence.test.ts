import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { toasts } from '$design/toasts.svelte';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';

afterEach(() => {
  stopPlaying();
  forget();
  toasts.list = [];
});

it('R28 a picture that is pasted is kept as evidence', async () => {
  const kept: { name: string; base64: string }[] = [];
  const ordered: unknown[] = [];
  play({
    desktop: (order) => {
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      if (order.do !== 'keepPasted') return { is: 'done' };
      kept.push(order);
      return { is: 'evidence', evidence: { hash: 'ab'.repeat(32), name: order.name, bytes: 4 } };
    },
    query: (question: object) => ('incident' in question ? { incident } : { organisation }),
    execute: (order: { id: string; command: unknown }) => {
      ordered.push(order.command);
      return { order: order.id, record: incident.id, number: null, events: [], stale: [] };
    },
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, { tab: 'evidence' });
  await expect.poll(() => router.search['tab']).toBe('evidence');
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(page.getByTestId('drop')).toBeVisible();
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array([1, 2, 3, 4])], 'image.png', { type: 'image/png' }));
  window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  await expect.poll(() => ordered.length).toBe(1);
  expect(kept[0]).toMatchObject({ name: expect.stringMatching(/^N-2026-004-.*\.png$/), base64: 'AQIDBA==' });
  expect(ordered[0]).toMatchObject({ incident: { attachEvidence: { hash: 'ab'.repeat(32) } } });
});

it('says which evidence was saved, and nothing when the dialog was closed', async () => {
  const asked: string[] = [];
  const answers = ['cancelled', 'done'];
  play({
    desktop: (order) => {
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
      if (order.do !== 'saveAs') return { is: 'done' };
      asked.push(order.name);
      return { is: answers.shift() };
    },
    query: (question: object) => ('incident' in question ? { incident } : { organisation }),
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, { tab: 'evidence' });
  await expect.poll(() => router.search['tab']).toBe('evidence');
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  const { name } = incident.evidence[0]!;
  const save = page.getByRole('button', { name: new RegExp(`Speichern unter.*${name}`) });
  await save.click();
  await expect.poll(() => asked.length).toBe(1);
  await save.click();
  await expect.poll(() => toasts.list.map(({ text }) => text)).toEqual([`„${name}“ gesichert`]);
  expect(asked).toEqual([name, name]);
});
