import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedProject, projectFolder, runIn } from './scratch-project.ts';

interface Electron {
  whyNoWindow(
    options: { browser: boolean; open: boolean },
    env: Record<string, string>,
    platform: string,
  ): string | undefined;
  electronBinary(env: Record<string, string>): Promise<{ path?: string; why?: string }>;
}

describe('npm start', () => {
  let project: ReturnType<typeof installedProject>;
  beforeAll(() => {
    project = installedProject();
  });
  afterAll(() => project.remove());

  const start = (...args: string[]) =>
    runIn(project.folder, [process.execPath, 'scripts/start.mjs', ...args]);

  it('serves the console and says in one line why not as a window', async () => {
    const { code, stdout, stderr } = await start('--no-open', '--home', 'H', '--port', '4711');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).args).toEqual([
      '--home',
      'H',
      'console',
      '--browser',
      '--port',
      '4711',
      '--no-open',
    ]);
    expect(stderr.match(/^Console .*$/gm)).toEqual(['Console in the browser: --no-open was given.']);
  });

  it('shows how it is used when it does not know an option', async () => {
    const { code, stderr } = await start('--nonsense');
    expect(code).toBe(2);
    expect(stderr).toContain('--no-open');
  });
});

describe('whether the console can be a window', () => {
  let electron: Electron;
  beforeAll(async () => {
    electron = await import(`${projectFolder}scripts/lib/electron.mjs`);
  });
  const asked = { browser: false, open: true };

  it.each([
    ['--browser', { browser: true, open: true }, {}, 'win32', '--browser was given'],
    ['--no-open', { browser: false, open: false }, {}, 'darwin', '--no-open was given'],
    ['Linux without a screen', asked, {}, 'linux', 'there is no display'],
  ] as const)('not with %s', (_, options, env, platform, why) => {
    expect(electron.whyNoWindow(options, env, platform)).toBe(why);
  });

  it.each(['win32', 'darwin'])('on %s a display is taken for granted', (platform) => {
    expect(electron.whyNoWindow(asked, {}, platform)).toBeUndefined();
  });

  it('on Linux a display is enough, unless root asks: the sandbox stays on', () => {
    const why = electron.whyNoWindow(asked, { WAYLAND_DISPLAY: 'wayland-0' }, 'linux');
    if (process.getuid?.() === 0) expect(why).toContain('root');
    else expect(why).toBeUndefined();
  });

  it('does not fetch a binary where that is switched off', async () => {
    const found = await electron.electronBinary({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1', CI: 'true' });
    expect(found.path ?? found.why).toMatch(/electron|ELECTRON_SKIP_BINARY_DOWNLOAD/);
  });
});
