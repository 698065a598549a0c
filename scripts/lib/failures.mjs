import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './project.mjs';

/** Which tests failed, or needed a second try, and why, from what the runners write with their JSON reporters. */

/** @typedef {{ test: string, reason: string }} Failure a test's file and name, and the first message it failed with */

/** @returns {Failure[]} of Vitest's `--reporter=json`; a file that could not be read is one */
export function vitestFailures(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0)
      return file.status === 'failed'
        ? [{ test: relative(root, file.name ?? ''), reason: file.message ?? '' }]
        : [];
    return failed.map((test) => failureOf(file, test));
  });
}

/** @returns {Failure[]} tests that passed at a second try, with the reason of the first */
export function vitestFlaky(report) {
  return report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'passed' && test.failureMessages?.length > 0)
      .map((test) => failureOf(file, test)),
  );
}

function failureOf(file, test) {
  return {
    test: `${relative(root, file.name ?? '')} > ${test.fullName}`,
    reason: test.failureMessages?.[0] ?? '',
  };
}

/** @returns {Failure[]} of Playwright's `--reporter=json`; an error outside all tests is one */
export function playwrightFailures(report) {
  const outside = report.errors.map((error) => ({ test: 'Playwright', reason: error.message ?? '' }));
  return [...endedAs('unexpected', report.suites ?? []), ...outside];
}

/** @returns {Failure[]} tests that passed at a second try, with the reason of the first */
export function playwrightFlaky(report) {
  return endedAs('flaky', report.suites ?? []);
}

/** By each test of a spec: what a spec says of itself holds for the first of several projects. */
function endedAs(status, suites, above = []) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const titles = [...above, title];
    const own = specs.flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === status)
        .map(({ projectName, results }) => ({
          test: [...titles, spec.title].join(' > ') + (spec.tests.length > 1 ? ` [${projectName}]` : ''),
          reason: results.find(({ error }) => error)?.error.message ?? '',
        })),
    );
    return [...own, ...endedAs(status, inner, titles)];
  });
}

const reasonLines = 12;

/** @returns {string[]} lines to print: each test behind the word, with the first lines of its reason */
export function failureLines(word, failures) {
  return failures.flatMap(({ test, reason }) => {
    const lines = stripVTControlCharacters(reason).split('\n').slice(0, reasonLines);
    return ['', `${word} ${test}`, ...lines.map((line) => `  ${line}`)];
  });
}
