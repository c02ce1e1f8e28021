import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadJson, parseCheckedJson } from '../../../central/http/checked-json.ts';
import { MAX_JSON_DEPTH } from '../../../central/http/limits.ts';

test('[security 7.37] whatever JSON.stringify writes is read back the same', () => {
  const json = fc
    .jsonValue({ maxDepth: 6 })
    .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
      expect(parseCheckedJson(JSON.stringify(value, null, indent))).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

test('[security 7.37] a key written twice is found wherever it stands and however it is written', () => {
  const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__');
  const escaped = (text: string) =>
    `"${[...text].map((c) => [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')).join('')}"`;
  fc.assert(
    fc.property(key, fc.jsonValue(), fc.nat(5), (name, value, depth) => {
      const twice = `{${JSON.stringify(name)}:${JSON.stringify(value)},${escaped(name)}:1}`;
      const text = `${'[{"a":'.repeat(depth)}${twice}${'}]'.repeat(depth)}`;
      expect(() => parseCheckedJson(text)).toThrow(BadJson);
    }),
  );
});

test.each([
  ['two scans of 10 MiB in base64', 'A'.repeat(14_000_000)],
  ['nothing but quotes', '"'.repeat(2_000_000)],
  ['nothing but backslashes', '\\'.repeat(2_000_000)],
])('a text as long as %s is taken', (_what, long) => {
  const value = { files: [long, long], last: 1 };
  expect(parseCheckedJson(JSON.stringify(value))).toEqual(value);
  expect(() => parseCheckedJson(`{"files":${JSON.stringify(long)},"a":1,"a":2}`)).toThrow(BadJson);
});

test('the same key in neighbouring objects, and keys that are values, are no doubles', () => {
  const text = '[{"a":1,"b":"a"},{"a":"a","b":["a","a"]},{"c":{"a":1},"a":{"a":2}}]';
  expect(parseCheckedJson(text)).toEqual(JSON.parse(text));
});

test.each([
  [MAX_JSON_DEPTH, true],
  [MAX_JSON_DEPTH + 1, false],
])('%i levels: %s', (levels, taken) => {
  const text = '['.repeat(levels) + ']'.repeat(levels);
  if (taken) expect(parseCheckedJson(text)).toEqual(JSON.parse(text));
  else expect(() => parseCheckedJson(text)).toThrow(BadJson);
});

test.each([
  '1e400',
  '-1e400',
  '{"a":[1e999]}',
  '{"__proto__":1}',
  '{"constructor":1}',
  'nul',
  '',
  '{"a":1,}',
])('%s is refused', (text) => {
  expect(() => parseCheckedJson(text)).toThrow(BadJson);
});

test('texts that look like structure are only texts', () => {
  const text = JSON.stringify({ a: '{"a":1,"a":2}', b: '1e400', c: '\\"__proto__\\":', d: '[[[[' });
  expect(parseCheckedJson(text)).toEqual(JSON.parse(text));
});
