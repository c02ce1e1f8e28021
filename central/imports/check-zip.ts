import { inflateRawSync } from 'node:zlib';
import type { SheetProblem } from '../../shared/domain/import/sheet.ts';

/** What an honest workbook of 5,000 lines never comes near. */
const UNPACKED_MAX = 50 * 1024 * 1024;
const ENTRIES_MAX = 1000;
/** Unpacked to packed, over the whole file; small files may be as dense as they like. */
const RATIO_MAX = 200;
const RATIO_FREE = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** In these fields it means: see the 64-bit record, which no such file needs. */
const SENTINELS: readonly number[] = [0xffff, 0xffffffff];
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}

/** The central directory; null when it is not whole. */
function readEntries(bytes: Buffer): readonly Entry[] | null {
  const end = bytes.length < 22 ? null : findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (SENTINELS.includes(count) || SENTINELS.includes(at) || count > ENTRIES_MAX) return null;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('latin1', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether what lies in the file is what the directory says of it; unpacked with the declared size as its limit. */
function isTrue(bytes: Buffer, entry: Entry): boolean {
  const { offset, packed, unpacked, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return false;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return false;
  if (method === STORED) return packed === unpacked;
  try {
    const body = bytes.subarray(start, start + packed);
    return inflateRawSync(body, { maxOutputLength: unpacked + 1 }).length === unpacked;
  } catch {
    return false;
  }
}

/**
 * Looks at a ZIP before anything else unpacks it: sizes as declared first, then whether they are true, so
 * that neither a bomb nor a lie about one comes to the reader. Null when it may be opened.
 */
export function findZipProblem(bytes: Buffer): SheetProblem | null {
  const entries = readEntries(bytes);
  if (entries === null || entries.length === 0) return 'damaged';
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > UNPACKED_MAX || unpacked > RATIO_FREE + RATIO_MAX * bytes.length) return 'bomb';
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return 'damaged';
  const known = entries.every(({ method }) => method === STORED || method === DEFLATED);
  return known && entries.every((entry) => isTrue(bytes, entry)) ? null : 'damaged';
}
