import { afterEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { Event, Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import { connect, indexOf } from '../../../renderer/state/index.ts';
import type { ConsoleState } from '../../../renderer/state/state.ts';
import { consoleState } from '../../../renderer/state/store.ts';

type Change = Event<XlinkContract, 'home.watch'>;
const target = { queueId: 2, valueTypeId: 1 };
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** The far side: sources of one mapping in memory, behind the real contract, server, client and port. */
function engineWith(sources: string[], more: Partial<Handlers<XlinkContract>> = {}) {
  let emit: ((change: Change) => void) | undefined;
  const asked: string[] = [];
  const journal = memoryJournal((commands) => commands.map(apply).reverse());

  function apply(command: HomeCommand): HomeCommand {
    if (command.kind === 'add-entry') {
      const at = command.at ?? sources.length;
      sources.splice(at, 0, command.source);
      return { kind: 'remove-entry', target, index: at, source: command.source };
    }
    if (command.kind !== 'remove-entry' || sources[command.index] !== command.source) {
      throw new XlinkError('MAP_CONFLICT', 'The file was changed meanwhile. Read it again.');
    }
    sources.splice(command.index, 1);
    return { kind: 'add-entry', target, source: command.source, at: command.index };
  }

  const handlers: Partial<Handlers<XlinkContract>> = {
    'home.info': async () => ({
      homeFolder: '/h',
      version: '1',
      databaseName: 'DB',
      sample: false,
      enginePid: 1,
    }),
    'home.watch': (_input, { signal }, send) => {
      emit = send;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    'systems.list': async () => [],
    'wfm.read': async () => ({ queues: [], valueTypes: [] }),
    'runs.list': async () => [],
    'check.run': async () => ({ findings: [] }),
    'mapping.read': async () => ({
      mappings: [{ ...target, entries: sources.map((source) => ({ source })) }],
    }),
    ...journal,
    ...more,
  };
  const recording = new Proxy(handlers as Handlers<XlinkContract>, {
    get(all, method: keyof XlinkContract) {
      asked.push(method);
      return all[method];
    },
  });
  const [near, far] = memoryPorts();
  const serving = serve(contract, recording, far, { client: 'test' });
  const store = createStore<ConsoleState>()(consoleState);
  const untie = connect(store, createClient(contract, near));
  cleanups.push(untie, () => serving.stop());
  return {
    store,
    asked,
    change: (kind: Change['kind']) => emit?.({ kind }),
    say: (state: 'running' | 'restarting') => far.post({ type: 'engine', engine: { state, attempt: 1 } }),
    sourcesShown: () =>
      indexOf(store.getState().mappings)
        .ofTarget(target)
        ?.entries.map(({ source }) => source),
  };
}

/** The journal of the engine, in memory: what was done, taken back and made again, as the stacks of one user. */
function memoryJournal(apply: (commands: readonly HomeCommand[]) => HomeCommand[]) {
  const changes: { id: number; label: string; back: HomeCommand[]; again: HomeCommand[]; done: boolean }[] =
    [];
  const undoable: number[] = [];
  const redoable: number[] = [];
  const take = (id: number, from: number[], to: number[]) => {
    const change = changes.find((one) => one.id === id)!;
    if (change.done) change.again = apply(change.back);
    else change.back = apply(change.again);
    change.done = !change.done;
    from.splice(from.indexOf(id), 1);
    to.push(id);
    return { journalId: id, label: change.label };
  };
  const steps = (ids: readonly number[]) =>
    ids.map((id) => ({ id, label: changes[id - 1]!.label, atUtc: '2026-11-22T10:00:00Z' }));
  return {
    'mapping.apply': async ({ commands, label = '' }) => {
      const inverse = apply(commands);
      const id = changes.length + 1;
      changes.push({ id, label, back: inverse, again: [], done: true });
      undoable.push(id);
      redoable.length = 0;
      return { inverse, journalId: id };
    },
    'journal.history': async () => ({ undoable: steps(undoable), redoable: steps(redoable) }),
    'journal.undo': async ({ id }) => take(id, undoable, redoable),
    'journal.redo': async ({ id }) => take(id, redoable, undoable),
  } satisfies Partial<Handlers<XlinkContract>>;
}

const add = (source: string): HomeCommand => ({ kind: 'add-entry', target, source });
const settled = async (isTrue: () => boolean) => {
  await expect.poll(isTrue, { interval: 2 }).toBe(true);
};

describe('The store', () => {
  it('reads everything when it is tied to an engine', async () => {
    const { store } = engineWith(['A:Q:V']);
    await settled(() => store.getState().mappings !== undefined && store.getState().home !== undefined);
    expect(store.getState()).toMatchObject({ systems: [], runs: [], findings: [], notices: [] });
  });

  it('takes changes back and makes them again, one by one', async () => {
    const { store, sourcesShown } = engineWith([]);
    const { applyCommands, undo, redo } = store.getState();
    await applyCommands([add('A:Q:1')], 'first');
    await applyCommands([add('A:Q:2')], 'second');
    expect(sourcesShown()).toEqual(['A:Q:1', 'A:Q:2']);

    expect((await undo())?.label).toBe('second');
    expect(sourcesShown()).toEqual(['A:Q:1']);
    expect((await undo())?.label).toBe('first');
    expect(sourcesShown()).toEqual([]);
    expect(await undo()).toBeNull();

    expect((await redo())?.label).toBe('first');
    expect((await redo())?.label).toBe('second');
    expect(sourcesShown()).toEqual(['A:Q:1', 'A:Q:2']);
  });

  it('forgets what could be made again once something else is done', async () => {
    const { store } = engineWith([]);
    await store.getState().applyCommands([add('A:Q:1')], 'first');
    await store.getState().undo();
    await store.getState().applyCommands([add('A:Q:2')], 'second');
    expect(store.getState().redoable).toEqual([]);
    expect(store.getState().undoable.map(({ label }) => label)).toEqual(['second']);
  });

  it('makes changes in the order they were asked for, however fast they come', async () => {
    const { store, sourcesShown } = engineWith([]);
    const { applyCommands } = store.getState();
    await Promise.all(['1', '2', '3', '4'].map((n) => applyCommands([add(`A:Q:${n}`)], n)));
    expect(sourcesShown()).toEqual(['A:Q:1', 'A:Q:2', 'A:Q:3', 'A:Q:4']);
  });

  it('keeps the reason of a change that failed until it is dismissed, and lets go of what cannot be taken back', async () => {
    const sources: string[] = [];
    const { store } = engineWith(sources);
    await store.getState().applyCommands([add('A:Q:1')], 'first');
    sources[0] = 'changed by somebody else';
    expect(await store.getState().undo()).toBeNull();
    const [notice] = store.getState().notices;
    expect(notice).toMatchObject({ topic: 'undo', error: { code: 'MAP_CONFLICT' } });
    expect(store.getState().undoable).toEqual([]);
    store.getState().dismissNotice(notice!.id);
    expect(store.getState().notices).toEqual([]);
  });

  it('reads again what changed in the home, by whomever', async () => {
    const sources = ['A:Q:1'];
    const { store, change, sourcesShown } = engineWith(sources);
    await settled(() => sourcesShown()?.length === 1);
    sources.push('A:Q:2');
    change('mapping');
    await settled(() => sourcesShown()?.length === 2);
    const before = store.getState().valuesRevision;
    change('values');
    await settled(() => store.getState().valuesRevision === before + 1);
  });

  it('reads everything again when the engine is back, and keeps what it had meanwhile', async () => {
    const sources = ['A:Q:1'];
    const { store, say, sourcesShown } = engineWith(sources);
    say('running');
    await settled(() => sourcesShown()?.length === 1);
    say('restarting');
    await settled(() => store.getState().engine?.state === 'restarting');
    expect(sourcesShown()).toEqual(['A:Q:1']);
    sources.push('A:Q:2');
    say('running');
    await settled(() => sourcesShown()?.length === 2);
  });

  it('shows why a tree could not be read and keeps the tree it had', async () => {
    let fails = false;
    const kinds = [{ id: 'queue', queues: [['Q']], valueTypes: ['V'] }];
    const { store } = engineWith([], {
      'tree.read': async ({ system }) => {
        if (fails) throw new XlinkError('ODBC_NO_DATA_SOURCE', 'No such data source.', { sqlState: 'IM002' });
        return { system, kinds, readAtUtc: '', elapsedMs: 1, driverName: 'd' };
      },
    });
    await store.getState().readTree('A', false);
    expect(store.getState().trees.A).toMatchObject({ status: 'read', tree: { kinds } });
    fails = true;
    await store.getState().readTree('A', true);
    expect(store.getState().trees.A).toMatchObject({
      status: 'failed',
      tree: { kinds },
      error: { code: 'ODBC_NO_DATA_SOURCE' },
    });
  });
});

describe('The index of mappings', () => {
  const index = indexOf([
    {
      ...target,
      entries: [{ source: 'Avaya:1:Sales:CALLS', system: 'Avaya', path: ['1', 'Sales'], valueType: 'CALLS' }],
    },
    {
      queueId: 3,
      valueTypeId: 1,
      entries: [{ source: 'avaya:1:Sales:calls', system: 'Avaya', path: ['1', 'Sales'], valueType: 'CALLS' }],
    },
  ]);

  it('finds what an external value type feeds, in any case of the names', () => {
    expect(index.usesOf({ system: 'AVAYA', path: ['1', 'sales'], valueType: 'Calls' })).toEqual([
      target,
      { queueId: 3, valueTypeId: 1 },
    ]);
    expect(index.usesOf({ system: 'Avaya', path: ['1'], valueType: 'CALLS' })).toEqual([]);
  });

  it('counts each value type of a queue once, however often it is used', () => {
    expect(index.usedIn('Avaya', ['1', 'Sales'])).toBe(1);
    expect(index.usedIn('Avaya', ['1'])).toBe(0);
  });
});
