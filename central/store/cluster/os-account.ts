import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account of the operating system that PostgreSQL runs under. */
export interface OsAccount {
  readonly uid: number;
  readonly gid: number;
}

function findAccount(name: string): OsAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account: `postgres`, made where it is
 * missing, or `nobody` where none can be made. Null for everybody else: it runs as ourselves.
 */
export function findServerAccount(): OsAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = findAccount('postgres');
  if (known !== undefined) return known;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // Slim images have no useradd; nobody is there on all of them.
  }
  return findAccount('postgres') ?? findAccount('nobody') ?? { uid: 65_534, gid: 65_534 };
}
