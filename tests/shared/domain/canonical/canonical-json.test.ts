import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, MAX_DEPTH } from '../../../../shared/domain/canonical/canonical-json.ts';

/** JSON values; minus zero is left out because JSON itself has none after a round trip. */
const jsonValues = fc
  .jsonValue({ stringUnit: 'grapheme' })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));

/** The same value with the keys of every object in reverse order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(entries.reverse());
};

const nested = (levels: number): unknown => {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

test('[CJ1] the order of keys does not matter', () => {
  expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  fc.assert(
    fc.property(jsonValues, (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }),
  );
});

test('[CJ2] reading the text gives the value back, and writing that the same text', () => {
  fc.assert(
    fc.property(jsonValues, (value) => {
      const text = canonicalJson(value);
      const read: unknown = JSON.parse(text);
      expect(read).toEqual(value);
      expect(canonicalJson(read)).toBe(text);
    }),
  );
});

test('[CJ2] keys with a meaning of their own are carried like others', () => {
  const text = '{"__proto__":{"x":1},"constructor":2}';
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});

test('[CJ3] the example of RFC 8785, 3.2.2', () => {
  const value: unknown = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('[CJ3] keys stand in UTF-16 order, not in the order of code points or of a locale', () => {
  const keys = ['€', '\r', '\uFB33', '1', '😀', '\u0080', 'ö', 'a', 'B'];
  const value = Object.fromEntries(keys.map((key) => [key, 0]));
  const written = [...canonicalJson(value).matchAll(/"((?:[^"\\]|\\.)*)":/gu)].map((match) => match[1]);
  expect(written).toEqual(['\\r', '1', 'B', 'a', '\u0080', 'ö', '€', '😀', '\uFB33']);
});

test('[CJ4] an undefined property counts as absent', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});

test('[CJ2] minus zero is zero', () => {
  expect(canonicalJson(-0)).toBe('0');
});

test.each([
  ['NaN', Number.NaN],
  ['Infinity', { a: [Number.POSITIVE_INFINITY] }],
  ['minus Infinity', Number.NEGATIVE_INFINITY],
  ['undefined alone', undefined],
  ['undefined in an array', [undefined]],
  ['a hole in an array', Array(1)],
  ['a function', { a: () => 1 }],
  ['a symbol', [Symbol('a')]],
  ['a bigint', 1n],
  ['a Date', new Date(0)],
  ['a Map', new Map()],
  ['half a pair', '\uD800'],
  ['half a pair, the other half', 'a\uDC00b'],
  ['half a pair in a key', { '\uD83D': 1 }],
  ['a toJSON method', { toJSON: () => 1 }],
])('[CJ5] %s throws', (_title, value) => {
  expect(() => canonicalJson(value)).toThrow(RangeError);
});

test('[CJ5] whole pairs pass', () => {
  expect(canonicalJson('𡍼😀')).toBe('"𡍼😀"');
});

test('[CJ6] [security 7.37] too many levels and cycles throw', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(() => canonicalJson(circle)).toThrow(/too deep or circular/);
  expect(() => canonicalJson(nested(10_000))).toThrow(/too deep or circular/);
  expect(() => canonicalJson(nested(MAX_DEPTH + 1))).toThrow(/too deep or circular/);
  expect(JSON.parse(canonicalJson(nested(MAX_DEPTH)))).toEqual(nested(MAX_DEPTH));
});

test('[CJ7] different values give different text', () => {
  fc.assert(
    fc.property(jsonValues, jsonValues, (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(a, b));
    }),
  );
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson({})).not.toBe(canonicalJson([]));
});
