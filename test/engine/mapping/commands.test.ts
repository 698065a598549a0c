import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HomeCommand, MappingView } from '#shared/contract/mapping.ts';
import {
  copyQueueCommands,
  mapQueuesCommands,
  replaceQueueCommands,
} from '#shared/domain/mapping/whole-queue.ts';
import { map, script, section, settings } from '../../support/acd.ts';
import { consoleOn } from '../../support/console.ts';
import { homeWith } from '../../support/home.ts';

const valueTypes = [
  { id: 1, name: 'Calls offered' },
  { id: 2, name: 'Calls answered' },
];

async function open(mapping: string, scripts: Record<number, string> = {}, queueCount = 3) {
  const home = await homeWith({
    settings: settings(section('ACD', { Source: 'none' })),
    mapping,
    scripts,
    wfm: {
      queues: Array.from({ length: queueCount }, (_, index) => ({
        id: index + 1,
        name: `Queue ${index + 1}`,
      })),
      valueTypes,
    },
  });
  const { folder } = home.paths;
  const client = await consoleOn(folder);
  /** All bytes that belong to mappings. */
  async function files(): Promise<Record<string, string>> {
    const names = (await readdir(folder)).filter((name) => /^(acd_map\.ini|\d+\.bas)$/i.test(name));
    const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'latin1')));
    return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
  }
  const views = async (): Promise<MappingView[]> => (await client.call('mapping.read', {})).mappings;
  return { home, folder, client, files, views };
}

const offeredAndAnswered = [
  { valueType: 'offered', valueTypeId: 1 },
  { valueType: 'answered', valueTypeId: 2 },
];

describe('a batch of commands', () => {
  it('maps whole queues with their scripts, and its inverse gives all files back', async () => {
    const { client, files, views } = await open('; by hand\r\nWFM:0:1:1=ACD:A:offered\r\n');
    const before = await files();
    const commands = mapQueuesCommands(
      [
        { system: 'ACD', path: ['A'], queueId: 1, pairs: offeredAndAnswered },
        { system: 'ACD', path: ['B'], queueId: 2, pairs: offeredAndAnswered },
      ],
      await views(),
      { scripts: true },
    );
    const { inverse } = await client.call('mapping.apply', { commands: commands as HomeCommand[] });
    const after = await files();
    expect(Object.keys(after).sort()).toEqual(['1.BAS', '2.BAS', '3.BAS', 'acd_map.ini']);
    expect(after['acd_map.ini']).toBe(
      '; by hand\r\nWFM:0:1:1=ACD:A:offered\r\nWFM:0:1:2=ACD:A:answered\r\nWFM:0:1:2=$1.BAS\r\n' +
        'WFM:0:2:1=ACD:B:offered\r\nWFM:0:2:1=$2.BAS\r\nWFM:0:2:2=ACD:B:answered\r\nWFM:0:2:2=$3.BAS\r\n',
    );
    const undone = await client.call('mapping.apply', { commands: inverse });
    expect(await files()).toEqual(before);
    await client.call('mapping.apply', { commands: undone.inverse });
    expect(await files()).toEqual(after);
  });

  it('copies a queue with its scripts, each target its own file, in the place of what it had', async () => {
    const { client, files, views } = await open(
      map('0:1:1=ACD:A:offered', '0:1:1=Other:X:calls', '0:1:1=$7.BAS', '0:2:1=ACD:Old:offered'),
      { 7: script(2, 'Result = Para1 * 50') },
    );
    const before = await files();
    const texts = new Map([[7, (await client.call('scenario.read', { number: 7 })).text]]);
    const targets = [
      { queueId: 2, system: 'ACD', path: ['B'] },
      { queueId: 3, system: 'ACD', path: ['C', 'D'] },
    ];
    const commands = copyQueueCommands(1, targets, await views(), texts) as HomeCommand[];
    const { inverse } = await client.call('mapping.apply', { commands });
    const after = await files();
    expect(after['acd_map.ini']).toBe(
      map(
        '0:1:1=ACD:A:offered',
        '0:1:1=Other:X:calls',
        '0:1:1=$7.BAS',
        '0:2:1=ACD:B:offered',
        '0:2:1=Other:X:calls',
        '0:2:1=$8.BAS',
        '0:3:1=ACD:C:D:offered',
        '0:3:1=Other:X:calls',
        '0:3:1=$9.BAS',
      ),
    );
    expect(after['8.BAS']).toBe(after['7.BAS']);
    expect(after['9.BAS']).toBe(after['7.BAS']);
    await client.call('mapping.apply', { commands: inverse });
    expect(await files()).toEqual(before);
  });

  it('replaces a renamed external queue everywhere and leaves the rest of each line alone', async () => {
    const { client, files, views } = await open(
      'wfm : 1:1:1 =  ACD:Old name:offered \nWFM:0:2:2=ACD:Old name:answered\nWFM:0:3:1=ACD:Old names:offered',
    );
    const before = await files();
    const commands = replaceQueueCommands(
      await views(),
      'acd',
      ['Old name'],
      ['New', 'Name'],
    ) as HomeCommand[];
    expect(commands).toHaveLength(2);
    const { inverse } = await client.call('mapping.apply', { commands });
    expect((await files())['acd_map.ini']).toBe(
      'wfm : 1:1:1 =  ACD:New:Name:offered \nWFM:0:2:2=ACD:New:Name:answered\nWFM:0:3:1=ACD:Old names:offered',
    );
    await client.call('mapping.apply', { commands: inverse });
    expect(await files()).toEqual(before);
  });

  it('gives a script back in the very bytes it had: ANSI, Unicode, line ends of another system', async () => {
    const { client, folder, files } = await open(map('0:1:1=ACD:A:offered', '0:1:1=$1.BAS'));
    const target = { queueId: 1, valueTypeId: 1 };
    const bodies = [
      Buffer.from("' caf\xe9\nSub Main()\n  Result = Para1\nEnd Sub", 'latin1'),
      Buffer.from("\ufeff' Größe\r\nSub Main()\r\nEnd Sub\r\n", 'utf16le'),
    ];
    for (const bytes of bodies) {
      await writeFile(path.join(folder, '1.BAS'), bytes);
      const before = await files();
      for (const text of ['Sub Main()\nEnd Sub\n', '']) {
        const saved = await client.call('mapping.saveScenario', { target, text });
        expect(await files()).not.toEqual(before);
        await client.call('mapping.apply', { commands: saved.inverse });
        expect(await files()).toEqual(before);
      }
    }
  });

  it('does nothing at all when one of its commands does not fit, scripts included', async () => {
    const { client, files } = await open(map('0:1:1=ACD:A:offered', '0:1:1=$1.BAS'), { 1: 'Sub Main()' });
    const before = await files();
    const target = { queueId: 1, valueTypeId: 1 };
    const wrong: HomeCommand[] = [
      { kind: 'create-scenario', target, text: 'x' },
      { kind: 'set-script', target, script: 2, before: 5 },
      { kind: 'write-scenario', number: 1, text: 'x', before: 'Sub Other()' },
      { kind: 'write-scenario', number: 1, text: 'x', before: null },
      { kind: 'write-scenario', number: 4, text: 'x', before: 'y' },
      { kind: 'replace-entry', target, index: 0, source: 'ACD:B:offered', replacement: 'ACD:C:offered' },
      { kind: 'replace-entry', target, index: 1, source: 'ACD:B:offered', replacement: 'ACD:C:offered' },
    ];
    for (const command of wrong) {
      const commands: HomeCommand[] = [
        { kind: 'create-scenario', target: { queueId: 2, valueTypeId: 1 }, text: 'Sub Main()' },
        { kind: 'add-entry', target, source: 'ACD:C:offered' },
        command,
      ];
      await expect(client.call('mapping.apply', { commands })).rejects.toMatchObject({
        code: 'MAP_CONFLICT',
      });
      expect(await files()).toEqual(before);
    }
  });

  it('puts all files back when one cannot be written', async () => {
    const { client, folder, files } = await open(map('0:1:1=ACD:A:offered'));
    const before = await files();
    const { mkdir, rm } = await import('node:fs/promises');
    // A folder in the place of a script can be neither read nor replaced.
    await mkdir(path.join(folder, '5.BAS'));
    const commands: HomeCommand[] = [
      { kind: 'create-scenario', target: { queueId: 1, valueTypeId: 1 }, text: 'Sub Main()' },
      { kind: 'write-scenario', number: 5, text: 'Sub Main()' },
    ];
    await expect(client.call('mapping.apply', { commands })).rejects.toMatchObject({ code: /^HOME_FILE_/ });
    await rm(path.join(folder, '5.BAS'), { recursive: true });
    expect(await files()).toEqual(before);
    expect((await readdir(folder)).filter((name) => /\.(lock|batch|tmp)$/.test(name))).toEqual([]);
  });

  it('of a program that died within it is cleared up by the next one: all of it stays, or nothing', async () => {
    const { client, folder, files } = await open(map('0:1:1=ACD:A:offered'), { 1: 'Sub Main()' });
    const before = await files();
    const { revisionOf } = await import('#engine/home/home-file.ts');
    const bytes = Buffer.from(before['acd_map.ini']!, 'latin1');
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const note = {
      mapBefore: revisionOf(bytes),
      mapAfter: 'a map that was never written',
      scripts: [
        { fileName: '1.BAS', before: base64('Sub Main()'), after: base64('Sub Half()') },
        { fileName: '2.BAS', before: null, after: base64('Sub New()') },
        { fileName: '3.BAS', before: null, after: base64('Sub Late()') },
      ],
    };
    await writeFile(path.join(folder, 'acd_map.ini.batch'), JSON.stringify(note));
    await writeFile(path.join(folder, '1.BAS'), 'Sub Half()');
    await writeFile(path.join(folder, '2.BAS'), 'Sub New()');
    const target = { queueId: 2, valueTypeId: 1 };
    const add: HomeCommand = { kind: 'add-entry', target, source: 'ACD:B:offered' };
    await client.call('mapping.apply', { commands: [add] });
    const { 'acd_map.ini': _, ...scripts } = await files();
    expect(scripts).toEqual({ '1.BAS': 'Sub Main()' });
    expect(await readdir(folder)).not.toContain('acd_map.ini.batch');

    const map2 = await readFile(path.join(folder, 'acd_map.ini'));
    const second = {
      mapBefore: 'the map before',
      mapAfter: revisionOf(map2),
      scripts: [{ fileName: '1.BAS', before: base64('Sub Main()'), after: null }],
    };
    await writeFile(path.join(folder, 'acd_map.ini.batch'), JSON.stringify(second));
    await consoleOn(folder);
    expect(Object.keys(await files())).toEqual(['acd_map.ini']);
  });

  it('of a thousand additions with a script each is one change, and quick', async () => {
    const { client, files, views } = await open('', {}, 500);
    const pairs = Array.from({ length: 500 }, (_, index) => ({
      system: 'ACD',
      path: [`Queue ${index + 1}`],
      queueId: index + 1,
      pairs: offeredAndAnswered,
    }));
    const commands = mapQueuesCommands(pairs, await views(), { scripts: true }) as HomeCommand[];
    const started = performance.now();
    const { inverse } = await client.call('mapping.apply', { commands });
    const appliedMs = performance.now() - started;
    expect(Object.keys(await files())).toHaveLength(1001);
    await client.call('mapping.apply', { commands: inverse });
    expect(Object.keys(await files())).toEqual(['acd_map.ini']);
    expect(commands).toHaveLength(2000);
    console.log(`2,000 commands with 1,000 scripts: ${Math.round(appliedMs)} ms`);
  }, 60_000);
});
