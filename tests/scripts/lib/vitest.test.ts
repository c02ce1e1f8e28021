import { expect, test } from 'vitest';
import { countReport } from '../../../scripts/lib/vitest.mjs';

const report = (over: object = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...over,
});

test('tests that held and tests that did not are counted', () => {
  expect(countReport(report(), 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  expect(countReport(report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }), 1)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
  });
});

test('a file that could not be loaded counts as one that failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countReport(report({ testResults }), 1).failed).toBe(1);
});

test('a run that broke, found no test or left no report is never all right', () => {
  expect(countReport(report(), 1).failed).toBe(1);
  expect(countReport(report({ numPassedTests: 0, testResults: [] }), 0).failed).toBe(1);
  expect(countReport(undefined, 0).failed).toBe(1);
});
