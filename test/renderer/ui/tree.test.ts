import { describe, expect, it } from 'vitest';
import { chooseByKey, noChoice, stretch, toggled } from '../../../renderer/ui/tree/choose.ts';
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

describe('A filter of a tree whose queues offer the same value types', () => {
  const figures = ['OFFERED', 'ANSWERED'];
  const made: string[] = [];
  const queues = Array.from({ length: 3_000 }, (_, n) => ({ name: `Queue ${n}` }));
  const source: TreeSource<Node> = {
    roots: queues,
    id: (node) => node.name,
    text: (node) => node.name,
    canOpen: (node) => node.name.startsWith('Queue'),
    children(node) {
      made.push(node.name);
      return figures.map((figure) => ({ name: `${figure} of ${node.name}` }));
    },
    parts: (node) => ({ leafTexts: node.name.startsWith('Queue') ? figures : [], branches: [] }),
  };

  it('makes no value type to find one, and shows only those that match', () => {
    const { source: filtered, matches, hidden, opened } = filterTree(source, matcher('answ'));
    expect(made).toEqual([]);
    expect([matches, hidden]).toEqual([3_000, 3_000]);
    const rows = flatten(filtered, new Set(['Queue 7']));
    expect(rows.find(({ level }) => level === 2)?.id).toBe('ANSWERED of Queue 7');
    // The first 1,000 queues stand open; nobody reads 3,000.
    expect(opened.size).toBe(1_000);
  });

  it('finds a queue with all of its value types', () => {
    const { source: filtered, matches, hidden } = filterTree(source, matcher('queue 2999'));
    expect([matches, hidden]).toEqual([1, 3 * 2_999]);
    expect(namesOf(flatten(filtered, new Set(['Queue 2999'])))).toEqual([
      'Queue 2999',
      'OFFERED of Queue 2999',
      'ANSWERED of Queue 2999',
    ]);
  });
});

describe('Several rows chosen together', () => {
  const rows = flatten(sourceOf(acd), new Set(['Avaya', 'Sales', 'Crédit']));
  const ids = namesOf(rows);
  const canChoose = (node: Node) => node.below === undefined;
  const key = (name: string, cursor: string, choice = noChoice, held: 'shift' | 'ctrl' = 'shift') =>
    chooseByKey(
      { key: name, shiftKey: held === 'shift', ctrlKey: held === 'ctrl' },
      rows,
      ids.indexOf(cursor),
      10,
      choice,
      canChoose,
    );

  it('Shift and an arrow choose from where they began, over rows that cannot be chosen', () => {
    const one = key('ArrowDown', 'OFFERED')!;
    expect([...one.choice.chosen]).toEqual(['OFFERED', 'ANSWERED']);
    const back = key('ArrowUp', 'ANSWERED', one.choice)!;
    expect([...back.choice.chosen]).toEqual(['OFFERED']);
    const all = key('End', 'OFFERED')!;
    expect([...all.choice.chosen]).toEqual(['OFFERED', 'ANSWERED', 'OFFERED 2']);
    expect(ids[all.index]).toBe('Cisco');
  });

  it('Ctrl and Space take a row in and out, Ctrl and an arrow go past', () => {
    const two = { chosen: new Set(['OFFERED']), anchor: 'OFFERED' };
    expect(ids[key('ArrowDown', 'OFFERED', two, 'ctrl')!.index]).toBe('ANSWERED');
    expect(key('ArrowDown', 'OFFERED', two, 'ctrl')!.choice).toBe(two);
    expect([...key(' ', 'ANSWERED', two, 'ctrl')!.choice.chosen]).toEqual(['OFFERED', 'ANSWERED']);
    expect([...key(' ', 'OFFERED', two, 'ctrl')!.choice.chosen]).toEqual([]);
    expect([...key(' ', 'Sales', two, 'ctrl')!.choice.chosen]).toEqual(['OFFERED']);
  });

  it('Ctrl A chooses what stands beside the row, or below one that cannot be chosen', () => {
    expect([...key('a', 'ANSWERED', noChoice, 'ctrl')!.choice.chosen]).toEqual(['OFFERED', 'ANSWERED']);
    expect([...key('a', 'Crédit', noChoice, 'ctrl')!.choice.chosen]).toEqual(['OFFERED 2']);
  });

  it('a click with Ctrl adds to the row that the cursor was on, one with Shift fills the stretch between', () => {
    const added = toggled(rows, 'OFFERED 2', 'OFFERED', noChoice, canChoose);
    expect([...added.chosen].sort()).toEqual(['OFFERED', 'OFFERED 2']);
    const filled = stretch(
      rows,
      -1,
      ids.indexOf('OFFERED 2'),
      { ...noChoice, anchor: 'ANSWERED' },
      canChoose,
    );
    expect([...filled.chosen]).toEqual(['ANSWERED', 'OFFERED 2']);
  });

  it('other keys choose nothing', () => {
    expect(key('x', 'OFFERED')).toBeNull();
    expect(key('ArrowLeft', 'Cisco', noChoice)).toBeNull();
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
