import { readdirSync } from 'node:fs';
import { node24 } from './bootstrap.mjs';
import { duration } from './duration.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { table } from './table.mjs';

/**
 * The checks that need no running program, one compiler run for each room.
 *
 * @returns {{ name: string, tool: string, args: string[] }[]}
 */
function checks() {
  const rooms = readdirSync(root)
    .map((file) => /^tsconfig\.(\w+)\.json$/.exec(file)?.[1])
    .filter((room) => room !== undefined && room !== 'base');
  return [
    ...rooms.map((room) => ({
      name: `types: ${room}`,
      tool: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
      args: ['-p', `tsconfig.${room}.json`],
    })),
    { name: 'lint', tool: inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), args: [] },
    { name: 'unused', tool: inRoot('node_modules', 'knip', 'bin', 'knip.js'), args: ['--no-progress'] },
    {
      name: 'format',
      tool: inRoot('node_modules', 'prettier', 'bin', 'prettier.cjs'),
      args: ['--check', '.'],
    },
  ];
}

/**
 * Runs every check, also after one has failed, and prints a table.
 *
 * @returns {Promise<import('./stages.mjs').Count>} each check counts as one
 */
export async function runChecks() {
  const rows = [];
  for (const { name, tool, args } of checks()) {
    const startedAt = performance.now();
    const code = await run(node24(), [tool, ...args]);
    rows.push({
      check: name,
      result: code === 0 ? 'pass' : 'FAIL',
      time: duration(performance.now() - startedAt),
    });
  }
  console.log(`\n${table(rows)}`);
  const failed = rows.filter((row) => row.result === 'FAIL').length;
  return { passed: rows.length - failed, failed };
}
