import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasRun } from '../../../../shared/domain/account/keyboard-run.ts';

test.each([
  ['a keyboard row', 'xxqwerxx'],
  ['a row backwards', 'Zz!rewq9'],
  ['the middle of a row', 'K#ghjk2'],
  ['the end of a row', 'T7klp;zxcv'],
  ['the middle row to its signs', "1jkl;'A"],
  ['the lowest row', 'A1-vbnm-'],
  ['the lowest row backwards', 'A1-mnbv-'],
  ['capitals among them', 'aQwErTy'],
  ['digits', 'Ab1234#'],
  ['digits backwards', 'Ab4321#'],
  ['the end of the digits', 'Ab7890#'],
  ['digits with Shift', 'Ab!@#$5'],
  ['digits half with Shift', 'Ab1@3$z'],
  ['signs behind the digits', 'Ab90-=x'],
  ['the alphabet', 'X9-abcd'],
  ['the alphabet backwards', 'X9-dcba'],
  ['the alphabet in capitals', 'x9-WXYZ'],
  ['the alphabet in both', 'x9-aBcD'],
  ['four of the same', 'Xy7####'],
  ['four letters, capital or not', 'x1-AaAa'],
  ['four Chinese characters', '王王王王Aa1'],
  ['full-width digits', 'Ab１２３４'],
  ['注音 keys in a row', '1qaz-ㄅasdf'],
])('[AC20] %s: %s', (_, password) => {
  expect(hasRun(password)).toBe(true);
});

test.each([
  ['three keys', 'asd1qwe9'],
  ['three digits', 'a123b321'],
  ['three of the same', 'aaab111c'],
  ['a gap', '1235qwet'],
  ['a turn', '123212'],
  ['two rows', 'op[as'],
  ['digits and letters side by side in the code', '789ab'],
  ['from Z to A', 'yzab'],
  ['from 9 to 0 and on', '8901'],
  ['every other one', 'acegik'],
  ['signs side by side in the code but not on the keys', '()*+'.slice(0, 2) + ',-'],
  ['nothing', ''],
])('[AC20] %s is no run: %s', (_, password) => {
  expect(hasRun(password)).toBe(false);
});

const ROWS = ['`1234567890-=', 'qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./', 'abcdefghijklmnopqrstuvwxyz'];

test('[AC20] four neighbours are found wherever they stand, three are none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ROWS),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom('', '王', 'ü '),
      (row, start, backwards, around) => {
        const cut = (length: number) => {
          const from = start % (row.length - length + 1);
          const keys = row.slice(from, from + length);
          return around + (backwards ? [...keys].toReversed().join('') : keys) + around;
        };
        expect(hasRun(cut(4))).toBe(true);
        expect(hasRun(`\u00a0${cut(3)}\u00a0`)).toBe(false);
      },
    ),
  );
});
