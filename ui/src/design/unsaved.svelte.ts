/** Whether something that was typed would be lost by going away, and who asks then. Knows no dialog and no address. */

interface Guard {
  dirty: () => boolean;
  /** Asks the person; `go` runs when what was typed may be lost, `stay` when not. */
  ask: (go: () => void, stay: () => void) => void;
}

const guards: Guard[] = [];

/** A dialog stands guard until the returned function is called. */
export function guard(by: Guard): () => void {
  guards.push(by);
  return () => void guards.splice(guards.indexOf(by), 1);
}

/** Goes at once when nothing would be lost, otherwise after the person agreed. */
export function leave(go: () => void, stay: () => void = () => undefined): void {
  const dirty = guards.findLast((held) => held.dirty());
  if (dirty) dirty.ask(go, stay);
  else go();
}
