import { mkdir, readFile, rm } from 'node:fs/promises';
import { node24 } from './bootstrap.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Runs some projects of vitest.config.ts and counts what they found.
 *
 * @param {{ projects: readonly string[], desktop?: boolean }} options `desktop`: with a screen and a keyring
 * @returns {Promise<import('./stages.mjs').Count>}
 */
export async function vitest({ projects, desktop = false }) {
  const report = inRoot('.cache', 'test-results', `${projects.join('-')}.json`);
  await mkdir(inRoot('.cache', 'test-results'), { recursive: true });
  await rm(report, { force: true });
  const args = [
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // A window that hangs would let every test behind it wait for its full time.
    ...(desktop ? ['--bail=3'] : []),
  ];
  const code = await (desktop ? runInDesktopSession : run)(node24(), args);
  return countReport(await readReport(report), code);
}

/**
 * Adds up a report of vitest. A file that could not be loaded has no tests to count: it counts as one
 * that failed, and so does a run that failed for another reason or found no test at all.
 *
 * @param {Report | undefined} report
 * @param {number} code exit code of the run
 * @returns {import('./stages.mjs').Count}
 *
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: unknown[] }[],
 * }} Report
 */
export function countReport(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloaded;
  const fault = code !== 0 || passed === 0 ? 1 : 0;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return { passed, failed: Math.max(failed, fault), skipped };
}

/** @param {string} file @returns {Promise<Report | undefined>} */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
