/** Who is who: names and roles by id, out of the organisation. */
import { t } from '$i18n/words.svelte';
import { standing } from '$ipc/desktop.svelte';
import { live } from '$ipc/live.svelte';
import type { OrganisationView, PersonView } from '$ipc/wire';
import { say } from './incident';

export interface People {
  readonly organisation: OrganisationView | undefined;
  /** The person who acts here. */
  readonly acting: PersonView | undefined;
  /** The name; says so when it was erased or is not known. */
  name: (id: string | null) => string;
  /** Whether the one who acts has one of these roles. */
  has: (...roles: string[]) => boolean;
}

/** Call it while a component is made. */
export function usePeople(): People {
  const answer = live('organisation', () => (standing()?.workspace ? {} : null));
  const acting = $derived(answer.value?.people.find((person) => person.id === standing()?.workspace?.acting));
  return {
    get organisation() {
      return answer.value;
    },
    get acting() {
      return acting;
    },
    name: (id) => {
      const person = id === null ? undefined : answer.value?.people.find((other) => other.id === id);
      return person ? (person.name ?? t('person-erased')) : t('not-recorded');
    },
    has: (...roles) => acting?.roles.some((role) => roles.includes(role)) ?? false,
  };
}

/** "Prozessleitung", "Revision" */
export function roleWords(person: PersonView): string[] {
  return person.roles.map((role) => say('role', role));
}
