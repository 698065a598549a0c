import { copyFile, cp, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { XlinkError } from '#shared/rpc/errors.ts';
import { withFileLock } from './home-file.ts';
import type { HomePaths } from './paths.ts';

/** Where the former files of a home are. */
export interface KeptFiles {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Settings, mappings, scripts, and the versions before them. */
const replacedPattern = /^(isps_ul\.ini|acd_map\.ini|\d{1,9}\.bas)(\.previous)?$/i;

/**
 * Replaces settings, mappings and scripts of a home by others, then does `after`: all of it, or, where a step fails,
 * nothing. What was there is kept in a folder of the home that is named by the date; the encrypted passwords are
 * copied there too.
 *
 * @param files by name in the home
 */
export async function replaceHomeFiles(
  paths: HomePaths,
  files: ReadonlyMap<string, Uint8Array>,
  after: () => Promise<void>,
): Promise<KeptFiles | undefined> {
  const inHome = (name: string) => path.join(paths.folder, name);
  const staging = await unlessUnwritable(paths, () => mkdtemp(inHome('.adopt-')));
  try {
    // Written before anything is touched: a full disk is met here.
    await unlessUnwritable(paths, async () => {
      for (const [name, bytes] of files) await writeThrough(path.join(staging, name), bytes);
    });
    return await withFileLock(paths.settings, () =>
      withFileLock(paths.mapping, async () => {
        const former = (await readdir(paths.folder)).filter((name) => replacedPattern.test(name)).sort();
        const kept = former.length === 0 ? undefined : await keep(paths, former);
        const placed: string[] = [];
        try {
          await unlessUnwritable(paths, async () => {
            for (const name of former) await rm(inHome(name));
            // The settings last: with them the home is whole.
            const names = [...files.keys()].sort(
              (a, b) => Number(a === 'isps_ul.ini') - Number(b === 'isps_ul.ini'),
            );
            for (const name of names) {
              await rename(path.join(staging, name), inHome(name));
              placed.push(name);
            }
          });
          await after();
        } catch (error) {
          for (const name of placed) await rm(inHome(name), { force: true });
          if (kept) {
            for (const name of former) {
              await cp(path.join(kept.folder, name), inHome(name), { preserveTimestamps: true });
            }
            await rm(kept.folder, { recursive: true, force: true });
          }
          throw error;
        }
        return kept;
      }),
    );
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function keep(paths: HomePaths, names: readonly string[]): Promise<KeptFiles> {
  return unlessUnwritable(paths, async () => {
    const folder = await datedFolder(paths.folder);
    try {
      for (const name of names) {
        await cp(path.join(paths.folder, name), path.join(folder, name), { preserveTimestamps: true });
      }
      await copyFile(paths.secrets, path.join(folder, path.basename(paths.secrets))).catch(() => {
        // There are no stored passwords.
      });
      return { folder, files: names };
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  });
}

/** `replaced 2026-11-22 10.15.00`, by the clock of the machine. */
async function datedFolder(homeFolder: string): Promise<string> {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  for (let more = 1; ; more += 1) {
    const folder = path.join(homeFolder, `replaced ${day} ${time}${more === 1 ? '' : ` (${more})`}`);
    try {
      await mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessUnwritable<T>(paths: HomePaths, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (error instanceof XlinkError || reason === undefined) throw error;
    throw new XlinkError(
      'HOME_FILE_UNWRITABLE',
      `The home folder cannot be written (${reason}). Nothing was changed. Check its free space and permissions.`,
      { file: paths.folder, variant: 'folder', reason },
      { cause: error },
    );
  }
}
