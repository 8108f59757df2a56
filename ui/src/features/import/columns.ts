/** What a column of a table can mean. */
import { kebab } from '$design/failure';
import { find } from '$i18n/words.svelte';

export const fields = [
  'ignore', 'id', 'title', 'text', 'note', 'url', 'kind', 'impact', 'status', 'impactStart', 'noticed', 'mitigated', 'ended', 'closed', 'modified', 'plannedStart',
  'plannedEnd', 'author', 'revision', 'service', 'region', 'label', 'changedField', 'oldValue', 'newValue', 'fact',
] as const;

export function fieldWord(field: string): string {
  return find(`import-field-${kebab(field)}`) ?? field;
}
