/**
 * A form: values, errors at their fields, a summary, sending once.
 * Rust is the authority; what is checked here only saves a round trip.
 */
import { tick } from 'svelte';
import { say } from './failure';
import { unreadable } from './unreadable';

export interface FormOptions<V extends object, R> {
  start: V;
  /** Sentences for fields that cannot be sent like this. */
  check?: (values: V) => Partial<Record<keyof V, string>>;
  send: (values: V) => Promise<R>;
  /** The field for what a refusal speaks of: a field by the name that it has there, or a code. */
  places?: Record<string, string>;
  sent?: (result: R) => void;
}

export interface Problem {
  field: string;
  /** The id of the control, for the link in the summary. */
  id: string;
  text: string;
}

let forms = 0;

export class Form<V extends object, R = unknown> {
  values: V = $state() as V;
  errors: Partial<Record<keyof V, string>> = $state({});
  /** A failure that belongs to no field. */
  failure = $state<string | null>(null);
  /** Its details, to be copied. */
  details = $state('');
  busy = $state(false);
  readonly #id = `form-${++forms}`;
  readonly #options: FormOptions<V, R>;
  #start: string = $state('');

  constructor(options: FormOptions<V, R>) {
    this.#options = options;
    this.values = structuredClone($state.snapshot(options.start)) as V;
    this.#start = JSON.stringify(this.values);
  }

  get dirty(): boolean {
    return JSON.stringify(this.values) !== this.#start;
  }

  get problems(): Problem[] {
    return (Object.keys(this.errors) as (keyof V & string)[])
      .filter((field) => this.errors[field])
      .map((field) => ({ field, id: this.id(field), text: this.errors[field]! }));
  }

  get summaryId(): string {
    return `${this.#id}-summary`;
  }

  /** The id of the control of a field. */
  id(field: keyof V & string): string {
    return `${this.#id}-${field}`;
  }

  /** What a field component takes: `<TextField {...form.field('title')} bind:value={form.values.title} />`. */
  field(field: keyof V & string): { id: string; error: string | undefined } {
    return { id: this.id(field), error: this.errors[field] };
  }

  reset(to: V = JSON.parse(this.#start) as V): void {
    this.values = structuredClone($state.snapshot(to)) as V;
    this.#start = JSON.stringify(this.values);
    this.errors = {};
    this.failure = null;
  }

  submit = async (event?: Event): Promise<boolean> => {
    event?.preventDefault();
    if (this.busy) return false;
    this.failure = null;
    this.errors = { ...this.#options.check?.($state.snapshot(this.values) as V), ...this.#unreadable() };
    if (this.problems.length) return this.#show();
    this.busy = true;
    try {
      const result = await this.#options.send($state.snapshot(this.values) as V);
      this.#start = JSON.stringify(this.values);
      this.#options.sent?.(result);
      return true;
    } catch (failure) {
      const words = say(failure);
      const field = this.#options.places?.[words.about ?? ''] ?? words.about;
      if (field !== undefined && field in this.values) this.errors = { [field]: words.sentence } as Partial<Record<keyof V, string>>;
      else {
        this.failure = words.sentence;
        this.details = words.details;
      }
      return this.#show();
    } finally {
      this.busy = false;
    }
  };

  #unreadable(): Partial<Record<keyof V, string>> {
    const typed = (Object.keys(this.values) as (keyof V & string)[]).map((field) => [field, unreadable(this.id(field))]);
    return Object.fromEntries(typed.filter(([, problem]) => problem)) as Partial<Record<keyof V, string>>;
  }

  async #show(): Promise<false> {
    await tick();
    document.getElementById(this.summaryId)?.focus();
    return false;
  }
}

export function createForm<V extends object, R = unknown>(options: FormOptions<V, R>): Form<V, R> {
  return new Form(options);
}
