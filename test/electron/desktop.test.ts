import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient } from '#shared/rpc/client.ts';
import { until } from '../rpc/conformance.ts';
import { sampleContract } from '../rpc/sample-contract.ts';
import { temporaryFolder } from '../web/sample-host.ts';
import { loadPreload, openPage, startProgram, theWindow } from './program.ts';

const call = (id: number, method: string, input: unknown = {}) => ({ type: 'call', id, method, input });

describe('The window', () => {
  it('shows the page in a sandbox, apart from Node and from what is in the preload script', async () => {
    const program = await startProgram();
    const window = await theWindow(program);
    expect(window.options.webPreferences).toEqual({
      preload: '/built/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    });
    expect(window.webContents.mainFrame.url).toBe('app://xlink/');
    expect(program.electron.record.steps).toEqual(['schemes', 'sandbox', 'ready']);
  });

  it('has no developer tools once it is packaged', async () => {
    const window = await theWindow(await startProgram({ isPackaged: true }));
    expect(window.options.webPreferences).toMatchObject({ devTools: false });
  });

  it('is remembered by Electron under its name, and shown when there is something to see', async () => {
    const window = await theWindow(await startProgram());
    expect(window.options).toMatchObject({ name: 'console', windowStatePersistence: true, show: false });
    await until(() => window.did.length > 0);
    expect(window.did).toEqual(['show']);
  });

  it('has no menu of the system: the menus are in the page', async () => {
    const program = await startProgram();
    await theWindow(program);
    expect(program.electron.record.menus).toEqual([process.platform === 'darwin' ? expect.anything() : null]);
  });

  it('loads its page again after that crashed, but not over and over', async () => {
    const window = await theWindow(await startProgram());
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.did.filter((step) => step === 'reload')).toEqual(['reload']);
  });

  it('says what is wrong when there is no page, and ends', async () => {
    const { electron } = await startProgram({ rendererFolder: temporaryFolder() });
    await until(() => electron.record.exitCode !== undefined);
    expect(electron.record.exitCode).toBe(1);
    expect(electron.record.errorBoxes).toEqual([
      'The console was not built yet. Run "npm start", which builds it.',
    ]);
    expect(electron.windows).toEqual([]);
  });
});

describe('The page of the window', () => {
  it('has its files, with the policy it has in a browser, and nothing else', async () => {
    const program = await startProgram();
    await theWindow(program);
    const { electron } = program;
    const page = await electron.fetch('app://xlink/');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self';");
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await page.text()).toContain('<title>Console</title>');
    expect((await electron.fetch('app://xlink/assets/page.js')).headers.get('Content-Type')).toContain(
      'javascript',
    );
    for (const url of [
      'app://other/',
      'app://xlink/none.html',
      'app://xlink/../../etc/passwd',
      'app://xlink/%2e%2e/x',
    ]) {
      expect((await electron.fetch(url)).status, url).toBe(404);
    }
    expect((await electron.fetch('app://xlink/', { method: 'POST' })).status).toBe(404);
  });

  it('is of an origin of its own', async () => {
    const program = await startProgram();
    expect(program.electron.record.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('has two things from the preload script: a connection to the engine, and the dialog for a folder', async () => {
    const { electron } = await startProgram();
    const { StandInContents } = await import('./stand-in.ts');
    const bridge = await loadPreload(electron, new StandInContents());
    expect(Object.keys(bridge).sort()).toEqual([
      'chooseFolder',
      'close',
      'onClose',
      'onMessage',
      'open',
      'post',
    ]);
  });

  it('gets the folder that was chosen in the dialog of its window, or that none was', async () => {
    for (const [chosenFolder, answer] of [
      ['/old/xlink', '/old/xlink'],
      [undefined, null],
    ] as const) {
      const program = await startProgram(chosenFolder === undefined ? {} : { chosenFolder });
      const { electron } = program;
      const window = await theWindow(program);
      const bridge = await loadPreload(electron, window.webContents);
      expect(await bridge.chooseFolder()).toBe(answer);
      expect(electron.record.folderQuestions).toEqual([{ window, properties: ['openDirectory'] }]);
    }
  });

  it('is asked for no folder by a frame in it, or by another page', async () => {
    const program = await startProgram({ chosenFolder: '/old/xlink' });
    const { electron } = program;
    const { webContents } = await theWindow(program);
    for (const frame of [
      { url: 'https://elsewhere.example/', parent: null },
      { url: 'app://xlink/frame', parent: webContents.mainFrame },
    ]) {
      const bridge = await loadPreload(electron, webContents, frame);
      expect(await bridge.chooseFolder()).toBeNull();
    }
    expect(electron.record.folderQuestions).toEqual([]);
  });

  it('reaches the engine, which is a process of its own with threads for ODBC', async () => {
    const program = await startProgram();
    const window = await theWindow(program);
    const client = createClient(sampleContract, await openPage(program.electron, window.webContents));
    expect((await client.call('sample.pid', {})).pid).not.toBe(process.pid);
    expect(await client.call('sample.echo', 'environment')).toEqual({ threads: '24' });
  });

  it('outlives the engine: it is told, and goes on with the next one', async () => {
    const program = await startProgram();
    const window = await theWindow(program);
    const client = createClient(sampleContract, await openPage(program.electron, window.webContents));
    const { pid } = await client.call('sample.pid', {});
    const hanging = client.call('sample.hang', {}).catch((error: unknown) => error);
    await client.call('sample.double', { value: 1 });
    process.kill(pid, 'SIGKILL');
    await expect(hanging).resolves.toMatchObject({ code: 'ENGINE_LOST', retryable: true });
    expect((await client.call('sample.pid', {})).pid).not.toBe(pid);
    expect(client.engineState()).toEqual({ state: 'running', attempt: 2 });
    expect(window.did).toEqual(['show']);
  });

  it('has a new connection after a reload, and nothing arrives there of the old one', async () => {
    const program = await startProgram();
    const { webContents } = await theWindow(program);
    const before = await openPage(program.electron, webContents);
    const client = createClient(sampleContract, before);
    client.watch('sample.forever', {}, () => {});
    await client.call('sample.double', { value: 1 });
    webContents.load('app://xlink/');
    const after = await openPage(program.electron, webContents);
    const received: unknown[] = [];
    after.onMessage((message) => received.push(message));
    after.post(call(7, 'sample.greet'));
    await until(() => received.some((message) => (message as { id?: number }).id === 7));
    expect(received.filter((message) => (message as { type: string }).type === 'event')).toEqual([]);
    expect(received.at(-1)).toMatchObject({ output: { client: 'client-2' } });
  });
});

describe('What is not the page', () => {
  it('reaches no engine: a frame in the page, a page of another address, a page that is gone', async () => {
    const program = await startProgram();
    const { electron } = program;
    const { webContents } = await theWindow(program);
    const own = createClient(sampleContract, await openPage(electron, webContents));
    await own.call('sample.greet', {});
    const foreign = [
      { url: 'app://xlink/', parent: webContents.mainFrame },
      { url: 'https://attacker.example/', parent: null },
      { url: 'app://xlink.attacker.example/', parent: null },
      { url: 'app://other/', parent: null },
      { url: 'file:///etc/passwd', parent: null },
      { url: 'about:blank', parent: null },
      null,
    ];
    for (const frame of foreign) {
      const bridge = await loadPreload(electron, webContents, frame);
      bridge.open();
      bridge.post(call(999, 'sample.hang'));
      bridge.close();
    }
    // Had one of them opened or closed a connection, the page would have lost its own.
    expect(await own.call('sample.greet', {})).toMatchObject({ client: 'client-1' });
  });

  it('cannot put in what is no frame', async () => {
    const program = await startProgram();
    const { webContents } = await theWindow(program);
    const port = await openPage(program.electron, webContents);
    const client = createClient(sampleContract, port);
    for (const message of [
      null,
      'exit',
      42,
      { type: 'stop' },
      { type: 'open', client: 'x' },
      { type: 'call' },
    ]) {
      port.post(message);
    }
    expect(await client.call('sample.double', { value: 2 })).toEqual({ doubled: 4 });
  });

  it('cannot take the place of the page', async () => {
    const { webContents } = await theWindow(await startProgram());
    for (const url of [
      'https://attacker.example/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://other/',
    ]) {
      expect(webContents.navigate(url), url).toBe(false);
      expect(webContents.redirect(url), url).toBe(false);
    }
    expect(webContents.navigate('app://xlink/')).toBe(true);
  });

  it('cannot be shown inside the page', async () => {
    const { webContents } = await theWindow(await startProgram());
    for (const url of ['https://attacker.example/', 'app://xlink/', 'about:blank']) {
      expect(webContents.navigate(url, false), url).toBe(false);
    }
    expect(webContents.attachWebview()).toBe(false);
  });

  it('has no window: links we set open in the browser of the system, others not at all', async () => {
    const program = await startProgram();
    const { webContents } = await theWindow(program);
    const allowed = 'https://learn.microsoft.com/sql/odbc/reference/odbc-programmer-s-reference';
    const denied = [
      'http://learn.microsoft.com/',
      'https://learn.microsoft.com.attacker.example/',
      'https://learn.microsoft.com:8443/',
      'https://learn.microsoft.com@attacker.example/',
      'https://user:secret@learn.microsoft.com/',
      'https://attacker.example/learn.microsoft.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-msdt:/id',
      'app://xlink/',
      'not an address',
    ];
    for (const url of [allowed, ...denied]) {
      expect(webContents.windowOpenHandler?.({ url }), url).toEqual({ action: 'deny' });
    }
    expect(program.electron.record.opened).toEqual([allowed]);
  });

  it('is permitted nothing, but to copy a text', async () => {
    const program = await startProgram();
    await theWindow(program);
    const { request, check, device } = program.electron.session.handlers as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ]) {
      let answer: unknown;
      request?.({}, permission, (isGranted: boolean) => {
        answer = isGranted;
      });
      expect(answer, permission).toBe(false);
      expect(check?.(null, permission, 'app://xlink')).toBe(false);
    }
    expect(check?.(null, 'clipboard-sanitized-write', 'app://xlink')).toBe(true);
    expect(device?.({})).toBe(false);
  });
});

describe('The program', () => {
  it('started a second time opens nothing and ends', async () => {
    const { electron } = await startProgram({ hasLock: false });
    expect(electron.record.hasQuit).toBe(true);
    expect(electron.record.steps).toEqual([]);
    expect(electron.windows).toEqual([]);
  });

  it('comes to the front when it is started a second time', async () => {
    const program = await startProgram();
    const window = await theWindow(program);
    await until(() => window.did.length > 0);
    window.isMinimizedNow = true;
    program.electron.app.emit('second-instance', {}, [], '', {});
    expect(window.did).toEqual(['show', 'restore', 'show', 'focus']);
  });

  it('is another program for another home: each remembers its own window, and each has its one instance', async () => {
    const userData = async (homeFolder: string) =>
      (await startProgram({ homeFolder })).electron.paths.userData;
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    expect(await userData(a)).not.toBe(await userData(b));
    expect(await userData(a)).toBe(await userData(a));
  });

  it('ends with its last window, when the engine has closed what it had open', async () => {
    const program = await startProgram();
    const window = await theWindow(program);
    const client = createClient(sampleContract, await openPage(program.electron, window.webContents));
    const { pid } = await client.call('sample.pid', {});
    window.close();
    expect(program.electron.record.hasQuit).toBe(false);
    await until(() => program.electron.record.hasQuit);
    expect(existsSync(join(program.homeFolder, `closed-${pid}`))).toBe(true);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
