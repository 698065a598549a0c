import { contextBridge, ipcRenderer } from 'electron';
import type { XlinkBridge } from '#shared/rpc/bridge.ts';
import { ipcChannels } from '../host/ipc-channels.ts';

/*
 * Built into one CommonJS file without imports but `electron`: the page is sandboxed. What Electron hands to a
 * listener besides the message (the event, with the sender in it) stays on this side.
 */
contextBridge.exposeInMainWorld('xlink', {
  open: () => ipcRenderer.send(ipcChannels.open),
  post: (message) => ipcRenderer.send(ipcChannels.frame, message),
  onMessage(listener) {
    ipcRenderer.on(ipcChannels.frame, (_event, message: unknown) => listener(message));
  },
  onClose(listener) {
    ipcRenderer.on(ipcChannels.close, () => listener());
  },
  close: () => ipcRenderer.send(ipcChannels.close),
  chooseFolder: () => ipcRenderer.invoke(ipcChannels.chooseFolder),
} satisfies XlinkBridge);
