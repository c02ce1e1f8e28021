/**
 * The six digits of an authenticator as they are compared: full-width digits, blanks and dashes of any
 * kind are taken as people type or paste them. Null for what is no such code.
 */
export function parseCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Default_Ignorable_Code_Point}]/gu, '');
  return /^\d{6}$/.test(code) ? code : null;
}
