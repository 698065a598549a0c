import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on loopback and, once `mute` was called, swallows what either says. */
export interface MuteProxy {
  readonly port: number;
  mute(): void;
  close(): Promise<void>;
}

export function muteProxy(targetPort: number): Promise<MuteProxy> {
  let muted = false;
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
    client.on('data', (data) => muted || upstream.write(data));
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
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
