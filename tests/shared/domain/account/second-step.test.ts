import { expect, test } from 'vitest';
import { parseCode } from '../../../../shared/domain/account/second-step.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['１２３４５６', '123456'],
  ['123-456', '123456'],
  ['123\u200B456', '123456'],
  ['012345', '012345'],
])('%j is the code %s', (typed, code) => {
  expect(parseCode(typed)).toBe(code);
});

test.each(['', '12345', '1234567', '12345a', '一二三四五六', '1.23456'])('%j is no code', (typed) => {
  expect(parseCode(typed)).toBeNull();
});
