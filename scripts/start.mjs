// npm start: installs what is missing, builds, starts central with demo data on loopback, opens the application.
import { command, node24 } from './lib/bootstrap.mjs';
import { startCentral } from './lib/central.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { table } from './lib/table.mjs';

const linux = process.platform === 'linux';

if (linux && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error(
    '這臺電腦沒有螢幕畫面，無法開啟視窗；請改用 npm run demo -- --out demo-out 看整個流程。\n' +
      'There is no display here to open a window on; see the whole story with npm run demo -- --out demo-out instead.',
  );
  process.exit(1);
}

await command(import.meta.url, async () => {
  // Imported only now, because it may need what has just been installed.
  const { findRuntime } = await import('./runtime/find.mjs');
  const runtime = await findRuntime({ allowTrial: true });

  const built = await run(node24(), [inRoot('scripts', 'build.mjs')]);
  if (built !== 0) throw new Error(`The build failed (exit code ${built}).`);

  const central = await startCentral(['--demo']);
  try {
    console.log(`\n中央通報服務 central: ${central.url}`);
    if (central.accounts.length > 0) console.log(`示範帳號 demo accounts:\n\n${table(central.accounts)}\n`);
    if (linux && process.getuid?.() === 0)
      console.log('Running as root: the sandbox of Chromium is off (--no-sandbox). For a trial only.');
    return await run(runtime.executable, [...runtime.args, root], {
      env: { ...process.env, XUELU_CENTRAL_URL: central.url },
    });
  } finally {
    await central.stop();
  }
});
