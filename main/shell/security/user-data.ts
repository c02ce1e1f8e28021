import { posix, win32 } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly packaged: boolean;
  /** Electron's own proposal for application data: roaming on Windows, local elsewhere. */
  readonly appData: string;
}

/**
 * The folder of everything this program keeps for this operating-system user: never the roaming one of
 * Windows, because vaults must not travel over the network at sign-in. Nothing when it would lie on a
 * network drive (UNC), where SQLite's locks do not hold [security 5].
 */
export function findUserDataFolder({ platform, env, packaged, appData }: Machine): string | undefined {
  const given = packaged ? undefined : env['XUELU_USER_DATA'];
  if (platform !== 'win32') return given ?? posix.join(appData, 'xuelu');
  const local = env['LOCALAPPDATA'] ?? win32.join(appData, '..', 'Local');
  const folder = given ?? win32.join(local, 'Xuelu');
  return isNetworkPath(folder) ? undefined : folder;
}

/** `\\server\share`, also in its `\\?\UNC\` form; `\\?\C:\` is a long local path. */
function isNetworkPath(path: string): boolean {
  const windows = path.replaceAll('/', '\\');
  return windows.startsWith('\\\\') && !/^\\\\[?.]\\[a-z]:/i.test(windows);
}
