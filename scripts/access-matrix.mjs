// npm run access-matrix: asks every route of the central service in every role and state.
//   --json FILE       also writes the figures there
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, node24 } from './lib/bootstrap.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await command(import.meta.url, async () => {
  const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
  const args = json === undefined ? [] : ['--json', resolve(json)];
  return run(node24(), [inRoot('tests', 'helpers', 'access-matrix-run.ts'), ...args]);
});
