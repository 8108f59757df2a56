import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { liveIn } from '$i18n/zone.svelte';
import Time from './Time.svelte';
import { timeWidth } from './widths.svelte';

afterEach(() => liveIn('Europe/Berlin'));

describe('a moment', () => {
  it('R24 shows its zone, and in the tooltip the moment in UTC', async () => {
    await render(Time, { at: '2026-11-22T13:30:00Z' });
    const moment = page.getByText('22.11.2026 14:30 MEZ');
    await expect.element(moment).toHaveAttribute('title', '2026-11-22T13:30:00Z');
    await expect.element(moment).toHaveAttribute('datetime', '2026-11-22T13:30:00Z');
    expect(moment.element().textContent).not.toContain('(');
  });

  it('R24 shows the zone of the process beside the one that somebody prefers', async () => {
    liveIn('America/New_York', 'Europe/Berlin');
    await render(Time, { at: '2026-11-22T02:30:00Z' });
    await expect.element(page.getByRole('time')).toHaveTextContent(/^21\.11\.2026 21:30 .+ \(22\.11\.2026 03:30 MEZ\)$/);
  });

  it('R24 shows both zones whole in the column of a table, also in the densest', async () => {
    liveIn('America/New_York', 'Europe/Berlin');
    await render(Time, { at: '2026-11-22T02:30:00Z', stacked: true });
    const moment = page.getByRole('time').element() as HTMLElement;
    const column = timeWidth() * 16 - 20;
    Object.assign(moment.style, { display: 'block', width: `${column}px`, whiteSpace: 'nowrap' });
    expect([moment.scrollWidth <= column, moment.scrollHeight <= 28]).toEqual([true, true]);
  });
});
