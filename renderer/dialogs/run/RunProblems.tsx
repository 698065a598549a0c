import { useId } from 'react';
import type { Problem } from '#shared/contract/imports.ts';
import { problemPlace } from '#shared/i18n/problem-place.ts';
import { showTarget } from '../../panes/jump.ts';
import { openDialog } from '../../state/index.ts';
import { Button, useMessageText } from '../../ui/index.ts';
import { useZoneOf } from '../names.ts';
import { useWords } from '../words.ts';

export interface RunProblemsProps {
  readonly problems: readonly Problem[];
  /** Of the whole run. */
  readonly total: number;
  readonly runId: number;
}

/** What the run met and went on past, each with its place. */
export function RunProblems({ problems, total, runId }: RunProblemsProps) {
  const { t, formats } = useWords();
  const zoneOf = useZoneOf();
  const tell = useMessageText();
  const titleId = useId();
  const more = total - problems.length;
  return (
    <section className="run-problems" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('run.problemsTitle')}</h3>
      <ul>
        {problems.map((problem, index) => {
          const place = problemPlace(problem, t, formats, zoneOf);
          const { queueId, valueTypeId } = problem;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id, and the list only grows at its end.
            <li key={index}>
              <div>
                <p>
                  {tell(problem)}
                  {problem.count > 1 && (
                    <span className="run-problems__count"> {t('run.times', { count: problem.count })}</span>
                  )}
                </p>
                <p className="run-problems__place">
                  {place !== '' && <span>{place}</span>}
                  <span className="mono">{problem.code}</span>
                </p>
              </div>
              {queueId !== undefined && valueTypeId !== undefined && (
                <Button look="link" onClick={() => showTarget({ queueId, valueTypeId })}>
                  {t('problems.jump')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="run-problems__more">
          {t('run.moreProblems', { count: more })}{' '}
          <Button look="link" onClick={() => openDialog({ kind: 'run', runId, part: 'problems' })}>
            {t('run.showAll')}
          </Button>
        </p>
      )}
    </section>
  );
}
