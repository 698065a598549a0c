import { type ErrorShape, XlinkError } from '#shared/rpc/errors.ts';
import { type LastingPort, lastingPort } from '#shared/rpc/lasting-port.ts';
import type { Port } from '#shared/rpc/port.ts';
import { portListeners } from '#shared/rpc/port-listeners.ts';

/** The waits before one attempt to reconnect after the other; the last one for all that follow. */
const backoffMs = [250, 500, 1000, 2000, 5000];
const waitMs = 10_000;
const maxWaiting = 1000;

/** An open socket as a port. */
export function socketPort(socket: WebSocket): Port {
  const listeners = portListeners();
  socket.addEventListener('message', ({ data }) => listeners.deliver(JSON.parse(String(data))));
  socket.addEventListener('close', ({ reason }) => listeners.closed(reason || undefined));
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    close: () => socket.close(),
  };
}

/**
 * The way to the engine through a web host, at the address and with the token that the host printed.
 *
 * The port outlives the socket: when that is lost, what was under way is answered `CONNECTION_LOST`, the page is told
 * the state `disconnected`, and it is opened again, for as long as it takes; what is asked meanwhile waits up to ten
 * seconds. It closes when the host does not know the token any more, as after a restart of the program.
 *
 * Rejects with `SESSION_REFUSED`, or with `CONNECTION_LOST` (retryable) when the host cannot be reached.
 */
export async function webSocketPort(origin: string, token: string): Promise<Port> {
  const first = await openSocket(origin, token);
  const lasting = lastingPort({
    waitMs,
    maxWaiting,
    absent: connectionLost().toJSON(),
    setTimer(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  let isClosed = false;
  lasting.port.onClose(() => {
    isClosed = true;
  });

  function attach(socket: WebSocket): void {
    const port = socketPort(socket);
    port.onClose((reason) => {
      if (!isClosed) void reconnect(connectionLost(reason).toJSON());
    });
    lasting.attach(port);
  }

  async function reconnect(error: ErrorShape): Promise<void> {
    lasting.detach(error);
    for (let attempt = 1; !isClosed; attempt += 1) {
      await waitToRetry(lasting, attempt, error.message);
      if (isClosed) return;
      try {
        return attach(await openSocket(origin, token));
      } catch (thrown) {
        if (thrown instanceof XlinkError && !thrown.retryable) return lasting.close(thrown.message);
      }
    }
  }

  attach(first);
  return lasting.port;
}

async function waitToRetry(lasting: LastingPort, attempt: number, reason: string): Promise<void> {
  const retryInMs = backoffMs[Math.min(attempt, backoffMs.length) - 1] ?? 0;
  lasting.tell({ state: 'disconnected', attempt, reason, retryInMs });
  await new Promise((resolve) => setTimeout(resolve, retryInMs));
}

/** Shows the token, which gives the cookie, and opens a socket with both. */
async function openSocket(origin: string, token: string): Promise<WebSocket> {
  let answer: Response;
  try {
    answer = await fetch(`${origin}/session`, { method: 'POST', body: token });
  } catch {
    throw connectionLost();
  }
  if (answer.status === 403) throw sessionRefused();
  if (!answer.ok) throw connectionLost(`The program answered ${answer.status}.`);

  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/rpc`, ['xlink', token]);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener('open', () => resolve());
  socket.addEventListener('close', () => reject(connectionLost()));
  await promise;
  return socket;
}

/** Says that the page has no token, or one of a host that ended. */
export function sessionRefused(): XlinkError {
  return new XlinkError(
    'SESSION_REFUSED',
    'This address is not valid any more. Open the address that the program printed when it started last.',
  );
}

function connectionLost(reason?: string): XlinkError {
  return new XlinkError(
    'CONNECTION_LOST',
    'The program cannot be reached. See whether it runs, and whether the tunnel to it is open.',
    reason === undefined ? {} : { reason },
    { retryable: true },
  );
}
