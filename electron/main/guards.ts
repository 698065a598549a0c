import { app, type Session, type WebContents } from 'electron';
import { openExternalLink } from './external-links.ts';
import { isOwnPage } from './page-protocol.ts';

/** Copying a text at the user's click is the one thing the page needs of all there is to permit. */
const granted = 'clipboard-sanitized-write';

/** Holds for every page there will be, wherever it comes from: it stays what it is and where it is. */
export function guardAllPages(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url);
    return { action: 'deny' };
  });
  // A page may load itself again; `will-frame-navigate` comes for the page and for frames in it.
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
}
