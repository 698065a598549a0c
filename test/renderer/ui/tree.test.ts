import { describe, expect, it } from 'vitest';
import { filterTree, fold, matcher } from '../../../renderer/ui/tree/filter.ts';
import { intentOf, typeAhead } from '../../../renderer/ui/tree/keys.ts';
import { flatten, type TreeSource } from '../../../renderer/ui/tree/source.ts';

interface Node {
  readonly name: string;
  readonly below?: readonly Node[];
}

function sourceOf(roots: readonly Node[], asked: string[] = []): TreeSource<Node> {
  return {
    roots,
    id: (node) => node.name,
    text: (node) => node.name,
    canOpen: (node) => node.below !== undefined,
    children(node) {
      asked.push(node.name);
      return node.below ?? [];
    },
  };
}

const acd: readonly Node[] = [
  {
    name: 'Avaya',
    below: [
      { name: 'Sales', below: [{ name: 'OFFERED' }, { name: 'ANSWERED' }] },
      { name: 'Crédit', below: [{ name: 'OFFERED 2' }] },
    ],
  },
  { name: 'Cisco', below: [{ name: 'Bank' }] },
];

const namesOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('A tree on a flat list', () => {
  it('shows what is open, with level, place among the siblings and parent of each row', () => {
    const rows = flatten(sourceOf(acd), new Set(['Avaya', 'Crédit']));
    expect(
      rows.map(({ id, level, position, setSize, parent }) => [id, level, position, setSize, parent]),
    ).toEqual([
      ['Avaya', 1, 1, 2, -1],
      ['Sales', 2, 1, 2, 0],
      ['Crédit', 2, 2, 2, 0],
      ['OFFERED 2', 3, 1, 1, 2],
      ['Cisco', 1, 2, 2, -1],
    ]);
  });

  it('asks only what is open for its children', () => {
    const asked: string[] = [];
    flatten(sourceOf(acd, asked), new Set(['Avaya']));
    expect(asked).toEqual(['Avaya']);
  });

  it('keeps a node closed that nothing stands below, even where it was open before', () => {
    const rows = flatten(sourceOf([{ name: 'Empty' }]), new Set(['Empty']));
    expect(rows[0]).toMatchObject({ canOpen: false, open: false });
  });

  it('takes 100,000 nodes', () => {
    const queues = Array.from({ length: 10_000 }, (_, q) => ({
      name: `Queue ${q}`,
      below: Array.from({ length: 9 }, (_, v) => ({ name: `Queue ${q} value ${v}` })),
    }));
    const rows = flatten(sourceOf(queues), new Set(queues.map(({ name }) => name)));
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)).toMatchObject({ id: 'Queue 9999 value 8', level: 2, position: 9, parent: 99_990 });
  });
});

describe('A filter', () => {
  it('keeps the ancestors of what it finds, opens them and counts what it hides', () => {
    const { source, opened, hidden, matches } = filterTree(sourceOf(acd), matcher('answered'));
    expect(namesOf(flatten(source, opened))).toEqual(['Avaya', 'Sales', 'ANSWERED']);
    expect(hidden).toBe(5);
    expect(matches).toBe(1);
  });

  it('leaves a queue that it finds whole, closed, to be opened', () => {
    const { source, opened, hidden } = filterTree(sourceOf(acd), matcher('sales'));
    expect(namesOf(flatten(source, opened))).toEqual(['Avaya', 'Sales']);
    expect(namesOf(flatten(source, new Set([...opened, 'Sales'])))).toEqual([
      'Avaya',
      'Sales',
      'OFFERED',
      'ANSWERED',
    ]);
    expect(hidden).toBe(4);
  });

  it('takes no notice of case and accents, and wants every word', () => {
    expect(fold('Crédit ÀÉ')).toBe('credit ae');
    expect(matcher('CREDIT')('Crédit')).toBe(true);
    expect(matcher('off 2')('OFFERED 2')).toBe(true);
    expect(matcher('off 3')('OFFERED 2')).toBe(false);
  });

  it('hides everything where nothing matches', () => {
    const { source, hidden, matches } = filterTree(sourceOf(acd), matcher('nobody'));
    expect(source.roots).toEqual([]);
    expect([hidden, matches]).toEqual([8, 0]);
  });
});

describe('The keys of a tree', () => {
  const rows = flatten(sourceOf(acd), new Set(['Avaya', 'Sales']));
  const press = (key: string, cursor: number, shiftKey = false) =>
    intentOf({ key, shiftKey }, rows, cursor, 10);
  const at = (id: string) => namesOf(rows).indexOf(id);

  it('step through the rows and stop at both ends', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'move', index: 1 });
    expect(press('ArrowUp', 0)).toEqual({ kind: 'move', index: 0 });
    expect(press('End', 0)).toEqual({ kind: 'move', index: rows.length - 1 });
    expect(press('PageDown', 1)).toEqual({ kind: 'move', index: rows.length - 1 });
    expect(press('Home', 4)).toEqual({ kind: 'move', index: 0 });
  });

  it('start at the first row where there is no cursor yet', () => {
    expect(press('ArrowDown', -1)).toEqual({ kind: 'move', index: 0 });
  });

  it('open with the right arrow, then go to the first row below', () => {
    expect(press('ArrowRight', at('Crédit'))).toEqual({ kind: 'open', index: at('Crédit') });
    expect(press('ArrowRight', at('Sales'))).toEqual({ kind: 'move', index: at('OFFERED') });
    expect(press('ArrowRight', at('OFFERED'))).toBeNull();
  });

  it('close with the left arrow, then go to the row above', () => {
    expect(press('ArrowLeft', at('Sales'))).toEqual({ kind: 'close', index: at('Sales') });
    expect(press('ArrowLeft', at('OFFERED'))).toEqual({ kind: 'move', index: at('Sales') });
    expect(press('ArrowLeft', at('Cisco'))).toBeNull();
  });

  it('act with Enter, remove with Delete, open all siblings with *, the menu with its key or Shift F10', () => {
    expect(press('Enter', 2)?.kind).toBe('primary');
    expect(press('Delete', 2)?.kind).toBe('remove');
    expect(press('*', 1, true)?.kind).toBe('open-siblings');
    expect(press('ContextMenu', 1)?.kind).toBe('menu');
    expect(press('F10', 1, true)?.kind).toBe('menu');
    expect(press('F10', 1)).toBeNull();
  });

  it('go by letters to the next row that starts with them, around the end', () => {
    const texts = ['Sales', 'Support', 'Érable', 'Sales north'];
    expect(typeAhead(texts, 0, 's')).toBe(1);
    expect(typeAhead(texts, 1, 's')).toBe(3);
    expect(typeAhead(texts, 3, 'ss')).toBe(0);
    expect(typeAhead(texts, 1, 'su')).toBe(1);
    expect(typeAhead(texts, 0, 'er')).toBe(2);
    expect(typeAhead(texts, 0, 'x')).toBeNull();
  });
});
