import { describe, expect, it } from 'vitest';
import { findUserDataFolder } from '../../../../main/shell/security/user-data.ts';

describe('[security 5] user data stay on this computer', () => {
  const windows = {
    platform: 'win32',
    packaged: true,
    appData: 'C:\\Users\\a\\AppData\\Roaming',
    env: { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
  } as const;

  it('in the local folder of Windows, not the roaming one', () => {
    expect(findUserDataFolder(windows)).toBe('C:\\Users\\a\\AppData\\Local\\Xuelu');
    expect(findUserDataFolder({ ...windows, env: {} })).toBe('C:\\Users\\a\\AppData\\Local\\Xuelu');
  });

  it.each(['\\\\server\\users\\a', '//server/users/a', '\\\\?\\UNC\\server\\users'])(
    'never on a network drive (%s)',
    (share) => {
      expect(findUserDataFolder({ ...windows, env: { LOCALAPPDATA: share } })).toBeUndefined();
    },
  );

  it('also under a long local path', () => {
    const long = '\\\\?\\C:\\Users\\a';
    expect(findUserDataFolder({ ...windows, env: { LOCALAPPDATA: long } })).toBe(`${long}\\Xuelu`);
  });

  it('elsewhere in the folder of the system', () => {
    const linux = { platform: 'linux', packaged: true, appData: '/home/a/.config', env: {} } as const;
    expect(findUserDataFolder(linux)).toBe('/home/a/.config/xuelu');
  });

  it('where XUELU_USER_DATA says, unpackaged only', () => {
    const linux = {
      platform: 'linux',
      appData: '/home/a/.config',
      env: { XUELU_USER_DATA: '/tmp/x' },
    } as const;
    expect(findUserDataFolder({ ...linux, packaged: false })).toBe('/tmp/x');
    expect(findUserDataFolder({ ...linux, packaged: true })).toBe('/home/a/.config/xuelu');
  });
});
