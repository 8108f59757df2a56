/** A PDF as pages, text and pictures, by pdf.js. Loaded only when somebody looks at one. Knows no report. */
import { getDocument, GlobalWorkerOptions, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export type Pdf = PDFDocumentProxy;

/** Opens the bytes; nothing is fetched, and nothing in the file can run. */
export function openPdf(bytes: ArrayBuffer): { pdf: Promise<Pdf>; close: () => void } {
  const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useWasm: false, useSystemFonts: true, enableXfa: false, disableAutoFetch: true });
  return { pdf: task.promise, close: () => void task.destroy() };
}

/** The size of a page in CSS pixels at 100 %. */
export async function sizeOf(pdf: Pdf, number: number): Promise<{ width: number; height: number }> {
  const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 96 / 72 });
  return { width, height };
}

/** Draws a page into a canvas and, when asked, its text over it. `zoom` 1 is the size on paper. */
export async function draw(pdf: Pdf, number: number, zoom: number, canvas: HTMLCanvasElement, text: HTMLElement | null): Promise<void> {
  const page = await pdf.getPage(number);
  const sharp = Math.min(3, devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: (zoom * 96) / 72 });
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  await page.render({ canvas, viewport, transform: sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0] }).promise;
  if (!text) return;
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String((zoom * 96) / 72));
  await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
}

/** The words of a page in their order. Read by hand: `getTextContent` needs what WebKitGTK does not have. */
export async function wordsOf(page: PDFPageProxy): Promise<string> {
  const reader = (page.streamTextContent() as ReadableStream<{ items: ({ str: string; hasEOL: boolean } | object)[] }>).getReader();
  let words = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return words;
    for (const item of value.items) if ('str' in item) words += item.str + (item.hasEOL ? ' ' : '');
  }
}

/** The pages that contain the text, in order. */
export async function find(pdf: Pdf, text: string): Promise<number[]> {
  const wanted = text.trim().toLocaleLowerCase();
  const found: number[] = [];
  for (let number = 1; wanted && number <= pdf.numPages; number++) {
    if ((await wordsOf(await pdf.getPage(number))).toLocaleLowerCase().includes(wanted)) found.push(number);
  }
  return found;
}
