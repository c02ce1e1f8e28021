import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppRequest, listAppFiles, type AppFiles } from '../../../../main/shell/security/app-files.ts';

describe('[security 5] the window is served from a frozen list of files', () => {
  let outside: string;
  let folder: string;
  let files: AppFiles;
  const get = (address: string, method = 'GET'): Promise<Response> =>
    answerAppRequest(files, address, method);

  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'xuelu-files-'));
    folder = join(outside, 'renderer');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(outside, 'secret.html'), 'secret');
    await writeFile(
      join(folder, 'index.html'),
      '<meta nonce="__STYLE_NONCE__"><link nonce="__STYLE_NONCE__">',
    );
    await writeFile(join(folder, 'assets', 'a.js'), 'x');
    await writeFile(join(folder, 'assets', 'a.js.map'), 'x');
    await writeFile(join(folder, 'assets', 'kai.woff2'), Uint8Array.of(0, 255, 1));
    files = listAppFiles(folder);
  });

  it('with their types, and never to be guessed anew', async () => {
    const types = {
      '/index.html': 'text/html; charset=utf-8',
      '/assets/a.js': 'text/javascript; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await get(`app://app${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('byte for byte', async () => {
    const response = await get('app://app/assets/kai.woff2');
    expect(response.headers.get('content-type')).toBe('font/woff2');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 1));
  });

  it.each([
    'app://app/../secret.html',
    'app://app/%2e%2e/secret.html',
    'app://app/..%2fsecret.html',
    'app://app/assets/../../secret.html',
    'app://app//index.html',
    'app://app/',
    'app://app/assets',
    'app://app/assets/a.js.map',
    'app://other/index.html',
    'file:///index.html',
    'app://app/__proto__',
  ])('and nothing else: %s is not found', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it('not for other methods', async () => {
    expect((await get('app://app/index.html', 'POST')).status).toBe(404);
  });

  it('not what comes into the folder later', async () => {
    await writeFile(join(folder, 'later.html'), 'later');
    expect((await get('app://app/later.html')).status).toBe(404);
  });

  it('with a new style nonce in policy and page each time', async () => {
    const nonces: string[] = [];
    for (const response of [await get('app://app/index.html'), await get('app://app/index.html')]) {
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(await response.text()).toBe(`<meta nonce="${nonce}"><link nonce="${nonce}">`);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
