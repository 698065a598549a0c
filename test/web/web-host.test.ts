import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createClient } from '#shared/rpc/client.ts';
import { superviseEngine } from '../../electron/host/supervisor.ts';
import { socketPort as hostSocketPort } from '../../electron/web/socket-port.ts';
import { startWebHost } from '../../electron/web/web-host.ts';
import { socketPort as pageSocketPort } from '../../renderer/app/ports/websocket-port.ts';
import { portConformance } from '../rpc/conformance.ts';
import { sampleContract } from '../rpc/sample-contract.ts';
import {
  connectSampleEngine,
  openSocket,
  rightAttempt,
  sampleHost,
  samplePage,
  send,
  temporaryFolder,
} from './sample-host.ts';

portConformance('WebSocket', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[ServerSocket]>;
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(socket, 'open');
  const [far] = await connected;
  return {
    clientPort: pageSocketPort(socket),
    serverPort: hostSocketPort(far),
    async release() {
      far.terminate();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
});

describe('A web host', () => {
  it('serves the page and its files with their types', async () => {
    const { port } = await sampleHost();
    const page = await send(port, '/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<title>Console</title>');
    expect((await send(port, '/index.html?from=somewhere')).status).toBe(200);
    expect(await send(port, '/assets/page.js')).toMatchObject({
      status: 200,
      body: samplePage['assets/page.js'],
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'max-age=31536000, immutable',
      },
    });
    expect((await send(port, '/assets/page.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('answers a page over its socket, many pages at once', async () => {
    const host = await sampleHost();
    const right = await rightAttempt(host);
    const clients = await Promise.all(
      [1, 2, 3].map(async () => {
        const socket = (await openSocket(host.port, right)) as unknown as WebSocket;
        return createClient(sampleContract, pageSocketPort(socket));
      }),
    );
    const answers = await Promise.all(
      clients.map((client, value) => client.call('sample.double', { value })),
    );
    expect(answers).toEqual([{ doubled: 0 }, { doubled: 2 }, { doubled: 4 }]);
  });

  it('answers to localhost as to 127.0.0.1', async () => {
    const { port } = await sampleHost();
    expect((await send(port, '/', { headers: { Host: `localhost:${port}` } })).status).toBe(200);
  });

  it('hangs up on its pages when it is closed', async () => {
    const host = await sampleHost();
    const socket = (await openSocket(host.port, await rightAttempt(host))) as unknown as WebSocket;
    const closed = once(socket, 'close');
    await host.close();
    await closed;
    await expect(send(host.port, '/health')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('hangs up on a page when its way to the engine ends', async () => {
    const supervisor = superviseEngine({
      backoffMs: [],
      spawn: () => {
        throw new Error('No such program.');
      },
    });
    const host = await sampleHost({ connect: supervisor.connect });
    const socket = (await openSocket(host.port, await rightAttempt(host))) as unknown as WebSocket;
    const closed = once(socket, 'close');
    await supervisor.stop();
    await closed;
  });

  it('says which port is in use when that one was asked for', async () => {
    const other = createServer().listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(sampleHost({ port })).rejects.toMatchObject({ code: 'PORT_IN_USE', details: { port } });
  });

  it('finds a port by itself when none is asked for, also for a second console', async () => {
    const page = temporaryFolder(samplePage);
    const options = { rendererFolder: page, connect: connectSampleEngine };
    const first = await startWebHost(options);
    onTestFinished(() => first.close());
    const second = await startWebHost(options);
    onTestFinished(() => second.close());
    expect(first.port).not.toBe(second.port);
    expect((await send(second.port, '/health')).status).toBe(200);
  });

  it('says how to build the page when there is none', async () => {
    await expect(sampleHost({ rendererFolder: temporaryFolder() })).rejects.toMatchObject({
      code: 'CONSOLE_NOT_BUILT',
    });
  });
});
