import type { XlinkBridge } from '#shared/rpc/bridge.ts';
import type { Port } from '#shared/rpc/port.ts';
import { electronPort } from './electron-port.ts';
import { sessionRefused, webSocketPort } from './websocket-port.ts';

/** Where the page keeps its host's token, so that it can be reloaded. Other ports of the address cannot read it. */
const tokenKey = 'xlink.token';

declare global {
  interface Window {
    /** Only in the Electron window. */
    readonly xlink?: XlinkBridge;
  }
}

/**
 * The page's one way to the engine, whichever host it runs in; one client on it serves the page for its whole life.
 * In the browser it rejects with `SESSION_REFUSED` when the page was opened by another address than the one printed,
 * and with `CONNECTION_LOST` (retryable) when the host cannot be reached.
 */
export async function openPort(): Promise<Port> {
  if (window.xlink !== undefined) return electronPort(window.xlink);
  // A new address pasted over the old one differs behind the `#` only, and browsers load nothing for that.
  window.addEventListener('hashchange', () => window.location.reload());
  const token = takeToken();
  if (token === undefined) throw sessionRefused();
  return await webSocketPort(window.location.origin, token);
}

/** The token of the address, which is taken out of it: an address is copied, bookmarked and shown. */
function takeToken(): string | undefined {
  const { hash, pathname } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get('t') ?? undefined;
  if (token === undefined) return window.localStorage.getItem(tokenKey) ?? undefined;
  window.localStorage.setItem(tokenKey, token);
  window.history.replaceState(null, '', pathname);
  return token;
}
