/** The test that a screen shows, for all of its parts: what stands in it, what may be done, how an order is given. */
import { getContext, setContext } from 'svelte';
import { t } from '$i18n/words.svelte';
import { order } from '$ipc/core';
import type { Committed, DrillCommand, DrillDeed, DrillRefusal, DrillView, DrillWhen, Moment } from '$ipc/wire';
import { conducting, whyNotApprove, whyNotObserve, whyNotTest } from '$parts/may';
import type { People } from '$parts/people.svelte';
import { explain, nameBy } from '$parts/refusal';

const key = Symbol('drill');
/** What has a button; an observation is a note of whoever watches. */
type Deed = DrillDeed | 'observe';

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

  /** Who can conduct a test, for a field. */
  get conductors(): { value: string; label: string }[] {
    const can = new Set((this.people.organisation?.people ?? []).filter((person) => person.roles.some((role) => conducting.includes(role))).map((person) => person.id));
    return this.everyone.filter((one) => can.has(one.value));
  }

  /** Why this person here may write nothing at all. */
  get locked(): string | undefined {
    return whyNotTest(this.people);
  }

  /** Whether it is over and its result not handed in yet. */
  get evaluated(): boolean {
    return ['ended', 'aborted', 'evaluation'].includes(this.view.phase);
  }

  /** Whether anything of its course can still be written down. */
  get open(): boolean {
    return this.evaluated || this.view.phase === 'running' || this.view.phase === 'interrupted';
  }

  /** Who has a role in this test: whoever takes part in it and was not missed, or else whoever the plan gives it to. */
  seated(role: string): string | null {
    const wanted = role.trim().toLowerCase();
    if (!wanted) return null;
    const has = (one: { role: string }): boolean => one.role.trim().toLowerCase() === wanted;
    const there = this.view.arrangement.participants.findLast((one) => has(one) && one.present !== false);
    return there?.person ?? this.view.about.seats.find(has)?.person ?? null;
  }

  /** Why a deed cannot be done now, or not by this person. */
  why(deed: Deed): string | undefined {
    return this.#right(deed) ?? this.#told(this.#refusal(deed));
  }

  /** Why it cannot be entered afterwards: whoever conducts the test need not enter it, and what was seen is written down also when it is over. */
  whyLate(deed: Deed): string | undefined {
    const refusal = this.#refusal(deed);
    const afterwards = refusal?.code === 'notTheCoordinator' || (refusal?.code === 'drillNotRunning' && (deed === 'note' || deed === 'observe') && this.evaluated);
    return this.#right(deed) ?? this.#told(afterwards ? null : refusal);
  }

  #right(deed: Deed): string | undefined {
    if (deed === 'approveResult' || deed === 'rejectResult') return whyNotApprove(this.people);
    return deed === 'observe' || deed === 'attachEvidence' ? whyNotObserve(this.people) : this.locked;
  }

  /** What is observed is held to the rules of a note. */
  #refusal = (deed: Deed): DrillRefusal | null => this.view.possible.find((possible) => possible.deed === (deed === 'observe' ? 'note' : deed))?.refusal ?? null;

  #told = (refusal: DrillRefusal | null): string | undefined => (refusal ? explain(refusal) : undefined);

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
