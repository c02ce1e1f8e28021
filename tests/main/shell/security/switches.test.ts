import { describe, expect, it } from 'vitest';
import { findDangerousSwitch } from '../../../../main/shell/security/switches.ts';

describe('[security 5] dangerous switches', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['-no-sandbox', 'no-sandbox'],
    ['/Host-Rules=MAP * 127.0.0.1', 'host-rules'],
    ['--ALLOW-FILE-ACCESS-FROM-FILES', 'allow-file-access-from-files'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
  ])('finds %s', (word, name) => {
    expect(findDangerousSwitch(['--lang=zh-TW', word])).toBe(name);
  });

  it('lets an ordinary start through', () => {
    const words = [
      '--lang=zh-TW',
      '--password-store=gnome-libsecret',
      'no-sandbox',
      '--inspector',
      '/home/a',
    ];
    expect(findDangerousSwitch(words)).toBeUndefined();
    expect(findDangerousSwitch([])).toBeUndefined();
  });
});
