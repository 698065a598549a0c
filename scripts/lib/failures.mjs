import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './project.mjs';

/** Which tests failed and why, from what the runners write with their JSON reporters. */

/** @typedef {{ test: string, reason: string }} Failure a test's file and name, and the first message it failed with */

/** @returns {Failure[]} of Vitest's `--reporter=json`; a file that could not be read is one */
export function vitestFailures(report) {
  return report.testResults.flatMap((file) => {
    const place = relative(root, file.name ?? '');
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0)
      return file.status === 'failed' ? [{ test: place, reason: file.message ?? '' }] : [];
    return failed.map((test) => ({
      test: `${place} > ${test.fullName}`,
      reason: test.failureMessages?.[0] ?? '',
    }));
  });
}

/** @returns {Failure[]} of Playwright's `--reporter=json`; an error outside all tests is one */
export function playwrightFailures(report) {
  const outside = report.errors.map((error) => ({ test: 'Playwright', reason: error.message ?? '' }));
  return [...(report.suites ?? []).flatMap((suite) => failuresOfSuite(suite, [])), ...outside];
}

function failuresOfSuite(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      test: [...titles, spec.title].join(' > '),
      reason: firstError(spec),
    }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner, titles))];
}

function firstError(spec) {
  const results = spec.tests.flatMap((test) => test.results);
  return results.find((result) => result.error)?.error.message ?? '';
}

const reasonLines = 12;

/** @param {Failure[]} failures @returns {string[]} lines to print: each test with the first lines of its reason */
export function failureLines(failures) {
  return failures.flatMap(({ test, reason }) => {
    const lines = stripVTControlCharacters(reason).split('\n').slice(0, reasonLines);
    return ['', `FAILED ${test}`, ...lines.map((line) => `  ${line}`)];
  });
}
