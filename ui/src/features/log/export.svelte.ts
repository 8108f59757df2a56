/** The whole log as CSV, read page by page, so that a million events do not stand still. Can be stopped. */
import { ask } from '$ipc/core';
import { desktop } from '$ipc/door';
import { t } from '$i18n/words.svelte';
import type { JournalRow } from '$ipc/wire';
import { kindWord } from '$parts/journal';

/** The most that the core gives at once. */
const page = 500;

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text; // no spreadsheet shall take a text for a formula
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One event a line; times in UTC, so that a machine can read them. */
export function line(row: JournalRow, people: Partial<Record<string, string>>): string {
  const who = row.by ? (people[row.by] ?? t('person-erased')) : t('journal-program');
  return [String(row.seq), row.recorded, row.occurred?.at ?? '', who, row.number ?? '', row.kind, kindWord(row.kind), row.data === null || row.data === undefined ? t('journal-redacted') : JSON.stringify(row.data), row.order, row.hash].map(field).join(';');
}

export class Export {
  running = $state(false);
  done = $state(0);
  total = $state<number | null>(null);
  #stopped = false;

  cancel(): void {
    this.#stopped = true;
  }

  /** True when a file was written. */
  async run(): Promise<boolean> {
    this.running = true;
    this.#stopped = false;
    this.done = 0;
    const lines: string[] = [];
    try {
      let before: number | null = null;
      for (;;) {
        const answer: Awaited<ReturnType<typeof ask<'journal'>>> = await ask('journal', { before, record: null, limit: page });
        if (this.#stopped) return false;
        lines.push(...answer.items.map((row) => line(row, answer.people)));
        this.done = lines.length;
        this.total = answer.total;
        before = answer.items.at(-1)?.seq ?? null;
        if (answer.items.length < page) break;
      }
      const head = ['journal-seq', 'journal-recorded', 'log-occurred', 'journal-by', 'register-number', 'log-kind', 'journal-kind', 'journal-change', 'log-order', 'log-hash'] as const;
      const text = `\ufeff${[head.map((id) => field(t(id))).join(';'), ...lines].join('\r\n')}\r\n`;
      const { is } = await desktop({ do: 'saveText', name: t('log-file'), text }, 'done', 'cancelled');
      return is === 'done';
    } finally {
      this.running = false;
    }
  }
}
