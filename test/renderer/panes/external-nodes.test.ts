import { describe, expect, it } from 'vitest';
import type { SystemSummary } from '#shared/contract/systems.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import { mappingStates } from '#shared/domain/mapping/states.ts';
import {
  ancestorsOf,
  carriedOf,
  externalOfId,
  externalQueueId,
  externalSource,
  queueCount,
  shownIn,
  stateCounts,
  systemId,
  systemOfId,
  valueTypeId,
} from '../../../renderer/panes/interface/external-nodes.ts';
import { filterTree, matcher } from '../../../renderer/ui/tree/filter.ts';
import { flatten } from '../../../renderer/ui/tree/source.ts';

const system = (name: string, configured = true): SystemSummary => ({
  name,
  interface: 'universal',
  interfaceName: 'Universal',
  phoneLink: true,
  timeLink: false,
  configured,
  source: 'DSN',
});

const tree = (name: string, queues: string[][], valueTypes: string[]): ExternalTree => ({
  system: name,
  kinds: [{ id: 'queue', queues, valueTypes }],
  readAtUtc: '2026-11-22T07:00:00Z',
  elapsedMs: 3,
  driverName: 'SQLite3',
});

describe('The Interface tree', () => {
  it('puts the paths of queues together to levels, with the value types below each queue', () => {
    const read = tree('Avaya', [['1', 'Split', 'Sales'], ['1', 'VDN', '4711'], ['1']], ['CALLS', 'TIME']);
    const source = externalSource([system('Avaya')], { Avaya: { status: 'read', tree: read } });
    const open = new Set([
      systemId('Avaya'),
      ...ancestorsOf({ system: 'Avaya', path: ['1', 'Split', 'Sales'] }),
    ]);
    const shown = flatten(source, open).map(
      ({ node, level }) => `${'  '.repeat(level - 1)}${source.text(node)}`,
    );
    expect(shown).toEqual([
      'Avaya',
      '  1',
      '    CALLS',
      '    TIME',
      '    Split',
      '      Sales',
      '        CALLS',
      '        TIME',
      '    VDN',
    ]);
  });

  it('offers below each queue the value types of its kind', () => {
    const read: ExternalTree = {
      ...tree('Avaya', [], []),
      kinds: [
        { id: 'split', queues: [['1', 'Split', 'Sales']], valueTypes: ['ACDCALLS'] },
        { id: 'vdn', queues: [['1', 'VDN', '4711']], valueTypes: ['INCALLS', 'ABNCALLS'] },
      ],
    };
    const source = externalSource([system('Avaya')], { Avaya: { status: 'read', tree: read } });
    const everything = new Set(
      [
        ['1', 'Split', 'Sales'],
        ['1', 'VDN', '4711'],
      ].flatMap((path) => ancestorsOf({ system: 'Avaya', path })),
    );
    const shown = flatten(source, everything).map(
      ({ node, level }) => `${'  '.repeat(level - 1)}${source.text(node)}`,
    );
    expect(shown).toEqual([
      'Avaya',
      '  1',
      '    Split',
      '      Sales',
      '        ACDCALLS',
      '    VDN',
      '      4711',
      '        INCALLS',
      '        ABNCALLS',
    ]);
    expect(queueCount(read)).toBe(2);
  });

  it('keeps the ids of its rows when the tree is read again', () => {
    const once = externalSource([system('A')], { A: { status: 'read', tree: tree('A', [['Q']], ['V']) } });
    const again = externalSource([system('A')], { A: { status: 'read', tree: tree('A', [['Q']], ['V']) } });
    const open = new Set(ancestorsOf({ system: 'A', path: ['Q'] }));
    const ids = (source: typeof once) => flatten(source, open).map(({ id }) => id);
    expect(ids(again)).toEqual(ids(once));
    expect(ids(once).at(-1)).toBe(valueTypeId({ system: 'A', path: ['Q'], valueType: 'V' }));
  });

  it('keeps room while a system is read, and what was read last while it is read again', () => {
    const open = new Set([systemId('A')]);
    const reading = externalSource([system('A')], { A: { status: 'reading' } });
    expect(flatten(reading, open).map(({ node }) => node.kind)).toEqual([
      'system',
      'waiting',
      'waiting',
      'waiting',
    ]);
    const again = externalSource([system('A')], {
      A: { status: 'reading', tree: tree('A', [['Q']], ['V']) },
    });
    expect(flatten(again, open).map(({ node }) => node.kind)).toEqual(['system', 'queue']);
  });

  it('says that a system has no queue instead of showing nothing', () => {
    const source = externalSource([system('A')], { A: { status: 'read', tree: tree('A', [], ['V']) } });
    expect(flatten(source, new Set([systemId('A')])).map(({ node }) => node.kind)).toEqual([
      'system',
      'no-queues',
    ]);
  });

  it('cannot open a system that is not configured or failed before anything was read', () => {
    const failed = {
      status: 'failed' as const,
      error: { code: 'X', message: 'x', details: {}, retryable: false },
    };
    const source = externalSource([system('A'), system('B', false)], { A: failed });
    expect(source.roots.map((root) => source.canOpen(root))).toEqual([false, false]);
  });

  it('knows the system of each row by its id, whatever the names are', () => {
    const names = ['A B', 'Queue "x"', 'ümlaut'];
    for (const name of names) {
      expect(systemOfId(systemId(name))).toBe(name);
      for (const id of ancestorsOf({ system: name, path: ['a:b', ' '] })) {
        expect(systemOfId(id)).toBe(name);
      }
    }
    expect(systemOfId(valueTypeId({ system: 'A B', path: ['q'], valueType: 'v' }))).toBe('A B');
    expect(systemOfId(null)).toBeNull();
  });
});

describe('What is carried from the Interface', () => {
  const trees = { A: { status: 'read' as const, tree: tree('A', [['1', 'Sales'], ['1']], ['X', 'Y']) } };
  const sales = { system: 'A', path: ['1', 'Sales'] };
  const id = (valueType: string) => valueTypeId({ ...sales, valueType });

  it('is what was chosen together, else the row of the cursor', () => {
    const both = new Set([id('X'), id('Y')]);
    expect(carriedOf(id('X'), both, trees)).toEqual({
      kind: 'value-types',
      externals: [
        { ...sales, valueType: 'X' },
        { ...sales, valueType: 'Y' },
      ],
    });
    expect(carriedOf(id('X'), new Set(), trees)).toEqual({
      kind: 'value-types',
      externals: [{ ...sales, valueType: 'X' }],
    });
    expect(externalOfId(id('X'))).toEqual({ ...sales, valueType: 'X' });
  });

  it('is a whole queue with all that it offers, but no level that is none, no system and nothing gone', () => {
    expect(carriedOf(externalQueueId('A', ['1', 'Sales']), new Set(), trees)).toEqual({
      kind: 'queue',
      ...sales,
      valueTypes: ['X', 'Y'],
    });
    const noQueue = { A: { status: 'read' as const, tree: tree('A', [['1', 'Sales']], ['X']) } };
    expect(carriedOf(externalQueueId('A', ['1']), new Set(), noQueue)).toBeNull();
    expect(carriedOf(externalQueueId('A', ['2']), new Set(), trees)).toBeNull();
    expect(carriedOf(systemId('A'), new Set(), trees)).toBeNull();
    expect(carriedOf(null, new Set(), trees)).toBeNull();
  });
});

describe('The Interface tree in one state', () => {
  const read = tree('A', [['Sales'], ['Info'], ['Bank']], ['X', 'Y']);
  const trees = { A: { status: 'read' as const, tree: read } };
  const use = (valueTypeId: number, queue: string, valueType: string) => ({
    queueId: 1,
    valueTypeId,
    entries: [{ source: `A:${queue}:${valueType}`, system: 'A', path: [queue], valueType }],
  });
  const states = mappingStates({
    mappings: [use(1, 'Sales', 'X'), use(2, 'Sales', 'X'), use(3, 'Info', 'X'), use(4, 'Info', 'Y')],
    queues: [{ id: 1 }],
    valueTypes: [1, 2, 3, 4].map((id) => ({ id })),
    trees: [read],
  });
  const everything = new Set(
    [['Sales'], ['Info'], ['Bank']].flatMap((path) => ancestorsOf({ system: 'A', path })),
  );
  const shown = (source: ReturnType<typeof externalSource>) =>
    flatten(source, everything).map(({ node }) => source.text(node));

  it('shows only what feeds nothing, or what feeds several, and counts the rest as hidden', () => {
    const unmapped = externalSource([system('A')], trees, shownIn('unmapped', states, null));
    expect(shown(unmapped)).toEqual(['A', 'Sales', 'Y', 'Bank', 'X', 'Y']);
    expect(unmapped.left).toBe(4);
    const shared = externalSource([system('A')], trees, shownIn('shared', states, null));
    expect(shown(shared)).toEqual(['A', 'Sales', 'X']);
    expect(stateCounts(trees, states)).toEqual({ unmapped: 3, shared: 1 });
  });

  it('keeps the row of the cursor, whatever state it gets into', () => {
    const keep = valueTypeId({ system: 'A', path: ['Info'], valueType: 'X' });
    const source = externalSource([system('A')], trees, shownIn('unmapped', states, keep));
    expect(shown(source)).toContain('Info');
  });

  it('is filtered by text as well', () => {
    const source = externalSource([system('A')], trees, shownIn('unmapped', states, null));
    const { source: filtered, hidden } = filterTree(source, matcher('y'));
    expect(shown(filtered as typeof source)).toEqual(['A', 'Sales', 'Y', 'Bank', 'Y']);
    expect(hidden).toBe(1);
  });
});
