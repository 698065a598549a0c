import type { Home } from '#engine/home/home.ts';
import { directoryNames } from '#engine/imports/problem-view.ts';
import { changeView } from '#engine/runs/change-views.ts';
import { eachDayOfChanges } from '#engine/runs/each-day.ts';
import type { RunChangeView } from '#shared/contract/imports.ts';
import { table } from './output.ts';

/** What a run changed of one value on one day. */
export type ChangeLine = { readonly system: string; readonly day: string } & RunChangeView;

export interface Changes {
  /** At most {@link listedChanges}. */
  readonly changes: readonly ChangeLine[];
  readonly changesLeftOut: number;
}

/** More nobody reads; the CSV file has them all. */
export const listedChanges = 10_000;

export async function changesOf(home: Home, runId: number): Promise<Changes> {
  const names = await directoryNames(home);
  const changes: ChangeLine[] = [];
  let found = 0;
  for await (const { part, changes: some } of eachDayOfChanges(home.store, await home.store.run(runId))) {
    found += some.length;
    const { system, day } = part;
    for (const change of some.slice(0, listedChanges - changes.length)) {
      changes.push({ system, day, ...changeView(change, names) });
    }
  }
  return { changes, changesLeftOut: found - changes.length };
}

export function changesText(runId: number, { changes, changesLeftOut }: Changes, lines: number): string {
  if (changes.length === 0) return 'no changes';
  const shown = changes.slice(0, lines);
  const left = changes.length - shown.length + changesLeftOut;
  const text = table(
    ['day', 'system', 'queue', 'value type', 'before', 'after', 'difference', 'intervals'],
    shown.map(({ day, system, queue, queueId, valueType, valueTypeId, ...change }) => [
      day,
      system,
      queue || `queue ${queueId}`,
      `${valueType || `value type ${valueTypeId}`}${change.aggregate === 'mean' ? ' (mean)' : ''}`,
      change.old ?? '-',
      change.new ?? '-',
      difference(change.old, change.new),
      change.intervalsChanged,
    ]),
  );
  return left === 0
    ? text
    : `${text}\n… and ${left} more; all of them: xlink runs changes ${runId} --csv FILE`;
}

/** In hundredths, as stored: a difference of two decimals has no more of them. */
function difference(old: number | null, now: number | null): number {
  return (Math.round((now ?? 0) * 100) - Math.round((old ?? 0) * 100)) / 100;
}
