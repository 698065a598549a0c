import { intentOf } from './keys.ts';
import type { TreeRow } from './source.ts';

/** Rows chosen together, by id. Where it is empty, the row of the cursor stands for itself. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  /** Where a stretch chosen with Shift begins. */
  readonly anchor: string | null;
}

export const noChoice: Choice = { chosen: new Set(), anchor: null };

type Row<Node> = Pick<TreeRow<Node>, 'node' | 'id' | 'canOpen' | 'open' | 'parent'>;

export interface ChoosingKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

export interface Chosen {
  /** The row the cursor is on afterwards. */
  readonly index: number;
  readonly choice: Choice;
}

/** What Shift, Ctrl and their keys choose; null for a key that chooses nothing. */
export function chooseByKey<Node>(
  { key, shiftKey, ctrlKey }: ChoosingKey,
  rows: readonly Row<Node>[],
  cursor: number,
  pageRows: number,
  choice: Choice,
  canChoose: (node: Node) => boolean,
): Chosen | null {
  if (ctrlKey && !shiftKey) {
    if (key === ' ') {
      const row = rows[cursor];
      return row === undefined
        ? null
        : { index: cursor, choice: toggled(rows, row.id, null, choice, canChoose) };
    }
    if (key.toLowerCase() === 'a') return { index: cursor, choice: ofOneLevel(rows, cursor, canChoose) };
  }
  if (shiftKey === ctrlKey) return null;
  const intent = intentOf({ key, shiftKey: false }, rows, cursor, pageRows);
  if (intent?.kind !== 'move') return null;
  const { index } = intent;
  if (ctrlKey) return { index, choice };
  return { index, choice: stretch(rows, cursor, index, choice, canChoose) };
}

/** All that can be chosen from the anchor (the cursor where there is none) to the row. */
export function stretch<Node>(
  rows: readonly Row<Node>[],
  cursor: number,
  index: number,
  { anchor }: Choice,
  canChoose: (node: Node) => boolean,
): Choice {
  const at = rows.findIndex(({ id }) => id === anchor);
  const from = at >= 0 ? at : Math.max(0, cursor);
  const between = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
  const ids = between.filter(({ node }) => canChoose(node)).map(({ id }) => id);
  return { chosen: new Set(ids), anchor: rows[from]?.id ?? null };
}

/** Takes the row in or out; the cursor's row, which stood for itself until now, stays in. */
export function toggled<Node>(
  rows: readonly Row<Node>[],
  id: string,
  cursorId: string | null,
  { chosen }: Choice,
  canChoose: (node: Node) => boolean,
): Choice {
  const can = (one: string | null) => rows.some((row) => row.id === one && canChoose(row.node));
  const next = new Set(chosen);
  if (next.size === 0 && cursorId !== null && cursorId !== id && can(cursorId)) next.add(cursorId);
  if (!next.delete(id) && can(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** All rows beside the cursor's, or below it where it is one that cannot be chosen itself. */
function ofOneLevel<Node>(
  rows: readonly Row<Node>[],
  cursor: number,
  canChoose: (node: Node) => boolean,
): Choice {
  const row = rows[cursor];
  if (row === undefined) return noChoice;
  const parent = canChoose(row.node) ? row.parent : cursor;
  const ids = rows.filter((other) => other.parent === parent && canChoose(other.node)).map(({ id }) => id);
  return { chosen: new Set(ids), anchor: row.id };
}
