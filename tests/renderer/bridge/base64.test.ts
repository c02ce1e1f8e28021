import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToBase64 } from '../../../renderer/bridge/base64.ts';

const decode = (text: string): number[] => [...atob(text)].map((character) => character.charCodeAt(0));

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decode(bytesToBase64(bytes))).toEqual([...bytes]);
    }),
  );
});

test('more than one piece is joined without a seam', () => {
  const bytes = Uint8Array.from({ length: 0x8000 * 2 + 5 }, (_, n) => n % 251);
  expect(decode(bytesToBase64(bytes))).toEqual([...bytes]);
});
