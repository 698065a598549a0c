import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultHomeFolder } from '#engine/home/paths.ts';
import { startDesktop } from './desktop.ts';

// Chromium's own switches stand on the same command line, so what is not known is not an error.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { home: { type: 'string' } },
  strict: false,
});
const home = typeof values.home === 'string' ? resolve(values.home) : defaultHomeFolder();

/** Where the build puts things, seen from `out/main`. */
const built = (path: string) => fileURLToPath(new URL(path, import.meta.url));

startDesktop({
  homeFolder: home,
  engineScript: built('engine.js'),
  preloadScript: built('../preload/index.cjs'),
  rendererFolder: built('../renderer/'),
});
