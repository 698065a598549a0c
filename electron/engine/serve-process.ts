import { writeSync } from 'node:fs';
import type { Contract, Handlers } from '#shared/rpc/contract.ts';
import { engineChannel } from '#shared/rpc/engine-channel.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { serve } from '#shared/rpc/server.ts';
import { engineExit } from './exit-codes.ts';
import { parentPort } from './parent-port.ts';

/** A home that cannot be closed by then is left as it is: the store and the files stand any end. */
const closeWithinMs = 5000;

/**
 * Makes this process an engine: opens what is to be served and answers the host's clients until the host asks it to
 * stop or goes away. What ends it otherwise is written to stderr as one line of JSON (an ErrorShape), and the exit
 * code says whether to start it again (see exit-codes.ts).
 *
 * @param open gets what has the host start this process again, as what it works on has moved
 * @param how with `endsWithHost` nothing is closed when the host goes away: what is under way breaks off then and there
 */
export async function serveProcess<C extends Contract>(
  contract: C,
  open: (again: () => void) => Promise<{ readonly handlers: Handlers<C>; close(): Promise<void> }>,
  { endsWithHost = false }: { readonly endsWithHost?: boolean } = {},
): Promise<void> {
  const channel = parentPort();
  if (channel === undefined) {
    throw new Error('The engine is started by a host: run the console or the command line instead.');
  }
  process.on('uncaughtException', crash);
  // Ctrl+C in a terminal reaches every process of it; the host decides when its engine ends.
  process.on('SIGINT', () => {});

  const opening = open(() => host.again());
  const close = async () => (await opening).close();
  const stop = () => void close().then(() => process.exit(engineExit.stopped), crash);
  const leave = () => {
    setTimeout(endAtOnce, closeWithinMs);
    void close().then(endAtOnce, endAtOnce);
  };
  channel.onClose(endsWithHost ? endAtOnce : leave);
  process.on('SIGTERM', stop);

  // The host opens clients only after `ready`, so the channel may be listened to before there are handlers.
  let handlers: Handlers<C>;
  const host = engineChannel(channel, {
    onClient(client, port) {
      serve(contract, handlers, port, { client, checkOutput: process.env.NODE_ENV === 'test' });
    },
    onStop: stop,
  });
  try {
    handlers = (await opening).handlers;
  } catch (thrown) {
    const error = errorShape(thrown);
    report(thrown);
    process.exit(error.code === 'INTERNAL' || error.retryable ? engineExit.crashed : engineExit.cannotStart);
  }
  host.ready();
}

function crash(thrown: unknown): void {
  report(thrown);
  endAtOnce();
}

/**
 * `process.exit` waits for libuv's threads, so an ODBC call that hangs in its driver would keep the process, deaf,
 * for as long as it likes.
 */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Written synchronously, as nothing asynchronous comes to its end any more. */
function report(thrown: unknown): void {
  const shape = errorShape(thrown);
  const stack = shape.code === 'INTERNAL' && thrown instanceof Error ? { stack: thrown.stack } : {};
  try {
    writeSync(2, `${JSON.stringify({ ...shape, ...stack })}\n`);
  } catch {
    // Nobody reads stderr any more.
  }
}
