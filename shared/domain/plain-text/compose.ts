const COMPATIBILITY_IDEOGRAPHS = /([\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]+)/u;

/**
 * NFC, so that é typed in two ways is one text, but without touching the CJK compatibility
 * ideographs (U+F900–FAFF, U+2F800–2FA1F): NFC would exchange them for other-looking 字, and a
 * person's name must print as it was written (security 7.16).
 */
export const composeText = (text: string): string =>
  text
    .split(COMPATIBILITY_IDEOGRAPHS)
    .map((part, index) => (index % 2 === 1 ? part : part.normalize('NFC')))
    .join('');

/** CR LF, CR alone and the Unicode line and paragraph separators become LF. */
export const unifyLineEnds = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
