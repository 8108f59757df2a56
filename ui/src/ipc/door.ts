/**
 * The only door to Rust. Commands in, answers and failures out; the five events.
 * Knows the names of the commands; does not know what any order means.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Bytes } from './contract/Bytes';
import type { Changed, DesktopAnswer, DesktopOrder, Dropped, FileOpened, LinkOpened, Progress } from './contract/desktop';

interface Events {
  changed: Changed;
  progress: Progress;
  link: LinkOpened;
  file: FileOpened;
  dropped: Dropped;
}

declare global {
  interface Window {
    lotseAsked?: Map<string, Promise<unknown>>;
  }
}

/** The answer to what `first.js` asked when nothing of this was there yet, once. */
export function askedFirst<A>(what: string): Promise<A> | undefined {
  const answer = window.lotseAsked?.get(what) as Promise<A> | undefined;
  window.lotseAsked?.delete(what);
  return answer;
}

/** Hears an event until the returned function is called. */
export function hear<E extends keyof Events>(event: E, on: (payload: Events[E]) => void): () => void {
  const ending = listen<Events[E]>(event, ({ payload }) => on(payload));
  return () => void ending.then((end) => end());
}

type Answered<K extends DesktopAnswer['is']> = Extract<DesktopAnswer, { is: K }>;

/** Asks the desktop; the caller names the answers that the order has. Rejects with a failure that has a code. */
export async function desktop<K extends DesktopAnswer['is']>(request: DesktopOrder, ...answers: K[]): Promise<Answered<K>> {
  const early = request.do === 'look' ? askedFirst<DesktopAnswer>('look') : undefined;
  const answer = await (early ?? invoke<DesktopAnswer>('desktop', { request }));
  if ((answers as string[]).includes(answer.is)) return answer as Answered<K>;
  throw new Error(`the desktop answered ${answer.is} to ${request.do}`);
}

/** Bytes of the open workspace, such as a report as PDF. */
export async function bytes(request: Bytes): Promise<ArrayBuffer> {
  return invoke<ArrayBuffer>('bytes', { request });
}

/** Gives an order to the core. */
export async function order<C>(order: unknown): Promise<C> {
  return invoke<C>('execute', { order });
}

/** Asks the core. */
export async function ask<A>(question: unknown): Promise<A> {
  return invoke<A>('query', { question });
}
