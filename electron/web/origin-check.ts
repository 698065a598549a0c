import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was sent to us by our own name. A name of a stranger's that resolves to the loopback address
 * (DNS rebinding) would make the browser take the stranger's page for ours; its requests carry the stranger's name.
 */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
}

/** Whether a request comes from a page of ours: of the very origin it is sent to. Browsers do not let pages lie here. */
export function isOwnOrigin(headers: IncomingHttpHeaders, port: number): boolean {
  return isOwnHost(headers, port) && headers.origin === `http://${headers.host}`;
}
