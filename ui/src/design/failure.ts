/** Turns a failure into words: what happened, why, what to do. A code without a sentence is said with its code. */
import { find, t } from '$i18n/words.svelte';

/** What Rust sends for a refusal or fault. */
export interface Failure {
  code: string;
  values?: Record<string, unknown> | null;
}

export interface Words {
  sentence: string;
  /** For "copy details": the code, its values, or the stack. */
  details: string;
  /** What the failure speaks of: the field that it names, or else its code. */
  about?: string;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

/** Fluent ids are kebab case; codes come as camelCase. */
export function kebab(code: string): string {
  return code.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}

type Worder = (name: string, value: unknown) => string | null;
let wordOf: Worder = () => null;

/** Who knows the words of the process says here how a value is written; null leaves it as it came. */
export function wordValues(by: Worder): void {
  wordOf = by;
}

export function say(failure: unknown): Words {
  if (!isFailure(failure)) {
    const details = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    return { sentence: t('error-unexpected'), details };
  }
  const values = Object.fromEntries(Object.entries(failure.values ?? {}).map(([key, value]) => [key, wordOf(key, value) ?? (typeof value === 'number' ? value : String(value))]));
  const sentence = find(`error-${kebab(failure.code)}`, values) ?? t('error-without-words', { code: failure.code });
  const field = failure.values?.['field'];
  return { sentence, details: JSON.stringify(failure, null, 2), about: typeof field === 'string' ? field : failure.code };
}
