import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on loopback and, once `mute` was called, swallows what either says. */
export interface MuteProxy {
  readonly port: number;
  mute(): void;
  /** Is mute as soon as a client has said it, which still reaches the server; then calls `then`. */
  muteAfter(said: RegExp, then: () => void): void;
  close(): Promise<void>;
}

export function muteProxy(targetPort: number): Promise<MuteProxy> {
  let muted = false;
  let last: { readonly said: RegExp; readonly then: () => void } | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // A connection that breaks is what these tests are about.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (muted) return;
    const upstream = connect(targetPort, '127.0.0.1');
    keep(upstream);
    client.on('data', (data) => {
      if (muted) return;
      upstream.write(data);
      if (!last?.said.test(data.toString('latin1'))) return;
      muted = true;
      last.then();
    });
    upstream.on('data', (data) => muted || client.write(data));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => muted || client.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) return;
      resolve({
        port: address.port,
        mute: () => {
          muted = true;
        },
        muteAfter: (said, then) => {
          last = { said, then };
        },
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
