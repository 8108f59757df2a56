/** The two verbs, typed: `ask('home', {})` and `order(command)`. Knows who acts; knows no rule. */
import { standing } from './desktop.svelte';
import { order as orderRaw } from './door';
import { answer, answerAtOnce } from './early';
import type { Answer, Command, Committed, Question } from './wire';

type KeysOf<U> = U extends unknown ? keyof U & string : never;
type Body<U, K extends string> = U extends Record<K, infer B> ? B : never;

export type Kind = KeysOf<Question>;
export type Asked<K extends Kind> = Body<Question, K>;
export type Answered<K extends Kind> = Body<Answer, AnswerKey<K>>;
type AnswerKey<K extends Kind> = K extends 'previewMilestone' ? 'preview' : K extends 'readPlan' ? 'planRead' : K;
/** Questions whose answer bears another name. */
const named: Partial<Record<Kind, string>> = { previewMilestone: 'preview', readPlan: 'planRead' };

/** Asks the core once; screens that stay open use `live`. */
export async function ask<K extends Kind>(kind: K, question: Asked<K>): Promise<Answered<K>> {
  return body(kind, await answer({ [kind]: question }));
}

/** The answer if it was asked for early and is there: then nobody has to wait a turn for it. */
export function askAtOnce<K extends Kind>(kind: K, question: Asked<K>): Answered<K> | undefined {
  const found = answerAtOnce<Record<string, unknown>>({ [kind]: question });
  return found && body(kind, found);
}

function body<K extends Kind>(kind: K, answered: Record<string, unknown>): Answered<K> {
  return answered[named[kind] ?? kind] as Answered<K>;
}

/** A UUID of version 7: sorts by time, made by the sender. */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const attempts = new WeakMap<object, string[]>();
let attempt: { ids: string[]; next: number } | null = null;

/** Runs something that gives orders at once; under the same `key` they get the same ids as the time before. */
export function once<R>(key: object, run: () => R): R {
  const ids = attempts.get(key) ?? [];
  attempts.set(key, ids);
  const outer = attempt;
  attempt = { ids, next: 0 };
  try {
    return run();
  } finally {
    attempt = outer;
  }
}

function idOfOrder(): string {
  return attempt ? (attempt.ids[attempt.next++] ??= newId()) : newId();
}

/**
 * Gives an order in the name of the person who acts. `record` is a number or an id; none for a new record.
 * With the same `id` it happens once, so a retry passes the id of the first try.
 */
export async function order(command: Command, record: string | null = null, id = idOfOrder()): Promise<Committed> {
  const by = standing()?.workspace?.acting;
  if (!by) throw Object.assign(new Error('nobody acts'), { code: 'nobodyActs', values: {} });
  return orderRaw<Committed>({ id, by, record, command });
}
