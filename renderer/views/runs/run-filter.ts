import type { RunStatus, RunSummary } from '#shared/contract/imports.ts';
import type { Formats } from '#shared/i18n/formats.ts';

export interface RunFilter {
  readonly text: string;
  readonly status: RunStatus | 'all';
  /** A name; null: all of them. */
  readonly system: string | null;
  readonly origin: RunSummary['origin'] | 'all';
  readonly onlyProblems: boolean;
  /** Dry runs as well. */
  readonly previews: boolean;
}

/** What comes of imports is looked for most; previews come on demand. */
export const everyRun: RunFilter = {
  text: '',
  status: 'all',
  system: null,
  origin: 'all',
  onlyProblems: false,
  previews: false,
};

/** In the order of the list of choices. */
export const runStatuses: readonly RunStatus[] = [
  'running',
  'completed',
  'completed-with-problems',
  'failed',
  'cancelled',
  'interrupted',
];

export const runOrigins: readonly RunSummary['origin'][] = ['console', 'cli', 'service'];

/** Runs that match, in the order given; words of the text in any order, in anything `textOf` says of a run. */
export function filterRuns(
  runs: readonly RunSummary[],
  filter: RunFilter,
  textOf: (run: RunSummary) => string,
): readonly RunSummary[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return runs.filter((run) => {
    if (filter.status !== 'all' && run.status !== filter.status) return false;
    if (filter.system !== null && !run.systems.includes(filter.system)) return false;
    if (filter.origin !== 'all' && run.origin !== filter.origin) return false;
    if (filter.onlyProblems && run.problemCount === 0 && run.error === undefined) return false;
    // One that is under way is shown whatever it is.
    if (!filter.previews && run.dryRun && run.status !== 'running') return false;
    if (words.length === 0) return true;
    const text = textOf(run).toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What the text of the filter is looked for in: the number, the days as they are written and as ISO, the systems. */
export function searchedText(run: RunSummary, formats: Pick<Formats, 'dayRange' | 'dateTime'>): string {
  return [
    run.runId,
    run.fromDay,
    run.toDay,
    formats.dayRange(run.fromDay, run.toDay),
    formats.dateTime(run.startedUtc),
    ...run.systems,
    run.error?.code ?? '',
    run.error?.message ?? '',
  ].join(' ');
}

/** Names of all systems in the runs, sorted. */
export function systemsOf(runs: readonly RunSummary[]): readonly string[] {
  return [...new Set(runs.flatMap((run) => run.systems))].sort((a, b) => a.localeCompare(b));
}

/** Lists of runs put together, newest first; of a run that is in several, the first list has the last word. */
export function mergeRuns(...lists: readonly (readonly RunSummary[])[]): readonly RunSummary[] {
  const byId = new Map<number, RunSummary>();
  for (const run of lists.toReversed().flat()) byId.set(run.runId, run);
  return [...byId.values()].sort((a, b) => b.runId - a.runId);
}
