import type { StateCreator } from 'zustand';
import type { CarryingSlice } from './carrying.ts';
import type { DataViewSlice } from './data-view.ts';
import type { EngineSlice } from './engine.ts';
import type { HistorySlice } from './history.ts';
import type { MappingsSlice } from './mappings.ts';
import type { PreferencesSlice } from './preferences.ts';
import type { ProblemsSlice } from './problems.ts';
import type { RunsSlice } from './runs.ts';
import type { SystemsSlice } from './systems.ts';
import type { TreeViewsSlice } from './tree-views.ts';
import type { WfmSlice } from './wfm.ts';
import type { WindowSlice } from './window.ts';

/** Everything the console knows, one slice a concern. */
export type ConsoleState = EngineSlice &
  SystemsSlice &
  WfmSlice &
  MappingsSlice &
  TreeViewsSlice &
  CarryingSlice &
  RunsSlice &
  ProblemsSlice &
  HistorySlice &
  DataViewSlice &
  PreferencesSlice &
  WindowSlice;

export type Slice<S> = StateCreator<ConsoleState, [], [], S>;
