import { expect, test } from 'vitest';
import { run, toolEnv } from '../../../scripts/lib/run.mjs';

const script = (code: string) => ['-e', code];

test('the exit code is the result, 128 after a signal', async () => {
  expect(await run(process.execPath, script('process.exit(3)'))).toBe(3);
  expect(await run(process.execPath, script("process.kill(process.pid, 'SIGKILL')"))).toBe(
    process.platform === 'win32' ? 1 : 128,
  );
});

test('a command that does not exist gives 127', async () => {
  expect(await run('no-such-command-here', [], { stdio: 'ignore' })).toBe(127);
});

test('the tools of the project come first on the path, whatever the path is called', () => {
  expect(toolEnv({ Path: 'rest' })['Path']).toMatch(/node_modules[\\/]\.bin[;:]rest$/);
  expect(toolEnv({ PATH: 'rest' })['PATH']).toMatch(/node_modules[\\/]\.bin[;:]rest$/);
});
