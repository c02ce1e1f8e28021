/**
 * Spaces, dashes and invisible characters of every kind; ー and ─ are what a Chinese or Japanese
 * keyboard gives for a dash.
 */
const SEPARATORS = /[\s\p{Dash}\u30FC\u2500\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]/gu;

/**
 * The form in which an identity number is judged, looked up, stored and compared: half-width,
 * upper-case, without spaces, dashes and invisible characters (domain §4.2; security 7.2).
 * Never refuses; doing it twice changes nothing.
 */
export const normaliseIdentityNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    // ASCII only: ß or ı must not turn into letters that nobody typed.
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    // Again, because what stood apart may have come together.
    .normalize('NFKC');

/** Ten characters in the groups in which a masked number shows them: `A12 3456 789`. */
export const groupIdentityNumber = (number: string): string =>
  /^[A-Z](?:[A-Z\d]\d{0,8})?$/.test(number)
    ? [number.slice(0, 3), number.slice(3, 7), number.slice(7)].filter(Boolean).join(' ')
    : number;
