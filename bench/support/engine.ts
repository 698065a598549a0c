import { fileURLToPath } from 'node:url';
import type { RunProgress } from '#shared/contract/imports.ts';
import { contract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import { spawnNodeEngine } from '../../electron/host/spawn-node.ts';
import { superviseEngine } from '../../electron/host/supervisor.ts';
import { type ProcessUse, watchProcesses } from './process-use.ts';

const script = fileURLToPath(new URL('../../out/main/engine.js', import.meta.url));

export interface ImportedRun extends ProcessUse {
  readonly run: RunProgress;
  readonly seconds: number;
}

export type BenchEngine = Awaited<ReturnType<typeof startEngine>>;

/** The built engine in a process of its own, asked as the console asks it. */
export async function startEngine(homeFolder: string) {
  const supervisor = superviseEngine({
    spawn: () => spawnNodeEngine({ script, homeFolder }),
    onOutputLine: (line) => console.error(`engine: ${line}`),
  });
  const client = createClient(contract, supervisor.connect());
  const { enginePid } = await client.call('home.info', {});
  return {
    client,
    /** Imports the days, both included; seconds from the order to the end of the run. */
    async importDays(from: string, to: string): Promise<ImportedRun> {
      const uses = watchProcesses(enginePid);
      const startedMs = performance.now();
      const { runId } = await client.call('imports.start', { stream: 'calls', from, to });
      await client.watch('imports.watch', { runId }, () => {}).ended;
      const seconds = (performance.now() - startedMs) / 1000;
      const used = uses.stop();
      const run = await client.call('runs.read', { runId });
      // What the checks of an import find odd in made-up figures is no failure.
      if (run.status !== 'completed' && run.status !== 'completed-with-problems') {
        throw new Error(`The run is ${run.status}: ${JSON.stringify(run.error ?? run.problems.slice(0, 3))}`);
      }
      if (run.problemCount > 0) {
        console.log(`  ${run.problemCount} problems, first: ${run.problems[0]?.message}`);
      }
      return { run, seconds, ...used };
    },
    stop: () => supervisor.stop(),
  };
}
