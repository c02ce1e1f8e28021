import { z } from 'zod';
import { ACCOUNT_ROWS } from '../../../shared/contract/account-rows.ts';
import type { CentralRow } from '../../../shared/contract/central-row.ts';
import { StartMessage } from '../../../shared/contract/start.ts';
import { PushedEvent } from '../../../shared/contract/wire.ts';

/** Longest message of a window, measured as JSON text: 1 MiB [security 5, small door]. */
export const MAX_MESSAGE = 1024 * 1024;
/** The same for a call that carries scans in base64, as central takes it. */
export const MAX_FILES_MESSAGE = 28 * 1024 * 1024;

/** How long the input of this call may be: by the shared table of rows. */
export function limitOf(name: string): number {
  const row = new Map<string, CentralRow>(Object.entries(ACCOUNT_ROWS)).get(name);
  return row?.body === 'files' ? MAX_FILES_MESSAGE : MAX_MESSAGE;
}

const port = z.number().int();

/**
 * From the shell to the core process. `connect` introduces a window: in the utility process the port
 * itself travels with it; in a forked Node the shell relays, and `data` and `disconnect` name the port.
 */
export const ToCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), start: StartMessage }),
  z.object({ kind: z.literal('connect'), port }),
  z.object({ kind: z.literal('data'), port, data: z.unknown() }),
  z.object({ kind: z.literal('disconnect'), port }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToCore = z.infer<typeof ToCore>;

/** From the core process to the shell: it has started, or (relayed only) something for a window. */
export const FromCore = z.union([PushedEvent, z.object({ port, data: z.unknown() })]);
export type FromCore = z.infer<typeof FromCore>;

/** Whether a message may go through a pipe: `cyclic`, too deep and not-JSON values may not. */
export function checkSize(message: unknown, limit = MAX_MESSAGE): 'fits' | 'too large' | 'not data' {
  try {
    return (JSON.stringify(message) ?? '').length <= limit ? 'fits' : 'too large';
  } catch {
    return 'not data';
  }
}
