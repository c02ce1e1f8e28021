import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { aDocument, aScannedPdf, aStream } from './pdf-builder.ts';

/** Bytes of a text of bytes. */
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A whole ZIP with one file in it. */
export function aZip(name = 'evil.js', text = 'alert(1)'): Buffer {
  const [file, data] = [latin(name), latin(text)];
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt32LE(crc32(data), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(data.length, 18);
  shared.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([latin('PK\x03\x04'), shared, file, data]);
  const entry = Buffer.concat([latin('PK\x01\x02'), Buffer.from([20, 0]), shared, Buffer.alloc(14), file]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, latin('PK\x05\x06'), end]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A whole PNG of one colour, tiny however large it says to be. */
export function aPlainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  // Each block of 64 lines stands alone, so the same bytes can follow each other.
  const block = deflateRawSync(Buffer.alloc(line.length * 64), { finishFlush: constants.Z_FULL_FLUSH });
  const rest = deflateRawSync(Buffer.alloc(line.length * (height % 64)));
  // Adler-32 of zeros.
  const sum = Buffer.from([0, 0, 0, 1]);
  sum.writeUInt16BE((line.length * height) % 65_521, 0);
  const blocks = Array.from({ length: Math.floor(height / 64) }, () => block);
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, rest, sum])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The head of a JPEG that says to be so large, without any picture. */
export function aJpegHead(width: number, height: number): Buffer {
  const frame = latin('\xff\xc0\x00\x0b\x08\x00\x00\x00\x00\x01\x01\x11\x00');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00'),
    frame,
  ]);
}

/** Left half red, right half blue, with noise, so that which side is which survives any packing. */
const halves = (width: number, height: number): Sharp => {
  const noise = randomBytes(width * height * 3);
  const pixels = noise.map((byte, index) => {
    const right = Math.floor(index / 3) % width >= width / 2;
    return index % 3 === (right ? 2 : 0) ? 215 + (byte % 40) : byte % 40;
  });
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

/** A PNG of two colours. */
export const aPng = (width = 120, height = 80): Promise<Buffer> => halves(width, height).png().toBuffer();

export const aJpeg = (width = 120, height = 80, quality = 90): Promise<Buffer> =>
  halves(width, height).jpeg({ quality }).toBuffer();

/** A photo of a telephone held upright: to be turned by 90° to the right, with the place it was taken at. */
export const aPhoto = (): Promise<Buffer> =>
  halves(160, 100)
    .jpeg()
    .withExif({
      IFD0: { Make: 'CanaryPhone', Software: 'CanaryOS' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** Pages of a scanner at 150 dpi. */
export async function aScan(pages = 2): Promise<Buffer> {
  const [width, height] = [1240, 1754];
  const jpeg = await aJpeg(width, height, 40);
  return aScannedPdf(Array.from({ length: pages }, () => ({ jpeg, width, height })));
}

/** So many bytes of a good PDF: what a scan with a large picture weighs. */
export const aPdfOf = (bytes: number): Buffer => {
  const room = aDocument({ draw: aStream('', '') }).length + String(bytes).length;
  const padded = aDocument({ more: [aStream(randomBytes(bytes - room - 300))] });
  const missing = bytes - padded.length;
  return Buffer.concat([padded, Buffer.alloc(missing, 0x0a)]);
};

/** A PNG with a text chunk before its picture. */
export const withText = (png: Buffer, text: string): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk('tEXt', latin(`Comment\0${text}`)), png.subarray(33)]);
