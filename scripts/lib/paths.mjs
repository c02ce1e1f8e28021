import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Absolute folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);
