// npm test: installs what is missing, then checks, unit tests and journeys, build, and the real application.
//   --only check|unit|app   one part of it (app builds first)
import { parseArgs } from 'node:util';
import { command, node24 } from './lib/bootstrap.mjs';
import { runChecks } from './lib/checks.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runStages, summary } from './lib/stages.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { vitest } from './lib/vitest.mjs';

const NOTHING = { passed: 0, failed: 0 };

async function systemPackages() {
  await ensureSystemPackages();
  return NOTHING;
}

async function build() {
  const code = await run(node24(), [inRoot('scripts', 'build.mjs')]);
  if (code !== 0) throw new Error(`The build failed (exit code ${code}).`);
  return NOTHING;
}

/** What is missing on this computer comes first, so that nobody waits minutes to hear of it. */
const STAGES = [
  { part: 'app', name: 'system packages', run: systemPackages },
  { part: 'check', name: 'check', run: runChecks },
  { part: 'unit', name: 'unit and journeys', run: () => vitest({ projects: ['unit', 'renderer'] }) },
  { part: 'app', name: 'build', run: build },
  { part: 'app', name: 'app', run: () => vitest({ projects: ['app'], desktop: true }) },
];

await command(import.meta.url, async () => {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  const chosen = STAGES.filter((stage) => only === undefined || stage.part === only);
  if (chosen.length === 0) throw new Error('--only takes one of: check, unit, app');
  const count = await runStages(chosen);
  console.log(`\n${summary(count)}`);
  return count.failed === 0 ? 0 : 1;
});
