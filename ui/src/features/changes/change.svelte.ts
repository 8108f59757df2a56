/** A change request that a screen shows: what stands in it, what can be done with it by whom, how an order is given. */
import { say as sayFailure } from '$design/failure';
import { toasts } from '$design/toasts.svelte';
import { dayTime } from '$i18n/format';
import { t } from '$i18n/words.svelte';
import { zone } from '$i18n/zone.svelte';
import { order } from '$ipc/core';
import { standing } from '$ipc/desktop.svelte';
import type { ChangeCommand, ChangeDeed, ChangeView, Committed } from '$ipc/wire';
import { say } from '$parts/incident';
import type { People } from '$parts/people.svelte';
import '$parts/refusal'; // puts the words of the process into what a refusal says
import { needed } from './deeds';

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export class Change {
  readonly #view: () => ChangeView;
  readonly people: People;

  constructor(view: () => ChangeView, people: People) {
    this.#view = view;
    this.people = people;
  }

  get view(): ChangeView {
    return this.#view();
  }

  /** Who acts here; empty until somebody does. */
  get acting(): string {
    return this.people.acting?.id ?? '';
  }

  get persons(): Choice[] {
    const people = this.people.organisation?.people ?? [];
    return people.filter((person) => person.active && person.name).map((person) => ({ value: person.id, label: person.name ?? '', hint: this.teamWords(person.teams) }));
  }

  get teams(): Choice[] {
    return (this.people.organisation?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }

  get services(): Choice[] {
    return (this.people.organisation?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }

  name = (id: string | null): string => (id === null ? t('not-recorded') : this.view.people[id] || this.people.name(id));

  teamWords(ids: readonly string[]): string {
    return ids.map((id) => this.teams.find((team) => team.value === id)?.label ?? '').filter(Boolean).join(', ');
  }

  serviceWords(ids: readonly string[]): string {
    return ids.map((id) => this.services.find((service) => service.value === id)?.label ?? '').filter(Boolean).join(', ');
  }

  /** "Anna Berg, 22.11.2026 09:14 MEZ" */
  byWhen = (by: string, recorded: string): string => t('change-by-when', { person: this.name(by), when: dayTime(recorded, zone()) });

  /** Why a deed cannot be done now, or not by whoever acts. */
  why = (deed: ChangeDeed): string | undefined => {
    if (standing()?.workspace?.readOnly) return t('reporting-read-only');
    const refusal = this.view.possible.find((possible) => possible.deed === deed)?.refusal;
    if (refusal) {
      const { code, ...values } = refusal;
      return sayFailure({ code, values }).sentence;
    }
    if (this.people.acting && !this.people.has(...needed[deed])) return sayFailure({ code: 'roleMayNot', values: { needed: needed[deed] } }).sentence;
    return undefined;
  };

  order = (command: ChangeCommand, id?: string): Promise<Committed> => order({ change: command }, this.view.id, id);

  /** Says that a deed is done, or that nothing had to be. */
  note(deed: ChangeDeed, done: Committed): void {
    const text = done.events.length ? t('change-done', { what: say('change-deed', deed), number: this.view.number }) : t('change-unchanged');
    toasts.add({ text, tone: 'ok', final: done.events.length > 0 });
  }
}
