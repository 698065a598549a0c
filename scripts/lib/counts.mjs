/** How many tests passed, failed and were skipped, from what the runners write with their JSON reporters. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of one runner. A run that left no report, ran nothing, or ended with an error that no test shows
 * counts as one failure, so that a closing line never looks better than the run was.
 * @param {Counts | undefined} counts undefined where the runner wrote no report
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function judge(counts, exitCode) {
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const ranNothing = counts.passed + counts.failed === 0;
  const failedSilently = exitCode !== 0 && counts.failed === 0;
  return ranNothing || failedSilently ? { ...counts, failed: 1 } : counts;
}

/** @returns {Counts} of Vitest's `--reporter=json` */
export function vitestCounts(report) {
  const unreadable = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unreadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Counts} of Playwright's `--reporter=json` */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** @param {Counts[]} list */
export function sum(list) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of list) for (const key of Object.keys(total)) total[key] += counts[key];
  return total;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
