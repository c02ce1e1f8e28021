import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkAccountName,
  checkEmail,
  compareKey,
  sameAccountName,
  sameEmail,
} from '../../../../shared/domain/account/fields.ts';
import { makeIdentityNumber } from '../../../../shared/domain/identity/make.ts';

describe('[AC14] 帳號', () => {
  test.each([
    ['ntpc.lin', 'ntpc.lin'],
    ['  T_001-a@school ', 'T_001-a@school'],
    ['ＡＢＣ１２３', 'ABC123'],
    ['abc\n', 'abc'],
    ['a\u200Bbc', 'abc'],
    ['x'.repeat(60), 'x'.repeat(60)],
    // No number of a person: too long, too short, or with letters around.
    ['A1234567890', 'A1234567890'],
    ['A12345678', 'A12345678'],
    ['tA123456789', 'tA123456789'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(checkAccountName(typed)).toEqual({ ok: true, value: stored });
  });

  test.each(['', '   ', '\u3000', '\u200B'])('%j is required', (typed) => {
    expect(checkAccountName(typed)).toEqual({ ok: false, code: 'required' });
  });

  test.each([
    ['ab', 2],
    ['x'.repeat(61), 61],
  ])('%j has the wrong length', (typed, count) => {
    expect(checkAccountName(typed)).toEqual({
      ok: false,
      code: 'accountLength',
      detail: { min: 3, max: 60, count },
    });
  });

  test.each([
    ['王小明', 1, '王'],
    ['lin fen', 4, ' '],
    ['ab\u{1F600}c', 3, '\u{1F600}'],
    ["lin'--", 4, "'"],
    ['lin;abc', 4, ';'],
  ])('%j names its character', (typed, position, found) => {
    expect(checkAccountName(typed)).toEqual({
      ok: false,
      code: 'accountCharacter',
      detail: { position, found },
    });
  });

  test('a line break inside is forbidden', () => {
    expect(checkAccountName('lin\r\nfen')).toMatchObject({ code: 'textForbidden' });
  });

  test.each(['A123456789', 'a123456789', 'FC12345674', 'A800000014', 'tp.A123456789', 'A123456789@school'])(
    '%s is the number of a person',
    (typed) => {
      expect(checkAccountName(typed)).toEqual({ ok: false, code: 'accountIdentity' });
    },
  );

  test('no identity number that exists is an account name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.boolean(), (serial, lower) => {
        const number = makeIdentityNumber({ letter: 'A', second: '1', serial });
        expect(checkAccountName(lower ? number.toLowerCase() : number)).toMatchObject({
          code: 'accountIdentity',
        });
      }),
    );
  });

  test('capitals and width do not make two names of one', () => {
    expect(sameAccountName('Lin.Fen', 'lin.fen')).toBe(true);
    expect(sameAccountName('ＬＩＮ', 'lin')).toBe(true);
    expect(sameAccountName('lin', 'line')).toBe(false);
  });

  test('what is stored is accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (typed) => {
        const checked = checkAccountName(typed);
        if (checked.ok) expect(checkAccountName(checked.value)).toEqual(checked);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9._@-]{3,60}$/), (typed) => {
        const checked = checkAccountName(typed);
        expect(checked.ok ? checked.value : checked.code).toBe(checked.ok ? typed : 'accountIdentity');
      }),
    );
  });
});

describe('[AC15] [security 7.19] 電子信箱', () => {
  const local = (length: number) => 'a'.repeat(length);
  test.each([
    ['lin.fen@school.edu.tw', 'lin.fen@school.edu.tw'],
    [' Lin+a@School.EDU.tw\r\n', 'Lin+a@School.EDU.tw'],
    ['ｌｉｎ＠ｓｃｈｏｏｌ．ｅｄｕ．ｔｗ', 'lin@school.edu.tw'],
    ['\uFEFFlin@a.tw', 'lin@a.tw'],
    [`${local(64)}@a.tw`, `${local(64)}@a.tw`],
    ['a@xn--fiqs8s.xn--kpry57d', 'a@xn--fiqs8s.xn--kpry57d'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(checkEmail(typed)).toEqual({ ok: true, value: stored });
  });

  test.each([
    'lin@school.edu.tw\r\nBcc: all@school.edu.tw',
    'lin@school.edu.tw\nX: y',
    'lin\r@a.tw',
    'lin\u0000@a.tw',
    'a@b.tw\u2028c',
  ])('%j is forbidden', (typed) => {
    expect(checkEmail(typed)).toMatchObject({ ok: false, code: 'textForbidden' });
  });

  test.each(['', ' ', '\u3000'])('%j is required', (typed) => {
    expect(checkEmail(typed)).toEqual({ ok: false, code: 'required' });
  });

  test('254 characters pass, 255 and 320 do not', () => {
    const most = `${local(64)}@${'d'.repeat(62)}.${'d'.repeat(61)}.${'d'.repeat(61)}.tw`;
    expect(most).toHaveLength(254);
    expect(checkEmail(most)).toEqual({ ok: true, value: most });
    for (const count of [255, 320]) {
      expect(checkEmail(`${local(count - 5)}@b.tw`)).toEqual({
        ok: false,
        code: 'emailLength',
        detail: { max: 254, count },
      });
    }
  });

  test.each([
    'lin',
    'lin@',
    '@a.tw',
    'lin@school',
    'lin@@a.tw',
    'lin@a@b.tw',
    'lin@a..tw',
    'lin@.a.tw',
    'lin@a.tw.',
    'lin@-a.tw',
    'lin@a-.tw',
    'lin@a_b.tw',
    'lin@10.0.0.1',
    'lin@[10.0.0.1]',
    '.lin@a.tw',
    'lin.@a.tw',
    'l..n@a.tw',
    'lin fen@a.tw',
    '"lin fen"@a.tw',
    'lin<a@a.tw>',
    'a@b.tw,c@d.tw',
    '王@a.tw',
    'lin@學校.tw',
    `${local(65)}@a.tw`,
    `lin@${'a'.repeat(64)}.tw`,
    'javascript:alert(1)@x',
  ])('%j is no address', (typed) => {
    expect(checkEmail(typed)).toEqual({ ok: false, code: 'emailFormat' });
  });

  test('what is stored is one line with one @ and accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
        const checked = checkEmail(typed);
        if (!checked.ok) return;
        expect(checked.value).toMatch(/^[\x21-\x7E]+$/);
        expect(checked.value.split('@')).toHaveLength(2);
        expect(checkEmail(checked.value)).toEqual(checked);
      }),
    );
  });

  test('compared without capitals', () => {
    expect(sameEmail('Lin@School.tw', 'lin@school.TW')).toBe(true);
    expect(compareKey('  Ａ@B.tw ')).toBe('a@b.tw');
  });
});
