import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { hostChannel } from '#shared/rpc/engine-channel.ts';
import { errorFromShape, XlinkError } from '#shared/rpc/errors.ts';
import { childPort } from '../../child-port.ts';
import { errorOfLine, lastLines } from '../../last-lines.ts';
import { type WorkerContract, workerContract } from './contract.ts';

export interface WorkerLaunch {
  /** The built `worker/process.ts`. */
  readonly script: string;
  readonly homeFolder: string;
  readonly secretKeyFile?: string | undefined;
}

/** A worker that answers. */
export interface Worker {
  readonly client: Client<WorkerContract>;
  /** Resolves when the process is gone, with what it said last. */
  readonly gone: Promise<string>;
  /** Asks it to close its files and end. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}

/**
 * The heap of a worker: what is in flight is bounded, so a small one only makes the collector come more often. Without the
 * limits V8 lets the heap grow with the memory of the machine.
 */
const heapOptions = ['--max-semi-space-size=32', '--max-old-space-size=512'];

/** It only has to open the home: where that takes as long, nothing would come of the run either. */
const readyWithinMs = 60_000;

/** Starts a worker and waits until it answers. Throws `IMPORT_WORKER_LOST`, and what keeps the home from being opened. */
export async function spawnWorker({ script, homeFolder, secretKeyFile }: WorkerLaunch): Promise<Worker> {
  const secretKey = secretKeyFile === undefined ? [] : ['--secret-key-file', secretKeyFile];
  const child = fork(script, ['--home', homeFolder, ...secretKey], {
    // An installed program is Electron, which runs a script as Node does when it is told to.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: heapOptions,
    serialization: 'json',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = lastLines([child.stdout, child.stderr].filter((stream) => stream !== null));
  const gone = new Promise<string>((resolve) => {
    const end = async (reason: string) => {
      await output.settled();
      resolve(output.lines().at(-1) ?? reason);
    };
    child.once('exit', (code, signal) => void end(signal === null ? `exit code ${code}` : signal));
    child.once('error', (error) => {
      if (child.pid === undefined) void end(error.message);
    });
  });
  const isReady = Promise.withResolvers<true>();
  const channel = hostChannel(childPort(child), { onReady: () => isReady.resolve(true) });
  const late = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
  const started = await Promise.race([isReady.promise, gone]);
  clearTimeout(late);
  if (started !== true) {
    // One that could not open the home says why.
    const error = errorOfLine(started);
    throw error ? errorFromShape(error) : workerLost(started);
  }
  // Not while it starts: who asked for the import waits for that, on a busy machine four times as long.
  yieldToConsole(child.pid);
  return {
    client: createClient(workerContract, channel.open('engine')),
    gone,
    stop: () => channel.stop(),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Whoever looks at a tree waits for it; an import has time. */
function yieldToConsole(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, which is told elsewhere, or the system does not let us.
  }
}

export function workerLost(reason: string): XlinkError {
  return new XlinkError(
    'IMPORT_WORKER_LOST',
    `The process that did the import ended (${reason}), most likely by its ODBC driver. What was written stays; resume the run to do the rest.`,
    { reason },
    { retryable: true },
  );
}
