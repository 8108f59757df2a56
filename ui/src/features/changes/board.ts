/** Which card has the keyboard, and where the arrows lead from it. Knows no picture. */
import type { ChangeColumn, ChangeRow } from '$ipc/wire';
import { columns } from './words';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function byColumn(rows: readonly ChangeRow[]): Record<ChangeColumn, ChangeRow[]> {
  const sorted = Object.fromEntries(columns.map((column) => [column, [] as ChangeRow[]])) as Record<ChangeColumn, ChangeRow[]>;
  for (const row of rows) sorted[row.column].push(row);
  return sorted;
}

/** The card that an arrow leads to: up and down in the column, sideways to the nearest column that has one. */
export function neighbour(cards: Record<ChangeColumn, ChangeRow[]>, from: ChangeRow, arrow: Arrow): ChangeRow {
  const place = cards[from.column].findIndex((row) => row.id === from.id);
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return cards[from.column][place + (arrow === 'ArrowUp' ? -1 : 1)] ?? from;
  const way = arrow === 'ArrowLeft' ? -1 : 1;
  for (let at = columns.indexOf(from.column) + way; at >= 0 && at < columns.length; at += way) {
    const there = cards[columns[at]!];
    if (there.length) return there[Math.min(place, there.length - 1)]!;
  }
  return from;
}

/** The column beside one; the same at the ends. */
export function beside(column: ChangeColumn, arrow: Arrow): ChangeColumn {
  const way = arrow === 'ArrowLeft' ? -1 : arrow === 'ArrowRight' ? 1 : 0;
  return columns[columns.indexOf(column) + way] ?? column;
}
