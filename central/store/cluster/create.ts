import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from './binaries.ts';
import type { OsAccount } from './os-account.ts';
import type { Place } from './place.ts';
import { run } from './run.ts';

/** The one database user of an embedded cluster. */
export const SUPERUSER = 'xuelu';

/** Random, kept beside the data, readable by nobody else; made together with the cluster. */
function getPassword(file: string, isNew: boolean): string {
  if (isNew) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  else if (!existsSync(file)) throw new Error('the data folder has lost its file postgres-password');
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes the cluster where there is none (initdb with checksums and scram-sha-256) and gives its
 * password. It is made beside its place and renamed at the end, so a kill leaves nothing half-made.
 */
export async function createCluster(place: Place, account: OsAccount | null): Promise<string> {
  const isNew = !existsSync(place.data);
  const password = getPassword(join(place.home, 'postgres-password'), isNew);
  if (!isNew) return password;
  const partial = `${place.data}.partial`;
  const data = join(partial, 'data');
  const file = join(partial, 'password');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // initdb reads the password under its own account.
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [partial, data, file]) chownSync(path, account.uid, account.gid);
  const { code, output } = await run(programOf(place.native, 'initdb'), initArgs(data, file), account);
  rmSync(file, { force: true });
  if (code !== 0) throw new Error(`initdb failed (${String(code)}): ${output}`);
  renameSync(data, place.data);
  rmSync(partial, { recursive: true, force: true });
  return password;
}

const initArgs = (data: string, passwordFile: string): readonly string[] => [
  `--pgdata=${data}`,
  `--username=${SUPERUSER}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--data-checksums',
];
