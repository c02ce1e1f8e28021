import type { z } from 'zod';
import type { Role } from '../domain/account/role.ts';
import { row, type DoorRow } from './door.ts';

/** A row of central's door also says how it travels over HTTP and who may ask. */
export interface CentralRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends DoorRow<
  I,
  O
> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: 'public' | 'session';
  /** Roles of which one is needed; others get FORBIDDEN before anything is read. `any`: every session. */
  readonly roles: readonly Role[] | 'any';
  /** `always` also while the password is expired or a second factor is still to be set up [A:1243]. */
  readonly when: 'ready' | 'always';
  /** Bytes of a request body: `files` carries scans in base64. */
  readonly body: 'usual' | 'files';
}

type Settings = Partial<Pick<CentralRow, 'roles' | 'when' | 'body'>>;

/** One row: method, path, who, what goes in, what comes out, and what is unusual about it. */
export const at = <I extends z.ZodType, O extends z.ZodType>(
  method: CentralRow['method'],
  path: string,
  access: CentralRow['access'],
  input: I,
  output: O,
  settings: Settings = {},
): CentralRow<I, O> => ({
  ...row(input, output),
  method,
  path,
  access,
  roles: settings.roles ?? 'any',
  when: settings.when ?? 'ready',
  body: settings.body ?? 'usual',
});
