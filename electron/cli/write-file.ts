import { once } from 'node:events';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import { interruptSignal } from './context.ts';

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string>;

/** Writes pieces to standard output, as fast as it takes them. */
export async function writeOut(pieces: Pieces): Promise<void> {
  for await (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}

/** What was there before stays until the whole is written; what broke off leaves nothing. Gives the bytes. */
export async function writeFile(file: string, pieces: Pieces): Promise<number> {
  const part = `${file}.part`;
  const interrupted = interruptSignal();
  let handle: FileHandle | undefined;
  let bytes = 0;
  try {
    handle = await open(part, 'w').catch(unwritable(file));
    for await (const piece of pieces) {
      interrupted.throwIfAborted();
      const data = typeof piece === 'string' ? Buffer.from(piece) : piece;
      await handle.writeFile(data).catch(unwritable(file));
      bytes += data.byteLength;
    }
    await handle.close();
    await rename(part, file).catch(unwritable(file));
    return bytes;
  } catch (error) {
    await handle?.close().catch(() => {});
    if (handle !== undefined) await rm(part, { force: true });
    if (interrupted.aborted) throw new XlinkError('CANCELLED', 'The export was cancelled.');
    throw error;
  }
}

function unwritable(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new XlinkError(
      'EXPORT_FILE_UNWRITABLE',
      `${file} cannot be written (${error.code}). Check the folder, its permissions and the free space.`,
      { file, reason: error.code },
      { cause: error },
    );
  };
}
