import type { StoreApi } from 'zustand';
import type { HomeChange } from '#shared/contract/home.ts';
import type { Watch } from '#shared/rpc/client.ts';
import { isConnectionLoss, type XlinkClient } from './client.ts';
import { isEngineReady } from './engine.ts';
import type { ConsoleState } from './state.ts';

/**
 * Ties the store to an engine: reads everything, follows what changes in the home, and after the engine was away
 * reads everything again. Returns how to untie it; the client stays open.
 */
export function connect(store: StoreApi<ConsoleState>, client: XlinkClient): () => void {
  let watch: Watch | undefined;
  let tied = true;
  const state = () => store.getState();

  function begin(): void {
    if (!tied || watch !== undefined) return;
    const own = client.watch('home.watch', {}, follow);
    watch = own;
    void own.ended
      .catch(() => {})
      .then(() => {
        if (watch === own) watch = undefined;
      });
    void state().loadHome();
    void state().loadInterfaces();
    void state().loadSystems().then(reviveTrees);
    void state().loadWfm();
    void state().refreshMappings();
    void state().loadHistory();
    void state().loadRuns();
    void state().loadFindings();
    store.setState((now) => ({ valuesRevision: now.valuesRevision + 1 }));
  }

  function reviveTrees(): void {
    for (const [system, tree] of Object.entries(state().trees)) {
      if (tree.status === 'failed' && tree.error !== undefined && isConnectionLoss(tree.error)) {
        void state().readTree(system, false);
      }
    }
  }

  function follow(change: HomeChange): void {
    if (change.kind !== 'runs' && change.kind !== 'values') void state().loadFindings();
    if (change.kind === 'settings') {
      void state().loadSystems();
      for (const system of Object.keys(state().trees)) void state().readTree(system, false);
      // What a source means depends on the systems there are.
      void state().loadMappings();
    } else if (change.kind === 'mapping' || change.kind === 'scenarios') {
      void state().refreshMappings();
      // Somebody else may have undone what this console could undo.
      void state().loadHistory();
    } else if (change.kind === 'wfm') {
      void state().loadWfm();
      void state().loadSystems();
    } else if (change.kind === 'runs') {
      void state().loadRuns();
    } else {
      store.setState((now) => ({ valuesRevision: now.valuesRevision + 1 }));
    }
  }

  store.setState({ client });
  const stopListening = client.onEngineState((engine) => {
    store.setState({ engine });
    if (engine.state === 'running') begin();
    else {
      watch?.stop();
      watch = undefined;
    }
  });
  if (isEngineReady(state())) begin();

  return () => {
    tied = false;
    stopListening();
    watch?.stop();
    store.setState({ client: null });
  };
}
