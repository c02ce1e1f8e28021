/**
 * Control characters, half surrogate pairs, noncharacters such as U+FFFE (security 7.16), and the
 * separators U+2028 and U+2029, which a multi-line text has already turned into LF.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Where the first forbidden character stands. */
export interface ForbiddenCharacter {
  /** Counted from 1, in Unicode code points. */
  readonly position: number;
  /** As people write it: `U+FFFE`. */
  readonly codePoint: string;
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character that no text may hold; `allowed` are the exceptions, e.g. LF and TAB. */
export const findForbidden = (text: string, allowed = ''): ForbiddenCharacter | undefined => {
  let position = 0;
  for (const character of text) {
    position += 1;
    if (FORBIDDEN.test(character) && !allowed.includes(character)) {
      return { position, codePoint: nameOf(character) };
    }
  }
  return undefined;
};
