import { create, type StateCreator } from 'zustand';
import { carryingSlice } from './carrying.ts';
import { dataViewSlice } from './data-view.ts';
import { engineSlice } from './engine.ts';
import { historySlice } from './history.ts';
import { mappingsSlice } from './mappings.ts';
import { preferencesSlice } from './preferences.ts';
import { problemsSlice } from './problems.ts';
import { runsSlice } from './runs.ts';
import type { ConsoleState } from './state.ts';
import { systemsSlice } from './systems.ts';
import { treeViewsSlice } from './tree-views.ts';
import { wfmSlice } from './wfm.ts';
import { windowSlice } from './window.ts';

export const consoleState: StateCreator<ConsoleState> = (...slice) => ({
  ...engineSlice(...slice),
  ...systemsSlice(...slice),
  ...wfmSlice(...slice),
  ...mappingsSlice(...slice),
  ...treeViewsSlice(...slice),
  ...carryingSlice(...slice),
  ...runsSlice(...slice),
  ...problemsSlice(...slice),
  ...historySlice(...slice),
  ...dataViewSlice(...slice),
  ...preferencesSlice(...slice),
  ...windowSlice(...slice),
});

/** The window's one store. */
export const useStore = create<ConsoleState>()(consoleState);
