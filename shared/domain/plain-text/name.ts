import { refuse, type Refused } from './checked.ts';
import { cleanText, type CleanedText, type TextProblem } from './clean-text.ts';
import { isBlank } from './count.ts';

/** Names 姓名 have 1 to 60 characters (security 7.17). */
export const NAME_MAX = 60;

/**
 * A person's name 姓名: one line, 1 to 60 characters, any script, with ‧ · and rare or private-use 字
 * as written. Failures: `required`, `textForbidden`, `textTooLong`.
 */
export const checkName = (text: string): CleanedText | Refused<TextProblem | 'required'> =>
  isBlank(text) ? refuse('required') : cleanText(text, { multiline: false, max: NAME_MAX });
