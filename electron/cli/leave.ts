import type { Writable } from 'node:stream';

/** What a driver that answers may still need to end its calls. */
const driverEndsMs = 1_000;

/**
 * Ends the process with its exit code once all is said, whatever still runs: a call that hangs in an ODBC driver would keep it for
 * as long as it likes, and nothing that comes of such a call is wanted any more.
 */
export async function leave(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(saidAll));
  setTimeout(endAtOnce, driverEndsMs).unref();
}

function saidAll(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

/** `process.exit` waits for the threads of libuv, in one of which the driver is. */
function endAtOnce(): void {
  const exitCode = Number(process.exitCode ?? 0);
  // Another program in place of this process takes its threads away and can give the exit code.
  if (process.execve && process.platform !== 'win32') {
    process.execve('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {});
  }
  process.kill(process.pid, 'SIGKILL');
}
