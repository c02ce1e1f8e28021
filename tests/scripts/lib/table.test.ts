import { expect, test } from 'vitest';
import { table } from '../../../scripts/lib/table.mjs';

test('columns stand under each other, a Chinese character being two wide', () => {
  const rows = [
    { account: 'teacher1', name: '林小芳', roles: ['導師'] },
    { account: 'a', name: 'Lin', roles: ['導師', '主要通報人'] },
  ];
  expect(table(rows)).toBe(
    [
      'account   name    roles',
      '────────  ──────  ────────────────',
      'teacher1  林小芳  導師',
      'a         Lin     導師, 主要通報人',
    ].join('\n'),
  );
});
