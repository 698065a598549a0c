import { BrowserWindow, dialog, ipcMain } from 'electron';
import { ipcChannels } from '../host/ipc-channels.ts';
import { isOwnSender } from './relay.ts';

/** Lets the page ask for a folder. It gets the path, which it could have typed, and nothing of the folder. */
export function offerFolderDialog(): void {
  ipcMain.handle(ipcChannels.chooseFolder, async (event) => {
    if (!isOwnSender(event)) return null;
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
    return canceled ? null : (filePaths[0] ?? null);
  });
}
