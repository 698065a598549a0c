import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import type { Port } from '#shared/rpc/port.ts';
import { serve } from '#shared/rpc/server.ts';
import { startWebHost, type WebHost, type WebHostOptions } from '../../electron/web/web-host.ts';
import { sampleContract, sampleHandlers } from '../rpc/sample-contract.ts';

export const samplePage = {
  'index.html':
    '<!doctype html><meta property="csp-nonce" nonce="XLINK_CSP_NONCE"><title>Console</title>' +
    '<script type="module" src="./assets/page.js"></script>',
  'assets/page.js': 'document.title = "It runs";',
  'assets/page.css': 'body { margin: 0 }',
};

/** A folder with these files, gone when the test is. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'xlink-web-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** An engine of the sample contract in this process. */
export function connectSampleEngine(): Port {
  const [near, far] = memoryPorts();
  serve(sampleContract, sampleHandlers(), far, { client: 'page' });
  return near;
}

/** A web host with the sample page on a free port, closed when the test is over. */
export async function sampleHost(options: Partial<WebHostOptions> = {}): Promise<WebHost> {
  const host = await startWebHost({
    rendererFolder: options.rendererFolder ?? temporaryFolder(samplePage),
    connect: connectSampleEngine,
    port: 0,
    ...options,
  });
  onTestFinished(() => host.close());
  return host;
}

export const tokenOf = (host: WebHost): string => new URL(host.url).hash.slice('#t='.length);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * Sends exactly this request, as no browser would: path and headers go out as they are written, and on a connection of its
 * own, since one that was kept may be closed by the host just when it is used again.
 */
export function send(
  port: number,
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  } = {},
): Promise<Answer> {
  const { method = 'GET', body, headers = {} } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method, agent: false },
        headers: { Host: `127.0.0.1:${port}`, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a page of ours sends along. */
export const ownHeaders = (port: number): Record<string, string> => ({ Origin: `http://127.0.0.1:${port}` });

/** Exchanges the token for the cookie, as the page does. */
export async function cookieOf(host: WebHost): Promise<string> {
  const answer = await send(host.port, '/session', {
    method: 'POST',
    headers: ownHeaders(host.port),
    body: tokenOf(host),
  });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

export interface SocketAttempt {
  readonly headers?: Record<string, string>;
  readonly protocols?: string[];
  readonly path?: string;
}

/** A socket with exactly these headers; resolves with it, or with the status that refused it. */
export function openSocket(port: number, attempt: SocketAttempt): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${attempt.path ?? '/rpc'}`, attempt.protocols ?? [], {
    headers: attempt.headers ?? {},
    perMessageDeflate: false,
  });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => resolve(0));
  });
}

/** Everything right: what a page of ours sends to open its socket. */
export async function rightAttempt(host: WebHost): Promise<Required<SocketAttempt>> {
  return {
    headers: { ...ownHeaders(host.port), Cookie: await cookieOf(host) },
    protocols: ['xlink', tokenOf(host)],
    path: '/rpc',
  };
}
