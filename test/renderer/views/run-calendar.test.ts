import { describe, expect, it } from 'vitest';
import type { RunDayView } from '#shared/contract/imports.ts';
import { addDays } from '../../../renderer/views/day-data/day-model.ts';
import {
  dayByKey,
  monthMarks,
  stateOfLetter,
  systemCalendars,
  weeksInRow,
} from '../../../renderer/views/run-page/calendar.ts';

function days(system: string, from: string, count: number, more: Partial<RunDayView> = {}): RunDayView[] {
  return Array.from({ length: count }, (_, offset) => ({
    system,
    day: addDays(from, offset),
    state: 'done',
    unusual: false,
    rowsRead: 5,
    valuesWritten: 1,
    ...more,
  }));
}

describe('the calendar of a run', () => {
  it('begins on the Monday before the first day and ends with the week of the last one', () => {
    // 2025-10-01 is a Wednesday.
    const [calendar] = systemCalendars({ days: days('A', '2025-10-01', 7), undoOf: undefined });
    expect(calendar?.blocks).toEqual([{ firstDay: '2025-09-29', weeks: 2, letters: '  ddddd' + 'dd     ' }]);
    expect(calendar).toMatchObject({ firstDay: '2025-10-01', lastDay: '2025-10-07' });
  });

  it('shows what the source gave nothing for, what had problems, failed, runs and is to do', () => {
    const own = days('A', '2025-10-06', 7);
    own[1] = { ...own[1]!, rowsRead: 0 };
    own[2] = { ...own[2]!, unusual: true };
    own[3] = { ...own[3]!, state: 'failed' };
    own[4] = { ...own[4]!, state: 'running' };
    own[5] = { ...own[5]!, state: 'pending' };
    own[6] = { ...own[6]!, state: 'skipped' };
    const [calendar] = systemCalendars({ days: own, undoOf: undefined });
    expect([...calendar!.blocks[0]!.letters].map(stateOfLetter)).toEqual([
      'done',
      'empty',
      'unusual',
      'failed',
      'running',
      'pending',
      'skipped',
    ]);
    expect(calendar?.counts).toMatchObject({ done: 1, empty: 1, unusual: 1, failed: 1 });
    // What takes a run back reads no source.
    const [undo] = systemCalendars({ days: own, undoOf: 3 });
    expect(undo?.counts).toMatchObject({ done: 2, empty: 0 });
  });

  it('has a row of a year and a week at most, a calendar for each system, and loses no day of two years', () => {
    const calendars = systemCalendars({
      days: [...days('B', '2024-01-01', 731), ...days('A', '2024-01-01', 731)],
      undoOf: undefined,
    });
    expect(calendars.map(({ system }) => system)).toEqual(['B', 'A']);
    for (const { blocks, counts } of calendars) {
      expect(blocks.map(({ weeks }) => weeks)).toEqual([weeksInRow, 105 - weeksInRow]);
      expect(blocks.flatMap(({ letters }) => [...letters]).filter((letter) => letter === 'd')).toHaveLength(
        731,
      );
      expect(counts.done).toBe(731);
      expect(blocks[1]?.firstDay).toBe(addDays(blocks[0]!.firstDay, weeksInRow * 7));
    }
  });

  it('gives equal texts for stretches in which nothing happened, so that they are not drawn again', () => {
    const before = days('A', '2024-01-01', 731, { state: 'pending' });
    const after = before.map((day, index) => (index === 700 ? { ...day, state: 'running' as const } : day));
    const [first] = systemCalendars({ days: before, undoOf: undefined });
    const [second] = systemCalendars({ days: after, undoOf: undefined });
    expect(second?.blocks[0]).toEqual(first?.blocks[0]);
    expect(second?.blocks[1]?.letters).not.toBe(first?.blocks[1]?.letters);
  });

  it('names each month at the week it begins in, and none twice or too close to the next', () => {
    const marks = monthMarks({ firstDay: '2024-12-30', weeks: 10 });
    expect(marks).toEqual([
      { week: 0, month: '2025-01' },
      { week: 4, month: '2025-02' },
      { week: 8, month: '2025-03' },
    ]);
    // At the end of a full row a name would stand out.
    expect(monthMarks({ firstDay: '2024-01-08', weeks: weeksInRow }).at(-1)?.month).toBe('2024-12');
    // The last days of September give way to October.
    expect(monthMarks({ firstDay: '2025-09-22', weeks: 4 })).toEqual([{ week: 1, month: '2025-10' }]);
  });
});

describe('the keys of the calendar', () => {
  const range = { firstDay: '2025-10-01', lastDay: '2025-11-30' };

  it('lead to the next day down, to the next week right, to the ends, and never out', () => {
    expect(dayByKey('ArrowDown', '2025-10-08', range)).toBe('2025-10-09');
    expect(dayByKey('ArrowUp', '2025-10-08', range)).toBe('2025-10-07');
    expect(dayByKey('ArrowRight', '2025-10-08', range)).toBe('2025-10-15');
    expect(dayByKey('ArrowLeft', '2025-10-03', range)).toBe('2025-10-01');
    expect(dayByKey('PageDown', '2025-11-20', range)).toBe('2025-11-30');
    expect(dayByKey('Home', '2025-11-20', range)).toBe('2025-10-01');
    expect(dayByKey('End', '2025-11-20', range)).toBe('2025-11-30');
    expect(dayByKey('x', '2025-11-20', range)).toBeNull();
  });
});
