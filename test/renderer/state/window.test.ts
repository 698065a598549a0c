import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ConsoleState } from '../../../renderer/state/state.ts';
import { consoleState } from '../../../renderer/state/store.ts';

const newWindow = () => createStore<ConsoleState>()(consoleState);

describe('Open dialogs', () => {
  it('lie over each other in the order they were opened, and any one of them can close', () => {
    const { getState } = newWindow();
    getState().openDialog({ kind: 'configuration', system: 'Bank' });
    getState().openDialog({ kind: 'documentation', interface: 'universal' });
    const [lower, upper] = getState().dialogs;
    getState().closeDialog(lower!.id);
    expect(getState().dialogs).toEqual([upper]);
  });

  it('are not closed by an answer that comes after the dialog that waited for it was closed', () => {
    const { getState } = newWindow();
    getState().openDialog({ kind: 'configuration', system: 'Bank' });
    const { id } = getState().dialogs[0]!;
    getState().closeDialog(id);
    getState().openDialog({ kind: 'import' });
    getState().closeDialog(id);
    expect(getState().dialogs.map(({ request }) => request)).toEqual([{ kind: 'import' }]);
  });

  it('do not come twice for a double click', () => {
    const { getState } = newWindow();
    getState().openDialog({ kind: 'run', runId: 1 });
    getState().openDialog({ kind: 'run', runId: 1 });
    expect(getState().dialogs).toHaveLength(1);
    getState().openDialog({ kind: 'run', runId: 2 });
    getState().openDialog({ kind: 'run', runId: 1 });
    expect(getState().dialogs).toHaveLength(3);
  });
});
