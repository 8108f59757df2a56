/** Says what stands against an order, with the values in the words of the process. Knows no rule. */
import { kebab, say, wordValues } from '$design/failure';
import { dayTime } from '$i18n/format';
import { find } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import type { Gap, IncidentRefusal } from '$ipc/wire';
import { say as word } from './incident';

/** "freigegebener Bericht" */
export function gapWord(gap: Gap): string {
  return find(`gap-${kebab(gap.gap)}`, 'text' in gap ? { text: gap.text } : {}) ?? gap.gap;
}

const words = (list: string, values: unknown): string | null => (Array.isArray(values) ? values.map((value) => word(list, String(value))).join(', ') : null);

/** Lists and moments that a refusal carries, by the name that they have there. */
function wordOf(name: string, value: unknown): string | null {
  switch (name) {
    case 'phase':
      return word('phase', String(value));
    case 'allowed':
      return words('phase', value);
    case 'missing':
      return words('fact', value);
    case 'needed':
      return words('role', value);
    case 'state':
      return word('provider-state', String(value));
    case 'newest':
      return word('taken-step', String(value));
    case 'newer':
      return word('deed-kind', String(value));
    case 'gaps':
      return Array.isArray(value) ? value.map((gap) => gapWord(gap as Gap)).join('; ') : null;
    case 'start':
    case 'end':
      return word('milestone', String(value));
    case 'field':
      return find(`field-${kebab(String(value))}`);
    case 'at':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? dayTime(value, zone()) : null;
    default:
      return null;
  }
}

wordValues(wordOf);

/** The sentence of a refusal that an answer carries, such as the one that stands against a step. */
export function explain({ code, ...values }: IncidentRefusal): string {
  return say({ code, values }).sentence;
}
