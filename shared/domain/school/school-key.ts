import { normaliseSearch } from '../plain-text/search.ts';

/** Two 字 that are one to whoever looks for a school or a 縣市: the first is kept as the second. */
export const VARIANT = ['台', '臺'] as const;

/** The form in which names of schools and 縣市 are compared with what was typed. */
export const schoolKey = (text: string): string => normaliseSearch(text).replaceAll(...VARIANT);
