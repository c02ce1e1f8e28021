// npm run central: the central service, with its embedded database unless DATABASE_URL names another one.
import { command, node24 } from './lib/bootstrap.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await command(import.meta.url, () =>
  run(node24(), [inRoot('central', 'server.ts'), ...process.argv.slice(2)]),
);
