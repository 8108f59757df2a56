/** The test that a screen shows, for all of its parts: what stands in it, what may be done, how an order is given. */
import { getContext, setContext } from 'svelte';
import { t } from '$i18n/words.svelte';
import { order } from '$ipc/core';
import type { Committed, DrillCommand, DrillDeed, DrillView, DrillWhen, Moment } from '$ipc/wire';
import { whyNotApprove, whyNotTest } from '$parts/may';
import type { People } from '$parts/people.svelte';
import { explain, nameBy } from '$parts/refusal';

const key = Symbol('drill');

export class DrillShown {
  readonly #view: () => DrillView;
  readonly people: People;

  constructor(view: () => DrillView, people: People) {
    this.#view = view;
    this.people = people;
    nameBy((id) => this.#view().people[id] ?? null);
  }

  get view(): DrillView {
    return this.#view();
  }

  name = (id: string | null): string => (id === null ? t('not-recorded') : (this.view.people[id] ?? this.people.name(id)));

  service = (id: string): string => this.people.organisation?.services.find((one) => one.id === id)?.name ?? t('coverage-service-gone');

  /** Everyone who can be named, for a field. */
  get everyone(): { value: string; label: string }[] {
    return (this.people.organisation?.people ?? []).filter((person) => person.active && person.name).map((person) => ({ value: person.id, label: person.name ?? '' }));
  }

  /** Why this person here may write nothing at all. */
  get locked(): string | undefined {
    return whyNotTest(this.people);
  }

  /** Why a deed cannot be done now, or not by this person. */
  why(deed: DrillDeed): string | undefined {
    const right = deed === 'approveResult' || deed === 'rejectResult' ? whyNotApprove(this.people) : this.locked;
    if (right) return right;
    const refusal = this.view.possible.find((possible) => possible.deed === deed)?.refusal;
    return refusal ? explain(refusal) : undefined;
  }

  order = (command: DrillCommand, id?: string): Promise<Committed> => order({ drill: command }, this.view.id, id);
}

/** Now, by the clocks of whoever carries the order out; or the moment at which it happened. */
export function when(at: Moment | null = null): DrillWhen {
  return { at, tick: null };
}

export function provideDrill(view: () => DrillView, people: People): DrillShown {
  return setContext(key, new DrillShown(view, people));
}

export function useDrill(): DrillShown {
  return getContext<DrillShown>(key);
}
