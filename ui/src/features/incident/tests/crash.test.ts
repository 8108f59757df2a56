import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DesktopOrder } from '$ipc/contract/desktop';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop, organisation } from '$ipc/sample';
import { incident } from '$ipc/sample-incident';
import { router } from '$shell/router.svelte';
import IncidentScreen from '../IncidentScreen.svelte';

const heard: DesktopOrder[] = [];
const crashed = page.getByText('Diese Ansicht konnte nicht gezeichnet werden', { exact: false });

/** A record whose tickets cannot be drawn. */
beforeEach(async () => {
  heard.length = 0;
  play({
    desktop: (order) => {
      heard.push(order);
      if (order.do === 'look') return { is: 'desktop', desktop: openDesktop };
      return order.do === 'drafts' ? { is: 'drafts', drafts: [] } : { is: 'done' };
    },
    query: (question: object) => ('incident' in question ? { incident: { ...incident, tickets: [null] } } : { organisation }),
  });
  await look();
  router.go({ at: 'notfall', number: incident.number }, { tab: 'tickets' });
  await expect.poll(() => router.search['tab']).toBe('tickets');
  await render(IncidentScreen, { route: { at: 'notfall', number: incident.number } });
  await expect.element(crashed).toBeVisible();
});
afterEach(() => {
  stopPlaying();
  forget();
});

describe('a part of a record that cannot be drawn', () => {
  it('R14 leaves the other parts as they are', async () => {
    await page.getByRole('tab', { name: 'Lage' }).click();
    await expect.element(page.getByTestId('durations')).toBeVisible();
    await expect.element(crashed).not.toBeInTheDocument();
    await page.getByRole('tab', { name: /Tickets/ }).click();
    await expect.element(crashed).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(crashed).not.toBeInTheDocument();
  });

  it('R14 is noted in the log file of the program', async () => {
    await expect.poll(() => heard.find((order) => order.do === 'noteCrash')).toMatchObject({ message: expect.stringContaining('null'), stack: expect.stringMatching(/:\d+:\d+/) });
  });
});
