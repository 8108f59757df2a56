import { t } from '$i18n/words.svelte';
import type { Command } from './commands.svelte';

/** What is shown as a paper: the one command for it on every screen that has one. */
export function toPaper(run: () => void): Command {
  return { id: 'as-pdf', label: t('paper-as-pdf'), also: t('reports-print'), keys: 'mod+p', inFields: true, group: 'here', run };
}
