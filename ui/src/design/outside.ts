/**
 * What these parts need of the world around the page and do not know: the clipboard, and that a retry is the same order.
 * Whoever knows them says so here once; without, the browser's own clipboard serves and every run stands for itself.
 */
type Once = <R>(attempt: object, run: () => R) => R;

let copyText: (text: string) => Promise<unknown> = (text) => navigator.clipboard.writeText(text);
let sameOrders: Once = (_attempt, run) => run();

export function connect(world: { copy: (text: string) => Promise<unknown>; once: Once }): void {
  copyText = world.copy;
  sameOrders = world.once;
}

/** Puts a text on the clipboard; when that fails, nobody is told a second time. */
export function clip(text: string): Promise<unknown> {
  return copyText(text).catch(() => undefined);
}

/** Runs a deed; what it orders under the same `attempt` has the same ids, so that it happens once. */
export function once<R>(attempt: object, run: () => R): R {
  return sameOrders(attempt, run);
}
