import { access, open, readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/** How many bits addresses have: a program loads drivers of its own bitness only. */
export type Bitness = 32 | 64;

export const programBitness: Bitness = /64|s390x/.test(process.arch) ? 64 : 32;

/** What is known of the library of a driver without loading it. */
export interface LibraryFacts {
  /** Undefined: it was not found, or is of a form that is not known. */
  readonly bitness?: Bitness;
  /** It is named by its whole path, and there is no file. */
  readonly isMissing?: true;
}

const headerBytes = 4096;

/**
 * Looks at the header of a library. A name without a folder is looked for where loaders look; there they pass over
 * those of another bitness, so any one that fits counts.
 */
export async function libraryFacts(library: string): Promise<LibraryFacts> {
  if (isAbsolute(library)) {
    const exists = await access(library).then(
      () => true,
      () => false,
    );
    return exists ? factsOf(await bitnessesOf(library)) : { isMissing: true };
  }
  if (/[\\/]/.test(library)) return {};
  const found = await Promise.all(
    (await libraryFolders()).map((folder) => bitnessesOf(join(folder, library))),
  );
  return factsOf(found.flat());
}

function factsOf(bitnesses: readonly Bitness[]): LibraryFacts {
  const bitness = bitnesses.find((one) => one === programBitness) ?? bitnesses[0];
  return bitness === undefined ? {} : { bitness };
}

async function bitnessesOf(path: string): Promise<Bitness[]> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
      return bitnessesIn(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}

/** The bitnesses of a library by its first bytes: ELF (Linux), PE (Windows), Mach-O (macOS, also several in one). */
export function bitnessesIn(header: Buffer): Bitness[] {
  if (header.length < 64) return [];
  if (header.toString('latin1', 0, 4) === '\x7fELF') return header[4] === 2 ? [64] : [32];
  if (header.toString('latin1', 0, 2) === 'MZ') return portableExecutable(header);
  const magic = header.readUInt32BE(0);
  if (magic === 0xcffaedfe) return [64];
  if (magic === 0xcefaedfe) return [32];
  if (magic === 0xcafebabe || magic === 0xcafebabf) return universalBinary(header, magic === 0xcafebabf);
  return [];
}

function portableExecutable(header: Buffer): Bitness[] {
  const at = header.readUInt32LE(0x3c);
  const optionalHeader = at + 24;
  if (optionalHeader + 2 > header.length || header.toString('latin1', at, at + 4) !== 'PE\0\0') return [];
  const magic = header.readUInt16LE(optionalHeader);
  if (magic === 0x20b) return [64];
  return magic === 0x10b ? [32] : [];
}

function universalBinary(header: Buffer, hasLongEntries: boolean): Bitness[] {
  const entryBytes = hasLongEntries ? 32 : 20;
  const count = Math.min(header.readUInt32BE(4), Math.floor((header.length - 8) / entryBytes));
  return Array.from({ length: count }, (_, index) =>
    (header.readUInt32BE(8 + index * entryBytes) & 0x0100_0000) === 0 ? 32 : 64,
  );
}

async function libraryFolders(): Promise<string[]> {
  const { LD_LIBRARY_PATH = '', DYLD_LIBRARY_PATH = '' } = process.env;
  const told = [...LD_LIBRARY_PATH.split(':'), ...DYLD_LIBRARY_PATH.split(':')].filter((folder) => folder);
  const below = await readdir('/usr/lib').catch((): string[] => []);
  const byMachine = below.filter((name) => name.includes('-linux-')).map((name) => `/usr/lib/${name}`);
  const usual = [...byMachine, '/usr/lib64', '/usr/lib', '/usr/local/lib', '/opt/homebrew/lib'];
  return [...told, ...usual.flatMap((folder) => [join(folder, 'odbc'), folder])];
}
