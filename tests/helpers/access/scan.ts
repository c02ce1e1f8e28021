import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const [WIDTH, HEIGHT] = [60, 80];
const header = Buffer.alloc(13);
header.writeUInt32BE(WIDTH, 0);
header.writeUInt32BE(HEIGHT, 4);
// Eight bits, grey.
header.writeUInt8(8, 8);

/** A white sheet as PNG, the smallest scan that passes every check. */
export const SCAN: Buffer = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', header),
  // Each line begins with its filter, none.
  chunk(
    'IDAT',
    deflateSync(
      Buffer.alloc((WIDTH + 1) * HEIGHT, 255).map((byte, at) => (at % (WIDTH + 1) === 0 ? 0 : byte)),
    ),
  ),
  chunk('IEND', Buffer.alloc(0)),
]);
