import type { Readable } from 'node:stream';
import type { Port } from '#shared/rpc/port.ts';

/** How a process ended: one of the two is null. */
export interface EngineExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A started engine, the same for each way of starting one. */
export interface EngineProcess {
  /** The channel to it; it closes when the process is gone. */
  readonly channel: Port;
  /** What it, and the drivers in it, write to stdout and stderr. */
  readonly output: readonly Readable[];
  /** Runs the listener once. */
  onExit(listener: (exit: EngineExit) => void): void;
  /** Ends it at once. */
  kill(): void;
}
