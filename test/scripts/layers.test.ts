import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, runIn, scratchProject } from './scratch-project.ts';

const manifest = JSON.stringify({
  imports: {
    '#shared/*': './shared/*',
    '#engine/*': './electron/engine/*',
    '#host/*': './electron/host/*',
  },
  dependencies: { zod: '4', react: '19', 'better-sqlite3': '13' },
});

/** Each file breaks one rule in its second line; the words are what the finding has to say. */
const violations: Record<string, { text: string; says: string }> = {
  'shared/a.ts': {
    text: "import { x } from '../electron/engine/x.ts';",
    says: 'may import only from shared',
  },
  'shared/b.ts': { text: "import { readFileSync } from 'node:fs';", says: "without Node's modules" },
  'shared/c.ts': { text: "import fs from 'fs';", says: "without Node's modules" },
  'shared/d.ts': { text: "import { createRoot } from 'react';", says: 'may not import the package react' },
  'shared/e.ts': { text: "import type { X } from '#engine/x.ts';", says: 'may import only from shared' },
  'shared/f.ts': { text: "export * from '#host/x.ts';", says: 'may import only from shared' },
  'electron/engine/a.ts': { text: "import { app } from 'electron';", says: 'may import electron' },
  'electron/engine/b.ts': { text: "const host = await import('#host/x.ts');", says: 'may import only from' },
  'electron/engine/c.ts': { text: "type App = import('../main/x.ts').App;", says: 'may import only from' },
  'electron/engine/d.ts': { text: "import { x } from 'not-declared';", says: 'not among the dependencies' },
  'electron/host/a.ts': { text: "import { x } from '../main/x.ts';", says: 'may import only from' },
  'electron/web/a.ts': { text: "const { app } = require('electron');", says: 'may import electron' },
  'electron/web/b.ts': { text: "import { x } from '../cli/x.ts';", says: 'may import only from' },
  'electron/cli/a.ts': {
    text: "import { BrowserWindow } from 'electron/main';",
    says: 'may import electron',
  },
  'electron/main/a.ts': { text: "import { x } from '../../renderer/x.tsx';", says: 'may import only from' },
  'electron/preload/a.ts': { text: "import { join } from 'node:path';", says: "without Node's modules" },
  'electron/preload/b.ts': { text: "import { x } from '#engine/x.ts';", says: 'may import only from' },
  'electron/preload/c.ts': { text: "import { x } from '#host/x.ts';", says: 'may import only from' },
  'renderer/a.tsx': { text: "import { join } from 'node:path';", says: "without Node's modules" },
  'renderer/b.tsx': {
    text: "import { x } from '#engine/x.ts';",
    says: 'may import only from renderer, shared',
  },
  'renderer/c.tsx': { text: "import { ipcRenderer } from 'electron';", says: 'may import electron' },
  'renderer/d.tsx': { text: "import Database from 'better-sqlite3';", says: 'may not import the package' },
};

const allowed = {
  'shared/ok.ts': "import { z } from 'zod';\nexport * from './a/b.ts';\nimport '#shared/c.ts';",
  'electron/engine/ok.ts': "import { readFileSync } from 'node:fs';\nimport Database from 'better-sqlite3';",
  'electron/engine/deep/ok.ts': "import { x } from '../ok.ts';\nimport '#shared/ok.ts';",
  'electron/host/ok.ts': "import { start } from '#engine/ok.ts';",
  'electron/cli/ok.ts': "import { serve } from '../web/ok.ts';\nimport '#host/ok.ts';",
  'electron/main/ok.ts': "import { app } from 'electron';\nimport '#host/ok.ts';",
  'electron/preload/ok.ts':
    "import { contextBridge } from 'electron';\nimport '#shared/ok.ts';\nimport '../host/ipc-channels.ts';",
  'renderer/ok.tsx':
    "import { useState } from 'react';\nimport './style.css';\nimport page from './page.html?raw';",
};

const checkLayers = (folder: string) =>
  runIn(folder, [process.execPath, join(projectFolder, 'scripts', 'lib', 'layers.mjs'), folder]);

describe('the direction of imports', () => {
  let scratch: ReturnType<typeof scratchProject>;
  let findings: string[];

  beforeAll(async () => {
    const broken = Object.entries(violations).map(([path, { text }]) => [path, `// a comment\n${text}\n`]);
    scratch = scratchProject({ 'package.json': manifest, ...allowed, ...Object.fromEntries(broken) });
    const outcome = await checkLayers(scratch.folder);
    expect(outcome.code).toBe(1);
    findings = outcome.stdout.trimEnd().split('\n');
  });
  afterAll(() => scratch.remove());

  it.each(Object.entries(violations))('catches %s with its line', (path, { says }) => {
    const finding = findings.find((line) => line.startsWith(`${path}:2 `));
    expect(finding).toContain(says);
  });

  it('finds nothing else', () => {
    expect(findings).toHaveLength(Object.keys(violations).length);
  });

  it('ends with 0 where every import is allowed', async () => {
    const good = scratchProject({ 'package.json': manifest, ...allowed });
    try {
      expect(await checkLayers(good.folder)).toMatchObject({ code: 0, stdout: '' });
    } finally {
      good.remove();
    }
  });
});
