/** Milliseconds after a picture in which a person has not done anything yet. */
const calm = 250;

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
