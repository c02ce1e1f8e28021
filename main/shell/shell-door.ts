import { ipcMain } from 'electron';
import { z } from 'zod';
import { serve, type Handlers } from '../../shared/contract/door.ts';
import { SHELL_DOOR, type ShellDoor } from '../../shared/contract/shell.ts';
import { fail } from '../../shared/failure.ts';
import { checkSize } from './core-host/pipe.ts';
import type { Log } from './log.ts';
import type { WindowRole } from './security/urls.ts';
import { senderOf } from './sender-of.ts';

/** Which window may ask what; a new call does not compile without its line here. */
const ASKED_BY = {
  'app.info': 'main',
  'print.save': 'main',
  'print.paper': 'main',
  'print.document': 'print',
  'print.ready': 'print',
} as const satisfies Record<keyof ShellDoor, WindowRole>;

const Message = z.object({ name: z.string().max(100), input: z.unknown() });

/** Serves the shell's own door on its one channel. */
export function openShellDoor(handlers: Handlers<ShellDoor>, log: Log): void {
  const answer = serve(SHELL_DOOR, handlers, (name, fault) => log.fault(name, fault));

  ipcMain.handle('shell', (event, raw: unknown) => {
    const role = senderOf(event);
    const message = Message.safeParse(raw);
    if (!role) return fail('FORBIDDEN');
    if (!message.success) return fail('INVALID_INPUT');
    const { name, input } = message.data;
    const size = checkSize(input);
    if (size !== 'fits') return fail(size === 'too large' ? 'PAYLOAD_TOO_LARGE' : 'INVALID_INPUT');
    if (Object.hasOwn(ASKED_BY, name) && ASKED_BY[name as keyof ShellDoor] !== role) return fail('FORBIDDEN');
    return answer(name, input);
  });
}
