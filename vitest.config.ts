import { defineConfig } from 'vitest/config';

const SECOND = 1000;

/** Rooms whose tests need no window. */
const ROOMS = '{shared,main,preload,central,scripts,structure,suites,journeys}';

/** Time limits only end what hangs; no test measures time. */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [`tests/${ROOMS}/**/*.test.ts`],
          testTimeout: 60 * SECOND,
          hookTimeout: 120 * SECOND,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 60 * SECOND,
        },
      },
      {
        // The real application: one window at a time, as on one desk.
        test: {
          name: 'app',
          environment: 'node',
          include: ['tests/app/**/*.app.ts'],
          fileParallelism: false,
          testTimeout: 300 * SECOND,
          hookTimeout: 300 * SECOND,
        },
      },
    ],
  },
});
