import { app, dialog, protocol } from 'electron';
import { guardContents } from './security/guard-contents.ts';
import { guardSession } from './security/guard-session.ts';
import { findDangerousSwitch } from './security/switches.ts';
import { APP_SCHEME } from './security/urls.ts';
import { findUserDataFolder } from './security/user-data.ts';
import { shellText } from './text.ts';

/**
 * Everything that must be settled before Electron is ready [security 5]. False when this program must
 * not go on: a dangerous switch, a network drive, or it runs already (that one comes to the front, and
 * our arguments are ignored).
 */
export function hardenBeforeReady(): boolean {
  if (app.isPackaged) {
    const name = findDangerousSwitch(process.argv.slice(1));
    if (name) return refuse('shell.refused.switch', { name });
  }

  const folder = findUserDataFolder({
    platform: process.platform,
    env: process.env,
    packaged: app.isPackaged,
    appData: app.getPath('appData'),
  });
  if (!folder) return refuse('shell.refused.networkDrive');
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);

  // Chromium cannot run its sandbox as root; only tests do that, and only unpackaged is it possible.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('session-created', (session) => guardSession(session, app.isPackaged));
  app.on('web-contents-created', (_event, contents) => guardContents(contents));

  if (app.requestSingleInstanceLock()) return true;
  app.exit(0);
  return false;
}

function refuse(key: string, blanks?: Record<string, string>): false {
  const text = shellText();
  dialog.showErrorBox(text('shell.refused.title'), text(key, blanks));
  app.exit(1);
  return false;
}
