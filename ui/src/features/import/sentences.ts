/** Why a row was not taken over, or looks wrong, in words; and all of them as CSV. */
import { kebab } from '$design/failure';
import { find, t } from '$i18n/words.svelte';
import type { ImportRefusal } from '$ipc/contract/desktop';
import { dirtWord } from '$parts/dirt';

export function refusedWord(row: ImportRefusal): string {
  return find(`import-refused-${kebab(row.code)}`, known(row)) ?? row.code;
}

export function doubtWord(row: ImportRefusal): string {
  return dirtWord(row.code, row.values['value'] ?? '') ?? row.code;
}

/** What files turned out to be; several formats, where they were of several. */
export function formatWord(format: string): string {
  return format.split('+').map((key) => find(`import-format-${key}`) ?? key).join(', ');
}

function known(row: ImportRefusal): Record<string, string> {
  return Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, value ?? '']));
}

/** A field as spreadsheets read it; one that would be taken for a formula gets an apostrophe. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function asCsv(rows: readonly ImportRefusal[], word: (row: ImportRefusal) => string): string {
  const head = [t('importing-file'), t('import-csv-place'), t('import-csv-reason'), t('import-csv-sentence')];
  return `\ufeff${[head, ...rows.map((row) => [row.file, row.place, row.code, word(row)])].map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}
