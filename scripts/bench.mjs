// npm run bench: measures ratios side by side (tests/bench/README.md).
//   --json FILE       also writes the figures there
//   --only a,b        some of: save, list, window, window-list
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, node24 } from './lib/bootstrap.mjs';
import { runInDesktopSession } from './lib/desktop-session.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

await command(import.meta.url, async () => {
  const { only, json } = parseArgs({
    options: { only: { type: 'string' }, json: { type: 'string' } },
  }).values;
  const args = [
    inRoot('tests', 'bench', 'run.ts'),
    ...(only === undefined ? [] : ['--only', only]),
    ...(json === undefined ? [] : ['--json', resolve(json)]),
  ];
  const windows = only === undefined || only.split(',').some((name) => name.startsWith('window'));
  if (!windows) return run(node24(), args);

  await ensureSystemPackages();
  const built = await run(node24(), [inRoot('scripts', 'build.mjs')]);
  if (built !== 0) throw new Error(`The build failed (exit code ${built}).`);
  return runInDesktopSession(node24(), args);
});
