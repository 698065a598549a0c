import { protocol } from 'electron';
import { answerPage, type PageFiles } from '../host/page-files.ts';

const scheme = 'app';
const host = 'xlink';

/** Where the page is. A scheme of its own gives it an origin of its own, which `file:` would not. */
export const pageUrl = `${scheme}://${host}/`;

export function isOwnPage(url: string): boolean {
  return url.startsWith(pageUrl);
}

/** Makes the scheme behave like `https:`. Has to run before Electron is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page, with the headers it has in a browser. */
export function servePage(files: PageFiles): void {
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url);
    if (url.host !== host || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = answerPage(files, url.pathname);
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}
