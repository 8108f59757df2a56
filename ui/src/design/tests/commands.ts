/** The commands of the test runner (vite.config.ts), with their types. */
import { commands } from 'vitest/browser';

interface Media {
  forcedColors?: 'active' | 'none' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
  colorScheme?: 'light' | 'dark' | null;
}
const own = commands as unknown as { emulate: (media: Media) => Promise<void>; picture: (selector: string) => Promise<string> };

export const emulate = (media: Media): Promise<void> => own.emulate(media);

/** How light each pixel of an element is, 0 to 255, as a greyscale screen or printer shows it. */
export async function greys(selector: string): Promise<Uint8Array> {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${await own.picture(selector)}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return Uint8Array.from({ length: data.length / 4 }, (_, index) => 0.2126 * data[index * 4]! + 0.7152 * data[index * 4 + 1]! + 0.0722 * data[index * 4 + 2]!);
}
