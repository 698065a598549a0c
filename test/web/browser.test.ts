import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Port } from '#shared/rpc/port.ts';
import { noncePlaceholder } from '../../electron/host/page-policy.ts';
import { spawnNodeEngine } from '../../electron/host/spawn-node.ts';
import { type Supervisor, superviseEngine } from '../../electron/host/supervisor.ts';
import { setBehaviour } from '../host/sample-behaviour.ts';
import { until } from '../rpc/conformance.ts';
import { connectSampleEngine, sampleHost, temporaryFolder, tokenOf } from './sample-host.ts';

const executablePath = process.env.XLINK_CHROMIUM ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) {
  console.warn(`Skipped: test/web/browser.test.ts needs Chromium, and there is none at ${executablePath}.`);
}

const pageSource = fileURLToPath(new URL('page', import.meta.url));
const engineScript = fileURLToPath(new URL('../host/sample-engine.ts', import.meta.url));

describe.skipIf(!hasChromium)('A page in a real browser', () => {
  let browser: Browser;
  let files: Record<string, string>;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const result = await build({
      configFile: false,
      root: pageSource,
      base: './',
      logLevel: 'error',
      html: { cspNonce: noncePlaceholder },
      build: { write: false, target: 'es2022', modulePreload: { polyfill: false } },
    });
    if (!('output' in result)) throw new Error('One build was expected.');
    files = Object.fromEntries(
      result.output.map((part) => [part.fileName, String(part.type === 'chunk' ? part.code : part.source)]),
    );
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    // As everywhere, the test's own limit is the only clock.
    context.setDefaultTimeout(0);
    return await context.newPage();
  }

  const pageFolder = () => temporaryFolder(files);

  function realEngine(): Supervisor {
    const homeFolder = temporaryFolder();
    setBehaviour(homeFolder, 'well');
    const supervisor = superviseEngine({
      spawn: () => spawnNodeEngine({ script: engineScript, homeFolder }),
    });
    onTestFinished(() => supervisor.stop());
    return supervisor;
  }

  const ask = (page: Page, expression: string) => page.evaluate(expression);
  const double = (page: Page) => ask(page, `probe.client.call('sample.double', { value: 21 })`);
  /** Playwright's own way to wait evaluates in the page, whose policy forbids that. */
  async function holds(page: Page, expression: string): Promise<void> {
    while (!(await ask(page, expression).catch(() => false))) await page.waitForTimeout(10);
  }
  const ready = (page: Page) => holds(page, 'Boolean(globalThis.probe && (probe.client || probe.error))');

  it('opened by the printed address reaches the engine, and the token leaves the address', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder() });
    const page = await newPage();
    await page.goto(host.url);
    await ready(page);
    expect(await double(page)).toEqual({ doubled: 42 });
    expect(page.url()).toBe(`http://127.0.0.1:${host.port}/`);
    expect(await ask(page, 'document.cookie')).toBe('');
  });

  it('can be reloaded, and opened once more beside, without the token in the address', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder() });
    const page = await newPage();
    await page.goto(host.url);
    await ready(page);
    await page.reload();
    await ready(page);
    expect(await double(page)).toEqual({ doubled: 42 });
    const second = await page.context().newPage();
    await second.goto(`http://127.0.0.1:${host.port}/`);
    await ready(second);
    expect(await double(second)).toEqual({ doubled: 42 });
  });

  it('opened without the token, or with a wrong one, is refused and says so', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder() });
    for (const path of ['/', '/#t=wrong']) {
      const page = await newPage();
      await page.goto(`http://127.0.0.1:${host.port}${path}`);
      await ready(page);
      expect(await ask(page, 'probe.error')).toBe('SESSION_REFUSED');
    }
  });

  it('hears of an engine that was killed, and goes on with the next one', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder(), connect: realEngine().connect });
    const page = await newPage();
    await page.goto(host.url);
    await ready(page);
    const { pid } = (await ask(page, `probe.client.call('sample.pid', {})`)) as { pid: number };
    const hanging = ask(page, `probe.client.call('sample.hang', {}).catch((error) => error.code)`);
    await double(page);
    process.kill(pid, 'SIGKILL');
    expect(await hanging).toBe('ENGINE_LOST');
    expect(await double(page)).toEqual({ doubled: 42 });
    expect(await ask(page, 'probe.states.slice(-2)')).toEqual(['restarting', 'running']);
  });

  it('comes back by itself when the connection was cut', async () => {
    const ways: Port[] = [];
    const connect = () => {
      const way = connectSampleEngine();
      ways.push(way);
      return way;
    };
    const host = await sampleHost({ rendererFolder: pageFolder(), connect });
    const page = await newPage();
    await page.goto(host.url);
    await ready(page);
    const hanging = ask(page, `probe.client.call('sample.hang', {}).catch((error) => error.code)`);
    await double(page);
    // An open socket outlives the browser's idea of being offline, so it is cut at the other end.
    await page.context().setOffline(true);
    ways[0]?.close();
    expect(await hanging).toBe('CONNECTION_LOST');
    await holds(page, `probe.states.at(-1) === 'disconnected'`);
    const waiting = double(page);
    await page.context().setOffline(false);
    expect(await waiting).toEqual({ doubled: 42 });
  });

  it('of a program that was started anew gives up, and takes the new address in the same tab', async () => {
    const rendererFolder = pageFolder();
    const first = await sampleHost({ rendererFolder });
    const page = await newPage();
    await page.goto(first.url);
    await ready(page);
    await first.close();
    await holds(page, `probe.states.at(-1) === 'disconnected'`);
    const second = await sampleHost({ rendererFolder, port: first.port });
    await holds(page, 'probe.closed !== undefined');
    expect(await ask(page, 'probe.closed')).toContain('not valid any more');
    await Promise.all([page.waitForEvent('load'), page.goto(second.url)]);
    await holds(page, 'Boolean(globalThis.probe && probe.client && probe.closed === undefined)');
    expect(await double(page)).toEqual({ doubled: 42 });
  });

  it('on another port of this machine, in the same browser, with the token even, gets nowhere', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder() });
    const page = await newPage();
    await page.goto(host.url);
    await ready(page);
    const cookies: (string | undefined)[] = [];
    const attacker = createServer((request, response) => {
      cookies.push(request.headers.cookie);
      response.setHeader('Content-Type', 'text/html');
      response.end('<title>Attacker</title>');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void attacker.close());
    await once(attacker, 'listening');
    const foreign = await page.context().newPage();
    await foreign.goto(`http://127.0.0.1:${(attacker.address() as AddressInfo).port}/rpc`);
    // This is why the cookie alone opens no socket.
    expect(cookies[0]).toContain(`xlink-${host.port}=`);
    const token = tokenOf(host);
    const target = `127.0.0.1:${host.port}`;
    const opens = `new Promise((resolve) => {
      const socket = new WebSocket('ws://${target}/rpc', ['xlink', '${token}']);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    })`;
    expect(await ask(foreign, opens)).toBe('refused');
    const reads = (path: string, options: string) =>
      ask(
        foreign,
        `fetch('http://${target}${path}', ${options}).then((answer) => answer.type, () => 'blocked')`,
      );
    expect(await reads('/session', `{ method: 'POST', body: '${token}' }`)).toBe('blocked');
    expect(await reads('/health', '{}')).toBe('blocked');
    expect(await reads('/', `{ mode: 'no-cors' }`)).toBe('blocked');
    expect(await ask(foreign, `localStorage.getItem('xlink.token')`)).toBe(null);
    const framed = `new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = 'http://${target}/';
      frame.onload = () => {
        try { resolve(frame.contentDocument === null ? 'blocked' : 'readable'); } catch { resolve('blocked'); }
      };
      document.body.append(frame);
    })`;
    expect(await ask(foreign, framed)).toBe('blocked');
    expect(foreign.frames().some((frame) => frame.url().startsWith(host.url.split('#')[0] ?? ''))).toBe(
      false,
    );
  });

  it('runs no script and takes no style that was injected, but the styles its libraries write', async () => {
    const host = await sampleHost({ rendererFolder: pageFolder() });
    const page = await newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(host.url);
    await ready(page);
    expect(refused).toEqual([]);
    const inject = (script: string) => ask(page, script);
    await inject(
      `document.body.append(Object.assign(document.createElement('script'), { text: 'probe.evil = 1' }))`,
    );
    await inject(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="probe.evil = 2">')`);
    await inject(`document.head.append(Object.assign(document.createElement('style'), {
      textContent: 'body { color: rgb(1, 2, 3) }' }))`);
    await inject(`document.body.setAttribute('style', 'color: rgb(4, 5, 6)')`);
    expect(await ask(page, 'probe.evil')).toBe(undefined);
    expect(await ask(page, 'getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
    await inject(`document.head.append(Object.assign(document.createElement('style'), {
      nonce: document.querySelector('meta[property="csp-nonce"]').nonce,
      textContent: 'body { color: rgb(7, 8, 9) }' }))`);
    expect(await ask(page, 'getComputedStyle(document.body).color')).toBe('rgb(7, 8, 9)');
    const sends = `fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'blocked')`;
    expect(await ask(page, sends)).toBe('blocked');
    // What the console says comes beside the answers of the page.
    await until(() => refused.filter((text) => text.includes('Content Security Policy')).length >= 5);
  });
});
