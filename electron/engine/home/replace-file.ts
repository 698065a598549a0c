import { randomBytes } from 'node:crypto';
import { copyFile, open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Puts `bytes` in the place of a file in one step: written beside it, forced to disk, renamed. Rights and owner stay;
 * the version before is kept as `<name>.previous`. `isStill` is asked last of all; when it says no, nothing is done.
 *
 * @returns whether the file was replaced.
 */
export async function replaceFile(
  filePath: string,
  bytes: Uint8Array,
  isStill: () => Promise<boolean>,
): Promise<boolean> {
  // A link stays one: what it leads to is replaced.
  const target = await realpath(filePath).catch(() => filePath);
  const present = await stat(target).catch(() => undefined);
  const temporary = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o666);
    try {
      await handle.writeFile(bytes);
      if (present) {
        await handle.chmod(present.mode & 0o777);
        // Only root may give a file away; for others it is their own already, or becomes it.
        await handle.chown(present.uid, present.gid).catch(() => {});
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await isStill())) return false;
    if (present) await copyFile(target, `${filePath}.previous`);
    await rename(temporary, target);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}
