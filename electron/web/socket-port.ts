import type { WebSocket } from 'ws';
import type { Port } from '#shared/rpc/port.ts';
import { portListeners } from '#shared/rpc/port-listeners.ts';

/** What a page may leave unread; one that is further behind is cut off and asks anew what is true then. */
const maxUnsentBytes = 64 * 2 ** 20;

/** See RFC 6455, section 7.4.1. */
const closeCode = { unsupportedData: 1003, invalidPayload: 1007, tryAgainLater: 1013 } as const;

/** The host's end of a page's socket. Messages are texts of JSON; who sends anything else is hung up on. */
export function socketPort(socket: WebSocket): Port {
  const listeners = portListeners();
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(closeCode.unsupportedData);
    let message: unknown;
    try {
      message = JSON.parse(String(data));
    } catch {
      return socket.close(closeCode.invalidPayload);
    }
    listeners.deliver(message);
  });
  socket.on('close', (_code, reason) => listeners.closed(reason.toString() || undefined));
  // What goes wrong on a socket closes it, and that is told.
  socket.on('error', () => {});
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > maxUnsentBytes) {
        socket.close(closeCode.tryAgainLater, 'The page does not keep up.');
        socket.terminate();
      } else {
        socket.send(JSON.stringify(message));
      }
    },
    close: () => socket.close(),
  };
}
