/** The finding that the screen shows, for all of its parts: what stands in it, who may do what, how an order is given. */
import { getContext, setContext } from 'svelte';
import { say as sayFailure } from '$design/failure';
import { toasts } from '$design/toasts.svelte';
import { t } from '$i18n/words.svelte';
import { ask, order } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import type { Committed, FindingCommand, FindingStep, FindingView, OrganisationView, Role } from '$ipc/wire';
import type { People } from '$parts/people.svelte';
import { explain } from './words';

/** Whoever takes part in the process may raise a finding and work on it. */
const workers: Role[] = ['processManager', 'testCoordinator', 'recorder', 'deploymentTeam', 'management'];
const deciders: Role[] = ['processManager', 'testCoordinator', 'management'];
const roles: Partial<Record<FindingStep, Role[]>> = {
  acceptRisk: ['management', 'processManager'],
  confirmEffective: deciders,
  findIneffective: deciders,
  close: deciders,
  reopen: deciders,
  resume: deciders,
  drop: deciders,
};
const key = Symbol('finding');

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** Why somebody here may not write about findings, or not take a step. */
export function whyNot(people: People, needed: Role[] = workers): string | undefined {
  if (standing()?.workspace?.readOnly) return t('reporting-read-only');
  if (people.acting && !people.has(...needed)) return sayFailure({ code: 'roleMayNot', values: { needed } }).sentence;
  return undefined;
}

/** Everyone who can be named, for a field. */
export function choicesOf(organisation: OrganisationView | undefined): Choice[] {
  const teams = new Map((organisation?.teams ?? []).map((team) => [team.id, team.name]));
  return (organisation?.people ?? [])
    .filter((person) => person.active && person.name)
    .map((person) => ({ value: person.id, label: person.name ?? '', hint: person.teams.map((team) => teams.get(team) ?? '').join(', ') }));
}

export class Finding {
  readonly #view: () => FindingView;
  readonly #people: People;

  constructor(view: () => FindingView, people: People) {
    this.#view = view;
    this.#people = people;
  }

  get view(): FindingView {
    return this.#view();
  }

  get organisation(): OrganisationView | undefined {
    return this.#people.organisation;
  }

  /** Who acts here; empty until somebody does. */
  get acting(): string {
    return this.#people.acting?.id ?? '';
  }

  get people(): Choice[] {
    return choicesOf(this.organisation);
  }

  name = (id: string | null): string => {
    if (id === null) return t('not-recorded');
    return this.view.people[id] || this.#people.name(id);
  };

  /** Why this person here may write nothing at all. */
  get locked(): string | undefined {
    return whyNot(this.#people);
  }

  /** Why a step cannot be taken now, or by this person. */
  why(step: FindingStep): string | undefined {
    const locked = whyNot(this.#people, roles[step]);
    if (locked) return locked;
    const refusal = this.view.possible.find((possible) => possible.step === step)?.refusal;
    return refusal ? explain(refusal) : undefined;
  }

  /** Whether a step belongs to where the finding stands: elsewhere there is nothing to explain. */
  fits(step: FindingStep): boolean {
    const code = this.view.possible.find((possible) => possible.step === step)?.refusal?.code;
    return code !== 'findingElsewhere' && code !== 'findingTextStands' && code !== 'findingNotReported' && code !== 'findingReportedAlready';
  }

  /** Why the newest step cannot be taken back now. */
  get notBack(): string | undefined {
    if (this.locked) return this.locked;
    const refusal = this.view.newestStep?.refusal;
    return refusal ? explain(refusal) : undefined;
  }

  order = (command: FindingCommand, id?: string): Promise<Committed> => order({ finding: command }, this.view.id, id);

  /** Says that it is done, or that nothing had to be. Ctrl+Z takes the step back where it can be. */
  note(text: string, done: Committed, undo: 'step' | (() => Promise<unknown>) | null): void {
    const nothing = done.events.length === 0;
    const back = undo === 'step' ? () => this.#takeBack() : undo;
    toasts.add({ text: nothing ? t('finding-unchanged') : text, tone: 'ok', ...(back && !nothing ? { undo: back } : { final: !nothing }) });
  }

  async #takeBack(): Promise<Committed> {
    const { newestStep } = await ask('finding', { record: this.view.id, by: this.acting || null });
    return this.order({ takeBack: { step: newestStep?.id ?? this.view.id, reason: 'undone' } });
  }
}

export function provideFinding(view: () => FindingView, people: People): Finding {
  return setContext(key, new Finding(view, people));
}

export function useFinding(): Finding {
  return getContext<Finding>(key);
}
