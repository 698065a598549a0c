import { shell } from 'electron';

/** Where the pages of the console and of the interfaces point to. */
const allowedHosts: ReadonlySet<string> = new Set(['github.com', 'learn.microsoft.com', 'www.unixodbc.org']);

/** Opens a link in the browser of the system, if it is one of those we set ourselves; anything else is let fall. */
export function openExternalLink(url: string): void {
  if (URL.canParse(url) && isAllowed(new URL(url))) void shell.openExternal(url);
}

function isAllowed({ protocol, host, username, password }: URL): boolean {
  return protocol === 'https:' && allowedHosts.has(host) && username === '' && password === '';
}
