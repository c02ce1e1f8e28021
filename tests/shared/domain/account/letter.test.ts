import { expect, test } from 'vitest';
import { checkLetter } from '../../../../shared/domain/account/letter.ts';

const TODAY = '2026-11-21';
const NUMBER = '臺教國署學字第1150000000號';

test.each([
  [NUMBER, '2026-11-21', { number: NUMBER, date: '2026-11-21' }],
  [` ${NUMBER}\n`, '2026-10-01', { number: NUMBER, date: '2026-10-01' }],
  ['字'.repeat(60), '2020-02-29', { number: '字'.repeat(60), date: '2020-02-29' }],
])('[AC28] %j of %s', (number, date, value) => {
  expect(checkLetter({ number, date }, TODAY)).toEqual({ ok: true, value });
});

test.each([
  ['', TODAY, [{ path: 'letterNumber', code: 'required' }]],
  ['　', TODAY, [{ path: 'letterNumber', code: 'required' }]],
  ['字'.repeat(61), TODAY, [{ path: 'letterNumber', code: 'textTooLong', detail: { max: 60, count: 61 } }]],
  [
    '字\n號',
    TODAY,
    [{ path: 'letterNumber', code: 'textForbidden', detail: { position: 2, codePoint: 'U+000A' } }],
  ],
  [NUMBER, '', [{ path: 'letterDate', code: 'required' }]],
  [NUMBER, '115/11/21', [{ path: 'letterDate', code: 'dateMissing' }]],
  [NUMBER, '2026-02-29', [{ path: 'letterDate', code: 'dateMissing' }]],
  [NUMBER, '2026-11-22', [{ path: 'letterDate', code: 'dateFuture' }]],
  [
    '',
    '2026-11-22',
    [
      { path: 'letterNumber', code: 'required' },
      { path: 'letterDate', code: 'dateFuture' },
    ],
  ],
])('[AC28] %j of %j is refused', (number, date, fields) => {
  expect(checkLetter({ number, date }, TODAY)).toEqual({ ok: false, fields });
});
