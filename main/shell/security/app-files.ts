import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from './csp.ts';
import { APP_ORIGIN } from './urls.ts';

/** What the window may load, by ending; anything else in the folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

interface AppFile {
  readonly path: string;
  readonly type: string;
}
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Stands in the pages where the nonce of the style policy belongs. */
const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

/** Lists the window's files once, at the start: later additions to the folder are never served. */
export function listAppFiles(folder: string): AppFiles {
  const files = new Map<string, AppFile>();
  const walk = (sub: string): void => {
    for (const entry of readdirSync(join(folder, sub), { withFileTypes: true })) {
      const name = `${sub}/${entry.name}`;
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && type) files.set(name, { path: join(folder, name), type });
    }
  };
  walk('');
  return files;
}

/** Answers one request of a window for `app://app/…`: a listed file, or 404. */
export async function answerAppRequest(files: AppFiles, address: string, method: string): Promise<Response> {
  const url = new URL(address);
  const file = `${url.protocol}//${url.host}` === APP_ORIGIN ? files.get(url.pathname) : undefined;
  if (!file || method !== 'GET') return new Response(null, { status: 404 });

  const nonce = randomBytes(16).toString('base64');
  const bytes = await readFile(file.path);
  const isPage = file.type === TYPES['.html'];
  const body = isPage ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : bytes;
  return new Response(body, {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
