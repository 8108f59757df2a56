/** The review that the screen shows, for all of its parts: what stands in it, who may write, how an order is given. */
import { getContext, setContext } from 'svelte';
import { action, type Action } from '$design/action.svelte';
import { say as sayFailure } from '$design/failure';
import { toasts } from '$design/toasts.svelte';
import { t } from '$i18n/words.svelte';
import { order } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import type { Committed, ReviewCommand, ReviewDeed, ReviewView, Role } from '$ipc/wire';
import type { People } from '$parts/people.svelte';
import { explain } from '$parts/refusal';

/** Whoever leads the process keeps its reviews. */
const keepers: Role[] = ['processManager'];
/** Whoever may approve a review or send it back. */
const approvers: Role[] = ['management', 'processManager'];
const key = Symbol('review');

/** Why this person here may not plan or keep reviews. */
export function whyNotKeep(people: People, needed: Role[] = keepers): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  if (people.acting && !people.has(...needed)) return sayFailure({ code: 'roleMayNot', values: { needed } }).sentence;
  return undefined;
}

export class Review {
  readonly #view: () => ReviewView;
  readonly people: People;

  constructor(view: () => ReviewView, people: People) {
    this.#view = view;
    this.people = people;
  }

  get view(): ReviewView {
    return this.#view();
  }

  /** Everyone who can be named, for a field. */
  get choices(): { value: string; label: string; hint?: string }[] {
    return (this.people.organisation?.people ?? [])
      .filter((person) => person.active && person.name)
      .map((person) => ({ value: person.id, label: person.name ?? '', hint: this.teamNames(person.teams) }));
  }

  teamNames(ids: readonly string[]): string {
    return ids.map((id) => this.team(id)).join(', ');
  }

  team(id: string): string {
    return this.view.teams.find((team) => team.id === id)?.name || t('review-team-gone');
  }

  name = (id: string | null): string => {
    if (id === null) return t('not-recorded');
    return this.view.people[id] || this.people.name(id);
  };

  /** Why a deed cannot be done now, or by this person. */
  why(deed: ReviewDeed): string | undefined {
    const locked = whyNotKeep(this.people, deed === 'approve' || deed === 'reject' ? approvers : keepers);
    if (locked) return locked;
    const refusal = this.refusal(deed);
    // What is missing stands in the outcome, one line each.
    if (refusal?.code === 'reviewUnfinished') return t('review-unfinished-short', { count: this.view.gaps.length });
    return refusal ? explain(refusal) : undefined;
  }

  refusal(deed: ReviewDeed): { code: string } | null {
    return this.view.possible.find((possible) => possible.deed === deed)?.refusal ?? null;
  }

  /** Why nothing can be written in it now. */
  get off(): string | undefined {
    return this.why('write');
  }

  order = (command: ReviewCommand, id?: string): Promise<Committed> => order({ review: command }, this.view.id, id);

  /** Says that it is done, or that nothing had to be; `back` is the order that takes it back. */
  note(text: string, done: Committed, back?: ReviewCommand): void {
    if (!done.events.length) toasts.add({ text: t('review-unchanged'), tone: 'ok' });
    else toasts.add({ text, tone: 'ok', ...(back ? { undo: () => this.order(back) } : { final: true }) });
  }

  /** A deed with its note; a failure without a place of its own is noted too. */
  deed<A extends unknown[]>(make: (...args: A) => ReviewCommand, done: (...args: A) => string): Action<A> {
    let said = '';
    return action((...args: A) => { said = done(...args); return this.order(make(...args)); }, { loud: true, then: (committed: Committed) => this.note(said, committed) });
  }
}

export function provideReview(view: () => ReviewView, people: People): Review {
  return setContext(key, new Review(view, people));
}

export function useReview(): Review {
  return getContext<Review>(key);
}
