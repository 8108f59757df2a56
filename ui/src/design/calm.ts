/** Milliseconds after a picture in which a person has not done anything yet. */
const calm = 250;

/** Milliseconds after which nobody waits for a picture any longer. */
const unpainted = 100;

/** Calls once what stands now has been painted; at once where nothing is. */
export function afterPaint(call: () => void): void {
  if (document.hidden) {
    call();
    return;
  }
  let called = false;
  const once = (): void => {
    if (!called) call();
    called = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, unpainted);
}

/**
 * Calls once what stands now has been painted and can be used: for what the first picture does without, and what is
 * likely wanted soon. The returned function calls it off.
 */
export function whenCalm(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call, calm);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
