import { composeText, unifyLineEnds } from './compose.ts';
import { removeInvisible } from './invisible.ts';

/**
 * Length of a text in Unicode code points, spaces and line breaks included (domain §1.11). Counted
 * on the text as it will be stored, so the live counter and central agree to the last character.
 */
export const countCharacters = (text: string): number => {
  let count = 0;
  for (const _ of composeText(removeInvisible(unifyLineEnds(text)).value)) count += 1;
  return count;
};

const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}]/u;

/** Nothing to see: empty, spaces, U+3000, tabs, line breaks, zero-width (security 7.12: 必填). */
export const isBlank = (text: string): boolean => !VISIBLE.test(text);
