/** What the one who acts may not do, and the sentence that says why. The core decides; this only says it before. */
import { say } from '$design/failure';
import { t } from '$i18n/words.svelte';
import { standing } from '$ipc/desktop.svelte';
import type { Role } from '$ipc/wire';
import type { People } from './people.svelte';

/** Whoever records, leads the process, tests or recovers may report an incident and take over histories. */
export const writers: readonly Role[] = ['recorder', 'processManager', 'testCoordinator', 'deploymentTeam'];

/** Whoever conducts tests. */
export const conducting: readonly Role[] = ['testCoordinator', 'processManager'];

function why(people: People, needed: readonly Role[]): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  if (people.acting && !people.has(...needed)) return say({ code: 'roleMayNot', values: { needed } }).sentence;
  return undefined;
}

/** Why no incident can be reported now. */
export const whyNotReport = (people: People): string | undefined => why(people, writers);

/** Why no history can be taken over, and no batch taken back. */
export const whyNotImport = (people: People): string | undefined => why(people, writers);

/** Why no test can be planned or conducted by this person. */
export const whyNotTest = (people: People): string | undefined => why(people, conducting);

/** Why this person can write no observation of a test and keep no evidence of it. */
export const whyNotObserve = (people: People): string | undefined => why(people, ['testCoordinator', 'processManager', 'recorder', 'deploymentTeam', 'management', 'auditor']);

/** Why no change can be asked for by this person. */
export const whyNotChange = (people: People): string | undefined => why(people, ['processManager']);

/** Why no plan and no result of a test can be approved by this person. */
export const whyNotApprove = (people: People): string | undefined => why(people, ['management', 'processManager', 'testCoordinator']);

/** Why no finding can be raised by this person: whoever takes part in the process may. */
export const whyNotFinding = (people: People): string | undefined => why(people, [...writers, 'management']);

/** Why no report can be issued by this person. */
export const whyNotIssue = (people: People): string | undefined => why(people, ['management', 'processManager']);
