import type { Sharp } from 'sharp';

/** Bytes of a page on its way to the window: beyond it, fewer colours. */
const PAGE_BYTES = 6 * 1024 * 1024;

/** A page as PNG; a photo, which PNG packs badly, with 256 colours. */
export async function asPage(drawn: Sharp): Promise<Buffer> {
  const whole = await drawn.clone().png({ compressionLevel: 6 }).toBuffer();
  if (whole.length <= PAGE_BYTES) return whole;
  return drawn.png({ palette: true, effort: 1, compressionLevel: 6 }).toBuffer();
}
