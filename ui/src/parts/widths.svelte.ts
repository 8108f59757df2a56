/** The widths of a table's columns as this person left them: kept in pixels at 100 %, given in rem. */
import { remember, tableMemory } from '$ipc/desktop.svelte';
import { language } from '$i18n/words.svelte';
import { processZone, zone } from '$i18n/zone.svelte';

const rem = 16;

/** For `<DataTable {...widths('reports')}>`. */
export function widths(table: string): { readonly widths: Record<string, number>; onwidths: (next: Record<string, number>) => void } {
  return {
    get widths() {
      return Object.fromEntries(Object.entries(tableMemory(table).widths).map(([column, pixels]) => [column, pixels / rem]));
    },
    onwidths: (next) => void remember(table, { widths: Object.fromEntries(Object.entries(next).map(([column, wide]) => [column, Math.round(wide * rem)])) }),
  };
}

/** How wide a column of moments is, in rem: wider where months are words, and where a foreign zone may have a long name. */
export function timeWidth(): number {
  const one = language() === 'de' ? 10.75 : 11.5;
  return zone() === processZone() ? one : one + 1;
}
