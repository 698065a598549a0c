import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { RunSummary } from '#shared/contract/imports.ts';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import type { ConsoleState } from '../../../renderer/state/state.ts';
import { consoleState } from '../../../renderer/state/store.ts';

function run(runId: number, status: RunSummary['status']): RunSummary {
  return {
    runId,
    stream: 'calls',
    status,
    systems: ['Bank'],
    fromDay: '2025-10-01',
    toDay: '2025-10-31',
    dryRun: false,
    writeNull: false,
    origin: 'service',
    startedUtc: '2025-11-01T06:00:00Z',
    rowsRead: 0,
    valuesWritten: 0,
    valuesUnchanged: 0,
    problemCount: 0,
    undoable: false,
    resumable: false,
  };
}

/** A console over an engine that has these runs, one list after another. */
function consoleOver(...lists: RunSummary[][]) {
  const handlers: Partial<Handlers<XlinkContract>> = {
    'runs.list': async () => (lists.length > 1 ? lists.shift()! : lists[0]!),
  };
  const [near, far] = memoryPorts();
  serve(contract, handlers as Handlers<XlinkContract>, far, { client: 'test' });
  const store = createStore<ConsoleState>()(consoleState);
  store.setState({ client: createClient(contract, near) });
  return store;
}

describe('A window that is loaded', () => {
  it('shows the run that is under way, whoever started it', async () => {
    const store = consoleOver([run(3, 'completed'), run(2, 'running'), run(1, 'completed')]);
    await store.getState().loadRuns();
    expect(store.getState().shownRunId).toBe(2);
  });

  it('shows none when nothing is under way', async () => {
    const store = consoleOver([run(1, 'interrupted')]);
    await store.getState().loadRuns();
    expect(store.getState().shownRunId).toBeNull();
  });

  it('opens no panel by itself later on, and does not bring back one that was hidden', async () => {
    const store = consoleOver([run(2, 'running')], [run(3, 'running'), run(2, 'running')]);
    await store.getState().loadRuns();
    store.getState().showRun(null);
    await store.getState().loadRuns();
    expect(store.getState().runs).toHaveLength(2);
    expect(store.getState().shownRunId).toBeNull();
  });
});

describe('To show a place in the window', () => {
  it('all dialogs are left at once', () => {
    const store = consoleOver([]);
    store.getState().openDialog({ kind: 'runs' });
    store.getState().openDialog({ kind: 'run', runId: 1 });
    store.getState().closeDialogs();
    expect(store.getState().dialogs).toEqual([]);
  });

  it('the same day can be asked for twice', () => {
    const store = consoleOver([]);
    store.getState().showDay('2025-10-01', undefined);
    const first = store.getState().wantedDay;
    store.getState().showDay('2025-10-01', undefined);
    expect(store.getState().wantedDay).toMatchObject({ day: '2025-10-01' });
    expect(store.getState().wantedDay?.id).not.toBe(first?.id);
  });
});
