import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { openHome } from '#engine/home/home.ts';
import { openLogs } from '#engine/home/logs.ts';
import { createSampleHome } from '#engine/sample/home.ts';
import { temporaryFolder } from '../../support/home.ts';

async function startOn(folder: string) {
  const engine = await openEngine({ homeFolder: folder, secretKeyFile: path.join(folder, 'secret.key') });
  onTestFinished(() => engine.close());
  const call = { client: 'test', signal: new AbortController().signal };
  const info = await engine.handlers['home.info']({}, call);
  return { engine, info, files: await readdir(folder) };
}

describe('the first start of a console', () => {
  it('puts the sample contact centre into an empty home, and leaves it as it is at the next start', async () => {
    const folder = path.join(await temporaryFolder(), 'new', 'home');
    const first = await startOn(folder);
    expect(first.info.sample).toBe(true);
    expect(first.files).toEqual(
      expect.arrayContaining(['isps_ul.ini', 'acd_map.ini', '1.BAS', 'sample-acd.db']),
    );
    await first.engine.close();
    await writeFile(path.join(folder, 'acd_map.ini'), '; all mine now\r\n');
    const second = await startOn(folder);
    expect(second.info.sample).toBe(true);
    const belongings = (files: readonly string[]) =>
      files.filter((name) => !name.startsWith('wfm.db')).sort();
    expect(belongings(second.files)).toEqual(belongings(first.files));
  });

  it('goes on where the very first start was cut off before the store was filled', async () => {
    const folder = await temporaryFolder();
    await createSampleHome({ homeFolder: folder, lastDay: '2026-04-20' });
    const { engine, info } = await startOn(folder);
    expect(info.sample).toBe(true);
    const call = { client: 'test', signal: new AbortController().signal };
    expect((await engine.handlers['wfm.read']({}, call)).queues.length).toBe(14);
  });

  const used: [string, (folder: string) => Promise<unknown>][] = [
    ['settings', (folder) => writeFile(path.join(folder, 'isps_ul.ini'), '')],
    ['mappings', (folder) => writeFile(path.join(folder, 'acd_map.ini'), '')],
    ['scripts', (folder) => writeFile(path.join(folder, '7.BAS'), '')],
    [
      'WFM queues',
      async (folder) => {
        const home = await openHome(folder, path.join(folder, 'secret.key'));
        await home.store.load({ queues: [{ name: 'Mine' }] });
        await home.close();
      },
    ],
  ];
  for (const [what, prepare] of used) {
    it(`makes no sample where there are ${what} already, and starts all the same`, async () => {
      const folder = await temporaryFolder();
      await prepare(folder);
      const { info, files } = await startOn(folder);
      expect(info.sample).toBe(false);
      expect(files).not.toContain('sample-acd.db');
    });
  }
});

describe('logs', () => {
  it('rotate by size and keep so many files, whoever writes them', async () => {
    const folder = await temporaryFolder();
    const limits = { maxFileBytes: 1000, keptFiles: 2, keptDays: 90 };
    const [one, other] = [openLogs(folder, limits), openLogs(folder, limits)];
    for (let line = 0; line < 100; line += 1)
      (line % 2 ? one : other).write('isps_ul.log', `entry ${line}\nmore`);
    expect((await readdir(folder)).sort()).toEqual(['isps_ul.log', 'isps_ul.log.1', 'isps_ul.log.2']);
  });
});
