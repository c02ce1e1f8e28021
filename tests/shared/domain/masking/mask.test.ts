import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskIdentityNumber, maskName } from '../../../../shared/domain/masking/mask.ts';

test.each([
  ['王明', '王○'],
  ['王小明', '王○明'],
  ['歐陽小明', '歐○○明'],
  ['瓦歷斯‧諾幹', '瓦○○幹'],
  ['王', '○'],
  ['𡍼小明', '𡍼○明'],
  ['葛\u{E0100}小明\u{E0101}', '葛\u{E0100}○明\u{E0101}'],
  ['\u{E000}小\u{F0000}', '\u{E000}○\u{F0000}'],
  [' 王小明 ', '王○明'],
  ['', ''],
])('[MK1] %j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['John Smith', 'J○○ S○○'],
  ['Nguyễn Thị  Lan', 'N○○ T○○ L○○'],
  ['É', 'É○○'],
  ['Mei-Ling', 'M○○'],
  ['尤達卡 Yotaka', '尤○卡 Y○○'],
])('[MK2] %j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('[MK1] names of four characters and more are masked to the same length', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[一-鿿]{4,60}$/u), (name) => {
      expect([...maskName(name)]).toHaveLength(4);
    }),
  );
});

test('[MK3] an identity number keeps three characters at each end', () => {
  expect(maskIdentityNumber('A123456789')).toBe('A12****789');
  expect(maskIdentityNumber('AC01234567')).toBe('AC0****567');
});

test('[MK5] spaces, dashes and width show nothing more', () => {
  expect(maskIdentityNumber(' ａ12-3456 789')).toBe('A12****789');
});

test.each([
  ['B1234', 'B***4'],
  ['AB123456', 'AB****56'],
  ['TMP0133010001', 'TMP*******001'],
  ['A12', '***'],
  ['', ''],
])('[MK4] %j is shown as %j', (number, masked) => {
  expect(maskIdentityNumber(number)).toBe(masked);
});

test('[MK4] never more than six of ten characters are shown, nor more than six', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{0,30}$/), (number) => {
      const masked = maskIdentityNumber(number);
      const shown = masked.replaceAll('*', '').length;
      expect(masked).toHaveLength(number.length);
      expect(shown).toBeLessThanOrEqual(Math.min(6, number.length * 0.6));
    }),
  );
});
