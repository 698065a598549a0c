import { type IpcMainEvent, ipcMain, type WebContents } from 'electron';
import type { Port } from '#shared/rpc/port.ts';
import { ipcChannels } from '../host/ipc-channels.ts';
import { isOwnPage } from './page-protocol.ts';

/**
 * Passes the frames of each window's page on to the engine and back. A page has one connection; it ends with the page,
 * be it by a reload, by a crash or with its window. What the frames are is checked where they arrive: by the
 * supervisor's ports, and by the engine.
 */
export function relayFrames(connect: () => Port): void {
  const connections = new WeakMap<WebContents, Port>();

  ipcMain.on(ipcChannels.open, (event) => {
    if (!isOwnSender(event)) return;
    const page = event.sender;
    endConnection(page);
    const port = connect();
    connections.set(page, port);
    const tell = (channel: string, ...content: unknown[]) => {
      if (connections.get(page) === port && !page.isDestroyed()) page.send(channel, ...content);
    };
    port.onMessage((message) => tell(ipcChannels.frame, message));
    port.onClose(() => {
      tell(ipcChannels.close);
      if (connections.get(page) === port) connections.delete(page);
    });
    endWithPage(page, () => endConnection(page, port));
  });
  ipcMain.on(ipcChannels.frame, (event, frame: unknown) => {
    if (isOwnSender(event)) connections.get(event.sender)?.post(frame);
  });
  ipcMain.on(ipcChannels.close, (event) => {
    if (isOwnSender(event)) connections.get(event.sender)?.close();
  });

  /** Ends what the page had, without telling: nobody is there any more to be told. */
  function endConnection(page: WebContents, only?: Port): void {
    const port = connections.get(page);
    if (port === undefined || (only !== undefined && port !== only)) return;
    connections.delete(page);
    port.close();
  }
}

/** Only the page itself is served: no frame in it, nothing that came to stand in its window. */
export function isOwnSender({ senderFrame }: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function endWithPage(page: WebContents, end: () => void): void {
  page.once('destroyed', end);
  page.once('render-process-gone', end);
  page.on('did-start-navigation', function onNavigation(details) {
    if (!details.isMainFrame || details.isSameDocument) return;
    page.off('did-start-navigation', onNavigation);
    end();
  });
}
