import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type MessagePortMain } from 'electron';
import { ok, type Result } from '../../shared/failure.ts';
import type { CoreHost } from './core-host/core-host.ts';
import { linkWindows } from './core-host/link-windows.ts';
import { createLog } from './log.ts';
import { openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { prepareCore, type PreparedCore } from './prepare-core.ts';
import { printHandlers } from './print/print-handlers.ts';
import { isTrialRuntime } from './runtime.ts';
import { openShellDoor } from './shell-door.ts';
import { makeCoreHost } from './start-core.ts';
import { shellText } from './text.ts';

/** Opens the window and, beside it, starts the core; resolves when both are on their way. */
export async function startShell(): Promise<void> {
  const userData = app.getPath('userData');
  const log = createLog(join(userData, 'logs'), !app.isPackaged);
  process.on('uncaughtException', (fault) => log.fault('main process', fault));
  process.on('unhandledRejection', (fault) => log.fault('main process', fault));

  await app.whenReady();
  log.note(`xuelu ${app.getVersion()} on Electron ${process.versions['electron'] ?? ''}`);
  setMenu();

  let window: BrowserWindow | undefined;
  let host: CoreHost<MessagePortMain> | undefined;
  const links = linkWindows(() => host);
  const prepared = prepareCore(userData, log);
  openShellDoor(
    { 'app.info': async () => appInfo(await prepared), ...printHandlers(() => window, log) },
    log,
  );

  // The window first: its page loads while the key store and the core take their time.
  window = openMainWindow(log);
  keepOneWindow(window);
  quitPolitely(() => host);

  const { start, badPolicy } = await prepared;
  host = makeCoreHost(start, links, log);
  host.begin();
  if (badPolicy) await tellBadPolicy(window, badPolicy);
}

function appInfo({ start }: PreparedCore): Result<{
  version: string;
  electron: string;
  chrome: string;
  trialRuntime: boolean;
  keyStore: boolean;
}> {
  return ok({
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chrome: process.versions['chrome'] ?? '',
    trialRuntime: isTrialRuntime(),
    keyStore: start.deviceKey !== null,
  });
}

/** Started again: this window comes to the front; what the second start was given is ignored. */
function keepOneWindow(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** The core closes its vault before the program ends. */
function quitPolitely(host: () => CoreHost<MessagePortMain> | undefined): void {
  app.on('will-quit', (event) => {
    const running = host();
    if (!running) return;
    event.preventDefault();
    void running.stop().finally(() => app.exit(0));
  });
}

async function tellBadPolicy(window: BrowserWindow, path: string): Promise<void> {
  const text = shellText();
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: text('shell.policy.title'),
    message: text('shell.policy.message'),
    detail: text('shell.policy.detail', { path }),
  });
}
