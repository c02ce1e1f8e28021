import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { firstJsonLine } from '../../../scripts/lib/first-line.mjs';

test('the first line that is an object is taken, whatever stands before it and however it is cut', async () => {
  const stream = Readable.from([
    'starting\n[1]\n{"ready"',
    ':true,"url":"http://127.0.0.1:1"}\n{"later":1}\n',
  ]);
  expect(await firstJsonLine(stream)).toEqual({ ready: true, url: 'http://127.0.0.1:1' });
});

test('a stream that ends without one gives nothing', async () => {
  expect(await firstJsonLine(Readable.from(['no\n', '{"cut": tr']))).toBeUndefined();
});
