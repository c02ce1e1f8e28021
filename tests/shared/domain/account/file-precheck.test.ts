import { describe, expect, test } from 'vitest';
import { HEAD_BYTES, precheckFile } from '../../../../shared/domain/account/file-precheck.ts';
import { FILE_MAX } from '../../../../shared/domain/account/request.ts';
import { aJpeg, aPng, aScan } from '../../../helpers/file-builders.ts';
import { hostileFiles } from '../../../helpers/hostile-files.ts';
import { aDocument } from '../../../helpers/pdf-builder.ts';

const look = (name: string, content: Uint8Array, size = content.length) =>
  precheckFile({ name, size, head: content.subarray(0, HEAD_BYTES) });

test.each(['a.pdf', 'A.PDF', '帳號申請單.v2.pdf', 'a.docx.pdf', 'a.pdf ', 'a.pdf.'])(
  '%s is taken',
  (name) => {
    expect(look(name, aDocument())).toBeNull();
  },
);

test('[security 7.32] good pictures are taken under the endings of their type alone', async () => {
  const [png, jpeg, scan] = [await aPng(), await aJpeg(), await aScan()];
  expect([look('a.png', png), look('a.jpg', jpeg), look('a.JPEG', jpeg), look('a.pdf', scan)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([look('a.png', jpeg), look('a.jpg', png), look('a.pdf', png)]).toEqual(['type', 'type', 'type']);
});

test('[security 7.32] exactly 10 MiB is taken, a byte more is not', () => {
  expect(look('a.pdf', aDocument(), FILE_MAX)).toBeNull();
  expect(look('a.pdf', aDocument(), FILE_MAX + 1)).toBe('tooLarge');
  expect(look('a.pdf', new Uint8Array())).toBe('empty');
});

test.each(['toString', 'a.constructor', '.__proto__', ''])('%s is no ending', (name) => {
  expect(look(name, aDocument())).toBe('type');
});

describe('[security 7.32] what the window tells is what central would tell', () => {
  test('of each hostile file: the same reason, or none yet', async () => {
    const told = (await hostileFiles()).map(({ title, name, content, problem }) => ({
      title,
      problem,
      told: look(name, content),
    }));
    expect(told.filter((each) => each.told !== null && each.told !== each.problem)).toEqual([]);
    const silent = told.filter(
      ({ problem }) => problem === 'type' || problem === 'empty' || problem === 'tooLarge',
    );
    expect(silent.filter((each) => each.told === null)).toEqual([]);
    expect(silent.length).toBeGreaterThan(10);
  });
});
