import type { Problem, RunSummary } from '#shared/contract/imports.ts';
import { closeDialogs, openDialog, showRun, type XlinkClient } from '../../state/index.ts';
import type { RunDayKey } from './changes-model.ts';
import { needsQuestion, type Survey, surveyOf } from './zeroing-model.ts';

/** As many problems as the engine gives at once. */
const PAGE = 1000;

export async function readSurvey(
  client: XlinkClient,
  runId: number,
  signal?: AbortSignal | undefined,
): Promise<Survey> {
  const problems: Problem[] = [];
  for (;;) {
    const page = await client.call(
      'runs.problems',
      {
        runId,
        offset: problems.length,
        limit: PAGE,
        codes: ['WRITE_NULL_ZEROES', 'WRITE_NULL_DAY_EMPTY'],
      },
      signal === undefined ? {} : { signal },
    );
    problems.push(...page.problems);
    if (page.problems.length === 0 || problems.length >= page.total) return surveyOf(problems);
  }
}

type Previewed = Pick<RunSummary, 'runId' | 'fromDay' | 'toDay' | 'chosenSystems' | 'writeNull'>;

/** The import that a preview was one of; its panel takes the place of what is open. */
export async function startAfter(
  client: XlinkClient,
  run: Previewed,
  emptyDays: readonly RunDayKey[] = [],
): Promise<void> {
  const { runId } = await client.call('imports.start', {
    stream: 'calls',
    from: run.fromDay,
    to: run.toDay,
    ...(run.chosenSystems === undefined ? {} : { systems: run.chosenSystems }),
    writeNull: run.writeNull,
    ...(run.writeNull ? { zeroing: { surveyRunId: run.runId, emptyDays: [...emptyDays] } } : {}),
  });
  closeDialogs();
  showRun(runId);
}

/** The same, after the question which stored values may become 0 where there is something to ask. */
export async function importAfter(client: XlinkClient, run: Previewed): Promise<void> {
  if (run.writeNull && needsQuestion(await readSurvey(client, run.runId))) {
    openDialog({ kind: 'zeroing', surveyRunId: run.runId });
    return;
  }
  await startAfter(client, run);
}
