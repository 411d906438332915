import { existsSync, readFileSync } from 'node:fs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Vitest's JSON report. A file that could not be loaded has no tests: it counts as one failed. */
export function vitestCounts(file) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/**
 * Playwright's JSON report. Errors outside of tests (a server that did not start) count as failed.
 * @returns {{ passed: number, failed: number, second: string[] }} `second`: tests that passed only when they were run again; they count as passed
 */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 0, second: [] };
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, second: report.suites.flatMap(flakyIn) };
}

function flakyIn({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)];
}
