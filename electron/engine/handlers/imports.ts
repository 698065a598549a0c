import type { importsContract } from '#shared/contract/imports.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import type { ImportJobs } from '../imports/jobs.ts';
import { directoryNames, problemView } from '../imports/problem-view.ts';
import { undoPlan } from '../imports/undo.ts';
import { runSummary } from '../runs/run-summary.ts';
import type { RunDayKey, RunProblem } from '../wfm/store.ts';
import { runsHandlers } from './runs.ts';

export function importsHandlers(home: Home, jobs: ImportJobs): Handlers<typeof importsContract> {
  return {
    ...runsHandlers(home),
    'imports.start': async ({ from, to, systems, dryRun, writeNull, zeroing }) => ({
      runId: await jobs.start({
        from,
        to,
        ...(systems === undefined ? {} : { systems }),
        ...(dryRun === undefined ? {} : { dryRun }),
        ...(writeNull === undefined ? {} : { writeNull }),
        ...(zeroing === undefined ? {} : { zeroing }),
      }),
    }),
    'imports.watch': ({ runId }, { signal }, emit) => jobs.watch(runId, signal as AbortSignal, emit),
    'imports.cancel': async ({ runId }) => {
      await jobs.cancel(runId);
      return {};
    },
    'imports.resume': async ({ runId }) => ({ runId: await jobs.resume(runId) }),
    'imports.undoPlan': async ({ runId }) => {
      const { laterRuns, ...plan } = await undoPlan(home, runId);
      return { ...plan, laterRuns: [...laterRuns] };
    },
    'imports.undo': async ({ runId }) => ({ runId: await jobs.undo(runId) }),
    'runs.list': async ({ limit, before }) => {
      // A program that was gone without a word, here or elsewhere. Who may not write sees its run as it stands.
      await home.store.recoverInterruptedRuns().catch(() => []);
      return (await home.store.runs({ limit, ...(before === undefined ? {} : { before }) })).map(runSummary);
    },
    'runs.read': ({ runId }) => jobs.read(runId),
    'runs.problems': async ({ runId, offset, limit, at, codes }) => {
      const { total, problems } =
        at === undefined && codes === undefined
          ? await home.store.problems(runId, { offset, limit })
          : await chosenProblems(home, runId, { offset, limit, at, codes });
      const names = await directoryNames(home);
      return { total, problems: problems.map((problem) => problemView(problem, names)) };
    },
  };
}

/** As many problems as are looked at in one go. */
const lookedAt = 5_000;

/** Problems of one day, or of some codes, among all those of a run. */
async function chosenProblems(
  home: Home,
  runId: number,
  asked: {
    readonly offset: number;
    readonly limit: number;
    readonly at: RunDayKey | undefined;
    readonly codes: readonly string[] | undefined;
  },
): Promise<{ total: number; problems: RunProblem[] }> {
  const { at, codes } = asked;
  const problems: RunProblem[] = [];
  let total = 0;
  for (let offset = 0; ; offset += lookedAt) {
    const page = await home.store.problems(runId, { offset, limit: lookedAt });
    for (const problem of page.problems) {
      if (at !== undefined && (problem.day !== at.day || problem.system !== at.system)) continue;
      if (codes !== undefined && !codes.includes(problem.code)) continue;
      if (total >= asked.offset && problems.length < asked.limit) problems.push(problem);
      total += 1;
    }
    if (offset + lookedAt >= page.total) return { total, problems };
  }
}
