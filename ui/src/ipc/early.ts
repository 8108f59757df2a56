/**
 * The first questions of a start, asked before any screen stands: what was asked last for the same view is most likely
 * asked again, and the core answers while the page is still being put together. A wrong guess is an answer that nobody
 * takes. Knows no view; `shell/ahead` keeps the guess.
 */
import { ask, hear } from './door';

/** Lists that a screen shows from their first page on. */
const lists = ['register', 'journal'];

/** Answers that nobody has taken yet, by question. */
const waiting = new Map<string, Promise<unknown>>();
/** Those of them that are there. */
const there = new Map<string, unknown>();
/** The question that asked for the first page of a list last, by list. */
const asked = new Map<string, string>();
let open = 0;
let quiet: () => void = () => undefined;
let telling: ReturnType<typeof setTimeout> | undefined;

/** Asks; resolves when all is answered, also by failures. */
export async function askEarly(questions: readonly string[]): Promise<void> {
  // What an answer says may not hold any more.
  hear('changed', forgetEarly);
  const asking = questions.map(async (question) => {
    const asked = ask(JSON.parse(question));
    waiting.set(question, asked);
    const found = await asked;
    if (waiting.has(question)) there.set(question, found);
  });
  await Promise.allSettled(asking);
}

/** Whatever comes from now on is asked when it is wanted: another view or another workspace is open. */
export function forgetEarly(): void {
  waiting.clear();
  there.clear();
}

/** The early answer to a question if it is there already, once: what is shown with it is painted in one go. */
export function answerAtOnce<A>(question: Record<string, unknown>): A | undefined {
  const text = JSON.stringify(question);
  const found = there.get(text) as A | undefined;
  if (found !== undefined) take(text, question);
  return found;
}

function take(text: string, question: Record<string, unknown>): void {
  waiting.delete(text);
  there.delete(text);
  for (const list of lists) if ((question[list] as { offset: number } | undefined)?.offset === 0) asked.set(list, text);
  tell();
}

/** When the page has a moment: not while it puts something on the screen. */
function tell(): void {
  clearTimeout(telling);
  telling = setTimeout(() => {
    if (open === 0) quiet();
  });
}

/** The answer to a question: the early one, once, or a new one. */
export async function answer<A>(question: Record<string, unknown>): Promise<A> {
  const text = JSON.stringify(question);
  const early = waiting.get(text) as Promise<A> | undefined;
  take(text, question);
  open += 1;
  try {
    return await (early?.catch(() => ask<A>(question)) ?? ask<A>(question));
  } finally {
    open -= 1;
    tell();
  }
}

/** The first pages that were asked for since `forgetFirstPages`. */
export function firstPages(): string[] {
  return [...asked.values()];
}

/** Another view is open. */
export function forgetFirstPages(): void {
  asked.clear();
}

/** Calls back whenever everything that was asked is answered. */
export function whenAnswered(call: () => void): void {
  quiet = call;
}
