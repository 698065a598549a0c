import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root, run, SetUpError, say, textOf } from './project.mjs';

/** The build in out/, made again only when something it is made from has changed. */

const sources = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const stampFile = join(root, 'out', '.sources');

/** A hash over path, size and time of change of all sources: content would take ten times as long. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}

export function buildIsCurrent() {
  return textOf(stampFile) === sourcesHash();
}

export async function ensureBuild() {
  const hash = sourcesHash();
  if (textOf(stampFile) === hash) return;
  say('Building.');
  rmSync(stampFile, { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, signal } = await run(projectNode, [tool, 'build', '--logLevel', 'warn']);
  if (code !== 0 || !existsSync(join(root, 'out'))) {
    throw new SetUpError(`The build failed (${signal ?? `exit code ${code}`}); its words are above.`);
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, hash);
}
