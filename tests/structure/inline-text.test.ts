import { expect, test } from 'vitest';
import { inlineChinese } from './inline-text.ts';
import { read, typescriptFiles } from './repository.ts';

/** Made-up people and schools are data, and central speaks to its operator on a terminal. */
const DATA = /^central\/(demo|start)\//;

const files = typescriptFiles().filter(
  (file) => /^(main|preload|renderer|central)\//.test(file) && !DATA.test(file),
);

test('no room but shared/text holds a text that people read', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => inlineChinese(read(file)).map((line) => `${file}:${line}`))).toEqual([]);
});

test('a text is found, a comment is none', () => {
  expect(inlineChinese("const a = '導師';\n// 導師\n/** 導師\n * 主通 */\nconst b = 1; // 主通\n")).toEqual([
    "1: const a = '導師';",
  ]);
});
