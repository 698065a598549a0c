import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';

const document = {
  queues: [
    { id: 1001, name: 'Customer service', timeZone: 'Europe/Paris', intervalMinutes: 30 },
    {
      id: 1002,
      name: 'Hotline',
      parent: 'Customer service',
      timeZone: 'Europe/Paris',
      intervalMinutes: 15,
      active: true,
    },
    { name: 'Été "à part"', parent: 'Seasons', timeZone: '-03:30', intervalMinutes: 60, active: false },
  ],
  valueTypes: [{ id: 1, name: 'Calls offered', unit: 'count' }, { name: 'AHT' }],
  externalSystems: [{ name: 'Bank', interface: 'universal', phoneLink: true, timeLink: false }],
};

describe('xlink wfm load', () => {
  it('adds what the file lists, and nothing when it is done again', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'wfm.json');
    // A byte order mark is what Windows editors put in front.
    await writeFile(file, `\uFEFF${JSON.stringify(document)}`);
    const first = await xlink(folder, ['wfm', 'load', file, '--json']);
    expect(first.exitCode).toBe(0);
    expect(first.json()).toEqual({
      queues: { added: 4, changed: 0, unchanged: 0 },
      valueTypes: { added: 2, changed: 0, unchanged: 0 },
      externalSystems: { added: 1, changed: 0, unchanged: 0 },
    });
    const dumped = await xlink(folder, ['wfm', 'dump', '--json']);
    const again = await xlink(folder, ['wfm', 'load', file, '--json']);
    expect(again.json()).toMatchObject({
      queues: { added: 0, changed: 0, unchanged: 4 },
      valueTypes: { added: 0, changed: 0 },
      externalSystems: { added: 0, changed: 0 },
    });
    expect((await xlink(folder, ['wfm', 'dump', '--json'])).stdout).toBe(dumped.stdout);
  });

  it('takes what "wfm dump" printed: the other home then dumps the same', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    await xlink(one, ['wfm', 'load', '-'], { stdin: JSON.stringify(document) });
    const dump = (await xlink(one, ['wfm', 'dump'])).stdout;
    expect(dump).toContain('"name": "Été \\"à part\\""');
    const loaded = await xlink(other, ['wfm', 'load', '-'], { stdin: dump });
    expect(loaded.exitCode).toBe(0);
    expect((await xlink(other, ['wfm', 'dump'])).stdout).toBe(dump);
  });

  it('loads all of a file or nothing, and names the place that is wrong', async () => {
    const folder = await temporaryFolder();
    const load = (stdin: string) => xlink(folder, ['wfm', 'load', '-', '--json'], { stdin });
    const faults: [string, string][] = [
      ['{"queues": [', 'JSON'],
      ['{"queues": [{"name": "A"}, {"name": "B", "intervalMinutes": 7}]}', 'queues[1].intervalMinutes'],
      ['{"queues": [{"name": "A"}, {"name": "B", "timeZone": "Paris"}]}', 'queues[1].timeZone'],
      ['{"queues": [{"name": "A"}], "valueTypes": [{"id": 1}]}', 'valueTypes[0].name'],
      ['{"queues": [{"name": "A", "parent": "A"}]}', 'queues[0].parent'],
      ['{"queues": [{"name": "A", "colour": "red"}]}', 'queues[0]'],
      ['[]', ''],
    ];
    for (const [text, place] of faults) {
      const result = await load(text);
      expect(result.exitCode, text).toBe(1);
      expect(result.json()).toMatchObject({
        error: { code: 'WFM_LOAD_INVALID', message: expect.stringContaining(place) },
      });
    }
    expect((await xlink(folder, ['wfm', 'dump', '--json'])).json()).toMatchObject({
      queues: [],
      valueTypes: [],
      externalSystems: [],
    });
  });

  it('writes the parents of queues that moved into acd_map.ini, and says so', async () => {
    const folder = await temporaryFolder();
    const load = () => xlink(folder, ['wfm', 'load', '-', '--json'], { stdin: JSON.stringify(document) });
    await load();
    await writeFile(path.join(folder, 'acd_map.ini'), 'DB:0:1002:1=Bank:A:b\r\nDB:7:4711:1=Bank:A:b\r\n');
    expect((await load()).json()).toMatchObject({
      mapping: {
        linesMoved: 1,
        copy: expect.stringMatching(/^Acd_map\d{12}\.ini$/),
        unknownQueueIds: [4711],
      },
    });
    expect(await readFile(path.join(folder, 'acd_map.ini'), 'utf8')).toBe(
      'DB:1001:1002:1=Bank:A:b\r\nDB:7:4711:1=Bank:A:b\r\n',
    );
  });
});
