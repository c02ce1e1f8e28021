import { removeInvisible } from './invisible.ts';

/**
 * The form in which a text filter compares, used for what is searched and for what is typed:
 * half-width, lower-case, without outer blanks and invisible characters. `%`, `_` and `\` stay; the
 * store takes them literally (security 7.15).
 */
export const normaliseSearch = (text: string): string =>
  removeInvisible(text.normalize('NFKC').toLowerCase()).value.normalize('NFKC').trim();
