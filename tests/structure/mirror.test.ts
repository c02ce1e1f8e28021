import { expect, test } from 'vitest';
import { strayTests } from './mirror.ts';
import { repositoryFiles } from './repository.ts';

test('every test lies where its source lies', () => {
  expect(strayTests(repositoryFiles())).toEqual([]);
});

test('a test without its source is found, in every room', () => {
  const sources = ['main/core/sync/push.ts', 'renderer/ui/page.tsx', 'scripts/lib/run.mjs'];
  const tests = [
    'tests/main/core/sync/push.test.ts',
    'tests/renderer/ui/page.test.tsx',
    'tests/scripts/lib/run.test.ts',
    'tests/structure/mirror.test.ts',
    'tests/suites/store.ts',
  ];
  expect(strayTests([...sources, ...tests])).toEqual([]);
  expect(strayTests([...tests])).toHaveLength(3);
  expect(strayTests([...sources, 'tests/main/sync/push.test.ts'])).toEqual([
    'tests/main/sync/push.test.ts: no main/sync/push.ts',
  ]);
});
