import { describe, expect, it } from 'vitest';
import type { MatchRow } from '#shared/contract/match.ts';
import { matchIntent } from '../../../renderer/dialogs/match/match-keys.ts';
import {
  type Answers,
  type Choices,
  feedOf,
  filterLines,
  kindPairs,
  type MatchFilter,
  type MatchKind,
  matchLines,
  queuePairs,
  withAnswer,
} from '../../../renderer/dialogs/match/match-model.ts';

const candidate = (name: string, confidence: number) => ({
  kind: 'split',
  path: ['1', name],
  confidence,
  reason: 'same-words' as const,
});

const rows: MatchRow[] = [
  { queueId: 1, candidates: [candidate('Sales', 1)], proposed: 0 },
  { queueId: 2, candidates: [candidate('Service', 0.6), candidate('Sales', 0.4)], proposed: 0 },
  { queueId: 3, candidates: [candidate('Sales', 0.4)], proposed: null },
  { queueId: 4, candidates: [], proposed: null },
];
const named = (name: string, parents: string) => ({ name, parents, text: `${parents} ${name}` });
const names = new Map([
  [1, named('Verkauf', 'Centre › Inbound')],
  [2, named('Réclamations', 'Centre')],
  [3, named('Sales 2', '')],
  [4, named('Fax', '')],
]);
const nothingChosen: Choices = new Map();
const linesWith = (accepted: readonly number[], choices = nothingChosen) =>
  matchLines(rows, names, choices, new Set(accepted));

describe('Proposals', () => {
  it('name the WFM queue with its parents and the external queue that is proposed', () => {
    const [first, , third] = linesWith([]);
    expect(first).toMatchObject({ name: 'Verkauf', parents: 'Centre › Inbound', isAccepted: false });
    expect(first?.choice).toMatchObject({ path: ['1', 'Sales'], confidence: 1, reason: 'same-words' });
    expect(third?.choice).toBeNull();
  });

  it('are replaced by what a person chooses, one of the candidates or any other queue', () => {
    const choices: Choices = new Map([
      [2, { kind: 'split', path: ['1', 'Sales'] }],
      [4, { kind: 'vdn', path: ['1', 'Fax in'] }],
      [1, null],
    ]);
    const [none, other, , fax] = linesWith([1, 2, 4], choices);
    expect(none).toMatchObject({ choice: null, isAccepted: false });
    expect(other?.choice).toMatchObject({ confidence: 0.4, reason: 'same-words' });
    expect(fax?.choice).toMatchObject({ confidence: undefined, reason: 'by-hand' });
  });

  it('that are accepted for one external queue say so of each other', () => {
    const choices: Choices = new Map([[3, { kind: 'split', path: ['1', 'Sales'] }]]);
    const clashes = (accepted: number[]) => linesWith(accepted, choices).map(({ clash }) => clash);
    expect(clashes([1, 3])).toEqual([3, undefined, 1, undefined]);
    expect(clashes([1])).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('The filter', () => {
  const shown = (filter: Partial<MatchFilter>, accepted: number[] = [], choices = nothingChosen) =>
    filterLines(linesWith(accepted, choices), { text: '', show: 'all', threshold: 0.85, ...filter }).map(
      ({ queueId }) => queueId,
    );

  it('divides them by confidence: at least as sure, less sure, none, accepted', () => {
    expect(shown({ show: 'sure' })).toEqual([1]);
    expect(shown({ show: 'sure', threshold: 0.6 })).toEqual([1, 2]);
    expect(shown({ show: 'unsure' })).toEqual([2]);
    expect(shown({ show: 'none' })).toEqual([3, 4]);
    expect(shown({ show: 'accepted' }, [2])).toEqual([2]);
  });

  it('takes what a person chose for sure', () => {
    expect(shown({ show: 'sure' }, [], new Map([[4, { kind: '', path: ['Fax in'] }]]))).toEqual([1, 4]);
  });

  it('finds words in both names and in the parents, whatever case and accents', () => {
    expect(shown({ text: 'inbound' })).toEqual([1]);
    expect(shown({ text: 'reclam' })).toEqual([2]);
    expect(shown({ text: 'sales' })).toEqual([1, 3]);
  });
});

describe('The value types of a kind of queues', () => {
  const kind: MatchKind = {
    id: 'split',
    valueTypes: ['OFFERED', 'ACD', 'SL1', 'SL2'],
    pairing: {
      pairs: [{ valueType: 'OFFERED', valueTypeId: 1, reason: 'synonym' }],
      unsure: [
        {
          valueTypeId: 2,
          candidates: [
            { valueType: 'SL1', confidence: 0.6, reason: 'similar' },
            { valueType: 'SL2', confidence: 0.6, reason: 'similar' },
          ],
        },
      ],
      unpairedExternal: ['ACD'],
      unpairedWfm: [3],
    },
  };
  const none: Answers = new Map();
  const ids = [1, 2, 3];

  it('are paired where it is certain, asked where it is not, and otherwise left alone', () => {
    expect(ids.map((id) => feedOf(kind, none, id))).toEqual(['OFFERED', undefined, null]);
    expect(kindPairs(kind, none, ids)).toEqual({
      pairs: [{ valueType: 'OFFERED', valueTypeId: 1 }],
      open: 1,
    });
  });

  it('are what a person says, also where it was certain', () => {
    const answers = withAnswer(
      withAnswer(withAnswer(none, 'split', 2, 'SL2'), 'split', 3, 'ACD'),
      'split',
      1,
      null,
    );
    expect(kindPairs(kind, answers, ids)).toEqual({
      pairs: [
        { valueType: 'SL2', valueTypeId: 2 },
        { valueType: 'ACD', valueTypeId: 3 },
      ],
      open: 0,
    });
    expect(feedOf({ ...kind, id: 'vdn' }, answers, 1)).toBe('OFFERED');
  });

  it('are mapped for accepted queues only, by the kind of their external queue', () => {
    const pairsOf = new Map([['split', kindPairs(kind, none, ids)]]);
    expect(queuePairs('Avaya', linesWith([1, 4]), pairsOf)).toEqual([
      {
        system: 'Avaya',
        path: ['1', 'Sales'],
        queueId: 1,
        pairs: [{ valueType: 'OFFERED', valueTypeId: 1 }],
      },
    ]);
  });
});

describe('Keys in the table', () => {
  const press = (key: string, more: { altKey?: boolean; ctrlKey?: boolean } = {}) =>
    matchIntent({ key, altKey: false, ctrlKey: false, metaKey: false, ...more }, 5, 100, 20);

  it('go through the rows and stay among them', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', to: 6 });
    expect(press('PageUp')).toEqual({ kind: 'move', to: 0 });
    expect(press('End')).toEqual({ kind: 'move', to: 99 });
    expect(matchIntent({ key: 'Home', altKey: false, ctrlKey: false, metaKey: false }, -1, 0, 20)).toBeNull();
  });

  it('accept, choose, show value types, clear and map', () => {
    expect(press(' ')).toEqual({ kind: 'accept' });
    expect(press('F2')).toEqual({ kind: 'choose' });
    expect(press('ArrowDown', { altKey: true })).toEqual({ kind: 'choose' });
    expect(press('ArrowRight')).toEqual({ kind: 'expand' });
    expect(press('Delete')).toEqual({ kind: 'clear' });
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'accept-shown' });
    expect(press('Enter')).toEqual({ kind: 'apply' });
  });

  it('that mean something elsewhere are left to it', () => {
    expect(press('Tab')).toBeNull();
    expect(press('z', { ctrlKey: true })).toBeNull();
  });
});
