import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findRuntime, type Runtime } from '../../scripts/runtime/find.mjs';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface LaunchOptions {
  /** Address of central as an administrator would set it; left out, the window asks for it. */
  readonly centralUrl?: string;
  /** A new empty folder when left out. */
  readonly userDataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The project folder to run; a test of the shell alone may give another. */
  readonly appDir?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The window that people work in. */
  readonly page: Page;
  readonly userDataDir: string;
  readonly runtime: Runtime;
}

let found: Promise<Runtime> | undefined;

/** Starts the built application (`npm run build` first) in the Electron that is there. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const runtime = await (found ??= findRuntime({ allowTrial: true }));
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'xuelu-')));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, options.appDir ?? projectRoot],
    // Playwright would switch Chromium's sandbox off for everybody; only root has to do without.
    chromiumSandbox: true,
    env: {
      ...currentEnvironment(),
      XUELU_USER_DATA: userDataDir,
      ...(options.centralUrl === undefined ? {} : { XUELU_CENTRAL_URL: options.centralUrl }),
      ...options.env,
    },
  });
  const page = await app.firstWindow();
  return { app, page, userDataDir, runtime };
}

function currentEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(given.filter(([name]) => !name.startsWith('XUELU_CENTRAL')));
}
