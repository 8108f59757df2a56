import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FilterChip from '../FilterChip.svelte';
import Menu from '../Menu.svelte';

const button = () => page.getByRole('button', { name: 'Mehr' });
const focused = (): string => document.activeElement?.textContent.trim() ?? '';

async function menu(): Promise<string[]> {
  const done: string[] = [];
  const deed = (label: string) => ({ label, onselect: () => void done.push(label) });
  await render(Menu, { label: 'Mehr', groups: [[deed('Ändern'), deed('Absagen')], [deed('Drucken')]] });
  return done;
}

describe('a menu', () => {
  for (const key of ['{Enter}', ' ', '{ArrowDown}']) {
    it(`R05 has its first item in focus when ${key === ' ' ? 'the space bar' : key} opens it for the first time`, async () => {
      const done = await menu();
      (button().element() as HTMLElement).focus();
      await userEvent.keyboard(key);
      await expect.poll(focused).toBe('Ändern');
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await expect.poll(() => done).toEqual(['Absagen']);
      await expect.poll(() => document.activeElement).toBe(button().element());
    });
  }

  it('marks nothing when the pointer opens it, and its first item when a key opens it then', async () => {
    await menu();
    await button().click();
    await expect.poll(() => document.activeElement?.role).toBe('menu');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(button().element());
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Ändern');
  });
});

describe('a filter', () => {
  it('R05 has its first choice in focus when a key opens it for the first time', async () => {
    const choices = [
      { value: 'open', label: 'Offen' },
      { value: 'done', label: 'Erledigt' },
    ];
    await render(FilterChip, { label: 'Stand', choices, chosen: [], onchange: () => undefined });
    (page.getByRole('button', { name: 'Stand' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Offen');
  });
});
