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

/** A window stands after two seconds here; what takes longer than this hangs. */
const LAUNCH_MS = 40_000;

/** Once in many starts Playwright misses the first message of the old runtime and waits for ever; it ends that process itself. */
async function launchPatiently(
  options: Parameters<typeof _electron.launch>[0],
): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch {
    return _electron.launch(options);
  }
}

/** Starts the built application (`npm run build` first) in the Electron that is there. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const runtime = await (found ??= findRuntime({ allowTrial: true }));
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'xuelu-')));
  const app = await launchPatiently({
    executablePath: runtime.executable,
    args: [...runtime.args, options.appDir ?? projectRoot],
    // Playwright would switch Chromium's sandbox off for everybody; only root has to do without.
    chromiumSandbox: true,
    timeout: LAUNCH_MS,
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
