/** So many keys or characters in a row are a run (domain §1.4.11). */
export const RUN = 4;

/** Keys side by side, and the signs of the same keys with Shift. 注音 is typed on the same keys. */
const KEY_ROWS = [
  ['`1234567890-=', '~!@#$%^&*()_+'],
  ['qwertyuiop[]\\', 'QWERTYUIOP{}|'],
  ["asdfghjkl;'", 'ASDFGHJKL:"'],
  ['zxcvbnm,./', 'ZXCVBNM<>?'],
] as const;

/** Key by sign: row and place in it, as one number; rows lie so far apart that none touches another. */
const KEY_PLACE: ReadonlyMap<string, number> = new Map(
  KEY_ROWS.flatMap((shifts, row) =>
    shifts.flatMap((signs) =>
      Array.from(signs, (sign, place): [string, number] => [sign, row * 100 + place]),
    ),
  ),
);

/** Place of a letter or digit in its alphabet; undefined for anything else. */
const alphabetPlace = (sign: string): number | undefined =>
  /^[0-9A-Za-z]$/.test(sign) ? sign.toLowerCase().codePointAt(0) : undefined;

const keyPlace = (sign: string): number | undefined => KEY_PLACE.get(sign);

/** The longest stretch whose places rise, or fall, one by one. */
function longestStep(places: readonly (number | undefined)[], step: 1 | -1): number {
  let longest = 1;
  let length = 1;
  places.forEach((place, index) => {
    const before = places[index - 1];
    const goesOn = place !== undefined && before !== undefined && place - before === step;
    length = goesOn ? length + 1 : 1;
    longest = Math.max(longest, length);
  });
  return longest;
}

function longestRepeat(signs: readonly string[]): number {
  let longest = 0;
  let length = 0;
  signs.forEach((sign, index) => {
    length = sign === signs[index - 1] ? length + 1 : 1;
    longest = Math.max(longest, length);
  });
  return longest;
}

/**
 * Whether four or more characters stand as on a row of the keyboard (`asdf`, `0987`, `!@#$`), in the
 * alphabet or in counting order, forwards or backwards, or are the same. Capitals do not hide a run,
 * nor do full-width characters.
 */
export function hasRun(text: string): boolean {
  const signs = [...text.normalize('NFKC')];
  const keys = signs.map(keyPlace);
  const letters = signs.map(alphabetPlace);
  return [
    longestStep(keys, 1),
    longestStep(keys, -1),
    longestStep(letters, 1),
    longestStep(letters, -1),
    longestRepeat(signs.map((sign) => sign.toLowerCase())),
  ].some((length) => length >= RUN);
}
