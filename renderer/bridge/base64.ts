/** So many bytes at a time become text: more than this is too many arguments. */
const PIECE = 0x8000;

/** The bytes of a picked file as the doors carry them. */
export function bytesToBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  }
  return btoa(pieces.join(''));
}
