import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf';
import { getEngine } from './engine.ts';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Pixels of one picture in a page: A3 at 600 dpi; a larger one is not decoded. */
const PICTURE_MAX = 80_000_000;

/**
 * Opens a PDF with pdf.js. It fetches nothing from the network, runs no script and compiles none; fonts
 * that are not in the file come from the machine or are missing. Throws what pdf.js throws.
 */
export async function openPdf(content: Uint8Array): Promise<Pdf> {
  const engine = await getEngine();
  const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
  // A copy: pdf.js keeps the bytes for itself.
  return getDocumentProxy(new Uint8Array(content), {
    CanvasFactory,
    verbosity: 0,
    useWorkerFetch: false,
    ...engine,
    disableFontFace: true,
    useSystemFonts: true,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    maxImageSize: PICTURE_MAX,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
}
