import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { allRows } from '../table';
import { violations } from './axe';
import TableCase from './TableCase.svelte';

const many = allRows(Array.from({ length: 5000 }, (_, index) => ({ id: `N-${index}`, title: `Ausfall ${index}` })));
const table = () => page.getByTestId('table').element() as HTMLElement;
const current = () => document.getElementById(table().getAttribute('aria-activedescendant') ?? '')?.dataset['key'];

describe('a table', () => {
  it('R06 draws only the rows in sight and still says how many there are', async () => {
    await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelectorAll('[role=row].body').length).toBeGreaterThan(5);
    expect(document.querySelectorAll('[role=row].body').length).toBeLessThan(60);
    expect(table().getAttribute('aria-rowcount')).toBe('5001');
    expect(document.querySelector('[role=row].body')?.getAttribute('aria-rowindex')).toBe('2');
    expect(await violations()).toEqual([]);
  });

  it('R06 moves by arrows and jumps to the end', async () => {
    await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    table().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(current()).toBe('N-1');
    await userEvent.keyboard('{End}');
    await expect.poll(current).toBe('N-4999');
    await userEvent.keyboard('{Home}');
    await expect.poll(current).toBe('N-0');
  });

  it('R06 opens with Enter, and beside with Ctrl+Enter', async () => {
    const onopen = vi.fn();
    await render(TableCase, { rows: many, onopen });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    table().focus();
    await userEvent.keyboard('{ArrowDown}{Enter}{Control>}{Enter}{/Control}');
    expect(onopen.mock.calls.map(([row, beside]) => [row.id, beside])).toEqual([['N-1', false], ['N-1', true]]);
  });

  it('R06 shows a row beside the list with Space, follows the arrows, and closes with Escape', async () => {
    const onpeek = vi.fn();
    await render(TableCase, { rows: many, onpeek });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    table().focus();
    await userEvent.keyboard(' {ArrowDown}{Escape}');
    expect(onpeek.mock.calls.map(([row]) => row?.id ?? null)).toEqual(['N-0', 'N-1', null]);
    expect(document.activeElement).toBe(table());
  });

  it('R06 selects with Space and extends with Shift', async () => {
    const onselect = vi.fn();
    await render(TableCase, { rows: many, multiple: true, onselect });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    table().focus();
    await userEvent.keyboard('{ArrowDown} {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(() => onselect.mock.lastCall?.[0]).toEqual(['N-1', 'N-2', 'N-3']);
    expect(document.querySelectorAll('[role=row][aria-selected=true]')).toHaveLength(3);
  });

  it('R06 sorts by its headings with the keyboard and says so', async () => {
    const onorder = vi.fn();
    await render(TableCase, { rows: many, onorder });
    const heading = page.getByRole('columnheader', { name: 'Nummer' });
    await expect.element(heading).toHaveAttribute('aria-sort', 'none');
    (heading.element().querySelector('button') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading).toHaveAttribute('aria-sort', 'descending');
    await userEvent.keyboard('{Enter}');
    expect(onorder.mock.calls.map(([order]) => order)).toEqual([{ by: 'id', descending: false }, { by: 'id', descending: true }, null]);
  });

  it('asks for the rows that come into sight', async () => {
    const need = vi.fn();
    await render(TableCase, { rows: { total: 5000, loading: false, at: () => undefined, need } });
    await expect.poll(() => need.mock.calls.length).toBeGreaterThan(0);
    table().focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => need.mock.lastCall?.[1]).toBe(5000);
  });

  it('stays on the record when another one arrives above it', async () => {
    const screen = await render(TableCase, { rows: many });
    await expect.poll(() => document.querySelector('[role=row].body')).not.toBeNull();
    table().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(current()).toBe('N-2');
    const more = allRows([{ id: 'N-new', title: 'Neu' }, ...Array.from({ length: 5000 }, (_, index) => ({ id: `N-${index}`, title: `Ausfall ${index}` }))]);
    await screen.rerender({ rows: more });
    await expect.poll(current).toBe('N-2');
    await userEvent.keyboard('{ArrowUp}');
    expect(current()).toBe('N-1');
  });

  it('R16 shows what the caller says when there is nothing', async () => {
    await render(TableCase, { rows: allRows<{ id: string; title: string }>([]) });
    await expect.element(page.getByText('Noch nichts.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
