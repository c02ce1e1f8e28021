import { expect, test } from 'vitest';
import { checkName } from '../../../../shared/domain/plain-text/name.ts';

test.each([
  '王',
  '瓦歷斯‧諾幹',
  '谷辣斯·尤達卡',
  '阿‧洛・卡',
  'Nguyễn Thị Lan',
  "O'Brien",
  '𡍼\u{E000}明',
  '葛\u{E0100}',
])('[TX10] [security 7.17] %s is a name', (name) => {
  expect(checkName(name)).toEqual({ ok: true, value: name, removed: 'none' });
});

test('[TX10] [security 7.17] 60 characters are a name, 61 are not', () => {
  expect(checkName('𡍼'.repeat(60)).ok).toBe(true);
  expect(checkName('𡍼'.repeat(61))).toEqual({
    ok: false,
    code: 'textTooLong',
    detail: { max: 60, count: 61 },
  });
});

test.each(['', ' \u3000\n', '\u200B'])('[TX9] [TX10] [security 7.12] %j is required', (text) => {
  expect(checkName(text)).toEqual({ ok: false, code: 'required' });
});

test('[TX10] [TX1] a name is one line', () => {
  expect(checkName(' 王小明\n')).toMatchObject({ ok: true, value: '王小明' });
  expect(checkName('王\n小明')).toMatchObject({ ok: false, code: 'textForbidden' });
});

test('[TX10] [TX11] [security 7.13] markup in a name is text', () => {
  expect(checkName('<img onerror>')).toMatchObject({ ok: true, value: '<img onerror>' });
});
