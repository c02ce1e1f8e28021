import { refuse, type Refused } from '../plain-text/checked.ts';
import { cleanText, type CleanedText } from '../plain-text/clean-text.ts';
import { findPhone } from './phone.ts';

/** Most numbers in one field 電話/手機. */
export const PHONES_MAX = 10;

export type PhoneProblem = 'required' | 'phonePart' | 'phoneTooMany' | 'textForbidden';

/**
 * A field 電話/手機 as typed: several numbers with `;` or `；` between them (domain §1.10, sample
 * `04-XXXXXXX;0975-XXX-XXX`). Gives them joined by `;` in stored form; empty places are dropped, digits
 * are never invented.
 *
 * Failures: `required`; `phonePart` {part, position}, the first wrong part as typed and its number
 * counted from 1; `phoneTooMany` {max, count}; `textForbidden` {position, codePoint}.
 */
export const checkPhoneList = (text: string): CleanedText | Refused<PhoneProblem> => {
  const cleaned = cleanText(text, { multiline: false });
  if (!cleaned.ok) return refuse('textForbidden', cleaned.detail);
  const parts = cleaned.value
    .normalize('NFKC')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return refuse('required');
  if (parts.length > PHONES_MAX) return refuse('phoneTooMany', { max: PHONES_MAX, count: parts.length });

  const phones: string[] = [];
  for (const part of parts) {
    const phone = findPhone(part);
    // Shortened in the message only; the field keeps what was typed.
    if (!phone)
      return refuse('phonePart', { part: [...part].slice(0, 30).join(''), position: phones.length + 1 });
    phones.push(phone);
  }
  return { ok: true, value: phones.join(';'), removed: cleaned.removed };
};
