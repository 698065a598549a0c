import { CircleCheck } from 'lucide-react';
import type { RunProgress } from '#shared/contract/imports.ts';
import { causeName } from '#shared/i18n/cause-name.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { useClient } from '../../state/index.ts';
import { EmptyState, ErrorBox, Skeleton, useMessageText } from '../../ui/index.ts';
import type { RunDayKey } from './changes-model.ts';
import { ProblemPlaces } from './ProblemPlaces.tsx';
import { usePaced } from './use-paced.ts';

/** While a run goes on, what it meets is read again at most so often. */
const PACE_MS = 2_000;
const OF_A_DAY = 200;

export interface RunProblemsProps {
  readonly run: RunProgress;
  /** Null: of the whole run, by cause. */
  readonly at: RunDayKey | null;
}

/** What a run met: of one day one by one, of the whole run by cause. */
export function RunProblemTab({ run, at }: RunProblemsProps) {
  return at === null ? <Causes run={run} /> : <ProblemsOfDay run={run} at={at} />;
}

function Causes({ run }: { readonly run: RunProgress }) {
  const client = useClient();
  const { t, formats } = useWords();
  const tell = useMessageText();
  const { runId } = run;
  const problemCount = usePaced(run.problemCount, PACE_MS);
  const { data, error, again } = useReading(
    (signal) => client.call('runs.problemGroups', { runId }, { signal }),
    [client, runId, problemCount, run.status],
  );
  if (error !== undefined && data === undefined) return <ErrorBox error={error} onRetry={again} />;
  if (data === undefined) return <Skeleton width="70%" />;
  if (data.length === 0) {
    return run.status === 'running' ? (
      <EmptyState title={t('runPage.noProblemsYet')} />
    ) : (
      <EmptyState title={t('runPage.noProblems')} icon={<CircleCheck size={24} />} />
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
    <section className="causes" tabIndex={0} aria-label={t('runPage.causes')}>
      {data.map((group) => {
        const first = group.first[0];
        const headline = causeName(group, t) ?? (first === undefined ? group.code : tell(first));
        const more = group.entries - group.first.length;
        return (
          <section key={group.code} className="cause">
            <h3>
              <span>{headline}</span>
              <b className="figure">{t('runPage.causeCount', { count: group.count })}</b>
            </h3>
            <p className="cause__facts">
              <span className="mono">{group.code}</span>
              {group.firstDay !== undefined && group.lastDay !== undefined && (
                <span>{formats.dayRange(group.firstDay, group.lastDay)}</span>
              )}
            </p>
            <ProblemPlaces runId={runId} problems={group.first} headline={headline} />
            {more > 0 && <p className="cause__more">{t('runPage.moreEntries', { count: more })}</p>}
          </section>
        );
      })}
    </section>
  );
}

function ProblemsOfDay({ run, at }: { readonly run: RunProgress; readonly at: RunDayKey }) {
  const client = useClient();
  const { t } = useWords();
  const { runId } = run;
  const state = run.days.find(({ system, day }) => system === at.system && day === at.day)?.state;
  const { data, error, again } = useReading(
    async (signal) => ({
      at,
      ...(await client.call('runs.problems', { runId, offset: 0, limit: OF_A_DAY, at }, { signal })),
    }),
    [client, runId, at.system, at.day, state],
  );
  const current = data?.at.system === at.system && data.at.day === at.day ? data : undefined;
  if (error !== undefined && current === undefined) return <ErrorBox error={error} onRetry={again} />;
  if (current === undefined) return <Skeleton width="70%" />;
  if (current.total === 0 && state === 'failed') {
    return <EmptyState title={t('runPage.failedDay')}>{t('runPage.failedDayWhy')}</EmptyState>;
  }
  if (current.total === 0) return <EmptyState title={t('runPage.noProblemsDay')} />;
  const more = current.total - current.problems.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
    <section className="causes" tabIndex={0} aria-label={t('run.problemsTitle')}>
      <ProblemPlaces runId={runId} problems={current.problems} />
      {more > 0 && <p className="cause__more">{t('runPage.moreOfDay', { count: more })}</p>}
    </section>
  );
}
