import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The line between a driver and a server, which can be pulled and plugged in again. */
export interface Cable {
  readonly port: number;
  /** Ends what is connected and refuses what comes. */
  pull(): Promise<void>;
  plug(): Promise<void>;
  /** Ends what is connected, and each that comes at once: they are counted until the next {@link plug}. */
  hangUp(): Promise<{ count(): number }>;
  /**
   * From now on a connection on which the client said `after` and then `question`, within a transaction, is cut as soon as the
   * server has answered that, and the answer is lost. Gives how often that happened.
   */
  loseAnswers(to: LostQuestion): { count(): number; stop(): void };
}

export interface LostQuestion {
  readonly after: string;
  readonly question: string;
}

export async function cableTo(serverPort: number): Promise<Cable> {
  const open = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let losing: LostQuestion | undefined;
  let lost = 0;

  /** Listens to what a client says. */
  function loses(near: Socket, far: Socket): void {
    let isAfter = false;
    near.on('data', (said) => {
      if (losing === undefined) return;
      if (said.includes('BEGIN')) isAfter = false;
      isAfter ||= said.includes(losing.after);
      if (!isAfter || !said.includes(losing.question)) return;
      far.unpipe(near);
      far.once('data', () => {
        lost += 1;
        near.destroy();
        far.destroy();
      });
      far.resume();
    });
  }

  const listen = async (answer: (near: Socket) => void) => {
    const listening = createServer(answer);
    server = listening;
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject);
      listening.listen(port, '127.0.0.1', resolve);
    });
    const address = listening.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  };
  const pull = async () => {
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    for (const socket of open) socket.destroy();
    await closed;
  };
  const plug = async () => {
    await pull();
    await listen((near) => {
      const far = dial(serverPort, '127.0.0.1');
      loses(near, far);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => open.delete(one));
      }
    });
  };
  await plug();
  onTestFinished(pull);
  return {
    get port() {
      return port;
    },
    pull,
    plug,
    async hangUp() {
      let came = 0;
      await pull();
      await listen((near) => {
        came += 1;
        near.destroy();
      });
      return { count: () => came };
    },
    loseAnswers(to) {
      losing = to;
      lost = 0;
      return {
        count: () => lost,
        stop: () => {
          losing = undefined;
        },
      };
    },
  };
}
