import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { wear } from '../look.svelte';
import { violations } from './axe';
import Gallery from './Gallery.svelte';

describe('the design system', () => {
  it.each(['light', 'dark'] as const)('R30 passes axe in %s', async (theme) => {
    wear({ theme });
    await render(Gallery);
    expect(await violations()).toEqual([]);
    wear({ theme: 'light' });
  });

  it.each([
    ['menu', '{ArrowDown}'],
    ['menu', ' '],
    ['filter', '{Enter}'],
  ])('R01 opens the list of a %s that nobody used yet by %o and stands in it', async (id, key) => {
    await render(Gallery);
    (page.getByTestId(id).element() as HTMLElement).focus();
    await userEvent.keyboard(key);
    await expect.element(page.getByTestId(id)).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(() => document.activeElement?.closest('[role=menu]')).not.toBeNull();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await expect.element(page.getByTestId(id)).toHaveFocus();
    await expect.element(page.getByTestId(id)).toHaveAttribute('aria-expanded', 'false');
  });

  it.each(['light', 'dark'] as const)('shows every kind of locked button as locked, in %s', async (theme) => {
    wear({ theme });
    await render(Gallery);
    const looks = ['', 'primary', 'danger', 'quiet'].map((variant) => {
      const button = document.createElement('button');
      button.className = `button ${variant}`;
      button.setAttribute('aria-disabled', 'true');
      document.body.append(button);
      const { color, backgroundColor, borderTopColor } = getComputedStyle(button);
      button.remove();
      return `${color} ${backgroundColor} ${borderTopColor}`;
    });
    expect(new Set(looks).size).toBe(1);
    wear({ theme: 'light' });
  });

  it('R30 passes axe with a menu, a choice and a combo box open', async () => {
    await render(Gallery);
    for (const id of ['menu', 'select', 'filter']) {
      (page.getByTestId(id).element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => document.querySelector('[data-state=open][role]')).not.toBeNull();
      expect(await violations()).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await expect.element(page.getByTestId(id)).toHaveFocus();
    }
  });

  it('R21 tells all states apart without colour: every tone draws another shape', async () => {
    await render(Gallery);
    const shapes = [...document.querySelectorAll('[data-tone]:not(.plain) svg')].map((svg) => svg.innerHTML.replace(/class="[^"]*"/g, (classes) => (classes.includes('dashed') ? 'dashed' : '')));
    expect(shapes).toHaveLength(8);
    expect(new Set(shapes).size).toBe(8);
  });

  it('R18 keeps every target at 24 pixels or more in every density', async () => {
    await render(Gallery);
    for (const density of ['comfortable', 'compact', 'dense'] as const) {
      wear({ density });
      const small = [...document.querySelectorAll<HTMLElement>('button, a, [role=tab]')].filter((target) => target.getBoundingClientRect().height < 24 || target.getBoundingClientRect().width < 24);
      expect(small.map((target) => target.outerHTML)).toEqual([]);
    }
    wear({ density: 'comfortable' });
  });

  it('R14 says why a button cannot be pressed, and keeps it reachable', async () => {
    await render(Gallery);
    const button = page.getByRole('button', { name: 'Freigeben' });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription('Nur die Prozessleitung darf das.');
    (button.element() as HTMLElement).focus();
    expect(document.activeElement).toBe(button.element());
  });
});
