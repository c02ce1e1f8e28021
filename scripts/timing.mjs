// npm run timing: how long sign-in and forgot-password take for known and unknown accounts (security §1).
//   --tries N         tries of each kind (60)
import { parseArgs } from 'node:util';
import { command, node24 } from './lib/bootstrap.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await command(import.meta.url, () => {
  const { tries } = parseArgs({ options: { tries: { type: 'string', default: '60' } } }).values;
  return run(node24(), [inRoot('tests', 'bench', 'timing.ts'), '--tries', tries]);
});
