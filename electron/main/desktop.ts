import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { errorShape } from '#shared/rpc/errors.ts';
import { type PageFiles, readPageFiles } from '../host/page-files.ts';
import { type Supervisor, superviseEngine } from '../host/supervisor.ts';
import { offerFolderDialog } from './folder-dialog.ts';
import { guardAllPages, guardSession } from './guards.ts';
import { setMenu } from './menu.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { relayFrames } from './relay.ts';
import { spawnUtilityEngine } from './spawn-utility.ts';
import { openWindow, showWindow } from './window.ts';

export interface DesktopOptions {
  readonly homeFolder: string;
  /** The built `electron/engine/process.ts`. */
  readonly engineScript: string;
  /** The built `electron/preload/index.ts`. */
  readonly preloadScript: string;
  /** The built page. */
  readonly rendererFolder: string;
}

/** Runs the console as a program with a window. Has to be called before Electron is ready. */
export function startDesktop(options: DesktopOptions): void {
  keepHomesApart(options.homeFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window !== undefined) showWindow(window);
  });
  declarePageScheme();
  guardAllPages();
  app
    .whenReady()
    .then(() => open(options), fail)
    .catch(fail);
}

/** Two homes are two consoles, each with its one instance; what a window remembers, it remembers of its home. */
function keepHomesApart(homeFolder: string): void {
  const name = createHash('sha256').update(homeFolder).digest('hex').slice(0, 12);
  app.setPath('userData', join(app.getPath('userData'), 'homes', name));
}

async function open(options: DesktopOptions): Promise<void> {
  const files: PageFiles = await readPageFiles(options.rendererFolder);
  const supervisor = superviseEngine({
    spawn: () => spawnUtilityEngine({ script: options.engineScript, homeFolder: options.homeFolder }),
    onOutputLine: (line) => process.stderr.write(`${line}\n`),
  });
  endWithEngine(supervisor);
  guardSession(session.defaultSession);
  servePage(files);
  relayFrames(supervisor.connect);
  offerFolderDialog();
  setMenu(process.platform);
  openWindow({ preloadScript: options.preloadScript, isDevelopment: !app.isPackaged });
  app.on('window-all-closed', () => app.quit());
}

/** The program ends when its engine has closed what it had open. */
function endWithEngine(supervisor: Supervisor): void {
  let hasEnded = false;
  app.on('will-quit', (event) => {
    if (hasEnded) return;
    event.preventDefault();
    void supervisor.stop().then(() => {
      hasEnded = true;
      app.quit();
    });
  });
}

function fail(thrown: unknown): void {
  dialog.showErrorBox('Xlink console', errorShape(thrown).message);
  app.exit(1);
}
