import { expect, test } from 'vitest';
import { COLUMN_IDS, hiddenAtFirst, widthOf } from '../../../../renderer/features/case-list/columns.ts';
import { ZH_TW } from '../../../../shared/text/zh-tw/index.ts';

test('[A:624–630] the fourteen columns in the order of the seed', () => {
  const texts: Readonly<Record<string, string>> = ZH_TW;
  expect(COLUMN_IDS.map((id) => texts[`column.${id}`])).toEqual([
    '通報字號',
    '學號',
    '姓名',
    '離校種類',
    '缺課主因',
    '填報人',
    '填報日期',
    '結案原因',
    '狀態',
    '通報時間',
    '結案時間',
    '填報表單',
    '通報結案',
    '更多功能',
  ]);
});

const shownIn = (room: number) => COLUMN_IDS.filter((id) => !hiddenAtFirst(room).includes(id));

test('a small window hides lesser columns until the rest fits', () => {
  for (const room of [842, 900, 1000, 1100, 1200]) expect(widthOf(shownIn(room))).toBeLessThanOrEqual(room);
  expect(shownIn(2000)).toEqual(COLUMN_IDS);
  for (const needed of ['name', 'state', 'form', 'main', 'more']) expect(shownIn(100)).toContain(needed);
});
