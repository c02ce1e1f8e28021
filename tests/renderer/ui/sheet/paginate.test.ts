import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paginate } from '../../../../renderer/ui/sheet/paginate.ts';

const row = (keepWithNext = false, record: string | null = null) => ({ keepWithNext, record });

it('puts everything on one page while it fits', () => {
  expect(paginate([row(), row(), row()], [10, 10, 10], 30, 5)).toEqual([
    { rows: [0, 1, 2], continued: null },
  ]);
});

it('takes a heading along to the page of the row under it', () => {
  const pages = paginate([row(), row(true), row()], [20, 5, 10], 30, 5);
  expect(pages.map((page) => page.rows)).toEqual([[0], [1, 2]]);
});

it('repeats the title of a record that goes on and leaves room for it', () => {
  const pages = paginate(
    [row(true), row(false, 'A'), row(false, 'A'), row(false, 'A')],
    [5, 10, 10, 10],
    26,
    5,
  );
  expect(pages).toEqual([
    { rows: [0, 1, 2], continued: null },
    { rows: [3], continued: 'A' },
  ]);
});

it('puts a row that is higher than a page on a page of its own', () => {
  expect(paginate([row(), row(), row()], [10, 99, 10], 30, 5).map((page) => page.rows)).toEqual([
    [0],
    [1],
    [2],
  ]);
});

it('gives one empty page for nothing', () => {
  expect(paginate([], [], 30, 5)).toEqual([{ rows: [], continued: null }]);
});

it('keeps every row once and in order, and fills no page beyond what it holds', () => {
  const rows = fc.array(fc.record({ keepWithNext: fc.boolean(), height: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const capacity = 100_000;
      const heights = given.map((r) => r.height);
      const all = paginate(
        given.map((r) => row(r.keepWithNext)),
        heights,
        capacity,
        0,
      );
      expect(all.flatMap((page) => page.rows)).toEqual(given.map((_, index) => index));
      const free = paginate(
        given.map(() => row()),
        heights,
        40,
        0,
      );
      expect(free.flatMap((page) => page.rows)).toEqual(given.map((_, index) => index));
      for (const page of free) {
        expect(page.rows.reduce((sum, index) => sum + (heights[index] ?? 0), 0)).toBeLessThanOrEqual(40);
      }
    }),
  );
});
