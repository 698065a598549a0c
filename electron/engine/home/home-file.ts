import { createHash } from 'node:crypto';
import { copyFile, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import { replaceFile } from './replace-file.ts';

/** Bytes of a file of the home and the fingerprint by which a later write proves it knows them. */
export interface HomeFileContent {
  readonly bytes: Uint8Array;
  /** `absent` for a file that does not exist. */
  readonly revision: string;
}

const changeAttempts = 5;
const lockWaitMs = 5_000;
const lockStaleMs = 15_000;

/** Reads a file; one that does not exist is empty and has the revision `absent`. */
export async function readHomeFile(filePath: string): Promise<HomeFileContent> {
  try {
    const bytes = await readFile(filePath);
    return { bytes, revision: revisionOf(bytes) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { bytes: new Uint8Array(0), revision: 'absent' };
    }
    throw new XlinkError(
      'HOME_FILE_UNREADABLE',
      `${path.basename(filePath)} cannot be read (${(error as NodeJS.ErrnoException).code}). Check its permissions.`,
      { file: filePath, name: path.basename(filePath), reason: (error as NodeJS.ErrnoException).code },
      { cause: error },
    );
  }
}

/**
 * Replaces a file by what `change` makes of its present bytes: read, changed and written under one lock, so
 * that two consoles on one home cannot lose each other's change. `change` gives null to remove the file and
 * undefined to leave it; it is asked again when someone without our lock writes in between. The version before is kept beside it as `<name>.previous`.
 *
 * @throws XlinkError `HOME_FILE_CHANGED` when `expectedRevision` is given and is not the file's.
 */
export async function updateHomeFile(
  filePath: string,
  expectedRevision: string | undefined,
  change: (bytes: Uint8Array) => Uint8Array | null | undefined,
): Promise<{ revision: string; changed: boolean }> {
  return withFileLock(filePath, async () => {
    for (let attempt = 1; attempt <= changeAttempts; attempt += 1) {
      const now = await readHomeFile(filePath);
      if (expectedRevision !== undefined && expectedRevision !== now.revision)
        throw changedMeanwhile(filePath);
      const bytes = change(now.bytes);
      if (bytes === undefined) return { revision: now.revision, changed: false };
      if (bytes === null) {
        if (now.revision === 'absent') return { revision: 'absent', changed: false };
        await copyFile(filePath, `${filePath}.previous`);
        await rm(filePath);
        return { revision: 'absent', changed: true };
      }
      const revision = revisionOf(bytes);
      if (revision === now.revision) return { revision, changed: false };
      if (await replaced(filePath, now.revision, bytes)) return { revision, changed: true };
    }
    throw changedMeanwhile(filePath);
  });
}

/** Programs that know nothing of our lock, an editor above all, are seen at the last moment. */
async function replaced(filePath: string, revision: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return await replaceFile(
      filePath,
      bytes,
      async () => (await readHomeFile(filePath)).revision === revision,
    );
  } catch (error) {
    if (error instanceof XlinkError) throw error;
    throw new XlinkError(
      'HOME_FILE_UNWRITABLE',
      `${path.basename(filePath)} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Nothing was changed. Check free space and permissions of the home folder.',
      { file: filePath, name: path.basename(filePath), reason: (error as NodeJS.ErrnoException).code },
      { cause: error },
    );
  }
}

function changedMeanwhile(filePath: string): XlinkError {
  return new XlinkError(
    'HOME_FILE_CHANGED',
    `${path.basename(filePath)} was changed by someone else meanwhile. Read it again, then repeat the change.`,
    { file: path.basename(filePath) },
    { retryable: true },
  );
}

export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/**
 * A lock file made with O_EXCL: works between processes on one machine and on network folders. One whose
 * maker died is taken over after {@link lockStaleMs}. It is waited for as long as it goes from hand to hand: two programs
 * that change much at the same time take turns by chance.
 */
export async function withFileLock<T>(filePath: string, work: () => Promise<T>): Promise<T> {
  const lockPath = `${filePath}.lock`;
  let waitedFor: string | undefined;
  let deadline = 0;
  for (;;) {
    try {
      const handle = await open(lockPath, 'wx');
      await handle.write(String(process.pid));
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new XlinkError(
          'HOME_FILE_UNWRITABLE',
          `The home folder cannot be written (${(error as NodeJS.ErrnoException).code}). Check its permissions.`,
          { file: filePath, variant: 'folder', reason: (error as NodeJS.ErrnoException).code },
          { cause: error },
        );
      }
      const found = await stat(lockPath).catch(() => undefined);
      const lock = found && `${found.ino} ${found.birthtimeMs}`;
      if (lock !== waitedFor || lock === undefined) {
        waitedFor = lock;
        deadline = Date.now() + lockWaitMs;
      }
      if (found && Date.now() - found.mtimeMs > lockStaleMs) await rm(lockPath, { force: true });
      else if (Date.now() > deadline) {
        throw new XlinkError(
          'HOME_FILE_LOCKED',
          `${path.basename(filePath)} is being written by another program. Try again; if this stays, delete ${path.basename(lockPath)}.`,
          { file: lockPath, name: path.basename(filePath), lock: path.basename(lockPath) },
          { retryable: true },
        );
      } else await sleep(20);
    }
  }
  // A long change is no dead one: thousands of scripts on a network folder take their time.
  const alive = setInterval(() => {
    const now = new Date();
    utimes(lockPath, now, now).catch(() => {});
  }, lockStaleMs / 5);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    await rm(lockPath, { force: true });
  }
}
