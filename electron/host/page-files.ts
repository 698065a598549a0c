import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { XlinkError } from '#shared/rpc/errors.ts';
import { contentSecurityPolicy, fixedHeaders, noncePlaceholder } from './page-policy.ts';

/** The files of the built page by the path they are asked for: `/index.html`, `/assets/…`. */
export type PageFiles = ReadonlyMap<string, Buffer>;

export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads the whole page, once: what is asked for later is looked up in this list and never in the file system, so no
 * path leads out of the folder. Throws `CONSOLE_NOT_BUILT` when there is no page in the folder.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || contentTypes[extname(entry.name)] === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, await readFile(file));
  }
  if (!files.has('/index.html')) {
    throw new XlinkError(
      'CONSOLE_NOT_BUILT',
      'The console was not built yet. Run "npm start", which builds it.',
      {
        folder,
      },
    );
  }
  return files;
}

/** Answers what is asked for by a path as it stands in the address, without a query. */
export function answerPage(files: PageFiles, path: string): PageAnswer {
  const name = path === '/' ? '/index.html' : path;
  const body = files.get(name);
  if (body === undefined) {
    return {
      status: 404,
      headers: { ...fixedHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      body: Buffer.from('There is no such page.\n'),
    };
  }
  const contentType = contentTypes[extname(name)] ?? 'application/octet-stream';
  if (!name.endsWith('.html')) {
    // Vite names what is in `assets` after its content, so under the same name it never changes.
    const caching = name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    return {
      status: 200,
      headers: { ...fixedHeaders, 'Content-Type': contentType, 'Cache-Control': caching },
      body,
    };
  }
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      ...fixedHeaders,
      'Content-Type': contentType,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
    body: Buffer.from(body.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  };
}
