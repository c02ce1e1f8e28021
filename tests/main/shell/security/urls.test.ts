import { describe, expect, it } from 'vitest';
import { isPage, mayRequest } from '../../../../main/shell/security/urls.ts';

describe('[security 5] navigation stays on our two pages', () => {
  it.each(['app://app/index.html', 'app://app/index.html#/cases', 'app://app/print.html'])(
    '%s',
    (address) => {
      expect(isPage(address)).toBe(true);
    },
  );

  it.each([
    'app://app/other.html',
    'app://app/index.html?x',
    'app://app.evil/index.html',
    'app://evil/index.html',
    'https://example.com/app://app/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
  ])('not %s', (address) => {
    expect(isPage(address)).toBe(false);
  });
});

describe('[security 5] a window requests nothing but its own files', () => {
  it.each([
    ['app://app/assets/a.js', 'script', true],
    ['data:image/png;base64,AA==', 'image', true],
    ['blob:app://app/1-2', 'image', true],
    ['data:text/html,x', 'subFrame', false],
    ['blob:app://app/1-2', 'mainFrame', false],
    ['blob:https://example.com/1-2', 'image', false],
    ['https://example.com/', 'xhr', false],
    ['http://127.0.0.1:4000/', 'xhr', false],
    ['ws://127.0.0.1/', 'webSocket', false],
    ['file:///etc/passwd', 'image', false],
    ['app://app.evil/x', 'image', false],
    ['devtools://devtools/x', 'mainFrame', false],
  ])('%s as %s: %s', (address, resource, allowed) => {
    expect(mayRequest(address, resource, true)).toBe(allowed);
  });

  it('the developer tools unpackaged only', () => {
    expect(mayRequest('devtools://devtools/x', 'mainFrame', false)).toBe(true);
  });
});
