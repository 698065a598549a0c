import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { XlinkError } from '#shared/rpc/errors.ts';
import { joinPorts, type Port } from '#shared/rpc/port.ts';
import { readPageFiles } from '../host/page-files.ts';
import { answerRequest } from './requests.ts';
import { createSession } from './session.ts';
import { socketPort } from './socket-port.ts';
import { acceptSockets } from './sockets.ts';

/** The browser remembers a console's panes by its address, so it stays the same as long as it is free. */
const usualPort = 47810;
const maxHeaderBytes = 8 * 1024;
const maxConnections = 128;

export interface WebHostOptions {
  /** The built page. */
  readonly rendererFolder: string;
  /** A new page's way to the engine. */
  readonly connect: () => Port;
  /** A port that has to be used; without it the usual one is, or any other when that is taken. */
  readonly port?: number | undefined;
  readonly heartbeatMs?: number;
}

export interface WebHost {
  /** With the token behind `#`, where neither a server's log nor a `Referer` gets to see it. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the console to browsers of this machine: it listens on 127.0.0.1 and nowhere else, and lets in who has the
 * token of the address. Throws `CONSOLE_NOT_BUILT` and `PORT_IN_USE`.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = await readPageFiles(options.rendererFolder);
  const server = createServer({
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: 10_000,
    requestTimeout: 10_000,
  });
  server.maxConnections = maxConnections;
  const port = await listen(server, options.port);
  const session = createSession(port);
  const sockets = acceptSockets({
    port,
    session,
    heartbeatMs: options.heartbeatMs ?? 30_000,
    onSocket: (socket) => joinPorts(socketPort(socket), options.connect()),
  });
  server.on('request', (request, response) => {
    // What fails here is a request that broke off: nobody is left to be answered.
    answerRequest(request, response, { port, session, files }).catch(() => response.destroy());
  });
  server.on('upgrade', sockets.upgrade);

  return {
    url: `http://127.0.0.1:${port}/#t=${session.token}`,
    port,
    async close() {
      sockets.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  try {
    await listenOn(server, wanted ?? usualPort);
  } catch (thrown) {
    const isTaken = (thrown as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (isTaken && wanted !== undefined) {
      throw new XlinkError(
        'PORT_IN_USE',
        `Port ${wanted} is in use. Name another one, or none to have a free one.`,
        {
          port: wanted,
        },
      );
    }
    if (!isTaken) throw thrown;
    await listenOn(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

async function listenOn(server: Server, port: number): Promise<void> {
  const listening = once(server, 'listening');
  server.listen({ port, host: '127.0.0.1' });
  await listening;
}
