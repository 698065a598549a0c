import type { DaySpan } from '#shared/domain/time/day-span.ts';
import type { Slice } from './state.ts';

/** What the Data view shows. */
export interface DataChoice {
  readonly queueIds: readonly number[];
  readonly valueTypeIds: readonly number[];
  readonly span: DaySpan;
  /** Any day of the span; undefined: the last one with a value. */
  readonly day?: string | undefined;
  /** The interval that was jumped to, ISO in UTC. */
  readonly startUtc?: string | undefined;
  /** Whether the week before is drawn too. */
  readonly weekBefore: boolean;
}

/** Where the Data view is opened: a queue, one of its value types, a day, an interval of it. */
export interface DataPlace {
  readonly queueId: number;
  readonly valueTypeId?: number | undefined;
  readonly day?: string | undefined;
  /** First instant of the interval, ISO in UTC. */
  readonly startUtc?: string | undefined;
}

export interface DataViewSlice {
  /** What was shown last: the view is found as it was left. */
  readonly dataChoice: DataChoice | undefined;
  readonly setDataChoice: (choice: DataChoice) => void;
}

export const dataViewSlice: Slice<DataViewSlice> = (set) => ({
  dataChoice: undefined,
  setDataChoice: (dataChoice) => set({ dataChoice }),
});
