/** The names under which a window and its main process talk. */
export const ipcChannels = {
  /** A page opens its connection. */
  open: 'xlink:open',
  /** A frame, either way. */
  frame: 'xlink:frame',
  /** The connection ended, either way. */
  close: 'xlink:close',
  /** A page asks for a folder of the machine. */
  chooseFolder: 'xlink:choose-folder',
} as const;
