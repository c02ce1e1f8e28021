import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { findSenderRole } from './security/sender.ts';
import type { WindowRole } from './security/urls.ts';
import { findRole } from './window.ts';

/**
 * The role in which a message was sent, or none. Read at once: after an `await` the frame may have
 * gone to another page. Both channels of the shell ask here and nowhere else.
 */
export function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): WindowRole | undefined {
  const frame = event.senderFrame;
  if (!frame) return undefined;
  return findSenderRole({ role: findRole(event.sender), isMainFrame: frame.parent === null, url: frame.url });
}
