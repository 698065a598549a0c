import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import { addCalls, callTable, smallCentre } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import type { HomeFiles } from '../../support/home.ts';

/* What a console asks for, over the contract: every answer has passed its schema. */

async function consoleOn(folder: string): Promise<Client<XlinkContract>> {
  const engine = await openEngine({ homeFolder: folder, secretKeyFile: path.join(folder, 'secret.key') });
  const [near, far] = memoryPorts();
  serve(contract, engine.handlers, far, { client: 'test', checkOutput: true });
  onTestFinished(() => engine.close());
  return createClient(contract, near);
}

async function open(more: Partial<HomeFiles> = {}) {
  const database = callTable([
    ['2026-03-29T00:30:00Z', 'Sales', 10, 9],
    ['2026-03-29T01:00:00Z', 'Sales', 20, 19],
    ['2026-03-29T01:00:00Z', 'Support', 7, 7],
  ]);
  const folder = await handWrittenHome(smallCentre(database, more));
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  return { database, folder, read, client: await consoleOn(folder) };
}

const target = { queueId: 1, valueTypeId: 1 };

describe('mapping', () => {
  it('every command gives back what takes it back, down to the byte', async () => {
    const { client, read } = await open();
    const before = { map: await read('acd_map.ini'), script: await read('1.BAS') };
    const commands: HomeCommand[][] = [
      [{ kind: 'add-entry', target, source: 'ACD:Support:offered' }],
      [{ kind: 'add-entry', target: { queueId: 1, valueTypeId: 7 }, source: 'ACD:Support:answered' }],
      [
        { kind: 'add-entry', target, source: 'ACD:Support:offered', at: 0 },
        { kind: 'move-entry', target, from: 0, to: 1 },
        { kind: 'remove-entry', target, index: 0, source: 'ACD:Sales:offered' },
        { kind: 'write-scenario', number: 1, text: "' mine\nSub Main()\nEnd Sub\n" },
      ],
      [
        { kind: 'set-script', target, script: null },
        { kind: 'write-scenario', number: 1, text: null },
      ],
    ];
    for (const step of commands) {
      const { inverse } = await client.call('mapping.apply', { commands: step });
      expect(await read('acd_map.ini')).not.toBe(before.map);
      await client.call('mapping.apply', { commands: inverse });
      expect({ map: await read('acd_map.ini'), script: await read('1.BAS') }).toEqual(before);
    }
  });

  it('a new script can be taken back, and its number is free again', async () => {
    const { client, read } = await open({ mapping: 'WFM:0:1:1=ACD:Sales:offered\r\n', scripts: {} });
    const text = 'Sub Main()\n  Result = Para1\nEnd Sub\n';
    const saved = await client.call('mapping.saveScenario', { target, text });
    expect(saved.number).toBe(1);
    expect(await read('acd_map.ini')).toContain('WFM:0:1:1=$1.BAS\r\n');
    expect(await client.call('scenario.read', { number: 1 })).toEqual({
      fileName: '1.BAS',
      text: text.replaceAll('\n', '\r\n'),
    });
    await client.call('mapping.apply', { commands: saved.inverse });
    expect(await read('acd_map.ini')).toBe('WFM:0:1:1=ACD:Sales:offered\r\n');
    await expect(client.call('scenario.read', { number: 1 })).rejects.toMatchObject({
      code: 'SCENARIO_MISSING',
    });
  });

  it('refuses a command that was made from another state of the file, and does none of its fellows', async () => {
    const { client, read } = await open();
    const before = await read('acd_map.ini');
    const commands: HomeCommand[] = [
      { kind: 'add-entry', target, source: 'ACD:Support:offered' },
      { kind: 'remove-entry', target, index: 0, source: 'ACD:Other:offered' },
    ];
    await expect(client.call('mapping.apply', { commands })).rejects.toMatchObject({ code: 'MAP_CONFLICT' });
    expect(await read('acd_map.ini')).toBe(before);
    await expect(
      client.call('mapping.saveScenario', { target: { queueId: 1, valueTypeId: 5 }, text: 'x' }),
    ).rejects.toMatchObject({ code: 'MAPPING_EMPTY' });
  });
});

describe('systems', () => {
  it('are added, configured by keys or as text, and removed: each seen at once, also by an editor', async () => {
    const { client, folder, read, database } = await open();
    const before = await read('isps_ul.ini');
    const added = { name: 'Branch', interface: 'universal', phoneLink: true, timeLink: false };
    await client.call('systems.add', added);
    await expect(client.call('systems.add', { ...added, name: 'branch' })).rejects.toMatchObject({
      code: 'SYSTEM_EXISTS',
    });
    await expect(
      client.call('systems.add', { ...added, name: 'Other', interface: 'nowhere' }),
    ).rejects.toMatchObject({ code: 'INTERFACE_UNKNOWN' });

    await client.call('systems.save', {
      name: 'Branch',
      change: {
        kind: 'keys',
        keys: {
          Source: database.connectionString,
          CallDataTable: 'calls',
          TimeStampColumn: 'stamp',
          TimeStampType: '1',
          QueueNameColumn: 'queue',
          ValueTypes: 'offered',
        },
      },
    });
    const tree = await client.call('tree.read', { system: 'Branch', fresh: false });
    expect(tree).toMatchObject({ kinds: [{ queues: [['Sales'], ['Support']], valueTypes: ['offered'] }] });

    const detail = await client.call('systems.read', { name: 'Branch' });
    expect(detail.keys.map(({ key }) => key)).toContain('CallDataTable');
    const { text } = detail;
    await client.call('systems.save', {
      name: 'Branch',
      revision: detail.revision,
      change: { kind: 'text', text: `${text.trimEnd()}\r\n; a note\r\n` },
    });
    expect(await read('isps_ul.ini')).toContain('; a note\r\n');
    await writeFile(
      path.join(folder, 'isps_ul.ini'),
      (await read('isps_ul.ini')).replace(
        'ValueTypes=offered\r\n; a note',
        'ValueTypes=offered;answered\r\n; a note',
      ),
    );
    // No restart and no "fresh": what a tree depends on has changed.
    expect(await client.call('tree.read', { system: 'Branch', fresh: false })).toMatchObject({
      kinds: [{ valueTypes: ['offered', 'answered'] }],
    });
    await expect(
      client.call('systems.save', {
        name: 'Branch',
        revision: detail.revision,
        change: { kind: 'keys', keys: {} },
      }),
    ).rejects.toMatchObject({ code: 'HOME_FILE_CHANGED', retryable: true });

    await client.call('systems.remove', { name: 'Branch' });
    expect((await read('isps_ul.ini')).trimEnd()).toBe(before.trimEnd());
    expect(await client.call('systems.list', {})).toMatchObject([{ name: 'ACD' }]);
  });

  it('show the statements of an import, and those work', async () => {
    const { client } = await open();
    const { statements } = await client.call('systems.statements', {
      name: 'ACD',
      from: '2026-03-29',
      to: '2026-03-30',
    });
    expect(statements.map(({ title }) => title)).toEqual(['QueueSQL', '2026-03-29', '2026-03-30']);
    expect(statements[1]?.sql).toContain('SUM(offered)');
    expect(statements[1]?.parameters).toContain('Sales');
  });

  it('a tree is read once for the same settings, again when asked, and its failure is in call_tree.log', async () => {
    const { client, database, folder } = await open();
    const first = await client.call('tree.read', { system: 'ACD', fresh: false });
    addCalls(database, [['2026-03-29T02:00:00Z', 'New', 1, 1]]);
    expect(await client.call('tree.read', { system: 'ACD', fresh: false })).toEqual(first);
    expect((await client.call('tree.read', { system: 'ACD', fresh: true })).kinds[0]?.queues).toContainEqual([
      'New',
    ]);

    const ini = await readFile(path.join(folder, 'isps_ul.ini'), 'utf8');
    await writeFile(path.join(folder, 'isps_ul.ini'), ini.replace('FROM calls ORDER', 'FROM cals ORDER'));
    await expect(client.call('tree.read', { system: 'ACD', fresh: false })).rejects.toMatchObject({
      code: 'ODBC_TABLE_MISSING',
      details: { key: 'QueueSQL', statement: expect.stringContaining('cals') },
    });
    const log = await client.call('home.log', { name: 'call_tree.log' });
    expect(log.text).toMatch(/ACD: 3 queues, 2 value types read/);
    expect(log.text).toMatch(
      /ODBC_TABLE_MISSING[\s\S]*statement: SELECT DISTINCT queue FROM cals[\s\S]*driver: .*cals/,
    );
  });
});

describe('values of a day', () => {
  it('come with every interval of the local day, the clock change in it, and the first and last day there are', async () => {
    const files = smallCentre(callTable([]));
    const { client } = await open({
      wfm: { ...files.wfm, queues: [{ id: 1, name: 'Hotline', timeZone: 'Europe/Paris' }] },
    });
    const empty = await client.call('data.day', { queueId: 1, valueTypeId: 1 });
    expect(empty).toMatchObject({ firstDay: null, lastDay: null });
    const { runId } = await client.call('imports.start', {
      stream: 'calls',
      from: '2026-03-28',
      to: '2026-03-30',
    });
    await client.watch('imports.watch', { runId }, () => {}).ended;
    const day = await client.call('data.day', { queueId: 1, valueTypeId: 1 });
    expect(day).toMatchObject({ day: '2026-03-29', timeZone: 'Europe/Paris', firstDay: '2026-03-29' });
    expect(day.intervals.length).toBe(92);
    expect(day.intervals.filter(({ value }) => value !== null)).toEqual([
      { startUtc: '2026-03-29T00:30:00Z', startLocal: '01:30', offset: '+01:00', value: 10 },
      { startUtc: '2026-03-29T01:00:00Z', startLocal: '03:00', offset: '+02:00', value: 20 },
    ]);
    await expect(client.call('data.day', { queueId: 77, valueTypeId: 1 })).rejects.toMatchObject({
      code: 'QUEUE_UNKNOWN',
    });
  });
});

describe('a home that others change', () => {
  it('tells of it by kind: settings, mapping, scripts, store', async () => {
    const { client, folder, read } = await open();
    const kinds = new Set<string>();
    const seen = (kind: string) => expect.poll(() => [...kinds], { timeout: 60_000 }).toContain(kind);
    client.watch('home.watch', {}, ({ kind }) => kinds.add(kind));
    const touch = async (name: string) => writeFile(path.join(folder, name), `${await read(name)}\r\n`);
    // At once, when the folder is still looked through for the first time.
    await touch('isps_ul.ini');
    await seen('settings');
    const info = await client.call('home.info', {});
    expect(info).toMatchObject({ homeFolder: folder, databaseName: 'WFM', sample: false });
    await touch('acd_map.ini');
    await seen('mapping');
    await touch('1.BAS');
    await seen('scenarios');
    const other = await consoleOn(folder);
    const { runId } = await other.call('imports.start', {
      stream: 'calls',
      from: '2026-03-29',
      to: '2026-03-29',
    });
    await other.watch('imports.watch', { runId }, () => {}).ended;
    await seen('values');
  }, 300_000);
});
