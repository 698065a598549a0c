import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../web/sample-host.ts';

const configFile = fileURLToPath(new URL('../../electron.vite.config.ts', import.meta.url));

/** Builds one of the three parts as `npm run build` does, and tells the folder it is in. */
async function buildPart(part: 'main' | 'preload', outDir: string): Promise<string> {
  const { config } = await resolveConfig(
    { configFile, logLevel: 'error', build: { outDir } },
    'build',
    'production',
  );
  await build(config?.[part] ?? {});
  return join(outDir, part);
}

describe('The built preload script', () => {
  it('is one file that a sandboxed page can load: CommonJS, with nothing to require but electron', async () => {
    const folder = await buildPart('preload', temporaryFolder());
    expect(readdirSync(folder)).toEqual(['index.cjs']);
    const required: string[] = [];
    const world: Record<string, object> = {};
    const electron = {
      ipcRenderer: {},
      contextBridge: {
        exposeInMainWorld(name: string, api: object) {
          world[name] = api;
        },
      },
    };
    runInNewContext(readFileSync(join(folder, 'index.cjs'), 'utf8'), {
      require(name: string) {
        required.push(name);
        return electron;
      },
    });
    expect(required).toEqual(['electron']);
    expect(Object.keys(world.xlink ?? {}).sort()).toEqual([
      'chooseFolder',
      'close',
      'onClose',
      'onMessage',
      'open',
      'post',
    ]);
  });
});

describe('The built programs', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'xlink-build-'));
  let folder: string;
  beforeAll(async () => {
    folder = await buildPart('main', outDir);
  });
  afterAll(() => rmSync(outDir, { recursive: true }));

  /** The packages and modules that an entry and all it loads import. */
  function importsOf(file: string, seen = new Set<string>()): Set<string> {
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const found = new Set<string>();
    for (const [, name = ''] of text.matchAll(/(?:^import\b[^'"]*|\bimport\()["']([^"']+)["']/gm)) {
      if (!name.startsWith('./')) found.add(name);
      else if (!seen.has(name.slice(2))) for (const each of importsOf(name.slice(2), seen)) found.add(each);
    }
    return found;
  }

  it('lie side by side, with what they share', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(files).toEqual(expect.arrayContaining(['index.js', 'engine.js', 'cli.js']));
    expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())).toEqual([]);
  });

  it('load Electron in the main process and nowhere else', () => {
    expect(importsOf('index.js')).toContain('electron');
    expect(importsOf('engine.js')).not.toContain('electron');
    expect(importsOf('cli.js')).not.toContain('electron');
  });

  it('load no ODBC and no database in the main process: what crashes there takes the engine only', () => {
    expect(importsOf('engine.js')).toContain('better-sqlite3');
    for (const native of ['odbc', 'better-sqlite3']) {
      expect(importsOf('index.js')).not.toContain(native);
    }
  });
});
