import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Moment } from '$i18n/moment';
import { stopClock } from '../now.svelte';
import MomentCase from './MomentCase.svelte';

let said: Moment | null = null;
const field = () => page.getByTestId('moment');

beforeEach(async () => {
  stopClock(new Date('2026-11-22T09:00:00Z'));
  await render(MomentCase, { onvalue: (value: Moment | null) => (said = value) });
});
afterEach(() => stopClock(null));

describe('a moment field', () => {
  it('R23 takes what people type and shows it back with its zone', async () => {
    await field().fill('22.11. 8:15');
    expect(said).toEqual({ at: '2026-11-22T07:15:00Z', zone: 'Europe/Berlin', precision: 'exact' });
    await expect.element(page.getByText('22.11.2026 08:15 MEZ')).toBeVisible();
  });

  it('R24 asks which of the two hours is meant when the clocks go back', async () => {
    await field().fill('25.10.2026 02:30');
    expect(said?.at).toBe('2026-10-25T00:30:00Z');
    await page.getByRole('button', { name: 'Gemeint ist 25.10.2026 02:30 MEZ' }).click();
    expect(said?.at).toBe('2026-10-25T01:30:00Z');
    await expect.element(page.getByRole('button', { name: 'Gemeint ist 25.10.2026 02:30 MESZ' })).toBeVisible();
  });

  it('R15 says at the field what cannot be read, keeps the text and gives no value', async () => {
    await field().fill('31.02. 10:00');
    expect(said).toBeNull();
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription(expect.stringContaining('Diesen Tag gibt es nicht.'));
    await expect.element(field()).toHaveValue('31.02. 10:00');
  });

  it('R23 takes about and unknown by keyboard', async () => {
    await field().fill('14:00');
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard('{Tab}{Tab}{ArrowRight}');
    expect(said?.precision).toBe('about');
    await expect.element(page.getByText('ca. 22.11.2026 14:00 MEZ')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    expect(said?.precision).toBe('unknown');
    await expect.element(page.getByText('Der Zeitpunkt ist nicht bekannt.')).toBeVisible();
  });
});
