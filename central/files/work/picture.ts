import sharp from 'sharp';
import { FILE_MAX } from '../../../shared/domain/account/request.ts';
import { passed, PIXELS_MAX, type Looked } from '../checked-file.ts';
import { asPage } from './as-page.ts';
import type { Done } from './task.ts';

sharp.cache(false);
sharp.concurrency(1);

/** Pixels that a page on the screen is at most wide or high. */
const SHOWN = 2000;
/** Where a picture drawn anew would be larger than any that may come in. */
const SMALLER = { side: 5000, quality: 80 };

/** Every fault of the data ends it; nothing beside the pixels goes through. */
const open = (content: Uint8Array) =>
  sharp(content, { failOn: 'error', limitInputPixels: PIXELS_MAX, pages: 1 })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');

/** A picture drawn anew: turned as its EXIF says, and without EXIF, place, profile and comments. */
export async function redrawPicture(
  content: Uint8Array,
  type: 'image/jpeg' | 'image/png',
): Promise<Looked<Done>> {
  const drawn =
    type === 'image/png'
      ? await open(content).png({ compressionLevel: 9 }).toBuffer()
      : await open(content).jpeg({ quality: 90 }).toBuffer();
  if (drawn.length <= FILE_MAX) return passed({ pages: 1, content: drawn });
  const inside = { fit: 'inside', withoutEnlargement: true } as const;
  const less = open(content).resize(SMALLER.side, SMALLER.side, inside);
  const again = type === 'image/png' ? less.png() : less.jpeg({ quality: SMALLER.quality });
  return passed({ pages: 1, content: await again.toBuffer() });
}

/** A picture as a page on the screen. */
export async function shrinkPicture(content: Uint8Array): Promise<Looked<Done>> {
  const shown = open(content).resize(SHOWN, SHOWN, { fit: 'inside', withoutEnlargement: true });
  return passed({ pages: 1, content: await asPage(shown) });
}
