import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runStages, summary } from '../../../scripts/lib/stages.mjs';

let said: string[];
beforeEach(() => {
  said = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const stage = (name: string, passed: number, failed: number) => ({
  name,
  run: () => Promise.resolve({ passed, failed }),
});

test('the counts of all stages are added up', async () => {
  const count = await runStages([stage('one', 3, 0), stage('two', 4, 0)]);
  expect(summary(count)).toBe('7 passed, 0 failed');
  expect(said.filter((line) => line.startsWith('✔'))).toHaveLength(2);
});

test('the first stage that fails is the last one that runs', async () => {
  const count = await runStages([stage('one', 3, 2), stage('two', 4, 0)]);
  expect(summary(count)).toBe('3 passed, 2 failed');
  expect(said.join('\n')).not.toContain('two');
});

test('a stage that cannot go on counts as failed and says why', async () => {
  const stuck = { name: 'stuck', run: () => Promise.reject(new Error('The build failed.')) };
  expect(await runStages([stuck])).toEqual({ passed: 0, failed: 1 });
  expect(said).toContain('The build failed.');
});
