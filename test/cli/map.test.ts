import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callTable, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

const mapFile = '; by hand, 2019\r\nWFM:0:1:1=ACD:Sales:offered\r\nWFM:0:1:1=$7.BAS\r\n';

async function home(mapping = mapFile) {
  const database = callTable([
    ['2026-03-02T08:00:00Z', 'Sales', 10, 9],
    ['2026-03-02T08:00:00Z', 'a:b=c', 3, 2],
  ]);
  return handWrittenHome(
    smallCentre(database, {
      mapping,
      scripts: { 7: 'Sub Main()\r\n  Result = Para1 * 200\r\nEnd Sub\r\n' },
    }),
  );
}

const mapOf = (folder: string) => readFile(path.join(folder, 'acd_map.ini'), 'utf8');

describe('xlink map', () => {
  it('lists mappings with names, sources taken apart and the state of their scripts', async () => {
    const listed = await xlink(await home(), ['map', 'list', '--json']);
    expect(listed.json()).toEqual({
      mappings: [
        {
          queue: 'Hotline',
          queueId: 1,
          valueType: 'Calls offered',
          valueTypeId: 1,
          entries: [{ source: 'ACD:Sales:offered', system: 'ACD', path: ['Sales'], valueType: 'offered' }],
          scenario: { number: 7, fileName: '7.BAS', state: 'changed' },
        },
      ],
    });
  });

  it('adds sources by name or id, writes the default script on request, and touches no other line', async () => {
    const folder = await home();
    const add = (...args: string[]) => xlink(folder, ['map', 'add', ...args, '--json']);
    const first = await add('hotline', 'Calls answered', 'ACD:Sales:answered', '--scenario', 'default');
    expect(first.exitCode).toBe(0);
    expect(first.json()).toMatchObject({ scenario: { number: 8, state: 'default' } });
    await add('1', '2', 'ACD:a:b=c:answered');
    expect(await mapOf(folder)).toBe(
      `${mapFile}WFM:0:1:2=ACD:Sales:answered\r\nWFM:0:1:2=ACD:a:b=c:answered\r\nWFM:0:1:2=$8.BAS\r\n`,
    );
    expect(await readFile(path.join(folder, '8.BAS'), 'utf8')).toMatch(
      /^Dim Result As Long\r\n[\s\S]*Para1 \* 100\r\n/,
    );
  });

  it('takes a script from a file, in CRLF as the old program writes it', async () => {
    const folder = await home();
    const file = path.join(folder, 'mine.bas');
    await writeFile(file, 'Sub Main()\nResult = Para1 * 50\nEnd Sub\n');
    await xlink(folder, ['map', 'add', '1', '2', 'ACD:Sales:answered', '--scenario', file]);
    expect(await readFile(path.join(folder, '8.BAS'), 'utf8')).toBe(
      'Sub Main()\r\nResult = Para1 * 50\r\nEnd Sub\r\n',
    );
    const absent = await xlink(folder, [
      'map',
      'add',
      '1',
      '2',
      'ACD:Sales:offered',
      '--scenario',
      'no.bas',
      '--json',
    ]);
    expect(absent.exitCode).toBe(1);
    expect(absent.json()).toMatchObject({ error: { code: 'FILE_UNREADABLE' } });
    expect(await mapOf(folder)).not.toContain('1:2=ACD:Sales:offered');
  });

  it('removes one source, or all of them with their script', async () => {
    const folder = await home();
    await xlink(folder, ['map', 'add', '1', '1', 'ACD:a:b=c:offered']);
    const one = await xlink(folder, ['map', 'remove', '1', '1', 'ACD:Sales:offered', '--json']);
    expect(one.json()).toMatchObject({ entries: [{ source: 'ACD:a:b=c:offered' }], scenario: { number: 7 } });
    const all = await xlink(folder, ['map', 'remove', 'Hotline', 'Calls offered', '--json']);
    expect(all.json()).toEqual({ queueId: 1, valueTypeId: 1, entries: [] });
    expect(await mapOf(folder)).toBe('; by hand, 2019\r\n');
    await expect(readFile(path.join(folder, '7.BAS'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a source of a system that does not exist', async () => {
    const folder = await home();
    const result = await xlink(folder, ['map', 'add', '1', '2', 'ADC:Sales:offered', '--json']);
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({
      error: { code: 'MAPPING_SOURCE_UNKNOWN', message: expect.stringContaining('"ADC"') },
    });
    expect(await mapOf(folder)).toBe(mapFile);
  });

  it('matches all queues of a system, replaces a renamed one everywhere, and takes each change back', async () => {
    const folder = await home('WFM:0:1:1=ACD:Old:offered\r\n');
    const before = await mapOf(folder);
    await xlink(folder, ['wfm', 'load', '-'], { stdin: '{"queues":[{"id":5,"name":"SALES"}]}' });
    const shown = await xlink(folder, ['map', 'match', 'acd', '--json']);
    expect(shown.json()).toEqual({
      system: 'ACD',
      matches: [
        expect.objectContaining({ queueId: 5, queue: 'SALES', path: ['Sales'], reason: 'same-letters' }),
      ],
    });
    const accepted = await xlink(folder, ['map', 'match', 'ACD', '--accept']);
    expect(accepted.stdout).toContain('2 value types mapped; journal 1');
    const added = 'WFM:0:5:1=ACD:Sales:offered\r\nWFM:0:5:2=ACD:Sales:answered\r\n';
    expect(await mapOf(folder)).toBe(`${before}${added}`);

    const replaced = await xlink(folder, ['map', 'replace', 'ACD', 'Old', 'a:b=c', '--json']);
    expect(replaced.json()).toEqual({ replaced: 1, journalId: 2 });
    expect(await mapOf(folder)).toBe(`WFM:0:1:1=ACD:a:b=c:offered\r\n${added}`);
    expect((await xlink(folder, ['map', 'replace', 'ACD', 'Old', 'x'])).stderr).toContain(
      'MAPPING_SOURCE_ABSENT',
    );

    await xlink(folder, ['map', 'undo', '1']);
    expect((await xlink(folder, ['map', 'undo', '2', '--json'])).json()).toMatchObject({ journalId: 4 });
    expect(await mapOf(folder)).toBe(before);
    await xlink(folder, ['map', 'redo', '2']);
    const journal = (await xlink(folder, ['map', 'journal'])).stdout.trim().split('\n');
    expect(journal).toHaveLength(5);
    expect(journal[0]).toContain('redo of 2: mapped ACD:a:b=c:offered in place of ACD:Old:offered');
    expect(journal[4]).toContain('[undone]');
    expect((await xlink(folder, ['map', 'undo', 'x'])).exitCode).toBe(2);
  });
});
