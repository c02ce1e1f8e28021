import { expect, test } from 'vitest';
import { schoolKey } from '../../../../shared/domain/school/school-key.ts';

test('台 and 臺, full and half width, and invisible characters make no difference', () => {
  for (const text of ['臺北台中', '台北臺中', ' 台北\u200b台中 ']) expect(schoolKey(text)).toBe('臺北臺中');
  expect(schoolKey('（ＡＢ）９')).toBe('(ab)9');
  expect(schoolKey('%_\\')).toBe('%_\\');
});
