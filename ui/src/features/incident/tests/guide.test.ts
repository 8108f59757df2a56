import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from '$design/tests/axe';
import { look } from '$ipc/desktop.svelte';
import { forget } from '$ipc/live.svelte';
import { play, stopPlaying } from '$ipc/play';
import { openDesktop } from '$ipc/sample';
import type { GuideRow, GuideUse } from '$ipc/wire';
import GuideField from '../recovery/GuideField.svelte';

const row: GuideRow = { id: 'g1', number: 'L-2026-001', kind: 'recoveryGuide', title: 'Leitfaden Druck', file: null, valid: 2, validFrom: '2026-11-01', next: null, nextFrom: null, open: null, stage: null, versions: 2, changed: '2026-11-01T08:00:00Z' };
const field = (id: string) => ({ id, error: undefined });
const proposed = vi.fn<(guide: GuideUse) => void>();

async function show(items: GuideRow[], title = '', version = ''): Promise<void> {
  play({ desktop: () => ({ is: 'desktop', desktop: openDesktop }), query: () => ({ guides: { items, total: items.length, all: items.length } }) });
  await look();
  await render(GuideField, { title, version, titleField: field('guide'), versionField: field('version'), onpropose: proposed });
}

beforeEach(() => proposed.mockClear());
afterEach(() => {
  stopPlaying();
  forget();
});

describe('the guide of a recovery', () => {
  it('is the valid one where there is one, without anybody typing it', async () => {
    await show([row]);
    await expect.poll(() => proposed.mock.calls).toEqual([[{ title: 'Leitfaden Druck', version: '2' }]]);
    expect(await violations()).toEqual([]);
  });

  it('is asked for where several are valid, and another one can be named', async () => {
    await show([row, { ...row, id: 'g2', number: 'L-2026-002', title: 'Leitfaden Netz', valid: 1 }]);
    await page.getByTestId('step-guide').click();
    await page.getByRole('option', { name: 'Anderer Leitfaden' }).click();
    await expect.element(page.getByLabelText('Leitfaden', { exact: false }).last()).toBeVisible();
    expect(proposed).not.toHaveBeenCalled();
  });

  it('is written down where none is valid', async () => {
    await show([], 'Leitfaden Cloud', '3.2');
    await expect.element(page.getByLabelText('Wiederherstellungsleitfaden', { exact: false })).toHaveValue('Leitfaden Cloud');
    expect(page.getByTestId('step-guide').query()).toBeNull();
  });
});
