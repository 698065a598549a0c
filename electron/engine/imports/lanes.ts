import { cancelled } from '../odbc/abandon.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import { type ReadPace, readPace } from './read-pace.ts';

/** The connections of one source: as many as its pace allows, opened when needed, each used by one reader at a time. */
export interface Lanes {
  /**
   * Does the work with a connection of its own once there is one. A connection of work that failed is closed: who comes next
   * opens another.
   */
  use<T>(work: (connection: OdbcConnection) => Promise<T>, signal: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

export function lanes(
  connect: (signal: AbortSignal) => Promise<OdbcConnection>,
  pace: ReadPace = readPace(),
): Lanes {
  const idle: OdbcConnection[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;

  function letIn(): void {
    while (running < pace.allowed() && waiting.length > 0) {
      running += 1;
      waiting.shift()!();
    }
  }

  async function turn(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled();
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(cancelled());
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(enter);
      letIn();
    });
  }

  return {
    async use(work, signal) {
      await turn(signal);
      let connection: OdbcConnection | undefined;
      try {
        connection = idle.pop() ?? (await connect(signal));
        if (connection.driver.readsOneByOne) pace.oneByOne();
        const startedMs = performance.now();
        const result = await work(connection);
        pace.done(performance.now() - startedMs, running);
        if (closed) await connection.close();
        else idle.push(connection);
        return result;
      } catch (error) {
        pace.failed();
        await connection?.close().catch(() => {});
        throw error;
      } finally {
        running -= 1;
        letIn();
      }
    },
    async close() {
      closed = true;
      await Promise.all(idle.splice(0).map((connection) => connection.close()));
    },
  };
}
