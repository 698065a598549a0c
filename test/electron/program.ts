import { onTestFinished, vi } from 'vitest';
import type { XlinkBridge } from '#shared/rpc/bridge.ts';
import type { Port } from '#shared/rpc/port.ts';
import { electronPort } from '../../renderer/app/ports/electron-port.ts';
import { setBehaviour } from '../host/sample-behaviour.ts';
import { until } from '../rpc/conformance.ts';
import { samplePage, temporaryFolder } from '../web/sample-host.ts';
import { type StandIn, type StandInContents, type StandInFrame, standInElectron } from './stand-in.ts';

const sampleEngine = new URL('../host/sample-engine.ts', import.meta.url).pathname;

/** Modules that import `electron` from now on get this one, and are loaded anew. */
export function replaceElectron(electron: object): void {
  vi.resetModules();
  vi.doMock('electron', () => electron);
}

export interface Program {
  readonly electron: StandIn;
  readonly homeFolder: string;
}

/** Starts the program's main process with the stand-in for Electron and the sample engine. */
export async function startProgram(
  settings: Parameters<typeof standInElectron>[0] & { rendererFolder?: string; homeFolder?: string } = {},
): Promise<Program> {
  const electron = standInElectron(settings);
  const homeFolder = settings.homeFolder ?? temporaryFolder();
  setBehaviour(homeFolder, 'well');
  replaceElectron(electron.forMain);
  const { startDesktop } = await import('../../electron/main/desktop.ts');
  startDesktop({
    homeFolder,
    engineScript: sampleEngine,
    preloadScript: '/built/preload/index.cjs',
    rendererFolder: settings.rendererFolder ?? temporaryFolder(samplePage),
  });
  onTestFinished(async () => {
    const hasEnded = () => electron.record.hasQuit || electron.record.exitCode !== undefined;
    // Only what has begun can be ended in order.
    await until(() => hasEnded() || electron.windows.length > 0);
    if (!hasEnded()) electron.app.quit();
    await until(hasEnded);
  });
  return { electron, homeFolder };
}

/** Waits for the window. */
export async function theWindow({ electron }: Program) {
  await until(() => electron.windows.length > 0);
  const window = electron.windows[0];
  if (window === undefined) throw new Error('There is no window.');
  return window;
}

/** Runs the preload script for a page in that frame and gives what the page then has as `window.xlink`. */
export async function loadPreload(
  electron: StandIn,
  contents: StandInContents,
  frame: StandInFrame | null = contents.mainFrame,
): Promise<XlinkBridge> {
  const preload = electron.forPreload(contents, frame);
  replaceElectron(preload.electron);
  await import('../../electron/preload/index.ts');
  return preload.world.xlink as XlinkBridge;
}

/** What a page of the window has as its port. */
export async function openPage(electron: StandIn, contents: StandInContents): Promise<Port> {
  return electronPort(await loadPreload(electron, contents));
}
