import { describe, expect, it } from 'vitest';
import { gridIntent, sortedRows } from '../../../renderer/ui/grid-keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe('the keys of a grid', () => {
  const press = (key: string, cursor: number) => gridIntent({ key, ...plain }, cursor, 100, 10);

  it('move the cursor, within the rows', () => {
    expect(press('ArrowDown', 4)).toEqual({ kind: 'move', to: 5 });
    expect(press('ArrowDown', 99)).toEqual({ kind: 'move', to: 99 });
    expect(press('ArrowUp', 0)).toEqual({ kind: 'move', to: 0 });
    expect(press('PageDown', 4)).toEqual({ kind: 'move', to: 14 });
    expect(press('End', 4)).toEqual({ kind: 'move', to: 99 });
    expect(press('Home', 4)).toEqual({ kind: 'move', to: 0 });
    expect(gridIntent({ key: 'ArrowDown', ...plain }, -1, 0, 10)).toBeNull();
  });

  it('open the row of the cursor, and go back to where the rows came from', () => {
    expect(press('Enter', 4)).toEqual({ kind: 'open' });
    expect(press('Enter', -1)).toBeNull();
    expect(press('Backspace', 4)).toEqual({ kind: 'leave' });
  });

  it('open the menu of the row of the cursor', () => {
    expect(press('ContextMenu', 4)).toEqual({ kind: 'menu' });
    expect(gridIntent({ key: 'F10', ...plain, shiftKey: true }, 4, 100, 10)).toEqual({ kind: 'menu' });
    expect(press('F10', 4)).toBeNull();
    expect(press('ContextMenu', -1)).toBeNull();
  });

  it('leave keys with Ctrl or Alt to others', () => {
    expect(gridIntent({ key: 'Home', ...plain, ctrlKey: true }, 4, 100, 10)).toBeNull();
    expect(gridIntent({ key: 'ArrowDown', ...plain, altKey: true }, 4, 100, 10)).toBeNull();
  });
});

describe('the order of a grid', () => {
  const rows = [
    { id: 1, name: 'Queue 10', count: 2 },
    { id: 2, name: 'queue 9', count: undefined },
    { id: 3, name: 'Queue 2', count: 2 },
  ];
  const ids = (sorted: readonly { readonly id: number }[]) => sorted.map(({ id }) => id);

  it('is by number where there are numbers, and as people count in names', () => {
    expect(ids(sortedRows(rows, ({ name }) => name, false))).toEqual([3, 2, 1]);
    expect(ids(sortedRows(rows, ({ name }) => name, true))).toEqual([1, 2, 3]);
  });

  it('leaves equal rows as they were, and what has no value at the end', () => {
    expect(ids(sortedRows(rows, ({ count }) => count, false))).toEqual([1, 3, 2]);
    expect(ids(sortedRows(rows, ({ count }) => count, true))).toEqual([1, 3, 2]);
  });
});
