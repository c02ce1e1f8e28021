import { normaliseIdentityNumber } from '../identity/normalise.ts';

const HIDDEN = '○○';

/** Private-use characters are 字 that no standard has yet. */
const IDEOGRAPH = /^[\p{Script=Han}\p{Co}]/u;

/** A character together with its marks and variation selectors. */
const charactersOf = (text: string): string[] => text.match(/\P{M}\p{M}*/gu) ?? [];

const maskWord = (word: string): string => {
  const characters = charactersOf(word);
  const first = characters[0] ?? '';
  if (!IDEOGRAPH.test(first)) return first + HIDDEN;
  if (characters.length === 1) return '○';
  if (characters.length === 2) return `${first}○`;
  const last = characters.at(-1) ?? '';
  return `${first}${characters.length === 3 ? '○' : HIDDEN}${last}`;
};

/**
 * A name 姓名 for those without need to know it: 王○, 王○明, and 王○○明 for four characters and
 * more, so that the length of a long name does not tell it. A name in letters keeps the first of each
 * word: `J○○ S○○`.
 */
export const maskName = (name: string): string =>
  name.trim().split(/\s+/u).filter(Boolean).map(maskWord).join(' ');

/**
 * An identity number 證號 in lists and logs for those without need: `A12****789` (domain §4.4).
 * Shorter numbers show fewer characters, never more than six of ten.
 */
export const maskIdentityNumber = (text: string): string => {
  const characters = [...normaliseIdentityNumber(text)];
  const shown = Math.min(3, Math.floor((characters.length * 3) / 10));
  return characters
    .map((character, index) => (index < shown || index >= characters.length - shown ? character : '*'))
    .join('');
};
