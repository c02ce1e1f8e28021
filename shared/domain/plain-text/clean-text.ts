import { accept, refuse, type Accepted, type Refused } from './checked.ts';
import { composeText, unifyLineEnds } from './compose.ts';
import { countCharacters } from './count.ts';
import { findForbidden } from './forbidden.ts';
import { removeInvisible, type Removed } from './invisible.ts';

export interface TextLimits {
  /** Line breaks and tabs are allowed, and outer blanks stay as typed. */
  readonly multiline: boolean;
  /** Most characters, as `countCharacters` counts them. */
  readonly max?: number;
}

/** Accepted text, and whether something invisible was taken out of it. */
export interface CleanedText extends Accepted<string> {
  readonly removed: Removed;
}

export type TextProblem = 'textForbidden' | 'textTooLong';

/**
 * Typed or pasted text in the form in which it is stored: one kind of line end, invisible characters
 * taken out and told, NFC; a single line also loses its outer blanks. What is left is text and
 * nothing else: `<img onerror>` or `{{7*7}}` stay as typed and are shown as typed (security 7.13).
 * Cleaning twice changes nothing.
 *
 * Failures: `textForbidden` {position, codePoint}, the position counted from 1 in the text as given;
 * `textTooLong` {max, count}. An empty text passes: whether it may be empty is asked by `isBlank`.
 */
export const cleanText = (text: string, limits: TextLimits): CleanedText | Refused<TextProblem> => {
  const unified = limits.multiline ? unifyLineEnds(text) : text;
  const lead = limits.multiline ? 0 : unified.length - unified.trimStart().length;
  const shown = limits.multiline ? unified : unified.trim();

  const forbidden = findForbidden(shown, limits.multiline ? '\n\t' : '');
  // Every blank that trim() takes is one code unit, so `lead` is also its number of characters.
  if (forbidden) return refuse('textForbidden', { ...forbidden, position: forbidden.position + lead });

  const visible = removeInvisible(shown);
  const value = composeText(limits.multiline ? visible.value : visible.value.trim());
  const count = countCharacters(value);
  if (limits.max !== undefined && count > limits.max) {
    return refuse('textTooLong', { max: limits.max, count });
  }
  return { ...accept(value), removed: visible.removed };
};
