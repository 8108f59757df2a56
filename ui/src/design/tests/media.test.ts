import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { wear, wearAsBefore } from '../look.svelte';
import { tones } from '../status';
import { allRows, type Rows } from '../table';
import { emulate, greys } from './commands';
import Gallery from './Gallery.svelte';
import StatesCase from './StatesCase.svelte';
import TableCase from './TableCase.svelte';

interface Row {
  id: string;
  title: string;
}
const many = allRows(Array.from({ length: 300 }, (_, index) => ({ id: `N-${index}`, title: `Ausfall ${index}` })));
const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();

afterEach(async () => {
  await emulate({ forcedColors: null, reducedMotion: null, colorScheme: null });
  wear({ theme: 'light', density: 'comfortable', zoom: 100 });
});

describe('a system that forces its colours', () => {
  it('R22 borders, signs and what is chosen remain', async () => {
    await emulate({ forcedColors: 'active' });
    await render(Gallery);
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect(style('.status:not(.plain)').borderTopStyle).toBe('solid');
    expect(style('.status:not(.plain)').borderTopColor).not.toBe('rgba(0, 0, 0, 0)');
    expect(style('.banner').borderTopColor).not.toBe('rgba(0, 0, 0, 0)');
    expect(style('.button.primary').borderTopWidth).toBe('2px');
    expect(style('[role=tab][data-state=active]').outlineStyle).toBe('solid');
    for (const shape of document.querySelectorAll('[data-tone] svg')) expect(shape.getBoundingClientRect().width).toBeGreaterThan(8);
    const pressed = document.querySelector<HTMLElement>('.button')!;
    pressed.setAttribute('aria-pressed', 'true');
    expect(getComputedStyle(pressed).outlineStyle).toBe('solid');
  });

  it('R22 the row that one stands on and the one that is chosen keep an edge', async () => {
    await emulate({ forcedColors: 'active' });
    await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    (page.getByTestId('table').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown} ');
    await expect.poll(() => getComputedStyle(document.querySelector('.body.current')!).outlineStyle).not.toBe('none');
  });
});

describe('somebody who wants less movement', () => {
  it('R20 sees none: nothing fades or moves for longer than 100 ms', async () => {
    await emulate({ reducedMotion: 'reduce' });
    delete document.documentElement.dataset['still'];
    await render(Gallery);
    (page.getByTestId('menu').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('[role=menu]')).not.toBeNull();
    for (const element of document.querySelectorAll('*')) {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      for (const time of `${animationDuration}, ${transitionDuration}`.split(', ')) expect(Number.parseFloat(time), element.outerHTML.slice(0, 120)).toBeLessThanOrEqual(0.1);
    }
    await userEvent.keyboard('{Escape}');
  });
});

describe('a system that is dark', () => {
  it('R17 is followed from the first moment, whatever the screen was the last time', async () => {
    wear({ theme: 'system' });
    await emulate({ colorScheme: 'dark' });
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark');
    document.documentElement.dataset['theme'] = 'light';
    wearAsBefore();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    wear({ theme: 'light' });
    wearAsBefore();
    expect(document.documentElement.dataset['theme']).toBe('light');
  });
});

describe('a state', () => {
  it.each(['light', 'dark'] as const)('R21 is told apart from every other without colour, in %s', async (theme) => {
    wear({ theme });
    await render(StatesCase);
    const pictures = new Map<string, Uint8Array>();
    for (const tone of tones) pictures.set(tone, await greys(`[data-shape="${tone}"]`));
    for (const [one, a] of pictures) {
      for (const [other, b] of pictures) {
        if (one >= other) continue;
        const different = a.filter((grey, index) => Math.abs(grey - b[index]!) > 40).length;
        expect(different, `${one} and ${other}`).toBeGreaterThan(20);
      }
    }
  });
});

describe('a row', () => {
  it.each([['comfortable', 40], ['compact', 32], ['dense', 28]] as const)('R18 of a %s table is %i pixels high', async (density, height) => {
    wear({ density });
    await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')?.getBoundingClientRect().height).toBe(height);
  });

  it('R08 stands where its grey shape stood: nothing shifts when the data arrives', async () => {
    const waiting: Rows<Row> = { total: 0, loading: true, at: () => undefined, need: () => undefined };
    const screen = await render(TableCase, { rows: waiting });
    await expect.poll(() => document.querySelector<HTMLElement>('[data-stage]')?.dataset['stage']).toBe('shape');
    const before = box('.ghost .row');
    await screen.rerender({ rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    const after = box('[role=row].body');
    expect([Math.round(after.top), Math.round(after.left), after.height]).toEqual([Math.round(before.top), Math.round(before.left), before.height]);
  });

  it('R04 that one moves to is never hidden under the heading or below the edge', async () => {
    await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    const table = page.getByTestId('table').element() as HTMLElement;
    table.focus();
    for (const key of ['{ArrowDown}'.repeat(14), '{PageDown}', '{End}', '{PageUp}', '{ArrowUp}'.repeat(14), '{Home}']) {
      await userEvent.keyboard(key);
      await expect.poll(() => document.querySelector('.body.current')).not.toBeNull();
      await expect.poll(() => box('.body.current').bottom).toBeLessThanOrEqual(table.getBoundingClientRect().bottom);
      expect(box('.body.current').top, key).toBeGreaterThanOrEqual(box('.header').bottom - 1);
    }
  });
});
