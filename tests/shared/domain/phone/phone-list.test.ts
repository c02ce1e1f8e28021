import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPhoneList } from '../../../../shared/domain/phone/phone-list.ts';

const digitsOf = (text: string) => text.replace(/\D/g, '');

test.each([
  ['04-1234567;0975-123-456', '04-1234567;0975-123-456'],
  ['04-1234567；0975123456', '04-1234567;0975-123-456'],
  ['０４－１２３４５６７；０９７５１２３４５６', '04-1234567;0975-123-456'],
  [' 04-1234567 ; ; 0975123456 ;', '04-1234567;0975-123-456'],
  ['0912345678', '0912-345-678'],
])('[PH1] [PH3] %j is stored as %s', (typed, stored) => {
  expect(checkPhoneList(typed)).toEqual({ ok: true, value: stored, removed: 'none' });
});

test.each(['', ' ', ';', ' ；; ', '\u3000'])('[PH1] %j is required', (typed) => {
  expect(checkPhoneList(typed)).toEqual({ ok: false, code: 'required' });
});

test.each([
  ['04-1234567;abc', 'abc', 2],
  ['家裡電話;0912345678', '家裡電話', 1],
  ['04-1234567;;04-XXXXXXX;0912', '04-XXXXXXX', 2],
  ['04-1234567,0912-345-678', '04-1234567,0912-345-678', 1],
])('[PH5] [security 7.18] in %j the part %s is named', (typed, part, position) => {
  expect(checkPhoneList(typed)).toEqual({ ok: false, code: 'phonePart', detail: { part, position } });
});

test('[PH5] a very long part is named by its beginning', () => {
  expect(checkPhoneList('王'.repeat(500))).toMatchObject({
    code: 'phonePart',
    detail: { part: '王'.repeat(30), position: 1 },
  });
});

test('[PH7] ten numbers pass, eleven do not', () => {
  const phones = (count: number) => Array.from({ length: count }, (_, n) => `0912-345-${100 + n}`).join(';');
  expect(checkPhoneList(phones(10))).toMatchObject({ ok: true, value: phones(10) });
  expect(checkPhoneList(phones(11))).toEqual({
    ok: false,
    code: 'phoneTooMany',
    detail: { max: 10, count: 11 },
  });
});

test('[PH8] forbidden characters are refused, invisible ones taken out and told', () => {
  expect(checkPhoneList('0912\u0000345678')).toEqual({
    ok: false,
    code: 'textForbidden',
    detail: { position: 5, codePoint: 'U+0000' },
  });
  expect(checkPhoneList('\u202D0912345678\u202C')).toEqual({
    ok: true,
    value: '0912-345-678',
    removed: 'invisible',
  });
});

test('[PH3] [PH4] what is stored has the digits that were typed and is accepted again', () => {
  const separators = fc.array(fc.constantFrom('', '', '-', ' ', '.', '(', ')'), {
    minLength: 12,
    maxLength: 12,
  });
  const phone = fc
    .tuple(fc.stringMatching(/^0[2-9][0-9]{7,8}$/), separators)
    .map(([digits, between]) => [...digits].map((digit, at) => digit + (between[at] ?? '')).join(''));
  const lists = fc.array(phone, { minLength: 1, maxLength: 3 }).map((phones) => phones.join(';'));
  fc.assert(
    fc.property(lists, (typed) => {
      const checked = checkPhoneList(typed);
      fc.pre(checked.ok);
      expect(digitsOf(checked.value)).toBe(digitsOf(typed));
      expect(checkPhoneList(checked.value)).toEqual(checked);
    }),
    { numRuns: 1000 },
  );
});
