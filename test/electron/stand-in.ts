import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

/*
 * A little Electron: the parts of the module `electron` that the program uses, working on each other as the real ones
 * do. Messages are structured clones and arrive later; a utility process is a real process; windows, pages and frames
 * are objects that remember what was done to them.
 */

const parentPortScript = fileURLToPath(new URL('parent-port.ts', import.meta.url));

export interface StandInFrame {
  url: string;
  readonly parent: StandInFrame | null;
}

/** An event whose default can be prevented, as Electron's are. */
function preventable<T extends object>(details: T) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

export class StandInContents extends EventEmitter {
  readonly mainFrame: StandInFrame = { url: '', parent: null };
  /** The `ipcRenderer` of the page there is. */
  renderer: EventEmitter | undefined;
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  #isDestroyed = false;

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.renderer = undefined;
    this.emit('destroyed');
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  send(channel: string, ...content: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    const to = this.renderer;
    const copies = structuredClone(content);
    setImmediate(() => to?.emit(channel, {}, ...copies));
  }

  /** What the program does to load a page; nobody can prevent it. */
  load(url: string): void {
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false });
    this.renderer = undefined;
    this.mainFrame.url = url;
  }

  /** What a page or its user does to go somewhere else; tells whether it was let go. */
  navigate(url: string, isMainFrame = true): boolean {
    const details = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', details);
    return !details.defaultPrevented;
  }

  redirect(url: string): boolean {
    const details = preventable({ url, isMainFrame: true });
    this.emit('will-redirect', details);
    return !details.defaultPrevented;
  }

  attachWebview(): boolean {
    const event = preventable({});
    this.emit('will-attach-webview', event, {}, {});
    return !event.defaultPrevented;
  }
}

class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(script: string, args: string[], options: { env: NodeJS.ProcessEnv }) {
    super();
    this.#child = fork(script, args, {
      env: options.env,
      execArgv: ['--import', parentPortScript],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }
  get stdout() {
    return this.#child.stdout;
  }
  get stderr() {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    this.#child.send(message as object, () => {});
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export type StandIn = ReturnType<typeof standInElectron>;
export type StandInWindow = StandIn['windows'][number];

/** One run of the program. `forMain` is the module `electron` of its main process. */
export function standInElectron(
  settings: { hasLock?: boolean; isPackaged?: boolean; chosenFolder?: string } = {},
) {
  const record = {
    /** What happened before Electron was ready and after, in order. */
    steps: [] as string[],
    schemes: [] as { scheme: string; privileges: object }[],
    opened: [] as string[],
    menus: [] as unknown[],
    errorBoxes: [] as string[],
    folderQuestions: [] as { window: object; properties: string[] }[],
    exitCode: undefined as number | undefined,
    hasQuit: false,
  };
  const paths: Record<string, string> = { userData: '/user-data' };
  const windows: BrowserWindow[] = [];
  const invocations = new Map<string, (event: object) => unknown>();
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: (event: object) => unknown) => invocations.set(channel, handler),
  });
  const protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>();

  class App extends EventEmitter {
    readonly isPackaged = settings.isPackaged ?? false;
    async whenReady(): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      record.steps.push('ready');
    }
    requestSingleInstanceLock(): boolean {
      return settings.hasLock ?? true;
    }
    enableSandbox(): void {
      record.steps.push('sandbox');
    }
    getPath(name: string): string {
      return paths[name] ?? '';
    }
    setPath(name: string, path: string): void {
      paths[name] = path;
    }
    quit(): void {
      for (const window of [...windows]) window.close();
      const event = preventable({});
      this.emit('will-quit', event);
      if (!event.defaultPrevented) record.hasQuit = true;
    }
    exit(code: number): void {
      record.exitCode = code;
    }
  }
  const app = new App();

  class BrowserWindow extends EventEmitter {
    static getAllWindows = () => windows;
    static fromWebContents = (contents: StandInContents) =>
      windows.find(({ webContents }) => webContents === contents) ?? null;
    readonly webContents = new StandInContents();
    readonly did: string[] = [];
    readonly options: Record<string, unknown>;
    isMinimizedNow = false;

    constructor(options: Record<string, unknown>) {
      super();
      this.options = options;
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string): Promise<void> {
      this.webContents.load(url);
      setImmediate(() => this.emit('ready-to-show'));
    }
    reload(): void {
      this.did.push('reload');
      this.webContents.load(this.webContents.mainFrame.url);
    }
    isMinimized(): boolean {
      return this.isMinimizedNow;
    }
    restore(): void {
      this.did.push('restore');
    }
    show(): void {
      this.did.push('show');
    }
    focus(): void {
      this.did.push('focus');
    }
    close(): void {
      windows.splice(windows.indexOf(this), 1);
      this.webContents.destroy();
      this.emit('closed');
      if (windows.length === 0) app.emit('window-all-closed');
    }
  }

  class Session extends EventEmitter {
    readonly handlers: Record<string, (...args: never[]) => unknown> = {};
    setPermissionRequestHandler(handler: (...args: never[]) => unknown): void {
      this.handlers.request = handler;
    }
    setPermissionCheckHandler(handler: (...args: never[]) => unknown): void {
      this.handlers.check = handler;
    }
    setDevicePermissionHandler(handler: (...args: never[]) => unknown): void {
      this.handlers.device = handler;
    }
  }
  const defaultSession = new Session();

  const forMain: object = {
    app,
    BrowserWindow,
    ipcMain,
    session: { defaultSession },
    nativeTheme: { shouldUseDarkColors: false },
    utilityProcess: {
      fork: (script: string, args: string[], options: { env: NodeJS.ProcessEnv }) =>
        new StandInUtilityProcess(script, args, options),
    },
    protocol: {
      registerSchemesAsPrivileged(schemes: typeof record.schemes) {
        record.steps.push('schemes');
        record.schemes.push(...schemes);
      },
      handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
        protocolHandlers.set(scheme, handler);
      },
    },
    shell: {
      async openExternal(url: string) {
        record.opened.push(url);
      },
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => record.menus.push(menu),
    },
    dialog: {
      showErrorBox: (_title: string, text: string) => record.errorBoxes.push(text),
      async showOpenDialog(window: BrowserWindow, options: { properties: string[] }) {
        record.folderQuestions.push({ window, ...options });
        return settings.chosenFolder === undefined
          ? { canceled: true, filePaths: [] }
          : { canceled: false, filePaths: [settings.chosenFolder] };
      },
    },
  };

  /** The module `electron` of a page's preload script, and what that gave to the page. */
  function forPreload(contents: StandInContents, frame: StandInFrame | null = contents.mainFrame) {
    const world: Record<string, unknown> = {};
    const ipcRenderer = Object.assign(new EventEmitter(), {
      send(channel: string, ...content: unknown[]) {
        const copies = structuredClone(content);
        setImmediate(() => {
          if (!contents.isDestroyed())
            ipcMain.emit(channel, { sender: contents, senderFrame: frame }, ...copies);
        });
      },
      async invoke(channel: string) {
        const handler = invocations.get(channel);
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
        return structuredClone(await handler({ sender: contents, senderFrame: frame }));
      },
    });
    if (frame === contents.mainFrame) contents.renderer = ipcRenderer;
    const contextBridge = {
      exposeInMainWorld(name: string, api: unknown) {
        world[name] = api;
      },
    };
    return { electron: { ipcRenderer, contextBridge }, world };
  }

  return {
    forMain,
    forPreload,
    record,
    windows,
    paths,
    app,
    session: defaultSession,
    /** Fetches as the page does. */
    fetch: async (url: string, init?: RequestInit): Promise<Response> => {
      const request = new Request(url, init);
      const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1));
      if (handler === undefined) throw new TypeError(`No handler for ${url}`);
      return await handler(request);
    },
  };
}
