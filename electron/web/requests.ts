import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPage, type PageFiles } from '../host/page-files.ts';
import { fixedHeaders } from '../host/page-policy.ts';
import { isOwnHost, isOwnOrigin } from './origin-check.ts';
import type { Session } from './session.ts';

/** A session request is a token of 43 letters; whoever sends more is not a page of ours. */
const maxBodyBytes = 1024;

export interface RequestScope {
  readonly port: number;
  readonly session: Session;
  readonly files: PageFiles;
}

/** Answers what is asked by plain HTTP: the files of the page, `POST /session`, `GET /health`. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!isOwnHost(request.headers, scope.port)) {
    const text =
      `This console answers to 127.0.0.1:${scope.port} and localhost:${scope.port} only. Through an SSH tunnel use ` +
      `the same port on both ends: ssh -L ${scope.port}:127.0.0.1:${scope.port}\n`;
    send(response, 421, { text });
  } else if (path === '/session') {
    if (request.method === 'POST') await openSession(request, response, scope);
    else send(response, 405, { text: 'Only POST.\n', headers: { Allow: 'POST' } });
  } else if (request.method !== 'GET') {
    send(response, 405, { text: 'Only GET.\n', headers: { Allow: 'GET' } });
  } else if (path === '/health') {
    send(response, 200, { text: '{"ok":true}', headers: { 'Content-Type': 'application/json' } });
  } else {
    const answer = answerPage(scope.files, path);
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
    response.end(answer.body);
  }
}

async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  { port, session }: RequestScope,
): Promise<void> {
  if (!isOwnOrigin(request.headers, port))
    return send(response, 403, { text: 'Only from the console itself.\n' });
  const body = await readBody(request);
  if (body === undefined)
    return send(response, 413, { text: 'Too long.\n', headers: { Connection: 'close' } });
  if (!session.isToken(body)) {
    return send(response, 403, {
      text: 'This address has expired. Open the one the program printed last.\n',
    });
  }
  send(response, 204, { headers: { 'Set-Cookie': session.cookieHeader() } });
}

/** The body as text, or undefined when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(
  response: ServerResponse,
  status: number,
  answer: { readonly text?: string; readonly headers?: Readonly<Record<string, string>> },
): void {
  const type = answer.text === undefined ? {} : { 'Content-Type': 'text/plain; charset=utf-8' };
  response.writeHead(status, { ...fixedHeaders, 'Cache-Control': 'no-store', ...type, ...answer.headers });
  response.end(answer.text);
}
