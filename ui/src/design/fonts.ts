/**
 * The fonts of the screen. A text that is set before its font is there is set twice, and its stand-in is looked for among
 * all fonts of the system (measured: 30 ms of a start).
 */
const faces = ['1rem Inter', '1rem "JetBrains Mono"'];

/** Resolves when the fonts of the screen are there, also when one is missing. */
export async function fonts(): Promise<void> {
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
}
