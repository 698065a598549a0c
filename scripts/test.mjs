import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, judge, playwrightCounts, sum, vitestCounts } from './lib/counts.mjs';
import {
  failureLines,
  playwrightFailures,
  playwrightFlaky,
  vitestFailures,
  vitestFlaky,
} from './lib/failures.mjs';
import { projectEnvironment, projectNode, root, run, runMain, say, textOf } from './lib/project.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm test [-- ARGS]`: all tests, or those that ARGS name: an argument that starts with `e2e` and those after it
 * go to Playwright, the ones before it to Vitest, and a runner that got none is left out.
 * Ends with the tests that failed and why, those that passed at a second try only and why, then the line
 * `N passed, N failed`: who sees the end of a long log only has what is needed.
 */

const runners = [
  {
    name: 'Vitest',
    tool: 'node_modules/vitest/vitest.mjs',
    args: (report) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env: () => ({}),
    counts: vitestCounts,
    failures: vitestFailures,
    flaky: vitestFlaky,
  },
  {
    name: 'Playwright',
    tool: 'node_modules/@playwright/test/cli.js',
    args: () => ['test', '--reporter=list,json'],
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    counts: playwrightCounts,
    failures: playwrightFailures,
    flaky: playwrightFlaky,
  },
];

/** @returns {{ Vitest?: string[], Playwright?: string[] }} the arguments of the runners to start */
function shareOut(args) {
  if (args.length === 0) return { Vitest: [], Playwright: [] };
  const at = args.findIndex((arg) => arg.startsWith('e2e'));
  if (at < 0) return { Vitest: args };
  return { ...(at > 0 ? { Vitest: args.slice(0, at) } : {}), Playwright: args.slice(at) };
}

async function runOne({ name, tool, args, env, counts, failures, flaky }, given, folder) {
  const report = join(folder, `${name}.json`);
  say(`\n${name}`);
  const { code } = await run(projectNode, [join(root, tool), ...args(report), ...given], {
    env: { ...projectEnvironment, ...env(report) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const text = textOf(report);
  const outcome = text === undefined ? undefined : JSON.parse(text);
  const result = judge(outcome && counts(outcome), code);
  say(`${name}: ${closingLine(result)}`);
  return { result, failed: outcome ? failures(outcome) : [], flaky: outcome ? flaky(outcome) : [] };
}

await runMain(async () => {
  await setUp({ tests: true });
  const shares = shareOut(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'xlink-test-'));
  const ends = [];
  try {
    for (const runner of runners) {
      const given = shares[runner.name];
      if (given) ends.push(await runOne(runner, given, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = sum(ends.map((end) => end.result));
  process.exitCode = total.failed === 0 ? 0 : 1;
  const failed = ends.flatMap((end) => end.failed);
  const flaky = ends.flatMap((end) => end.flaky);
  for (const line of [...failureLines('FAILED', failed), ...failureLines('FLAKY', flaky)]) console.log(line);
  console.log(closingLine(total));
});
