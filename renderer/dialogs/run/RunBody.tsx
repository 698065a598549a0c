import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { ErrorBox } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { DaySquares } from './DaySquares.tsx';
import { RunFigures } from './RunFigures.tsx';
import { RunProblems } from './RunProblems.tsx';
import { RunProgressLine } from './RunProgressLine.tsx';
import { outcomeSentences } from './report-text.ts';

export interface RunBodyProps {
  readonly run: RunProgress;
  readonly secondsLeft: number | undefined;
}

/** Progress, days and counters of a run; once it is over, what came of it. */
export function RunBody({ run, secondsLeft }: RunBodyProps) {
  const { t, formats } = useWords();
  const running = run.status === 'running';
  return (
    <>
      <p className="run-panel__meta">
        {[
          formats.dayRange(run.fromDay, run.toDay),
          run.systems.join(', '),
          t('run.started', { time: formats.time(run.startedUtc) }),
        ].join(' · ')}
      </p>
      <RunProgressLine run={run} secondsLeft={secondsLeft} />
      <DaySquares run={run} />
      <RunFigures run={run} />
      {!running && <RunOutcome run={run} />}
      {!running && run.problems.length > 0 && (
        <RunProblems problems={firstProblems(run)} total={run.problemCount} runId={run.runId} />
      )}
    </>
  );
}

/** What came of a run that is over, and what ended it. */
export function RunOutcome({ run }: { readonly run: RunProgress }) {
  const { t } = useWords();
  return (
    <>
      <div className="run-panel__outcome">
        {outcomeSentences(run, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {run.error !== undefined && <ErrorBox error={run.error} announce={false} />}
    </>
  );
}

/** As many as a panel has room for; its page has them all, by cause. */
function firstProblems(run: RunProgress): readonly Problem[] {
  return run.problems.slice(0, 5);
}
