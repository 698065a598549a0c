import { describe, expect, it } from 'vitest';
import type { MappingView } from '#shared/contract/mapping.ts';
import { planDrop } from '../../../renderer/panes/drop.ts';
import { type Carried, indexOf } from '../../../renderer/state/index.ts';

const valueTypes = [
  { id: 1, name: 'Calls offered', unit: 'count' },
  { id: 2, name: 'Calls answered', unit: 'count' },
  { id: 4, name: 'Average handling time', unit: 'seconds' },
  { id: 8, name: 'Talk time', unit: 'seconds' },
];
const sales: Carried = {
  kind: 'queue',
  system: 'ACD',
  path: ['Sales'],
  valueTypes: ['offered', 'answered', 'talk_s'],
};
const ref = (path: string, valueType: string) => ({ system: 'ACD', path: [path], valueType });
const types = (...externals: ReturnType<typeof ref>[]): Carried => ({ kind: 'value-types', externals });
const onType = (valueTypeId: number) =>
  ({ kind: 'value-type', target: { queueId: 7, valueTypeId } }) as const;
const onQueue = { kind: 'queue', queueId: 7 } as const;

const mapped = (...pairs: (readonly [valueTypeId: number, source: string])[]): MappingView[] =>
  pairs.map(([valueTypeId, source]) => ({ queueId: 7, valueTypeId, entries: [{ source }] }));
const plan = (carried: Carried, place: Parameters<typeof planDrop>[1], mappings: MappingView[] = []) =>
  planDrop(carried, place, { index: indexOf(mappings), valueTypes });

describe('What dropping would do', () => {
  it('value types go to any value type of WFM, those that are its sources already left out', () => {
    const two = types(ref('Sales', 'talk_s'), ref('Sales', 'hold_s'));
    expect(plan(two, onType(4))).toMatchObject({
      kind: 'add',
      externals: [{ valueType: 'talk_s' }, { valueType: 'hold_s' }],
    });
    expect(plan(two, onType(4), mapped([4, 'ACD:Sales:TALK_S']))).toMatchObject({
      kind: 'add',
      externals: [{ valueType: 'hold_s' }],
    });
    expect(plan(types(ref('Sales', 'talk_s')), onType(4), mapped([4, 'ACD:Sales:talk_s']))).toEqual({
      kind: 'already',
    });
  });

  it('a whole queue goes to a WFM queue: certain pairs are made, the rest is a question', () => {
    expect(plan(sales, onQueue)).toMatchObject({
      kind: 'pair',
      count: 2,
      pairs: [{ path: ['Sales'], queueId: 7, pairs: [{ valueTypeId: 1 }, { valueTypeId: 2 }] }],
      questions: [{ valueTypeId: 8, candidates: [{ path: ['Sales'], valueType: 'talk_s' }] }],
    });
  });

  it('what is mapped is left out, and a question that was answered is not asked again', () => {
    const mappings = mapped([1, 'ACD:Sales:offered'], [8, 'ACD:Sales:talk_s']);
    expect(plan(sales, onQueue, mappings)).toMatchObject({ count: 1, questions: [] });
    const all = [...mappings, ...mapped([2, 'ACD:Sales:answered'])];
    expect(plan(sales, onQueue, all)).toEqual({ kind: 'already' });
  });

  it('a whole queue goes to a value type only where one of its own certainly is that', () => {
    expect(plan(sales, onType(2))).toMatchObject({ kind: 'add', externals: [{ valueType: 'answered' }] });
    expect(plan(sales, onType(4))).toBeNull();
    expect(plan(sales, onType(8))).toBeNull();
  });

  it('value types of several queues are paired queue by queue, so that both are summed', () => {
    const both = types(ref('Sales', 'offered'), ref('Info', 'offered'));
    expect(plan(both, onQueue)).toMatchObject({
      count: 2,
      pairs: [
        { path: ['Sales'], pairs: [{ valueType: 'offered', valueTypeId: 1 }] },
        { path: ['Info'], pairs: [{ valueType: 'offered', valueTypeId: 1 }] },
      ],
    });
  });

  it('nothing goes where no name says so', () => {
    expect(plan(types(ref('Sales', 'zzz')), onQueue)).toBeNull();
    expect(plan({ ...sales, valueTypes: [] }, onQueue)).toBeNull();
  });
});
