import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { senderOf } from '../sender-of.ts';
import type { CoreHost } from './core-host.ts';

export interface WindowLinks {
  /** Gives every window that asked a new port. */
  up(): void;
  /** Tells them that what they asked is lost. */
  down(): void;
}

/**
 * Introduces windows to the core: a page asks on `core-port` when it loads, and gets its end of a
 * channel as soon as the core is up; after a restart it gets a new one.
 */
export function linkWindows(host: () => CoreHost<MessagePortMain> | undefined): WindowLinks {
  const asked = new Set<WebContents>();

  const introduce = (contents: WebContents): void => {
    const { port1, port2 } = new MessageChannelMain();
    host()?.connect(port1);
    contents.postMessage('core-port', null, [port2]);
  };

  ipcMain.on('core-port', (event) => {
    if (senderOf(event) !== 'main') return;
    const contents = event.sender;
    if (!asked.has(contents)) contents.once('destroyed', () => asked.delete(contents));
    asked.add(contents);
    if (host()?.isUp) introduce(contents);
  });

  return {
    up: () => asked.forEach(introduce),
    down: () => asked.forEach((contents) => contents.postMessage('core-port', null, [])),
  };
}
