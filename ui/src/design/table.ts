/** The words between a table and its caller: columns, order, and rows that arrive in pages. */
import type { Snippet } from 'svelte';

export interface Column<R> {
  id: string;
  title: string;
  /** In rem. The column with `grow` takes what is left and is at least this wide. */
  width: number;
  grow?: boolean;
  /** Rust can sort by it. */
  sortable?: boolean;
  /** Numbers and durations stand at the end. */
  align?: 'start' | 'end';
  mono?: boolean;
  /** What stands in the cell: words, or a snippet. */
  text?: (row: R) => string;
  cell?: Snippet<[R]>;
}

export interface Order {
  by: string;
  descending: boolean;
}

/** Rows of a list that may be too long to hold; `at` is undefined until the page is there. */
export interface Rows<R> {
  readonly total: number;
  /** Not a single page is there yet. */
  readonly loading: boolean;
  at: (index: number) => R | undefined;
  /** The rows that are looked at; the source fetches what is missing. */
  need: (from: number, to: number) => void;
}

/** A source for rows that are all here. */
export function allRows<R>(rows: readonly R[]): Rows<R> {
  return { total: rows.length, loading: false, at: (index) => rows[index], need: () => undefined };
}

/** The order after a click on a heading: up, down, none. */
export function turn(order: Order | null, by: string): Order | null {
  if (order?.by !== by) return { by, descending: false };
  return order.descending ? null : { by, descending: true };
}
