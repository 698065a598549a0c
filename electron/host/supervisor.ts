import { engineExit } from '#engine/exit-codes.ts';
import { errorOfLine, lastLines } from '#engine/last-lines.ts';
import { type HostChannel, hostChannel } from '#shared/rpc/engine-channel.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { EngineState } from '#shared/rpc/frames.ts';
import { type LastingPort, lastingPort } from '#shared/rpc/lasting-port.ts';
import type { Port } from '#shared/rpc/port.ts';
import type { EngineExit, EngineProcess } from './engine-process.ts';

export interface SuperviseOptions {
  /** Starts one engine; may throw, which counts as an engine that died at once. */
  readonly spawn: () => EngineProcess;
  readonly onState?: (state: EngineState) => void;
  /** Gets every line the engine writes to stdout or stderr. */
  readonly onOutputLine?: (line: string) => void;
  /** The waits before one start after the other; when they are used up, it is given up. */
  readonly backoffMs?: readonly number[];
  /** How long an engine has to run for the waits to begin anew. */
  readonly stableAfterMs?: number;
  /** How long a request waits for an engine that is being started. */
  readonly waitMs?: number;
}

export interface Supervisor {
  /**
   * A new client's port. It lasts as long as the supervisor, whatever becomes of the engine: the client is told each
   * state; what was under way when the engine died is answered `ENGINE_LOST` at once; what is asked while it starts
   * waits for it, at most ten seconds; what is asked after it was given up is answered `ENGINE_LOST` at once.
   */
  connect(): Port;
  state(): EngineState;
  /** Starts it again at once: one that was given up, or one that runs. */
  restart(): void;
  /** Ends the engine, by force if it does not end within five seconds, and closes all ports. */
  stop(): Promise<void>;
}

const usualBackoffMs = [200, 500, 1000, 2000, 5000, 5000, 5000, 5000];
const stopWithinMs = 5000;
const hungUpForMs = 1000;
/** A page asks some dozen things when it opens; who has this many waiting is not a page of ours. */
const maxWaiting = 1000;

/** One engine from its start to its end. */
interface Life {
  readonly process: EngineProcess;
  readonly channel: HostChannel;
  readonly exited: Promise<EngineExit>;
  isReady: boolean;
}

/** Starts an engine and keeps one running. */
export function superviseEngine(options: SuperviseOptions): Supervisor {
  const backoffMs = options.backoffMs ?? usualBackoffMs;
  const lines = new Map<string, LastingPort>();
  let current: Life | undefined;
  let state: EngineState = { state: 'starting', attempt: 1 };
  let quickDeaths = 0;
  let clients = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;

  function enter(next: EngineState): void {
    state = next;
    for (const line of lines.values()) line.tell(next);
    options.onState?.(next);
  }

  function start(): void {
    let process: EngineProcess;
    try {
      process = options.spawn();
    } catch (thrown) {
      afterDeath(thrown instanceof Error ? thrown.message : String(thrown), false);
      return;
    }
    const output = lastLines(process.output, options.onOutputLine);
    const channel = hostChannel(process.channel, {
      onReady: () => becomeReady(life),
      onAgain: () => current === life && restart(),
    });
    const exited = new Promise<EngineExit>((resolve) => process.onExit(resolve));
    const life: Life = { process, channel, exited, isReady: false };
    current = life;
    process.channel.onClose(() => {
      lose(life);
      // A process that hung up and lives on waits for a driver that may never come back.
      setTimeout(process.kill, hungUpForMs).unref();
    });
    void exited.then(async (exit) => {
      lose(life);
      await output.settled();
      if (current === life) died(exit, output.lines());
    });
  }

  function becomeReady(life: Life): void {
    if (current !== life || stopping !== undefined) return;
    life.isReady = true;
    timer = setTimeout(() => {
      quickDeaths = 0;
    }, options.stableAfterMs ?? 60_000);
    for (const [client, line] of lines) line.attach(life.channel.open(client));
    enter({ state: 'running', attempt: quickDeaths + 1 });
  }

  /** The engine cannot be reached any more; why is known when its last words are read. */
  function lose(life: Life): void {
    if (current !== life || !life.isReady) return;
    life.isReady = false;
    clearTimeout(timer);
    for (const line of lines.values()) line.detach(engineLost());
  }

  function died(exit: EngineExit, output: readonly string[]): void {
    current = undefined;
    if (stopping === undefined) afterDeath(reasonOf(exit, output), exit.code === engineExit.cannotStart);
  }

  function afterDeath(reason: string, isHopeless: boolean): void {
    const retryInMs = isHopeless ? undefined : backoffMs[quickDeaths];
    quickDeaths += 1;
    if (retryInMs === undefined) {
      enter({ state: 'failed', attempt: quickDeaths, reason });
      for (const line of lines.values()) line.refuse(engineLost(reason));
      return;
    }
    enter({ state: 'restarting', attempt: quickDeaths + 1, reason, retryInMs });
    timer = setTimeout(start, retryInMs);
  }

  function restart(): void {
    if (stopping !== undefined) return;
    clearTimeout(timer);
    current?.process.kill();
    current = undefined;
    quickDeaths = 0;
    for (const line of lines.values()) line.detach(engineLost());
    enter({ state: 'restarting', attempt: 1 });
    start();
  }

  async function end(life: Life | undefined): Promise<void> {
    if (life === undefined) return;
    life.channel.stop();
    const force = setTimeout(() => life.process.kill(), stopWithinMs);
    await life.exited;
    clearTimeout(force);
  }

  enter(state);
  start();
  return {
    state: () => state,
    connect() {
      clients += 1;
      const client = `client-${clients}`;
      const line = lastingPort({
        waitMs: options.waitMs ?? 10_000,
        maxWaiting,
        absent: engineLost(),
        onRestart: restart,
        setTimer(ms, run) {
          const waiting = setTimeout(run, ms);
          return () => clearTimeout(waiting);
        },
      });
      if (stopping !== undefined) {
        line.close('The program is ending.');
        return line.port;
      }
      lines.set(client, line);
      line.port.onClose(() => lines.delete(client));
      line.tell(state);
      if (current?.isReady) line.attach(current.channel.open(client));
      if (state.state === 'failed') line.refuse(engineLost(state.reason));
      return line.port;
    },
    restart,
    stop() {
      stopping ??= (async () => {
        clearTimeout(timer);
        for (const line of [...lines.values()]) line.close('The program is ending.');
        await end(current);
      })();
      return stopping;
    },
  };
}

function engineLost(reason?: string): ErrorShape {
  return {
    code: 'ENGINE_LOST',
    message: 'The engine is not running, so this was not done or not finished. Try again when it runs again.',
    details: reason === undefined ? {} : { reason },
    retryable: true,
  };
}

/** The engine's own last words, if it left any: its error line, else what was printed last. */
function reasonOf(exit: EngineExit, output: readonly string[]): string {
  for (const line of output.toReversed()) {
    const error = errorOfLine(line);
    if (error) return error.message;
  }
  const how =
    exit.signal !== null
      ? `The engine was ended by ${exit.signal}.`
      : exit.code === null
        ? 'The engine could not be started.'
        : `The engine ended with code ${exit.code}.`;
  return [how, ...output.slice(-5)].join('\n');
}
