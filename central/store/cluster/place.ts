import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { findNative } from './binaries.ts';
import type { OsAccount } from './os-account.ts';

/** Where the server's files lie. */
export interface Place {
  /** Password and log. */
  readonly home: string;
  /** The cluster itself (PGDATA), inside `home`. */
  readonly data: string;
  /** Folder of the programs. */
  readonly native: string;
}

/** Outside all private homes; used only where root works in a folder that its lent account cannot enter. */
const SHARED = '/var/lib/xuelu-central';

const mayEnter = (path: string, account: OsAccount): boolean => {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  return gid === account.gid ? (mode & 0o010) !== 0 : (mode & 0o001) !== 0;
};

const mayReach = (path: string, account: OsAccount): boolean =>
  mayEnter(path, account) && (dirname(path) === path || mayReach(dirname(path), account));

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function copyNative(native: string, shared: string): string {
  const copy = join(shared, `native-${shortHash(native)}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}.partial`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch {
    // Another start was faster; its copy is the same.
    rmSync(partial, { recursive: true, force: true });
  }
  return copy;
}

/** Of temporary folders that are gone; data of any other folder stay, whatever became of it. */
function sweepTemporary(shared: string): void {
  const temporary = resolve(tmpdir()) + sep;
  for (const name of readdirSync(shared)) {
    const note = join(shared, name, 'belongs-to');
    const owner = existsSync(note) ? readFileSync(note, 'utf8') : '';
    if (owner.startsWith(temporary) && !existsSync(owner))
      rmSync(join(shared, name), { recursive: true, force: true });
  }
}

/**
 * `dir/postgres` and the package's own programs; for root in a private folder (/root, 0700) a folder
 * and copies under /var/lib instead, which the lent account can enter.
 */
export function findPlace(
  dir: string,
  account: OsAccount | null,
  native = findNative(),
  shared = SHARED,
): Place {
  const own = resolve(dir);
  mkdirSync(own, { recursive: true });
  if (account === null) return { home: own, data: join(own, 'postgres'), native };
  // The folder is ours: passing through is no reading.
  chmodSync(own, statSync(own).mode | 0o011);
  if (mayReach(own, account) && mayReach(native, account))
    return { home: own, data: join(own, 'postgres'), native };
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  sweepTemporary(shared);
  const home = join(shared, `data-${shortHash(own)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(join(home, 'belongs-to'), own);
  return { home, data: join(home, 'postgres'), native: copyNative(native, shared) };
}
