import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOwnHost, isOwnOrigin } from './origin-check.ts';
import type { Session } from './session.ts';

const maxMessageBytes = 8 * 2 ** 20;
const maxSockets = 32;

/** The protocol the page names first; the token follows it. */
const protocolName = 'xlink';

export interface SocketOptions {
  readonly port: number;
  readonly session: Session;
  readonly onSocket: (socket: WebSocket) => void;
  /** Every so often each page has to answer a ping; the browser does, as long as it is there. */
  readonly heartbeatMs: number;
}

/** The sockets of a web host: lets pages of ours in, and nobody else. */
export function acceptSockets(options: SocketOptions) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    // A page is on the same machine or behind a tunnel that compresses itself.
    perMessageDeflate: false,
    handleProtocols: () => protocolName,
  });
  const answered = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (answered.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, options.heartbeatMs);

  return {
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      const refusal = refuse(request, server.clients.size, options);
      if (refusal !== undefined) {
        stream.on('error', () => {});
        stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, stream, head, (socket) => {
        answered.add(socket);
        socket.on('pong', () => answered.add(socket));
        options.onSocket(socket);
      });
    },
    close(): void {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.close(1001, 'The program is ending.');
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function refuse(
  request: IncomingMessage,
  open: number,
  { port, session }: SocketOptions,
): string | undefined {
  const { headers } = request;
  if (!isOwnHost(headers, port)) return '421 Misdirected Request';
  if (!isOwnOrigin(headers, port)) return '403 Forbidden';
  if (request.url !== '/rpc') return '404 Not Found';
  const [name, token = ''] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  const isAllowed = name === protocolName && session.isToken(token) && session.hasCookie(headers.cookie);
  if (!isAllowed) return '403 Forbidden';
  return open >= maxSockets ? '503 Service Unavailable' : undefined;
}
