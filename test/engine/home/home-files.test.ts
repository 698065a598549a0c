import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openHome } from '#engine/home/home.ts';
import { readHomeFile, updateHomeFile } from '#engine/home/home-file.ts';
import { mappings, parseMap } from '#shared/domain/mapping/document.ts';
import { section, settings } from '../../support/acd.ts';
import { homeWith, readHomeText, temporaryFolder } from '../../support/home.ts';

const writer = fileURLToPath(new URL('mapping-writer.ts', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array) => new TextDecoder().decode(content);

describe('a file of the home', () => {
  it('is changed as it is at that moment; the version before stays beside it', async () => {
    const file = path.join(await temporaryFolder(), 'isps_ul.ini');
    expect(await readHomeFile(file)).toEqual({ bytes: new Uint8Array(0), revision: 'absent' });
    const first = await updateHomeFile(file, 'absent', () => bytes('one'));
    expect(first.changed).toBe(true);
    const second = await updateHomeFile(file, first.revision, (now) => bytes(`${text(now)} two`));
    expect(await readFile(file, 'utf8')).toBe('one two');
    expect(await readFile(`${file}.previous`, 'utf8')).toBe('one');
    expect((await readHomeFile(file)).revision).toBe(second.revision);
    const same = await updateHomeFile(file, second.revision, (now) => now);
    expect(same).toEqual({ revision: second.revision, changed: false });
    await updateHomeFile(file, undefined, () => null);
    expect((await readHomeFile(file)).revision).toBe('absent');
    expect(await readFile(`${file}.previous`, 'utf8')).toBe('one two');
  });

  it('that someone else changed since it was read is left as they wrote it', async () => {
    const file = path.join(await temporaryFolder(), 'isps_ul.ini');
    await writeFile(file, 'mine');
    const { revision } = await readHomeFile(file);
    await writeFile(file, 'theirs');
    await expect(updateHomeFile(file, revision, () => bytes('mine, changed'))).rejects.toMatchObject({
      code: 'HOME_FILE_CHANGED',
      retryable: true,
    });
    expect(await readFile(file, 'utf8')).toBe('theirs');
  });

  it('that someone else writes in the very moment of a change is not overwritten either', async () => {
    const file = path.join(await temporaryFolder(), 'acd_map.ini');
    await writeFile(file, 'mine');
    const { writeFileSync } = await import('node:fs');
    await updateHomeFile(file, undefined, (now) => {
      if (text(now) === 'mine') writeFileSync(file, 'theirs');
      return bytes(`${text(now)}, changed`);
    });
    expect(await readFile(file, 'utf8')).toBe('theirs, changed');
  });

  it('is whole again after a program died in the middle of a change: its lock is taken over', async () => {
    const file = path.join(await temporaryFolder(), 'isps_ul.ini');
    await writeFile(file, 'before');
    await writeFile(`${file}.lock`, '999999');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(`${file}.lock`, longAgo, longAgo);
    await updateHomeFile(file, undefined, () => bytes('after'));
    expect(await readFile(file, 'utf8')).toBe('after');
    await expect(readFile(`${file}.lock`)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is waited for while others write it one after the other, not while one holds it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const file = path.join(await temporaryFolder(), 'isps_ul.ini');
    const lock = `${file}.lock`;
    const heldByAnother = async () => {
      // Beside the one before, so that it is another file whatever the file system.
      await writeFile(`${lock}.next`, '1');
      await rename(`${lock}.next`, lock);
    };
    /** Whoever waits has looked meanwhile. */
    const pass = async (seconds: number) => {
      for (let look = 0; look < 5; look += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        await stat(lock);
      }
      vi.setSystemTime(Date.now() + seconds * 1000);
      await utimes(lock, new Date(), new Date());
    };
    await heldByAnother();
    const turn = updateHomeFile(file, undefined, () => bytes('after'));
    for (let other = 0; other < 8; other += 1) {
      await pass(1);
      await heldByAnother();
    }
    await rm(lock);
    expect((await turn).changed).toBe(true);

    await heldByAnother();
    let refusal: unknown;
    updateHomeFile(file, undefined, () => bytes('never')).catch((error: unknown) => {
      refusal = error;
    });
    while (refusal === undefined) await pass(3);
    expect(refusal).toMatchObject({ code: 'HOME_FILE_LOCKED', retryable: true });
    expect(await readFile(file, 'utf8')).toBe('after');
  });

  it('keeps its owner and its permissions', async () => {
    const file = path.join(await temporaryFolder(), 'isps_ul.ini');
    await writeFile(file, 'before', { mode: 0o640 });
    await chmod(file, 0o640);
    await updateHomeFile(file, undefined, () => bytes('after'));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });
});

describe('two programs on one home', () => {
  it('that add 50 mappings with scripts each lose none, and share no script', async () => {
    const home = await homeWith({
      settings: settings(section('ACD', { Source: 'none' })),
      mapping: '; written by hand\r\nWFM:0:900:1=ACD:Old:offered\r\n',
      wfm: {
        queues: Array.from({ length: 100 }, (_, index) => ({ id: index + 1, name: `Queue ${index + 1}` })),
        valueTypes: [{ id: 1, name: 'Calls' }],
      },
    });
    const folder = home.paths.folder;
    const writers = [
      ['1', '50'],
      ['51', '100'],
    ].map((range) =>
      spawn(process.execPath, [writer, folder, ...range], { stdio: ['ignore', 'inherit', 'inherit'] }),
    );
    const codes = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);

    const document = await readHomeText(home, 'acd_map.ini');
    expect(document.startsWith('; written by hand\r\nWFM:0:900:1=ACD:Old:offered\r\n')).toBe(true);
    const found = mappings(parseMap(bytes(document))).filter((mapping) => mapping.target.queueId !== 900);
    expect(found.map((mapping) => mapping.target.queueId).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    for (const mapping of found) {
      const { queueId } = mapping.target;
      expect(mapping.entries.map(({ source }) => source)).toEqual([`ACD:Queue ${queueId}:offered`]);
      expect(await readHomeText(home, `${mapping.script?.number}.BAS`)).toContain(`' queue ${queueId}\r\n`);
    }
    const left = (await readdir(folder)).filter((name) => /lock|tmp|\.\d+$/.test(name));
    expect(left).toEqual([]);
  }, 120_000);

  it('see each other at once: nothing is held between two requests', async () => {
    const home = await homeWith({ settings: '', mapping: '', wfm: { queues: [{ id: 1, name: 'A' }] } });
    const other = await openHome(home.paths.folder, path.join(home.paths.folder, 'secret.key'));
    await home.store.load({ queues: [{ id: 2, name: 'B' }] });
    expect((await other.store.directory()).queues.map(({ id }) => id)).toEqual([1, 2]);
    await other.close();
  });
});
