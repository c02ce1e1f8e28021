import { join } from 'node:path';
import { app, dialog, type MessagePortMain } from 'electron';
import type { StartMessage } from '../../shared/contract/start.ts';
import { createCoreHost, type CoreHost } from './core-host/core-host.ts';
import { forkedCore } from './core-host/forked.ts';
import type { WindowLinks } from './core-host/link-windows.ts';
import type { SpawnCore } from './core-host/spawn.ts';
import { utilityCore } from './core-host/utility.ts';
import type { Log } from './log.ts';
import { isTrialRuntime } from './runtime.ts';
import { shellText } from './text.ts';

/** The core process for this runtime; nothing else knows which kind it is. */
export function makeCoreHost(start: StartMessage, links: WindowLinks, log: Log): CoreHost<MessagePortMain> {
  const host = createCoreHost<MessagePortMain>({
    spawn: spawner(),
    start,
    up: links.up,
    down: links.down,
    gaveUp: () => void askAgain(host),
    note: log.note,
  });
  return host;
}

function spawner(): SpawnCore<MessagePortMain> {
  const script = join(app.getAppPath(), 'out', 'main', 'core-process.cjs');
  return isTrialRuntime() ? forkedCore(script, nodeBinary()) : utilityCore(script);
}

function nodeBinary(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return process.env['XUELU_NODE'] ?? join(app.getAppPath(), 'node_modules', 'node', 'bin', name);
}

async function askAgain(host: CoreHost<MessagePortMain>): Promise<void> {
  const text = shellText();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: text('shell.core.title'),
    message: text('shell.core.message'),
    detail: text('shell.core.detail'),
    buttons: [text('shell.core.again'), text('shell.core.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) host.begin();
  else app.quit();
}
