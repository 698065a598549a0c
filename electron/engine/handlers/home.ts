import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { homeContract } from '#shared/contract/home.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { isSampleSettings } from '../home/first-start.ts';
import type { Home } from '../home/home.ts';
import { readHomeFile } from '../home/home-file.ts';
import { databaseName, readSettings } from '../home/settings.ts';
import { programVersion } from '../home/version.ts';
import type { HomeChanges } from '../home/watch.ts';

/** Enough of a log to see what happened last; the file has the rest. */
const shownLogBytes = 64 * 1024;

export function homeHandlers(
  home: Home,
  changes: HomeChanges,
  sample: boolean,
): Handlers<typeof homeContract> {
  return {
    'home.info': async () => ({
      homeFolder: home.paths.folder,
      version: await programVersion(),
      databaseName: databaseName((await readSettings(home.paths)).document) ?? '',
      // An adopted folder takes the sample's place.
      sample: sample && isSampleSettings((await readHomeFile(home.paths.settings)).bytes),
      enginePid: process.pid,
    }),
    'home.watch': (_, { signal }, emit) =>
      new Promise((resolve) => {
        const unsubscribe = changes.subscribe((kinds) => {
          for (const kind of kinds) emit({ kind });
        });
        signal.addEventListener('abort', () => {
          unsubscribe();
          resolve();
        });
      }),
    'home.log': async ({ name }) => {
      const file = path.join(home.paths.logs, name);
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      const text = bytes.subarray(Math.max(0, bytes.length - shownLogBytes)).toString('utf8');
      return { path: file, text: bytes.length > shownLogBytes ? text.slice(text.indexOf('\n') + 1) : text };
    },
  };
}
