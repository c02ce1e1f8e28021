import { textFor } from '../../../shared/text/index.ts';

/** The words on the screens, from the same table that the window reads. */
export const t = textFor('zh-TW');

/** A label at the start of an accessible name: what follows may be 「（必填）」. */
export const startsWith = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(\\s|\\*|（必填）)*$`);
