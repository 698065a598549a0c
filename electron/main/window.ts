import { BrowserWindow, nativeTheme } from 'electron';
import { pageUrl } from './page-protocol.ts';

/** A page that dies again this soon would only die on. */
const reloadAtMostEveryMs = 10_000;

export interface WindowOptions {
  readonly preloadScript: string;
  readonly isDevelopment: boolean;
}

/** Opens the console's window. Electron remembers where it was and how large. */
export function openWindow({ preloadScript, isDevelopment }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'console',
    windowStatePersistence: true,
    title: 'Xlink console',
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    // Shown when there is something to see; until then in the colour of what will be.
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1d21' : '#ffffff',
    webPreferences: {
      preload: preloadScript,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: isDevelopment,
    },
  });
  window.once('ready-to-show', () => window.show());
  reloadAfterCrash(window);
  void window.loadURL(pageUrl);
  return window;
}

function reloadAfterCrash(window: BrowserWindow): void {
  let lastReload = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || now - lastReload < reloadAtMostEveryMs) return;
    lastReload = now;
    window.reload();
  });
}

/** Brings a window to the front, for who started the program a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
