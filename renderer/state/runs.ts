import type { RunSummary } from '#shared/contract/imports.ts';
import { isConnectionLoss, outcomeOf } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

export interface RunsSlice {
  /** Newest first; undefined until first read. */
  readonly runs: readonly RunSummary[] | undefined;
  /** The run whose panel is shown. */
  readonly shownRunId: number | null;
  /** The survey that an import with *write null values* waits for. */
  readonly awaitedSurveyId: number | null;
  /** Counts changes of stored interval values: who shows some reads them again when it grows. */
  readonly valuesRevision: number;
  readonly loadRuns: () => Promise<void>;
  readonly showRun: (runId: number | null) => void;
  readonly awaitSurvey: (runId: number | null) => void;
}

/** As many as the console shows without asking for more. */
const LISTED = 100;

export const runsSlice: Slice<RunsSlice> = (set, get) => ({
  runs: undefined,
  shownRunId: null,
  awaitedSurveyId: null,
  valuesRevision: 0,
  loadRuns: coalesce(async () => {
    const client = get().client;
    if (client === null) return;
    const outcome = await outcomeOf(client.call('runs.list', { limit: LISTED }));
    if (outcome.ok) {
      const isFirst = get().runs === undefined;
      set({ runs: outcome.value });
      // Of a window that was loaded anew: what is under way is shown again, whoever started it.
      const running = isFirst ? outcome.value.find(({ status }) => status === 'running') : undefined;
      if (running !== undefined && get().shownRunId === null) set({ shownRunId: running.runId });
    } else if (!isConnectionLoss(outcome.error)) get().addNotice('loadRuns', outcome.error);
  }),
  showRun: (shownRunId) => set({ shownRunId }),
  awaitSurvey: (awaitedSurveyId) => set({ awaitedSurveyId }),
});
