/** Whether characters that nobody can see were taken out; the window tells the person so. */
export type Removed = 'none' | 'invisible';

/**
 * Invisible characters that belong to something visible, each bound to its neighbours:
 * emoji flags of regions; variation selectors of 字 (Unicode IVD); text or emoji style; keycaps;
 * the joiner inside a composed emoji (UTS #51).
 */
const KEPT = [
  /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/u,
  /(?<=\p{Ideographic})[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u,
  /(?<=\p{Extended_Pictographic})[\u{FE0E}\u{FE0F}]/u,
  /(?<=[0-9#*])\u{FE0F}(?=\u{20E3})/u,
  /(?<=\p{Extended_Pictographic}|\p{Extended_Pictographic}\u{FE0F}|\p{Emoji_Modifier})\u{200D}(?=\p{Extended_Pictographic})/u,
];

/** Zero-width, bidi control, soft hyphen, fillers, tags, annotation marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]/u;

const KEPT_OR_INVISIBLE = new RegExp(
  `(${KEPT.map((pattern) => pattern.source).join('|')})|${INVISIBLE.source}`,
  'gu',
);

/** Takes out invisible characters (security 7.3) but none that an emoji or a 字 needs. */
export const removeInvisible = (text: string): { readonly value: string; readonly removed: Removed } => {
  const value = text.replace(KEPT_OR_INVISIBLE, (_match, kept: string | undefined) => kept ?? '');
  return { value, removed: value === text ? 'none' : 'invisible' };
};
