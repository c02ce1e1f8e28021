import { describe, expect, it } from 'vitest';
import { findSenderRole } from '../../../../main/shell/security/sender.ts';

describe('[security 5] the shell listens to our own windows only', () => {
  const main = { role: 'main', isMainFrame: true, url: 'app://app/index.html' } as const;
  const print = { role: 'print', isMainFrame: true, url: 'app://app/print.html' } as const;

  it('in the role that the window was made for', () => {
    expect(findSenderRole(main)).toBe('main');
    expect(findSenderRole({ ...main, url: 'app://app/index.html#/cases/1' })).toBe('main');
    expect(findSenderRole(print)).toBe('print');
  });

  it.each([
    ['a window that the factory did not make', { ...main, role: undefined }],
    ['a frame inside a page', { ...main, isMainFrame: false }],
    ['another page of ours', { ...main, url: 'app://app/print.html' }],
    ['the main page in a print window', { ...print, url: 'app://app/index.html' }],
    ['a foreign page', { ...main, url: 'https://example.com/#app://app/index.html' }],
    ['a page that only begins alike', { ...main, url: 'app://app/index.html.evil' }],
    ['a page without address', { ...main, url: '' }],
  ])('not to %s', (_what, sender) => {
    expect(findSenderRole(sender)).toBeUndefined();
  });
});
