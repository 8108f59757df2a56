/** The record that the screen shows, for all of its parts: what stands in it, who may write, how an order is given. */
import { getContext, setContext } from 'svelte';
import { action, type Action, type Foreseen } from '$design/action.svelte';
import { say as sayFailure } from '$design/failure';
import { toasts } from '$design/toasts.svelte';
import { t } from '$i18n/words.svelte';
import { order } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import { foresee } from '$ipc/live.svelte';
import type { Committed, Fact, IncidentCommand, IncidentView, Milestone, Moment, OrganisationView, Role, StandingDeed, Step } from '$ipc/wire';
import type { People } from '$parts/people.svelte';
import { explain } from '$parts/refusal';

/** Whoever records, leads the process, tests or recovers may write about an incident. */
const writers: Role[] = ['recorder', 'processManager', 'testCoordinator', 'deploymentTeam'];
const key = Symbol('incident');

interface Words<A extends unknown[]> {
  /** How the record looks with it, shown before the core has answered. */
  optimistic?: (view: IncidentView, ...args: A) => IncidentView;
  /** What the note says when it is done. */
  done?: () => string;
  then?: () => void;
}

export class Incident {
  readonly #view: () => IncidentView;
  readonly #people: People;

  constructor(view: () => IncidentView, people: People) {
    this.#view = view;
    this.#people = people;
  }

  get view(): IncidentView {
    return this.#view();
  }

  get organisation(): OrganisationView | undefined {
    return this.#people.organisation;
  }

  /** Who acts here; empty until somebody does. */
  get acting(): string {
    return this.#people.acting?.id ?? '';
  }

  /** Everyone who can be named, for a field. */
  get people(): { value: string; label: string; hint?: string }[] {
    const teams = new Map((this.organisation?.teams ?? []).map((team) => [team.id, team.name]));
    return (this.organisation?.people ?? [])
      .filter((person) => person.active && person.name)
      .map((person) => ({ value: person.id, label: person.name ?? '', hint: person.teams.map((team) => teams.get(team) ?? '').join(', ') }));
  }

  name = (id: string | null): string => {
    if (id === null) return t('not-recorded');
    const known = this.view.people[id];
    return known || this.#people.name(id);
  };

  /** Why this person here may write nothing at all. */
  get locked(): string | undefined {
    if (standing()?.workspace?.readOnly) return t('reporting-read-only');
    if (this.#people.acting && !this.#people.has(...writers)) return sayFailure({ code: 'roleMayNot', values: { needed: writers } }).sentence;
    return undefined;
  }

  /** Why nothing can be changed any more, or by this person. */
  get off(): string | undefined {
    if (this.locked) return this.locked;
    if (this.view.phase === 'withdrawn') return explain({ code: 'recordWithdrawn' });
    if (this.view.phase === 'closed' || this.view.phase === 'downgraded') return explain({ code: 'recordClosed' });
    return undefined;
  }

  /** Why a step cannot be taken now. */
  why(step: Step): string | undefined {
    if (this.locked) return this.locked;
    const refusal = this.view.possible.find((possible) => possible.step === step)?.refusal;
    return refusal ? explain(refusal) : undefined;
  }

  /** Why the newest step cannot be taken back now. */
  get notBack(): string | undefined {
    if (this.locked) return this.locked;
    const refusal = this.view.newestStep?.refusal;
    return refusal ? explain(refusal) : undefined;
  }

  moment(milestone: Milestone): Moment | null {
    return this.view.milestones.find((held) => held.milestone === milestone)?.moment ?? null;
  }

  fact(fact: Fact): string {
    return this.view.facts.find((held) => held.fact === fact)?.text ?? '';
  }

  order = (command: IncidentCommand, id?: string): Promise<Committed> => order({ incident: command }, this.view.id, id);

  undo = (done: Committed): Promise<Committed> => this.order({ undo: { order: done.order } });

  /** Says that it is done, or that nothing had to be. Ctrl+Z takes it back, or stops here where the core says that it cannot be undone. */
  note(text: string, done: Committed): void {
    toasts.add({ text: done.events.length ? text : t('incident-unchanged'), tone: 'ok', ...(done.undoable ? { undo: () => this.undo(done) } : { final: done.events.length > 0 }) });
  }

  /** The newest deed that wrote a line of the timeline or changed a part, while it stands. */
  standing(about: { id?: string; part?: string }): StandingDeed | undefined {
    return this.view.deeds.findLast((deed) => deed.id === about.id || (about.part !== undefined && deed.part === about.part));
  }

  /** Why a deed cannot be taken back now. */
  notUndone(deed: StandingDeed): string | undefined {
    if (this.locked) return this.locked;
    return deed.refusal ? explain(deed.refusal) : undefined;
  }

  #foresee(change: (view: IncidentView) => IncidentView): Foreseen {
    // Read once: what is shown is itself made by the change.
    const { id } = this.view;
    return foresee('incident', (view) => (view.id === id ? change(view) : view));
  }

  /** A deed with its note; a failure without a place of its own is noted too. */
  deed<A extends unknown[]>(make: (...args: A) => IncidentCommand, words: Words<A> = {}): Action<A> {
    const { optimistic } = words;
    return action((...args: A) => this.order(make(...args)), {
      loud: true,
      ...(optimistic ? { optimistic: (...args: A) => this.#foresee((view) => optimistic(view, ...args)) } : {}),
      then: (done: Committed) => {
        words.then?.();
        if (words.done) this.note(words.done(), done);
      },
    });
  }
}

export function provideIncident(view: () => IncidentView, people: People): Incident {
  return setContext(key, new Incident(view, people));
}

export function useIncident(): Incident {
  return getContext<Incident>(key);
}
