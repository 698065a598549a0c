import type { MappingTarget } from '../../state/index.ts';
import type { KeptEditor } from '../editor/kept-state.ts';

/** More than anybody edits in a day; the one left longest ago goes first. */
const MOST_KEPT = 100;
const kept = new Map<string, KeptEditor>();

/** A script by its number; before it is saved for the first time, by its mapping. */
export function scriptKey(target: MappingTarget, number: number | undefined): string {
  return number === undefined ? `${target.queueId}:${target.valueTypeId}` : `${number}.BAS`;
}

/** Undo of scripts, for as long as the program is open. */
export function keptScript(key: string): KeptEditor | undefined {
  return kept.get(key);
}

export function keepScript(key: string, editor: KeptEditor): void {
  kept.delete(key);
  kept.set(key, editor);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
}

/** Of a home that was replaced by another one. */
export function forgetScripts(): void {
  kept.clear();
}
