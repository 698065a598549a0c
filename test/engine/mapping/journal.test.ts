import { appendFile, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyHomeCommands } from '#engine/home/mapping-apply.ts';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { mappings, parseMap } from '#shared/domain/mapping/document.ts';
import { map, section, settings } from '../../support/acd.ts';
import { consoleOn } from '../../support/console.ts';
import { homeWith } from '../../support/home.ts';

async function open(mapping = map('0:1:1=ACD:A:offered')) {
  const home = await homeWith({
    settings: settings(section('ACD', { Source: 'none' })),
    mapping,
    wfm: {
      queues: Array.from({ length: 60 }, (_, index) => ({ id: index + 1, name: `Queue ${index + 1}` })),
      valueTypes: [{ id: 1, name: 'Calls offered' }],
    },
  });
  const { folder } = home.paths;
  return {
    home,
    folder,
    client: await consoleOn(folder),
    readMap: () => readFile(home.paths.mapping, 'utf8'),
  };
}

const add = (queueId: number, source: string): HomeCommand => ({
  kind: 'add-entry',
  target: { queueId, valueTypeId: 1 },
  source,
});

describe('the journal', () => {
  it('says who changed what, when, and how to take it back', async () => {
    const { home, client } = await open();
    const label = 'offered mapped to Queue 2';
    const applied = await client.call('mapping.apply', { commands: [add(2, 'ACD:B:offered')], label });
    await applyHomeCommands(home, [add(3, 'ACD:C:offered')], { origin: 'cli' });
    const { entries, more } = await client.call('journal.read', { limit: 10 });
    expect(more).toBe(false);
    expect(entries).toMatchObject([
      {
        origin: 'cli',
        label: 'mapped ACD:C:offered to queue 3, value type 1',
        kind: 'change',
        state: 'done',
      },
      { id: applied.journalId, origin: 'console', label, commandCount: 1, state: 'done' },
    ]);
    expect(entries[1]).toMatchObject({ user: os.userInfo().username, host: os.hostname() });
    expect(Math.abs(Date.now() - Date.parse(entries[0]!.atUtc))).toBeLessThan(60_000);
    const { commands, inverse } = await client.call('journal.entry', { id: applied.journalId! });
    expect(commands).toEqual([add(2, 'ACD:B:offered')]);
    expect(inverse).toEqual(applied.inverse);
    const page = await client.call('journal.read', { limit: 1, before: entries[0]!.id });
    expect(page.entries.map(({ id }) => id)).toEqual([applied.journalId]);
    const ofQueue = await client.call('journal.read', { limit: 10, queueId: 3 });
    expect(ofQueue.entries.map(({ id }) => id)).toEqual([entries[0]!.id]);
  });

  it('lets a window that was loaded again, or a program that was started again, undo and redo', async () => {
    const { folder, client, readMap, home } = await open();
    const states = [await readMap()];
    for (const queueId of [2, 3, 4]) {
      await client.call('mapping.apply', {
        commands: [add(queueId, 'ACD:B:offered')],
        label: `to ${queueId}`,
      });
      states.push(await readMap());
    }
    await applyHomeCommands(home, [add(9, 'ACD:Other:offered')], { origin: 'cli' });
    await applyHomeCommands(
      home,
      [
        {
          kind: 'remove-entry',
          target: { queueId: 9, valueTypeId: 1 },
          index: 0,
          source: 'ACD:Other:offered',
        },
      ],
      { origin: 'cli' },
    );

    const again = await consoleOn(folder);
    const history = await again.call('journal.history', {});
    expect(history.undoable.map(({ label }) => label)).toEqual(['to 2', 'to 3', 'to 4']);
    for (const step of [...history.undoable].reverse()) await again.call('journal.undo', { id: step.id });
    expect(await readMap()).toBe(states[0]);

    const third = await consoleOn(folder);
    const undone = await third.call('journal.history', {});
    expect(undone.undoable).toEqual([]);
    expect(undone.redoable.map(({ label }) => label)).toEqual(['to 4', 'to 3', 'to 2']);
    for (const [index, step] of [...undone.redoable].reverse().entries()) {
      await third.call('journal.redo', { id: step.id });
      expect(await readMap()).toBe(states[index + 1]);
    }
    const last = history.undoable.at(-1)!;
    await third.call('journal.undo', { id: last.id });
    await client.call('mapping.apply', { commands: [add(5, 'ACD:E:offered')], label: 'to 5' });
    const afterNew = await client.call('journal.history', {});
    expect(afterNew.undoable.map(({ label }) => label)).toEqual(['to 2', 'to 3', 'to 5']);
    expect(afterNew.redoable).toEqual([]);
  });

  it('takes back any change of anybody, once, and only where the files still allow it', async () => {
    const { home, client, readMap } = await open();
    const start = await readMap();
    const { journalId: first } = await applyHomeCommands(home, [add(2, 'ACD:B:offered')], { origin: 'cli' });
    const { journalId: second } = await client.call('mapping.apply', { commands: [add(3, 'ACD:C:offered')] });
    await client.call('journal.undo', { id: first! });
    expect(await readMap()).toBe(`${start}WFM:0:3:1=ACD:C:offered\r\n`);
    await expect(client.call('journal.undo', { id: first! })).rejects.toMatchObject({
      code: 'JOURNAL_STATE',
    });
    await expect(client.call('journal.redo', { id: second! })).rejects.toMatchObject({
      code: 'JOURNAL_STATE',
    });
    await expect(client.call('journal.undo', { id: 4711 })).rejects.toMatchObject({
      code: 'JOURNAL_UNKNOWN',
    });

    await writeFile(home.paths.mapping, start);
    await expect(client.call('journal.undo', { id: second! })).rejects.toMatchObject({
      code: 'MAP_CONFLICT',
    });
    expect(await readMap()).toBe(start);
    const { entries } = await client.call('journal.read', { limit: 10 });
    expect(entries.map(({ kind, of, state }) => ({ kind, of, state }))).toEqual([
      { kind: 'undo', of: first, state: undefined },
      { kind: 'change', of: undefined, state: 'done' },
      { kind: 'change', of: undefined, state: 'undone' },
    ]);
  });

  it('goes on after a line that was cut off, and in a new file when one is full', async () => {
    const { folder, client } = await open();
    const journal = path.join(folder, 'journal.jsonl');
    const one = await client.call('mapping.apply', { commands: [add(2, 'ACD:B:offered')] });
    await appendFile(journal, '{"id":99,"comm');
    const two = await client.call('mapping.apply', { commands: [add(3, 'ACD:B:offered')] });
    expect(two.journalId).toBe(one.journalId! + 1);
    await appendFile(journal, `${'x'.repeat(9 * 1024 * 1024)}\n`);
    const three = await client.call('mapping.apply', { commands: [add(4, 'ACD:B:offered')] });
    expect(three.journalId).toBe(two.journalId! + 1);
    const { entries } = await client.call('journal.read', { limit: 10 });
    expect(entries.map(({ id }) => id)).toEqual([three.journalId, two.journalId, one.journalId]);
    await client.call('journal.undo', { id: one.journalId! });
    expect((await readFile(journal, 'utf8')).split('\n')).toHaveLength(3);
  });
});

describe('two consoles on one home', () => {
  it('lose none of their changes, see those of the other, and undo only what is theirs to undo', async () => {
    const { home, folder, client, readMap } = await open('; by hand\r\n');
    const other = await consoleOn(folder);
    const seen = new Set<string>();
    const watch = other.watch('home.watch', {}, ({ kind }) => seen.add(kind));
    const work = async (console: typeof client, from: number) => {
      const ids: number[] = [];
      for (let queueId = from; queueId < from + 25; queueId += 1) {
        const target = { queueId, valueTypeId: 1 };
        const commands: HomeCommand[] = [
          add(queueId, `ACD:Q${queueId}:offered`),
          { kind: 'create-scenario', target, text: `' queue ${queueId}\nSub Main()\nEnd Sub\n` },
        ];
        const { journalId } = await console.call('mapping.apply', { commands });
        ids.push(journalId!);
        if (queueId % 5 === 0) await console.call('journal.undo', { id: journalId! });
      }
      return ids;
    };
    const [mine, theirs] = await Promise.all([work(client, 1), work(other, 31)]);
    expect(new Set([...mine, ...theirs]).size).toBe(50);
    const found = mappings(parseMap(await readFile(home.paths.mapping)));
    const expected = [...Array(60).keys()]
      .map((index) => index + 1)
      .filter((id) => (id <= 25 || id > 30) && id <= 55 && id % 5 !== 0);
    expect(found.map(({ target }) => target.queueId).sort((a, b) => a - b)).toEqual(expected);
    for (const { target, script } of found) {
      const text = await readFile(path.join(folder, script!.fileName), 'utf8');
      expect(text).toContain(`' queue ${target.queueId}\r\n`);
    }
    expect((await readMap()).startsWith('; by hand\r\n')).toBe(true);
    await expect.poll(() => [...seen].sort(), { timeout: 60_000 }).toEqual(['mapping', 'scenarios']);
    const view = await client.call('mapping.read', {});
    expect(view).toEqual(await other.call('mapping.read', {}));
    watch.stop();
  }, 180_000);

  it('a change made from a state that the other one changed is refused as a whole', async () => {
    const { client, folder, readMap } = await open();
    const other = await consoleOn(folder);
    const target = { queueId: 1, valueTypeId: 1 };
    const remove: HomeCommand = { kind: 'remove-entry', target, index: 0, source: 'ACD:A:offered' };
    const outcomes = await Promise.allSettled([
      client.call('mapping.apply', { commands: [remove, add(2, 'ACD:B:offered')] }),
      other.call('mapping.apply', { commands: [remove, add(3, 'ACD:C:offered')] }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['WFM:0:2:1=ACD:B:offered\r\n', 'WFM:0:3:1=ACD:C:offered\r\n']).toContain(await readMap());
  });

  it('do not write over the script that the other one has changed since it was opened', async () => {
    const { client, folder } = await open();
    const other = await consoleOn(folder);
    const target = { queueId: 1, valueTypeId: 1 };
    const conflict = { code: 'MAP_CONFLICT' };
    const save = (console: typeof client, text: string, before: string | null) =>
      console.call('mapping.saveScenario', { target, text, before });
    await save(client, 'Sub Main()\nEnd Sub', null);
    await expect(save(other, "' other", null)).rejects.toMatchObject(conflict);
    const { text } = await other.call('scenario.read', { number: 1 });
    await save(other, "' other", text);
    await expect(save(client, "' mine", text)).rejects.toMatchObject(conflict);
    await save(other, '', "' other");
    await expect(save(client, "' mine", "' other")).rejects.toMatchObject(conflict);
    await save(client, "' mine", null);
    expect((await other.call('scenario.read', { number: 1 })).text).toBe("' mine");
  });
});
