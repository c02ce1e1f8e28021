import { expect, test } from 'vitest';
import { parseCentralAddress } from '../../../../renderer/features/sign-in/central-address.ts';

test.each([
  ['https://report.example.edu.tw', 'https://report.example.edu.tw'],
  [' report.example.edu.tw/ ', 'https://report.example.edu.tw'],
  ['ｈｔｔｐｓ：／／report.example.edu.tw', 'https://report.example.edu.tw'],
  ['https://report.example.edu.tw:8443/base/', 'https://report.example.edu.tw:8443/base'],
  ['http://127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['http://localhost:4100/', 'http://localhost:4100'],
])('%s is %s', (typed, stored) => {
  expect(parseCentralAddress(typed)).toBe(stored);
});

test.each([
  '',
  'http://report.example.edu.tw',
  'ftp://report.example.edu.tw',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://user:word@report.example.edu.tw',
  'https://report.example.edu.tw/?x=1',
  'https://report.example.edu.tw/#x',
  'https://',
  'not an address',
])('[security §1] %s is no address of a service', (typed) => {
  expect(parseCentralAddress(typed)).toBeNull();
});
