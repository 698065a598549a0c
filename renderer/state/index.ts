import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { XlinkClient } from './client.ts';
import type { DataPlace } from './data-view.ts';
import { useStore } from './store.ts';
import type { DialogRequest, NoticeTopic } from './window.ts';

export type { Carried, Carrying, CopiedMapping } from './carrying.ts';
export { isConnectionLoss, type Outcome, outcomeOf, type XlinkClient } from './client.ts';
export type { DataChoice, DataPlace } from './data-view.ts';
export { isEngineReady } from './engine.ts';
export { useInterfaceName } from './interface-name.ts';
export { type ExternalRef, indexOf, type MappingIndex, sameSource, sourceOf } from './mapping-index.ts';
export { statesOf } from './mapping-states.ts';
export { type MappingTarget, sameTarget } from './mappings.ts';
export type { Theme } from './preferences.ts';
export { problemCount } from './problems.ts';
export type { ConsoleState } from './state.ts';
export { useStore } from './store.ts';
export { connect } from './sync.ts';
export { type TreeState, unreadTree } from './systems.ts';
export type { StateFilter, TreeName, TreeView } from './tree-views.ts';
export type { WfmData } from './wfm.ts';
export type { DialogRequest, LogName, Notice, NoticeTopic, PairingQuestion, RunPart } from './window.ts';

/** The engine, for a component that asks it something of its own. */
export function useClient(): XlinkClient {
  const client = useStore((state) => state.client);
  if (client === null) throw new Error('No component is drawn before the page has a port.');
  return client;
}

/** Opens a dialog over what is open. */
export function openDialog(request: DialogRequest): void {
  useStore.getState().openDialog(request);
}

/** Opens the Data view: as it was left, or at a queue, one of its value types, a day, an interval. */
export function showData(place?: DataPlace): void {
  openDialog({ kind: 'data', place });
}

/** Shows the panel of a run; null hides it, the run goes on. */
export function showRun(runId: number | null): void {
  useStore.getState().showRun(runId);
}

/** Shows the values of a day of whatever value type is selected; with an interval, that one is marked. */
export function showDay(day: string, startUtc?: string | undefined): void {
  useStore.getState().showDay(day, startUtc);
}

/** Leaves every dialog, to show a place in the window behind. */
export function closeDialogs(): void {
  useStore.getState().closeDialogs();
}

/** An import with *write null values* begins with a survey; what it found is asked about when it has ended. */
export function awaitSurvey(runId: number | null): void {
  useStore.getState().awaitSurvey(runId);
}

/** Puts an error under the toolbar, where it stays until it is dismissed. */
export function reportError(topic: NoticeTopic, error: ErrorShape): void {
  useStore.getState().addNotice(topic, error);
}
