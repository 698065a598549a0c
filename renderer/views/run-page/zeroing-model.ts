import type { Problem } from '#shared/contract/imports.ts';
import type { RunDayKey } from './changes-model.ts';

/** Stored values of a queue on a day that would become 0. */
export interface QueueZeroes extends RunDayKey {
  readonly queueId: number | undefined;
  readonly queue: string;
  readonly count: number;
}

/** A day for which the source returned nothing at all; `count` stored values would become 0. */
export interface EmptyDay extends RunDayKey {
  readonly count: number;
}

/** What a survey found. */
export interface Survey {
  readonly zeroes: readonly QueueZeroes[];
  readonly emptyDays: readonly EmptyDay[];
  /** Of `zeroes`; days without any row are asked about one by one. */
  readonly total: number;
}

/** As many values become 0 without a question. */
export const unaskedZeroes = 10;

export function surveyOf(problems: readonly Problem[]): Survey {
  const zeroes: QueueZeroes[] = [];
  const emptyDays: EmptyDay[] = [];
  for (const { code, system, day, queueId, queue, count } of problems) {
    if (system === undefined || day === undefined) continue;
    if (code === 'WRITE_NULL_DAY_EMPTY') emptyDays.push({ system, day, count });
    else if (code === 'WRITE_NULL_ZEROES') {
      zeroes.push({ system, day, queueId, queue: queue ?? String(queueId ?? ''), count });
    }
  }
  return { zeroes, emptyDays, total: zeroes.reduce((sum, { count }) => sum + count, 0) };
}

/** Whether somebody has to be asked before an import that names the survey. */
export function needsQuestion({ total, emptyDays }: Survey): boolean {
  return total > unaskedZeroes || emptyDays.length > 0;
}
