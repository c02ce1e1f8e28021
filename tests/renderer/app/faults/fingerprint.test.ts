import { expect, test } from 'vitest';
import { fingerprint } from '../../../../renderer/app/faults/fingerprint.ts';

const thrown = (message: string): Error => new Error(message);

test('[security §4] the id comes from the places in the program, never from the message', () => {
  const [one, other] = ['王小明 A123456789', '陳怡君\n    with a second line'].map(thrown);
  expect(fingerprint(one)).toMatch(/^[0-9a-f]{8}$/);
  expect(fingerprint(one)).toBe(fingerprint(other));
});

test('another place or another kind is another id', () => {
  const here = thrown('x');
  expect(fingerprint(here)).not.toBe(fingerprint(new Error('x')));
  expect(fingerprint(here)).not.toBe(fingerprint('x'));
});
