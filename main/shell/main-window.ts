import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, screen, type BrowserWindow } from 'electron';
import type { Log } from './log.ts';
import { createRestartPolicy } from './restart-policy.ts';
import { shellText } from './text.ts';
import { findWindowBounds, fitBounds, type WindowBounds } from './window-bounds.ts';
import { createWindow, loadPage } from './window.ts';

const MIN_SIZE = { width: 800, height: 560 };

/** Opens the window that people work in, where it stood last; its page is reloaded if it dies. */
export function openMainWindow(log: Log): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const saved = findWindowBounds(file);
  const primary = screen.getPrimaryDisplay().workArea;
  const others = screen.getAllDisplays().map((display) => display.workArea);
  const window = createWindow('main', fitBounds(saved, [primary, ...others]));
  window.setMinimumSize(MIN_SIZE.width, MIN_SIZE.height);
  if (saved?.maximized) window.maximize();

  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    try {
      remember(window, file);
    } catch (fault) {
      log.fault('window bounds', fault);
    }
  });
  reviveWindow(window, log);
  loadPage(window, 'main').catch((fault: unknown) => log.fault('main window', fault));
  return window;
}

/** At once, since the program may end right after; a damaged file only costs the place of the window. */
function remember(window: BrowserWindow, file: string): void {
  const bounds: WindowBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeFileSync(file, JSON.stringify(bounds));
}

/** What was typed is kept as a draft by the core, so loading the page anew loses at most seconds. */
function reviveWindow(window: BrowserWindow, log: Log): void {
  const nextDelay = createRestartPolicy();
  let shownAt = performance.now();
  window.webContents.on('did-finish-load', () => (shownAt = performance.now()));
  window.webContents.on('render-process-gone', (_event, details) => {
    log.note(`window ended: ${details.reason}`);
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const delay = nextDelay(performance.now() - shownAt);
    if (delay !== undefined) {
      setTimeout(() => !window.isDestroyed() && window.webContents.reload(), delay);
      return;
    }
    const text = shellText();
    dialog.showErrorBox(text('shell.core.title'), text('shell.window.message'));
    app.quit();
  });
}
