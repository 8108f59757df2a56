/** Whether the one who acts may keep the organisation, and the sentence that says why not. */
import { t } from '$i18n/words.svelte';
import { standing } from '$ipc/desktop.svelte';
import type { People } from '$parts/people.svelte';

export function whyNot(people: People): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  return people.has('processManager') ? undefined : t('settings-needs-manager');
}
