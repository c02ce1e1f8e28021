import { expect, test } from 'vitest';
import { makePageCache } from '../../../central/files/page-cache.ts';

const page = (bytes: number) => Buffer.alloc(bytes);

test('the page looked at longest ago goes first', () => {
  const cache = makePageCache(30);
  for (const key of ['a', 'b', 'c']) cache.keep(key, page(10));
  expect(cache.find('a')).toHaveLength(10);
  cache.keep('d', page(10));
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.find(key) !== undefined)).toEqual(['a', 'c', 'd']);
});

test('a page kept twice counts once; one that is larger than the whole is not kept', () => {
  const cache = makePageCache(30);
  for (let time = 0; time < 9; time += 1) cache.keep('a', page(10));
  cache.keep('b', page(20));
  expect([cache.find('a')?.length, cache.find('b')?.length]).toEqual([10, 20]);
  cache.keep('c', page(31));
  expect(cache.find('c')).toBeUndefined();
});
