/**
 * The first questions of a start, asked before any screen stands: what was asked last for the same view is most likely
 * asked again, and the core answers while the page is still being put together. A wrong guess is an answer that nobody
 * takes. Knows no view; `shell/ahead` keeps the guess.
 */
import { ask, askedFirst, hear } from './door';

/** Lists that a screen shows from their first page on. */
const lists = ['register', 'journal'];

interface Early {
  coming: Promise<unknown>;
  /** The answer, when it is there. */
  found?: unknown;
}

/** Answers that nobody has taken yet, by question. */
const waiting = new Map<string, Early>();
/** The question that asked for the first page of a list last, by list. */
const asked = new Map<string, object>();
let open = 0;
let quiet: () => void = () => undefined;
let telling: ReturnType<typeof setTimeout> | undefined;

/** Asks; resolves when all is answered, also by failures. */
export async function askEarly(questions: readonly string[]): Promise<void> {
  // What an answer says may not hold any more.
  hear('changed', forgetEarly);
  const asking = questions.map(async (question) => {
    const early: Early = { coming: askedFirst(question) ?? ask(JSON.parse(question)) };
    waiting.set(question, early);
    early.found = await early.coming;
  });
  await Promise.allSettled(asking);
}

/** Whatever comes from now on is asked when it is wanted: another view or another workspace is open. */
export function forgetEarly(): void {
  waiting.clear();
}

/** The early answer to a question if it is there already, once: what is shown with it is painted in one go. */
export function answerAtOnce<A>(question: Record<string, unknown>): A | undefined {
  const found = earlyTo(question)?.found as A | undefined;
  if (found !== undefined) take(question);
  return found;
}

function earlyTo(question: object): Early | undefined {
  return waiting.size ? waiting.get(JSON.stringify(question)) : undefined;
}

function take(question: Record<string, unknown>): void {
  if (waiting.size) waiting.delete(JSON.stringify(question));
  for (const list of lists) if ((question[list] as { offset: number } | undefined)?.offset === 0) asked.set(list, question);
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
  const early = earlyTo(question)?.coming as Promise<A> | undefined;
  take(question);
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
  return [...asked.values()].map((question) => JSON.stringify(question));
}

/** Another view is open. */
export function forgetFirstPages(): void {
  asked.clear();
}

/** Calls back whenever everything that was asked is answered. */
export function whenAnswered(call: () => void): void {
  quiet = call;
}
