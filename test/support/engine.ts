import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { spawnNodeEngine } from '../../electron/host/spawn-node.ts';
import { superviseEngine } from '../../electron/host/supervisor.ts';

const script = fileURLToPath(new URL('../../out/main/engine.js', import.meta.url));

/** The built engine as a host runs it: a process of its own that is started again when it dies. */
export async function supervisedEngine(homeFolder: string): Promise<Client<XlinkContract>> {
  if (!existsSync(script)) throw new Error('out/main/engine.js is missing. Run "npm run build" first.');
  const supervisor = superviseEngine({
    spawn: () => spawnNodeEngine({ script, homeFolder, secretKeyFile: path.join(homeFolder, 'secret.key') }),
    backoffMs: Array(1000).fill(10),
    // How long an engine takes to start is no matter of these tests.
    waitMs: 60_000,
  });
  onTestFinished(() => supervisor.stop());
  return createClient(contract, supervisor.connect());
}

/** The run as it is when it has ended. */
export async function endOfRun(engine: Client<XlinkContract>, runId: number): Promise<RunProgress> {
  await engine.watch('imports.watch', { runId }, () => {}).ended;
  return engine.call('runs.read', { runId });
}

/** Kills the engine as the kernel does when memory is short, and waits for the next one. */
export async function killEngine(engine: Client<XlinkContract>, pid: number): Promise<void> {
  const back = new Promise<void>((resolve) => {
    let died = false;
    const stop = engine.onEngineState(({ state }) => {
      if (state === 'restarting') died = true;
      if (!died || state !== 'running') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
  process.kill(pid, 'SIGKILL');
  await back;
}
