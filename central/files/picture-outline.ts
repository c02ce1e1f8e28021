import { SIDE_MAX, PIXELS_MAX } from './checked-file.ts';
import { hasZipEnd, skipFilling } from './foreign.ts';
import type { FileProblem } from '../../shared/domain/account/file-problem.ts';

/** What the outer shape of a picture's file says, before anything is decoded. */
export interface PictureOutline {
  readonly width: number;
  readonly height: number;
  /** Where the picture ends; null when the file ends before it. */
  readonly end: number | null;
}

/** Chunks of a PNG from IHDR to IEND; null when it is none. */
export function outlinePng(content: Buffer): PictureOutline | null {
  if (content.length < 33 || content.toString('latin1', 12, 16) !== 'IHDR') return null;
  const size = { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
  let at = 8;
  while (at + 12 <= content.length) {
    const type = content.toString('latin1', at + 4, at + 8);
    at += 12 + content.readUInt32BE(at);
    if (type === 'IEND') return { ...size, end: at <= content.length ? at : null };
  }
  return { ...size, end: null };
}

const FRAME = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const ALONE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** The first marker after picture data, in which 0xFF is written as 0xFF 0x00. */
function afterData(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

/** Segments of a JPEG from `from` on; null when there is none, or no frame in it. */
export function outlineJpeg(content: Buffer, from = 0): PictureOutline | null {
  if (content[from] !== 0xff || content[from + 1] !== 0xd8) return null;
  let size: { width: number; height: number } | null = null;
  const stop = (end: number | null) => (size === null ? null : { ...size, end });
  let at = from + 2;
  while (at + 2 <= content.length) {
    if (content[at] !== 0xff) return stop(null);
    const marker = content[at + 1] ?? 0;
    if (marker === 0xd9) return stop(at + 2);
    if (marker === 0xff || ALONE(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (at + 4 > content.length) return stop(null);
    if (FRAME(marker) && at + 9 <= content.length)
      size ??= { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at += 2 + content.readUInt16BE(at + 2);
    if (marker === 0xda) at = afterData(content, at);
  }
  return stop(null);
}

/** Cameras of one maker write times and modes behind the picture, and this at the very end. */
const CAMERA_NOTE = 'SEFT';
const CAMERA_NOTE_MAX = 65_536;

/** Behind a photo telephones put smaller pictures (thumbnail, brightness) and notes; anything else is foreign. */
function hasForeignTail(content: Buffer, end: number, type: 'image/jpeg' | 'image/png'): boolean {
  let at = skipFilling(content, end);
  while (type === 'image/jpeg' && at < content.length) {
    const further = outlineJpeg(content, at);
    if (further === null || further.end === null) break;
    at = skipFilling(content, further.end);
  }
  if (at === content.length) return false;
  const rest = content.subarray(at);
  const note = rest.length <= CAMERA_NOTE_MAX && rest.toString('latin1', rest.length - 4) === CAMERA_NOTE;
  return !(type === 'image/jpeg' && note);
}

/** Size first, so that nothing enormous is ever decoded; then whether the file is whole and nothing else. */
export function checkPicture(content: Buffer, type: 'image/jpeg' | 'image/png'): FileProblem | null {
  const outline = type === 'image/png' ? outlinePng(content) : outlineJpeg(content);
  if (outline === null) return 'damaged';
  const { width, height, end } = outline;
  if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX) return 'dimensions';
  if (width === 0 || height === 0) return 'damaged';
  if (hasZipEnd(content)) return 'mixed';
  if (end === null) return 'damaged';
  return hasForeignTail(content, end, type) ? 'mixed' : null;
}
