import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bitnessesIn, libraryFacts } from '#engine/odbc/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlink-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function elf(fileClass: 1 | 2): Buffer {
  const header = Buffer.alloc(64);
  header.write('\x7fELF', 'latin1');
  header[4] = fileClass;
  return header;
}

/** The beginning of a Windows program: DOS header, then `PE`, file header, optional header. */
function portableExecutable(magic: number): Buffer {
  const header = Buffer.alloc(256);
  header.write('MZ', 'latin1');
  header.writeUInt32LE(0x80, 0x3c);
  header.write('PE\0\0', 0x80, 'latin1');
  header.writeUInt16LE(magic, 0x80 + 24);
  return header;
}

function machO(magic: number): Buffer {
  const header = Buffer.alloc(64);
  header.writeUInt32BE(magic);
  return header;
}

function universal(...cpuTypes: readonly number[]): Buffer {
  const header = Buffer.alloc(128);
  header.writeUInt32BE(0xcafebabe);
  header.writeUInt32BE(cpuTypes.length, 4);
  for (const [index, type] of cpuTypes.entries()) header.writeUInt32BE(type, 8 + index * 20);
  return header;
}

describe('the bitness of a library', () => {
  it.each([
    ['ELF of 64 bits', elf(2), [64]],
    ['ELF of 32 bits', elf(1), [32]],
    ['PE32+', portableExecutable(0x20b), [64]],
    ['PE32', portableExecutable(0x10b), [32]],
    ['Mach-O of 64 bits', machO(0xcffaedfe), [64]],
    ['Mach-O of 32 bits', machO(0xcefaedfe), [32]],
    ['universal binary for Intel, old and new, and ARM', universal(7, 0x01000007, 0x0100000c), [32, 64, 64]],
    ['text', Buffer.from('/* GNU ld script */'.repeat(8)), []],
    ['file that ends early', elf(2).subarray(0, 20), []],
  ])('is read from the header: %s', (_, header, bitnesses) => {
    expect(bitnessesIn(header)).toEqual(bitnesses);
  });

  it('is that of the drivers of this machine', async () => {
    expect(bitnessesIn(readFileSync(process.execPath).subarray(0, 4096))).toEqual([64]);
    // Named as odbcinst.ini does, without a folder.
    expect(await libraryFacts('libsqlite3odbc.so')).toEqual({ bitness: 64 });
  });

  it('is that of a file, which may be missing', async () => {
    const path = join(folder, 'libold.so');
    writeFileSync(path, elf(1));
    expect(await libraryFacts(path)).toEqual({ bitness: 32 });
    expect(await libraryFacts(join(folder, 'libgone.so'))).toEqual({ isMissing: true });
    expect(await libraryFacts('libnowhere-to-be-found.so')).toEqual({});
  });
});
