import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where downloaded things are kept between runs; XUELU_CACHE moves it, for instance on a build server. */
export const cacheDir = process.env['XUELU_CACHE']
  ? resolve(process.env['XUELU_CACHE'])
  : join(root, '.cache');
