import type { IntervalTimes } from './day-model.ts';

export function IntervalCell({ times }: { readonly times: IntervalTimes }) {
  return (
    <>
      {times.start}–{times.end}
      {times.offset !== undefined && <span className="day-table-offset"> {times.offset}</span>}
    </>
  );
}
