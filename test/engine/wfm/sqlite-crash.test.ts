import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { mountShell } from '../../support/mount.ts';
import { killWriters, partsOfDays } from './killed-writer.ts';
import { scratchFolder } from './scratch.ts';

const helper = join(import.meta.dirname, 'store-process.ts');
const KILLS = 20;

/** What there is of the days in a file that is whole. */
function partsIn(file: string): readonly object[] {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare<[], object>(partsOfDays).all();
  } finally {
    database.close();
  }
}

describe('A program that commits days and is killed', () => {
  it(`leaves whole days only and a run that can be resumed, ${KILLS} times`, {
    timeout: 180_000,
  }, async () => {
    const file = join(scratchFolder(), 'wfm.db');
    await killWriters(KILLS, file, { open: () => openSqliteStore(file), parts: async () => partsIn(file) });
  });
});

const shell = mountShell();
if (!shell)
  console.warn(
    'Not run: a store on a full disk. This system lets no test mount a small tmpfs (unshare, mount).',
  );

describe.skipIf(!shell)('A store on a disk that is full', () => {
  it('says so, has the days before, and goes on once there is space', () => {
    const disk = scratchFolder();
    const script = `mount -t tmpfs -o size=6m tmpfs "$1"
      head -c 3000000 /dev/zero > "$1/ballast"
      "$2" "$3" fill "$1/wfm.db" "$1/ballast"`;
    const printed = execFileSync('unshare', [...shell!, script, 'sh', disk, process.execPath, helper], {
      encoding: 'utf8',
    });
    const { code, retryable, day, unwritten, next, integrity } = JSON.parse(printed);
    expect({ code, retryable, integrity }).toEqual({
      code: 'STORE_DISK_FULL',
      retryable: true,
      integrity: 'ok',
    });
    expect(unwritten).toBe(day);
    expect(next > day).toBe(true);
  });
});
