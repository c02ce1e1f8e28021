const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const ZIP_END_BYTES = 22;
/** The comment after the end of a ZIP is no longer than this. */
const ZIP_COMMENT_MAX = 65_535;

/**
 * Whether programs that open ZIP files would take the file for one: they look for its end from behind.
 * A chance meeting of four bytes is none: the list of entries has to stand where the end says.
 */
export function hasZipEnd(content: Buffer): boolean {
  const from = Math.max(0, content.length - ZIP_COMMENT_MAX - ZIP_END_BYTES);
  for (let at = content.indexOf(ZIP_END, from); at >= 0; at = content.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_END_BYTES > content.length) return false;
    const listed = content.readUInt32LE(at + 12);
    const list = at - listed;
    if (listed === 0 || (list >= 0 && content.subarray(list, list + 4).equals(ZIP_ENTRY))) return true;
  }
  return false;
}

/** Bytes that mean nothing after the end of a file: some scanners fill up with them. */
const FILLING: readonly number[] = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x20];

/** Where the next byte that is no filling stands; the length when there is none. */
export function skipFilling(content: Buffer, from: number): number {
  let at = from;
  while (at < content.length && FILLING.includes(content[at] ?? 0)) at += 1;
  return at;
}
