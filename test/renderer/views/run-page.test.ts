import { describe, expect, it } from 'vitest';
import type { Problem, RunChangeView, RunDayView } from '#shared/contract/imports.ts';
import { isImportable, isUndoable } from '../../../renderer/dialogs/run/run-state.ts';
import {
  changedDays,
  decimalsOf,
  differenceOf,
  placeOf,
} from '../../../renderer/views/run-page/changes-model.ts';
import { problemJumps } from '../../../renderer/views/run-page/problem-jumps.ts';
import { needsQuestion, surveyOf } from '../../../renderer/views/run-page/zeroing-model.ts';

const done: RunDayView = {
  system: 'Bank',
  day: '2025-10-01',
  state: 'done',
  unusual: false,
  rowsRead: 9,
  valuesWritten: 0,
};

describe('what a run changed', () => {
  it('is listed by day, without days on which nothing changed', () => {
    const days = [
      { ...done, system: 'Shop', day: '2025-10-02', valuesWritten: 3 },
      { ...done, valuesWritten: 0 },
      { ...done, day: '2025-10-01', system: 'Shop', valuesWritten: 1 },
    ];
    expect(changedDays({ days }).map(({ day }) => day)).toEqual(['2025-10-01', '2025-10-02']);
  });

  it('differs from what was there before by what is more or less; what was not there counts as nothing', () => {
    expect(differenceOf({ old: 10, new: 12 })).toBe(2);
    expect(differenceOf({ old: null, new: 12 })).toBe(12);
    expect(differenceOf({ old: 10, new: null })).toBe(-10);
    expect(differenceOf({ old: null, new: null })).toBeUndefined();
  });

  it('shows hundredths only where there are some', () => {
    expect(decimalsOf([1, 2, null])).toBe(0);
    expect(decimalsOf([1, 2.5])).toBe(2);
  });

  it('goes from all days to a day to a value, and back to the day when another day is chosen', () => {
    const at = { system: 'Bank', day: '2025-10-01' };
    const change = { queueId: 1, valueTypeId: 2 } as RunChangeView;
    expect(placeOf(null, null).kind).toBe('days');
    expect(placeOf(at, null).kind).toBe('values');
    expect(placeOf(at, { at, change })).toMatchObject({ kind: 'intervals', change });
    expect(placeOf({ ...at, day: '2025-10-02' }, { at, change }).kind).toBe('values');
  });
});

describe('what can be done with a run', () => {
  it('is to take back one whose old values are kept, once', () => {
    expect(isUndoable({ status: 'completed', undoable: true, undoneBy: undefined })).toBe(true);
    expect(isUndoable({ status: 'running', undoable: true, undoneBy: undefined })).toBe(false);
    expect(isUndoable({ status: 'completed', undoable: true, undoneBy: 7 })).toBe(false);
    expect(isUndoable({ status: 'completed', undoable: false, undoneBy: undefined })).toBe(false);
  });

  it('is to import what a preview that went through its days has shown', () => {
    expect(isImportable({ status: 'completed-with-problems', dryRun: true })).toBe(true);
    expect(isImportable({ status: 'cancelled', dryRun: true })).toBe(false);
    expect(isImportable({ status: 'completed', dryRun: false })).toBe(false);
  });
});

describe('from a problem of a run', () => {
  const isKnown = (system: string) => system === 'Bank';
  const target = { queueId: 3, valueTypeId: 4 };

  it('one gets to the interval, the script with its line, and the mapping', () => {
    const jumps = problemJumps(
      { ...target, day: '2025-10-01', startUtc: '2025-10-01T06:00:00Z', script: '3.BAS', line: 2 },
      isKnown,
    );
    expect(jumps).toEqual([
      { kind: 'interval', target, day: '2025-10-01', startUtc: '2025-10-01T06:00:00Z' },
      { kind: 'scenario', target, place: { line: 2, column: 1 } },
      { kind: 'mapping', target },
    ]);
  });

  it('without a value type one gets to the queue, without a queue to the system where the settings know it', () => {
    expect(problemJumps({ queueId: 3, system: 'Bank' }, isKnown)).toEqual([{ kind: 'queue', queueId: 3 }]);
    expect(problemJumps({ system: 'Bank' }, isKnown)).toEqual([{ kind: 'system', system: 'Bank' }]);
    expect(problemJumps({ system: 'Gone' }, isKnown)).toEqual([]);
    expect(problemJumps({}, isKnown)).toEqual([]);
  });
});

describe('before stored values become 0', () => {
  const zeroes = (count: number): Problem => ({
    code: 'WRITE_NULL_ZEROES',
    message: '',
    system: 'Bank',
    queueId: 1,
    queue: 'Hotline',
    day: '2025-10-01',
    count,
  });
  const emptyDay: Problem = {
    code: 'WRITE_NULL_DAY_EMPTY',
    message: '',
    system: 'Bank',
    day: '2025-10-02',
    count: 40,
  };

  it('what the survey found is told by queue and day; days without any row stand apart', () => {
    const survey = surveyOf([zeroes(4), { ...zeroes(3), code: 'SOMETHING_ELSE' }, emptyDay]);
    expect(survey).toEqual({
      zeroes: [{ system: 'Bank', day: '2025-10-01', queueId: 1, queue: 'Hotline', count: 4 }],
      emptyDays: [{ system: 'Bank', day: '2025-10-02', count: 40 }],
      total: 4,
    });
  });

  it('ten are few and need no question; eleven do, and so does a day without any row', () => {
    expect(needsQuestion(surveyOf([zeroes(10)]))).toBe(false);
    expect(needsQuestion(surveyOf([zeroes(6), zeroes(5)]))).toBe(true);
    expect(needsQuestion(surveyOf([emptyDay]))).toBe(true);
    expect(needsQuestion(surveyOf([]))).toBe(false);
  });
});
