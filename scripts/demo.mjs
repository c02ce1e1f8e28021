// npm run demo -- --out DIR: plays the story of the main job in the real application with the real central.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, node24 } from './lib/bootstrap.mjs';
import { runInDesktopSession } from './lib/desktop-session.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

await command(import.meta.url, async () => {
  const { out } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } }).values;
  const folder = resolve(out);
  await ensureSystemPackages();
  await mkdir(folder, { recursive: true });
  const built = await run(node24(), [inRoot('scripts', 'build.mjs')]);
  if (built !== 0) throw new Error(`The build failed (exit code ${built}).`);
  return runInDesktopSession(node24(), [inRoot('tests', 'app', 'story', 'demo.ts'), folder]);
});
