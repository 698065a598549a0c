import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import WebSocket from 'ws';
import {
  cookieOf,
  openSocket,
  ownHeaders,
  rightAttempt,
  sampleHost,
  samplePage,
  send,
  temporaryFolder,
  tokenOf,
} from './sample-host.ts';

const foreignOrigins = [
  'https://attacker.example',
  'http://localhost:1',
  'http://127.0.0.1',
  'http://127.0.0.1.attacker.example',
  'file://',
  'null',
];

/** Sends a request over a socket and gives the answer. */
async function ask(socket: WebSocket): Promise<unknown> {
  socket.send(JSON.stringify({ type: 'call', id: 1, method: 'sample.double', input: { value: 2 } }));
  const [answer] = await once(socket, 'message');
  return JSON.parse(String(answer));
}

describe('Getting into the web host', () => {
  it('works with the token, the cookie, and the name and origin of the host', async () => {
    const host = await sampleHost();
    const socket = await openSocket(host.port, await rightAttempt(host));
    expect(socket).toBeInstanceOf(WebSocket);
    expect((socket as WebSocket).protocol).toBe('xlink');
  });

  it('another machine cannot reach it: it listens on the loopback address only', async () => {
    const host = await sampleHost();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const address of [...others.map(({ address }) => address), '127.0.0.2', '::1']) {
      const socket = connect({ host: address, port: host.port });
      const [error] = await once(socket, 'error');
      expect(error, address).toMatchObject({ syscall: 'connect' });
    }
  });

  it('a page on another origin cannot open the socket, even in a browser that is let in', async () => {
    const host = await sampleHost();
    const { headers, protocols } = await rightAttempt(host);
    for (const Origin of foreignOrigins) {
      expect(await openSocket(host.port, { headers: { ...headers, Origin }, protocols }), Origin).toBe(403);
    }
  });

  it('a program that says no origin at all cannot open the socket', async () => {
    const host = await sampleHost();
    const { headers, protocols } = await rightAttempt(host);
    const { Origin: _left, ...without } = headers;
    expect(await openSocket(host.port, { headers: without, protocols })).toBe(403);
  });

  it('a DNS name that resolves to loopback is refused, on every path', async () => {
    const host = await sampleHost();
    const { headers, protocols } = await rightAttempt(host);
    for (const name of [
      'attacker.example',
      `attacker.example:${host.port}`,
      '127.0.0.1',
      `[::1]:${host.port}`,
    ]) {
      const own = { Host: name, Origin: `http://${name}` };
      for (const path of ['/', '/health', '/assets/page.js', '/none']) {
        expect((await send(host.port, path, { headers: own })).status, `${name} ${path}`).toBe(421);
      }
      const session = await send(host.port, '/session', {
        method: 'POST',
        headers: own,
        body: tokenOf(host),
      });
      expect(session.status).toBe(421);
      expect(session.headers['set-cookie']).toBeUndefined();
      expect(await openSocket(host.port, { headers: { ...headers, ...own }, protocols })).toBe(421);
    }
  });

  it('a page on another origin cannot have the cookie, even with the token', async () => {
    const host = await sampleHost();
    for (const Origin of foreignOrigins) {
      const answer = await send(host.port, '/session', {
        method: 'POST',
        headers: { Origin },
        body: tokenOf(host),
      });
      expect(answer.status, Origin).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('a wrong token, part of the token, more than the token, and none are refused', async () => {
    const host = await sampleHost();
    const token = tokenOf(host);
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toUpperCase(), 'é'.repeat(43)]) {
      const answer = await send(host.port, '/session', {
        method: 'POST',
        headers: ownHeaders(host.port),
        body: wrong,
      });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('the token of another start, or of another host, is refused', async () => {
    const host = await sampleHost();
    const other = await sampleHost();
    expect(tokenOf(host)).not.toBe(tokenOf(other));
    expect(Buffer.from(tokenOf(host), 'base64url').length).toBe(32);
    const { headers, protocols } = await rightAttempt(other);
    expect(
      await openSocket(host.port, { headers: { ...headers, ...ownHeaders(host.port) }, protocols }),
    ).toBe(403);
  });

  it('the cookie without the token opens no socket: every other port of the address gets to see the cookie', async () => {
    const host = await sampleHost();
    const headers = { ...ownHeaders(host.port), Cookie: await cookieOf(host) };
    for (const protocols of [[], ['xlink'], ['xlink', 'x'.repeat(43)]]) {
      expect(await openSocket(host.port, { headers, protocols })).toBe(403);
    }
  });

  it('the token without the cookie opens no socket', async () => {
    const host = await sampleHost();
    const { protocols } = await rightAttempt(host);
    const cookieName = (await cookieOf(host)).split('=')[0];
    for (const Cookie of ['', 'theme=dark', `${cookieName}=`, `${cookieName}=${tokenOf(host)}`]) {
      expect(await openSocket(host.port, { headers: { ...ownHeaders(host.port), Cookie }, protocols })).toBe(
        403,
      );
    }
  });

  it('a script cannot read the cookie, another site cannot send it, and its name tells ports apart', async () => {
    const host = await sampleHost();
    const answer = await send(host.port, '/session', {
      method: 'POST',
      headers: ownHeaders(host.port),
      body: tokenOf(host),
    });
    expect(answer.status).toBe(204);
    const attributes = String(answer.headers['set-cookie']).split('; ');
    expect(attributes[0]).toMatch(new RegExp(`^xlink-${host.port}=[\\w-]{43}$`));
    expect(attributes.slice(1).sort()).toEqual(['HttpOnly', 'Path=/rpc', 'SameSite=Strict']);
  });

  it('the socket is at one path only', async () => {
    const host = await sampleHost();
    const right = await rightAttempt(host);
    for (const path of ['/', '/rpc/', '/rpc?x=1', '/RPC', '/index.html']) {
      expect(await openSocket(host.port, { ...right, path }), path).toBe(404);
    }
  });

  it('more than 32 sockets are refused, and let in again when there is room', async () => {
    const host = await sampleHost();
    const right = await rightAttempt(host);
    const open = await Promise.all(Array.from({ length: 32 }, () => openSocket(host.port, right)));
    expect(open.every((socket) => socket instanceof WebSocket)).toBe(true);
    expect(await openSocket(host.port, right)).toBe(503);
    const leaving = open[0] as WebSocket;
    leaving.close();
    await once(leaving, 'close');
    expect(await openSocket(host.port, right)).toBeInstanceOf(WebSocket);
  });
});

describe('What a stranger can do to the web host', () => {
  it('no path leads out of the folder of the page', async () => {
    const rendererFolder = temporaryFolder({ ...samplePage, '.env': 'secret', 'notes.txt': 'secret' });
    const host = await sampleHost({ rendererFolder });
    const paths = [
      '/../../../../etc/passwd',
      '/assets/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..\\..\\etc\\passwd',
      '//etc/passwd',
      '/assets/',
      '/assets',
      '/index.html/',
      '/index.html%00.js',
      '/.env',
      '/notes.txt',
      '/constructor',
      'http://attacker.example/',
    ];
    for (const path of paths) {
      const answer = await send(host.port, path);
      expect(answer.status, path).toBe(404);
      expect(answer.body, path).toBe('There is no such page.\n');
    }
  });

  it('only GET is answered, and POST where the session is', async () => {
    const host = await sampleHost();
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'OPTIONS']) {
      const answer = await send(host.port, '/', { method, headers: ownHeaders(host.port) });
      expect(answer.status, method).toBe(405);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await send(host.port, '/session')).status).toBe(405);
  });

  it('a stranger learns from /health that it runs, and no more', async () => {
    const host = await sampleHost();
    const answer = await send(host.port, '/health');
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers.server).toBeUndefined();
  });

  it('a long body and long headers are cut off', async () => {
    const host = await sampleHost();
    const long = await send(host.port, '/session', {
      method: 'POST',
      headers: ownHeaders(host.port),
      body: 'x'.repeat(2000),
    });
    expect(long.status).toBe(413);
    expect((await send(host.port, '/', { headers: { 'X-Long': 'x'.repeat(9000) } })).status).toBe(431);
    expect((await send(host.port, '/health')).status).toBe(200);
  });

  it('a message of more than 8 MB closes its socket, and no other', async () => {
    const host = await sampleHost();
    const right = await rightAttempt(host);
    const greedy = (await openSocket(host.port, right)) as WebSocket;
    const modest = (await openSocket(host.port, right)) as WebSocket;
    greedy.send(`"${'x'.repeat(8 * 2 ** 20)}"`);
    const [code] = await once(greedy, 'close');
    expect(code).toBe(1009);
    expect(await ask(modest)).toEqual({ type: 'result', id: 1, output: { doubled: 4 } });
  });

  it('a message that is no JSON, or binary, closes its socket', async () => {
    const host = await sampleHost();
    const right = await rightAttempt(host);
    for (const [message, code] of [
      ['{"type":', 1007],
      [Buffer.from('{}'), 1003],
    ] as const) {
      const socket = (await openSocket(host.port, right)) as WebSocket;
      socket.send(message);
      expect((await once(socket, 'close'))[0]).toBe(code);
    }
  });

  it('a socket that answers no ping is cut off; one that does stays', async () => {
    // The beats come when the test says so: to a machine that stalls, one that answers looks like one that does not.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const host = await sampleHost({ heartbeatMs: 50 });
    const right = await rightAttempt(host);
    const alive = (await openSocket(host.port, right)) as WebSocket;
    const dead = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, right.protocols, {
      headers: right.headers,
      autoPong: false,
    });
    await once(dead, 'open');
    const cutOff = once(dead, 'close');
    const pinged = [once(alive, 'ping'), once(dead, 'ping')];
    vi.advanceTimersByTime(50);
    await Promise.all(pinged);
    // Its answer to the ping went out before this request.
    await ask(alive);
    const pingedAgain = once(alive, 'ping');
    vi.advanceTimersByTime(50);
    expect((await cutOff)[0]).toBe(1006);
    await pingedAgain;
    await ask(alive);
    expect(alive.readyState).toBe(WebSocket.OPEN);
  });

  it('the page cannot be framed, embedded, sniffed, or made to load or send anything elsewhere', async () => {
    const host = await sampleHost();
    const page = await send(host.port, '/');
    const policy = String(page.headers['content-security-policy']).split('; ');
    const nonce = /nonce="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(Buffer.from(nonce, 'base64').length).toBe(16);
    expect((await send(host.port, '/')).body).not.toContain(nonce);
    expect(page.headers['cache-control']).toBe('no-store');
    for (const path of ['/', '/assets/page.js', '/none', '/health']) {
      expect((await send(host.port, path)).headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });
});
