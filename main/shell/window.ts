import { join } from 'node:path';
import { app, BrowserWindow, session, type Session, type WebContents } from 'electron';
import { answerAppRequest, listAppFiles } from './security/app-files.ts';
import { APP_SCHEME, PAGES, type WindowRole } from './security/urls.ts';

const roles = new WeakMap<WebContents, WindowRole>();
let windowSession: Session | undefined;

/** Which kind of our windows this is; nothing for any other page, such as the developer tools. */
export const findRole = (contents: WebContents): WindowRole | undefined => roles.get(contents);

interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** The one place where windows are made, hidden, and with nothing a page could misuse [security 5]. */
export function createWindow(role: WindowRole, options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    backgroundColor: '#ffffff',
    title: app.getName(),
    webPreferences: {
      session: getWindowSession(),
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // A hidden window must lay out its page at full speed to print it.
      backgroundThrottling: role !== 'print',
    },
  });
  roles.set(window.webContents, role);
  window.setMenuBarVisibility(false);
  // A page could put a name into the title, and titles are seen in task bars and logs.
  window.on('page-title-updated', (event) => event.preventDefault());
  if (process.platform === 'win32') window.setContentProtection(true);
  return window;
}

/** Loads the page of a window; rejects when it cannot be shown. */
export const loadPage = (window: BrowserWindow, role: WindowRole): Promise<void> =>
  window.loadURL(PAGES[role]);

/** In memory only: no name with `persist:`, and no cache. It serves the listed files under `app://app/`. */
function getWindowSession(): Session {
  if (windowSession) return windowSession;
  const files = listAppFiles(join(app.getAppPath(), 'out', 'renderer'));
  windowSession = session.fromPartition('window', { cache: false });
  windowSession.protocol.handle(APP_SCHEME, ({ url, method }) => answerAppRequest(files, url, method));
  return windowSession;
}
