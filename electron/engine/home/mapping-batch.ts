import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { XlinkError } from '#shared/rpc/errors.ts';
import { readHomeFile, revisionOf } from './home-file.ts';
import type { HomePaths } from './paths.ts';
import { replaceFile } from './replace-file.ts';

/** A script's file as it stands and as it shall be; null: no file. */
export interface ScriptChange {
  /** Name in the home: `12.BAS`. */
  readonly fileName: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

export interface MapChange {
  readonly before: Uint8Array;
  /** `absent` for a map that does not exist. */
  readonly beforeRevision: string;
  /** The same bytes where only scripts change. */
  readonly after: Uint8Array;
}

/** What is noted before anything is touched, so that whoever comes next can clear up after a process that died. */
interface BatchNote {
  readonly mapBefore: string;
  readonly mapAfter: string;
  readonly scripts: readonly {
    readonly fileName: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

const atOnce = 16;

function notePath(paths: HomePaths): string {
  return `${paths.mapping}.batch`;
}

/**
 * Writes scripts and map as one: first the scripts that are new or changed, then the map, then the scripts that go. When
 * a file cannot be written, all are put back. The caller holds the lock of the map.
 *
 * @returns false when another program wrote one of the files meanwhile; nothing is changed then.
 */
export async function writeBatch(
  paths: HomePaths,
  map: MapChange,
  scripts: readonly ScriptChange[],
): Promise<boolean> {
  const mapChanges =
    revisionOf(map.after) !== map.beforeRevision &&
    !(map.beforeRevision === 'absent' && map.after.length === 0);
  if (scripts.length > 0) await writeNote(paths, map, scripts);
  const done: ScriptChange[] = [];
  let isMapWritten = false;
  try {
    const written = scripts.filter(({ after }) => after !== null);
    const others: ScriptChange[] = [];
    await inParts(written, async (change) => {
      (others.length === 0 && (await putScript(paths, change)) ? done : others).push(change);
    });
    if (others.length > 0) return await takeBack(paths, done);
    if (mapChanges) {
      const isStill = async () => (await readHomeFile(paths.mapping)).revision === map.beforeRevision;
      isMapWritten = await replaceFile(paths.mapping, map.after, isStill);
      if (!isMapWritten) return await takeBack(paths, done);
    }
    const gone = scripts.filter(({ after }) => after === null);
    await inParts(gone, async (change) => {
      if (await removeScript(paths, change)) done.push(change);
    });
    return true;
  } catch (error) {
    if (isMapWritten) await replaceFile(paths.mapping, map.before, async () => true);
    await takeBack(paths, done);
    throw unwritable(error);
  } finally {
    if (scripts.length > 0) await rm(notePath(paths), { force: true });
  }
}

export async function hasBrokenBatch(paths: HomePaths): Promise<boolean> {
  return stat(notePath(paths)).then(
    () => true,
    () => false,
  );
}

/** Clears up after a process that died within {@link writeBatch}: all of its change stays, or nothing. */
export async function finishBrokenBatch(paths: HomePaths): Promise<void> {
  const text = await readFile(notePath(paths), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const note = parseNote(text);
  if (note !== undefined) {
    const scripts = note.scripts.map(
      ({ fileName, before, after }): ScriptChange => ({
        fileName,
        before: before === null ? null : Buffer.from(before, 'base64'),
        after: after === null ? null : Buffer.from(after, 'base64'),
      }),
    );
    const map = (await readHomeFile(paths.mapping)).revision;
    if (map === note.mapAfter && map !== note.mapBefore) {
      for (const change of scripts) if (change.after === null) await removeScript(paths, change);
    } else await takeBack(paths, scripts);
  }
  await rm(notePath(paths), { force: true });
}

async function writeNote(paths: HomePaths, map: MapChange, scripts: readonly ScriptChange[]): Promise<void> {
  const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('base64'));
  const note: BatchNote = {
    mapBefore: map.beforeRevision,
    mapAfter: revisionOf(map.after),
    scripts: scripts.map(({ fileName, before, after }) => ({
      fileName,
      before: text(before),
      after: text(after),
    })),
  };
  try {
    const handle = await open(notePath(paths), 'w');
    try {
      await handle.writeFile(JSON.stringify(note));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(notePath(paths), { force: true });
    throw unwritable(error);
  }
}

/** A note that was not written to its end: its process died before it touched anything. */
function parseNote(text: string): BatchNote | undefined {
  try {
    return JSON.parse(text) as BatchNote;
  } catch {
    return undefined;
  }
}

/** False when the file is not what the change was made for. */
async function putScript(paths: HomePaths, { fileName, before, after }: ScriptChange): Promise<boolean> {
  const file = path.join(paths.folder, fileName);
  if (before !== null) return replaceFile(file, after!, () => holds(file, before));
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(after!);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeScript(paths: HomePaths, { fileName, before }: ScriptChange): Promise<boolean> {
  const file = path.join(paths.folder, fileName);
  if (before === null || !(await holds(file, before))) return false;
  await rename(file, `${file}.previous`);
  return true;
}

/** Puts scripts back that hold what was written to them; answers false, for the caller to hand on. */
async function takeBack(paths: HomePaths, changes: readonly ScriptChange[]): Promise<false> {
  for (const { fileName, before, after } of changes) {
    const file = path.join(paths.folder, fileName);
    if (after === null) {
      if (before !== null && !(await holds(file, before)))
        await putScript(paths, { fileName, before: null, after: before });
    } else if (await holds(file, after)) {
      if (before === null) await rm(file);
      else await replaceFile(file, before, async () => true);
    }
  }
  return false;
}

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const present = await readFile(file).catch(() => undefined);
  return present !== undefined && Buffer.compare(present, bytes) === 0;
}

/** A few at a time; all of a part are over, with or without success, before the first error is thrown. */
async function inParts<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    const results = await Promise.allSettled(items.slice(from, from + atOnce).map(work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

function unwritable(error: unknown): unknown {
  const { code, path: file } = error as NodeJS.ErrnoException;
  if (error instanceof XlinkError || code === undefined) return error;
  const name = file === undefined ? 'A file of the home' : path.basename(file);
  return new XlinkError(
    'HOME_FILE_UNWRITABLE',
    `${name} cannot be written (${code}). Nothing was changed. Check free space and permissions of the home folder.`,
    { file: file ?? null, name, reason: code },
    { cause: error },
  );
}
