import { afterEach, describe, expect, it } from 'vitest';
import { installedProject, runIn, scratchProject } from './scratch-project.ts';

/** A runner that writes the report given to it and ends with the exit code given to it. */
const runner = (report: object | undefined, exitCode: number) =>
  `import { writeFileSync } from 'node:fs';
const file = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
  ?? process.argv.find((arg) => arg.startsWith('--outputFile.json=')).slice('--outputFile.json='.length);
${report ? `writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});` : ''}
console.log('runner got ' + process.argv.slice(2).filter((arg) => !arg.startsWith('--')).join(' '));
process.exitCode = ${exitCode};`;

const vitest = (passed: number, failed: number, skipped = 0, files: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: files,
});
const playwright = (expected: number, unexpected: number, errors: object[] = [], flaky = 0) => ({
  stats: { expected, unexpected, flaky, skipped: 0 },
  errors,
});
/** A test of Playwright's in one of its projects, with what each try failed with. */
const tried = (status: string, projectName: string, ...tries: (string | undefined)[]) => ({
  ...{ status, projectName },
  results: tries.map((message) => (message === undefined ? {} : { error: { message } })),
});

let remove = () => {};
afterEach(() => remove());

async function npmTest(
  unit: { report?: object; exitCode?: number },
  e2e: { report?: object; exitCode?: number },
  ...args: string[]
) {
  const project = installedProject();
  remove = project.remove;
  project.write('node_modules/vitest/vitest.mjs', runner(unit.report, unit.exitCode ?? 0));
  project.write('node_modules/@playwright/test/cli.js', runner(e2e.report, e2e.exitCode ?? 0));
  const command = [process.execPath, 'scripts/test.mjs', ...args];
  const outcome = await runIn(project.folder, command);
  return { ...outcome, lastLine: outcome.stdout.trimEnd().split('\n').at(-1) };
}

describe('the closing line of npm test', () => {
  it('adds up both runners', async () => {
    const { code, lastLine } = await npmTest({ report: vitest(40, 0, 1) }, { report: playwright(9, 0) });
    expect(lastLine).toBe('49 passed, 0 failed, 1 skipped');
    expect(code).toBe(0);
  });

  it('counts failures of either runner, and the exit code says so', async () => {
    const { code, lastLine } = await npmTest(
      { report: vitest(40, 2), exitCode: 1 },
      { report: playwright(8, 1), exitCode: 1 },
    );
    expect(lastLine).toBe('48 passed, 3 failed');
    expect(code).toBe(1);
  });

  it('counts a test file that could not be read', async () => {
    const files = [{ name: 'test/x.test.ts', status: 'failed', assertionResults: [] }];
    const { lastLine } = await npmTest(
      { report: vitest(5, 0, 0, files), exitCode: 1 },
      { report: playwright(1, 0) },
    );
    expect(lastLine).toBe('6 passed, 1 failed');
  });

  it('stands below the tests that failed and the first lines of why, since the end of a long log is what is seen', async () => {
    const unit = vitest(5, 1, 0, [
      {
        name: 'test/sums.test.ts',
        status: 'failed',
        assertionResults: [
          {
            status: 'failed',
            fullName: 'sums are exact',
            failureMessages: ['expected 3 to be 4\n  at sums.ts:1'],
          },
        ],
      },
      { name: 'test/broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ]);
    const suites = [
      {
        title: 'import.spec.ts',
        specs: [{ title: 'is started', tests: [tried('expected', 'browser', undefined)] }],
        suites: [
          {
            title: 'Cancel',
            specs: [
              {
                title: 'stops it',
                tests: [tried('unexpected', 'browser', '\u001b[31mtoo late\u001b[39m', 'again')],
              },
            ],
          },
        ],
      },
    ];
    const { stdout } = await npmTest(
      { report: unit, exitCode: 1 },
      { report: { ...playwright(1, 1), suites }, exitCode: 1 },
    );
    expect(stdout.slice(stdout.indexOf('\nFAILED'))).toBe(`
FAILED test/sums.test.ts > sums are exact
  expected 3 to be 4
    at sums.ts:1

FAILED test/broken.test.ts
  no such module

FAILED import.spec.ts > Cancel > stops it
  too late
6 passed, 3 failed
`);
  });

  it('stands below the tests that passed at the second try only, which it counts as passed', async () => {
    const specs = [
      {
        title: 'closes by Escape',
        tests: [
          tried('flaky', 'browser', 'the dialog stayed\n  at menus.spec.ts:7', undefined),
          tried('unexpected', 'electron', 'no window', 'no window again'),
        ],
      },
      { title: 'opens', tests: [tried('flaky', 'browser', 'too late', undefined)] },
    ];
    const report = { ...playwright(1, 1, [], 2), suites: [{ title: 'menus.spec.ts', specs }] };
    const unit = vitest(5, 0, 0, [
      {
        name: 'test/sums.test.ts',
        status: 'passed',
        assertionResults: [
          { status: 'passed', fullName: 'sums are exact', failureMessages: [] },
          { status: 'passed', fullName: 'sums are there', failureMessages: ['no answer'] },
        ],
      },
    ]);
    const mixed = await npmTest({ report: unit }, { report, exitCode: 1 });
    expect(mixed.stdout.slice(mixed.stdout.indexOf('\nFAILED'))).toBe(`
FAILED menus.spec.ts > closes by Escape [electron]
  no window

FLAKY test/sums.test.ts > sums are there
  no answer

FLAKY menus.spec.ts > closes by Escape [browser]
  the dialog stayed
    at menus.spec.ts:7

FLAKY menus.spec.ts > opens
  too late
8 passed, 1 failed
`);
    expect(mixed.code).toBe(1);
    remove();
    const suites = [{ title: 'menus.spec.ts', specs: specs.slice(1) }];
    const green = await npmTest({}, { report: { ...playwright(1, 0, [], 1), suites } }, 'e2e');
    expect(green.stdout).toMatch(/\nFLAKY menus\.spec\.ts > opens\n {2}too late\n2 passed, 0 failed\n$/);
    expect(green.code).toBe(0);
  });

  it.each([
    ['ran no test', { report: playwright(0, 0) }],
    ['left no report', {}],
    ['failed though no test did', { report: playwright(1, 0), exitCode: 1 }],
    ['could not start', { report: playwright(0, 0, [{ message: 'no browser' }]), exitCode: 1 }],
  ])('is a failure when a runner %s', async (_, e2e) => {
    const { code, lastLine } = await npmTest({ report: vitest(3, 0) }, e2e);
    expect(lastLine).toMatch(/^\d passed, 1 failed$/);
    expect(code).toBe(1);
  });

  it('gives each runner its own arguments and leaves out one that got none', async () => {
    const only = await npmTest({ report: vitest(1, 0) }, {}, 'test/shared', '-t', 'ini');
    expect(only.stdout).toContain('runner got run test/shared -t ini');
    expect(only.lastLine).toBe('1 passed, 0 failed');
    remove();
    const both = await npmTest(
      { report: vitest(1, 0) },
      { report: playwright(2, 0) },
      'test/rpc',
      'e2e/import.spec.ts',
    );
    expect(both.stdout).toContain('runner got run test/rpc\n');
    expect(both.stdout).toContain('runner got test e2e/import.spec.ts');
    expect(both.lastLine).toBe('3 passed, 0 failed');
  });
});

describe('.ci/run', () => {
  async function ci(check: string, test: string) {
    const project = scratchProject({ 'package.json': JSON.stringify({ scripts: { check, test } }) });
    remove = project.remove;
    const outcome = await runIn(project.folder, ['bash', '.ci/run']);
    return { ...outcome, lastLine: outcome.stdout.trimEnd().split('\n').at(-1) };
  }

  it('ends with the closing line of npm test', async () => {
    const { code, lastLine } = await ci('true', "echo 'CI is '$CI; echo '7 passed, 0 failed, 2 skipped'");
    expect(lastLine).toBe('7 passed, 0 failed, 2 skipped');
    expect(code).toBe(0);
  });

  it('counts a failed check as one failure and still runs the tests', async () => {
    const { code, lastLine } = await ci('false', "echo '7 passed, 1 failed'; exit 1");
    expect(lastLine).toBe('7 passed, 2 failed');
    expect(code).not.toBe(0);
  });

  it('fails when the tests end without a closing line', async () => {
    const { code, lastLine } = await ci('true', 'echo nothing; exit 1');
    expect(lastLine).toBe('0 passed, 1 failed');
    expect(code).not.toBe(0);
  });
});
