import { expect, it } from 'vitest';
import { cellRows, sheetRows } from '../../../../renderer/ui/sheet/rows.ts';

const pair = (label: string, span: 1 | 2 | 4) => ({ label, value: label, span });

it('fills rows of four columns and lets the last cell take what is left', () => {
  const rows = cellRows([pair('a', 2), pair('b', 1), pair('c', 2), pair('d', 4), pair('e', 1)]);
  expect(rows.map((r) => r.map((cell) => [cell.label, cell.columns]))).toEqual([
    [
      ['a', 2],
      ['b', 2],
    ],
    [['c', 4]],
    [['d', 4]],
    [['e', 4]],
  ]);
});

it('ties the title of a record to its first row and names it in every row', () => {
  const rows = sheetRows({
    blocks: [{ kind: 'record', title: '第 1 筆', pairs: [pair('a', 4), pair('b', 4)] }],
  });
  expect(rows.map((r) => [r.kind, r.keepWithNext, r.record])).toEqual([
    ['record', true, null],
    ['cells', false, '第 1 筆'],
    ['cells', false, '第 1 筆'],
  ]);
});

it('gives no rows for no blocks', () => {
  expect(sheetRows({ blocks: [] })).toEqual([]);
});
