import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { violations } from './axe';
import DialogCase from './DialogCase.svelte';

const opener = () => page.getByRole('button', { name: 'Melden' });
const title = () => page.getByLabelText('Titel');

async function open(send: (values: { title: string; service: string }) => Promise<void> = async () => undefined, how: { eager?: boolean; once?: boolean } = {}): Promise<void> {
  await render(DialogCase, { send, ...how });
  (opener().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

describe('a dialog with a form', () => {
  it('R05 closes with Escape and gives the focus back', async () => {
    await open();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(opener().element());
  });

  it('R05 gives the focus back also when a field of it takes the focus by itself', async () => {
    await open(undefined, { eager: true });
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(opener().element());
  });

  it('R05 gives the focus to the heading of the screen when what opened it is gone', async () => {
    await open(undefined, { once: true });
    await title().fill('Kein Druck');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('never breaks a number of a record in its title', async () => {
    await open();
    const heading = page.getByRole('dialog', { name: 'Vorfall melden: N-2026-004' }).getByRole('heading').element() as HTMLElement;
    const number = [...heading.querySelectorAll('span')].find((part) => part.textContent === 'N-2026-004')!;
    for (let width = 20; width <= 300; width += 10) {
      heading.style.width = `${width}px`;
      expect(number.getClientRects().length, `${width}px`).toBe(1);
    }
    expect(heading.textContent).toBe('Vorfall melden: N-2026-004');
  });

  it('R05 keeps the focus inside', async () => {
    await open();
    for (let step = 0; step < 8; step++) {
      await userEvent.keyboard('{Tab}');
      expect(document.querySelector('[role=dialog]')?.contains(document.activeElement)).toBe(true);
    }
  });

  it('R05 asks before it throws away what was typed', async () => {
    await open();
    await title().fill('Ausfall');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Die Eingaben verwerfen?')).toBeVisible();
    await page.getByRole('button', { name: 'Weiter bearbeiten' }).click();
    await expect.element(title()).toHaveValue('Ausfall');
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Verwerfen', exact: true }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('R15 says what is missing on top with a way to the field, and sends nothing', async () => {
    const send = vi.fn(async () => undefined);
    await open(send);
    await page.getByRole('button', { name: 'Speichern' }).click();
    expect(send).not.toHaveBeenCalled();
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('alert');
    await page.getByRole('link', { name: 'Der Titel fehlt.' }).click();
    expect(document.activeElement).toBe(title().element());
    await expect.element(title()).toHaveAttribute('aria-invalid', 'true');
  });

  it('R15 puts a refusal that names a field at that field and keeps the values', async () => {
    await open(() => Promise.reject({ code: 'nothingSuch', values: { field: 'service' } }));
    await title().fill('Ausfall');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByLabelText('Dienst')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(title()).toHaveValue('Ausfall');
  });
});
