// npm run check: types of every room, lint, unused code, format.
import { command } from './lib/bootstrap.mjs';
import { runChecks } from './lib/checks.mjs';

await command(import.meta.url, async () => {
  const { failed } = await runChecks();
  return failed === 0 ? 0 : 1;
});
