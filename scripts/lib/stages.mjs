import { duration } from './duration.mjs';

/**
 * What one stage found; `skipped` are tests that did not run.
 * @typedef {{ passed: number, failed: number, skipped?: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Stage
 */

/**
 * Runs stages one after the other, names each with its duration, and stops at the first that fails.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<Count>} the sum; never 0 failed when a stage did not hold
 */
export async function runStages(stages) {
  const sum = { passed: 0, failed: 0 };
  for (const stage of stages) {
    console.log(`\n▶ ${stage.name}`);
    const startedAt = performance.now();
    const count = await counted(stage);
    const took = duration(performance.now() - startedAt);
    sum.passed += count.passed;
    sum.failed += count.failed;
    console.log(`${count.failed === 0 ? '✔' : '✘'} ${stage.name}: ${took}${tally(count)}`);
    if (count.failed > 0) break;
  }
  return sum;
}

/** A stage that throws has said in one sentence why it can not go on. @param {Stage} stage */
async function counted(stage) {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** @param {Count} count */
function tally({ passed, failed, skipped = 0 }) {
  if (passed + failed + skipped === 0) return '';
  return ` (${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''})`;
}

/** The line that `npm test` ends with. @param {Count} count */
export function summary({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
