import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Native modules, found by Node at run time; everything else goes into the bundles. */
const external = ['better-sqlite3', '@node-rs/argon2'];

/**
 * One build for both runtimes: `scripts/build.mjs` sets the target to the older one. CommonJS, because
 * Electron 25 has no other, and a sandboxed preload never has.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('main/index.ts'), 'core-process': at('main/core-process.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    plugins: [react()],
    // Replaced in every answer by main/shell/security/app-files.ts.
    html: { cspNonce: '__STYLE_NONCE__' },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // The content-security policy allows no fonts as data URLs.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
});
