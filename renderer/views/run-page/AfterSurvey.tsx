import { useEffect } from 'react';
import { isImportable } from '../../dialogs/run/run-state.ts';
import { awaitSurvey, openDialog, useClient, useStore } from '../../state/index.ts';
import { importAfter } from './import-after.ts';

/** Goes on with an import that waits for its survey, when that has ended; asks where there is something to ask. */
export function AfterSurvey() {
  const client = useClient();
  const surveyId = useStore((state) => state.awaitedSurveyId);
  const run = useStore((state) => state.runs?.find(({ runId }) => runId === surveyId));
  const status = run?.status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of the run is what counts, not what else is read of it
  useEffect(() => {
    if (run === undefined || status === 'running') return;
    awaitSurvey(null);
    // One that was cancelled or failed says so in its panel.
    if (!isImportable(run)) return;
    importAfter(client, run).catch(() => {
      // The question reads again, and says there why it cannot go on.
      openDialog({ kind: 'zeroing', surveyRunId: run.runId });
    });
  }, [client, surveyId, status]);
  return null;
}
