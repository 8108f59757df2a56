import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BusyCase from './BusyCase.svelte';
import Skeleton from '../Skeleton.svelte';
import Gallery from './Gallery.svelte';

const styles = import.meta.glob<string>(['../*.css', '../../**/*.svelte'], { query: '?raw', import: 'default', eager: true });

describe('what holds for every component', () => {
  it('R20 nothing moves for ever, blurs what lies behind it, or is scaled', () => {
    for (const [file, text] of Object.entries(styles)) {
      expect(text, file).not.toMatch(/animation[^;]*infinite|backdrop-filter|transform:\s*scale/);
    }
  });

  it('no component has a colour of its own', () => {
    for (const [file, text] of Object.entries(styles)) {
      if (file.endsWith('tokens.css')) continue;
      const style = file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
      expect(style.replace(/\/\*[\s\S]*?\*\//g, ''), file).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\(/i);
    }
  });

  it('R04 the focus is a ring of 2 pixels, 2 pixels away', async () => {
    await render(Gallery);
    await userEvent.tab();
    const ring = getComputedStyle(document.activeElement!);
    expect([ring.outlineStyle, ring.outlineWidth, ring.outlineOffset]).toEqual(['solid', '2px', '2px']);
    await expect.element(page.getByRole('button', { name: 'Vorfall melden' })).toHaveFocus();
  });
});

describe('a press', () => {
  it('R07 shows an effect within 100 ms, however long the work takes', async () => {
    await render(BusyCase);
    const button = page.getByRole('button', { name: 'Sichern' }).element() as HTMLElement;
    const times: number[] = [];
    for (let count = 0; count < 20; count++) {
      const before = performance.now();
      button.click();
      await new Promise<void>((seen) => {
        const look = (): void => (button.getAttribute('aria-busy') === 'true' ? seen() : void requestAnimationFrame(look));
        look();
      });
      times.push(performance.now() - before);
      await expect.poll(() => button.getAttribute('aria-busy')).toBeNull();
    }
    expect(times.sort((a, b) => a - b)[18]).toBeLessThan(100);
  });
});

describe('loading', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('R08 shows nothing for 100 ms, then the layout, and says so after a second', async () => {
    await render(Skeleton, { lines: 2 });
    const stage = (): string | undefined => document.querySelector<HTMLElement>('[data-stage]')?.dataset['stage'];
    expect(stage()).toBe('nothing');
    await vi.advanceTimersByTimeAsync(101);
    expect(stage()).toBe('shape');
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
    await vi.advanceTimersByTimeAsync(900);
    expect(stage()).toBe('word');
    expect(document.querySelector('[aria-busy=true] [role=status]')?.textContent).toBe('Lädt …');
  });
});
