import { describe, expect, it } from 'vitest';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { mapQueuesCommands } from '#shared/domain/mapping/whole-queue.ts';
import { callKeys, callTable, map, section, settings } from '../../support/acd.ts';
import { consoleOn } from '../../support/console.ts';
import { homeWith } from '../../support/home.ts';

async function open(queues: readonly string[], wfmQueues: readonly object[], mapping = '') {
  const database = callTable([]);
  const values = queues.map((name) => `(1774749600, '${name.replaceAll("'", "''")}', 1, 1)`);
  database.exec(`INSERT INTO calls VALUES ${values.join(',')}`);
  const home = await homeWith({
    settings: settings(section('ACD', { Source: database.connectionString, ...callKeys })),
    mapping,
    wfm: {
      queues: wfmQueues as never,
      valueTypes: [
        { id: 1, name: 'Angebotene Anrufe' },
        { id: 2, name: 'Beantwortete Anrufe' },
        { id: 3, name: 'Mittlere Wartezeit' },
      ],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
  return { home, client: await consoleOn(home.paths.folder) };
}

describe('matching all queues of a system', () => {
  const wfmQueues = [
    { id: 1, name: 'Deutschland' },
    { id: 2, name: 'Kundenservice Berlin', parent: 'Deutschland' },
    { id: 3, name: 'Rechnungen', parent: 'Deutschland' },
    { id: 4, name: 'Closed', parent: 'Deutschland', active: false },
    { id: 5, name: 'Mapped', parent: 'Deutschland' },
    { id: 6, name: 'Nobody knows', parent: 'Deutschland' },
  ];
  const external = ['BERLIN_CUSTOMER_SERVICE', 'Billing', 'Closed', 'Mapped'];

  it('proposes for active queues without anything of the system; groups only hold others', async () => {
    const { client } = await open(external, wfmQueues, map('1:5:1=ACD:Mapped:offered'));
    const { rows, kinds, externalQueues } = await client.call('match.propose', { system: 'ACD' });
    expect(externalQueues).toBe(4);
    expect(
      rows.map(({ queueId, candidates, proposed }) => [
        queueId,
        proposed === null ? null : candidates[proposed]!.path.join('/'),
      ]),
    ).toEqual([
      [2, 'BERLIN_CUSTOMER_SERVICE'],
      [3, 'Billing'],
      [6, null],
    ]);
    expect(kinds).toMatchObject([
      {
        id: '',
        valueTypes: ['offered', 'answered'],
        pairing: {
          pairs: [
            { valueType: 'offered', valueTypeId: 1 },
            { valueType: 'answered', valueTypeId: 2 },
          ],
          unsure: [],
          unpairedWfm: [3],
        },
      },
    ]);
    const asked = await client.call('match.propose', { system: 'ACD', queueIds: [5] });
    expect(asked.rows).toMatchObject([{ queueId: 5, proposed: 0, candidates: [{ path: ['Mapped'] }] }]);
  });

  it('maps what was accepted as one change, and nothing is left to propose for it', async () => {
    const { client } = await open(external, wfmQueues);
    const { rows, kinds } = await client.call('match.propose', { system: 'ACD' });
    const accepted = rows.flatMap(({ queueId, candidates, proposed }) =>
      proposed === null
        ? []
        : [{ system: 'ACD', queueId, path: candidates[proposed]!.path, pairs: kinds[0]!.pairing.pairs }],
    );
    const commands = mapQueuesCommands(accepted, []) as HomeCommand[];
    const { journalId } = await client.call('mapping.apply', { commands });
    const { mappings } = await client.call('mapping.read', {});
    expect(mappings.map((one) => [one.queueId, one.valueTypeId, one.entries[0]!.source])).toEqual([
      [2, 1, 'ACD:BERLIN_CUSTOMER_SERVICE:offered'],
      [2, 2, 'ACD:BERLIN_CUSTOMER_SERVICE:answered'],
      [3, 1, 'ACD:Billing:offered'],
      [3, 2, 'ACD:Billing:answered'],
      [5, 1, 'ACD:Mapped:offered'],
      [5, 2, 'ACD:Mapped:answered'],
    ]);
    const again = await client.call('match.propose', { system: 'ACD' });
    expect(again.rows.map(({ queueId }) => queueId)).toEqual([6]);
    await client.call('journal.undo', { id: journalId! });
    expect((await client.call('mapping.read', {})).mappings).toEqual([]);
  });

  it('of thousands leaves the engine free for others, and can be cancelled', async () => {
    const names = Array.from({ length: 1500 }, (_, index) => `Queue ${index} of ${index % 40}`);
    const { client } = await open(
      names,
      names.map((name, index) => ({ id: index + 1, name: name.toUpperCase() })),
    );
    await client.call('tree.read', { system: 'ACD', fresh: false });
    const controller = new AbortController();
    const asked = client.call('match.propose', { system: 'ACD' }, { signal: controller.signal });
    const done = asked.then(
      () => 'answered',
      ({ code }: { code: string }) => code,
    );
    // An answer to something else comes before that of the proposals.
    expect(await Promise.race([done, client.call('home.info', {}).then(() => 'other')])).toBe('other');
    controller.abort();
    expect(await done).toBe('CANCELLED');
    const { rows } = await client.call('match.propose', { system: 'ACD' });
    expect(rows.filter(({ proposed }) => proposed !== null)).toHaveLength(1500);
  }, 30_000);
});
