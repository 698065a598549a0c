import type { RunProgress } from '#shared/contract/imports.ts';
import { useWords } from '../words.ts';

/** The counters of a run. */
export function RunFigures({ run }: { readonly run: RunProgress }) {
  const { t } = useWords();
  const running = run.status === 'running';
  const rate =
    running && run.rowsPerSecond > 0
      ? t('run.rowsPerSecond', { rate: Math.round(run.rowsPerSecond) })
      : undefined;
  const written =
    run.undoOf !== undefined
      ? t('run.valuesRestored')
      : t(run.dryRun ? 'run.valuesWouldWrite' : 'run.valuesWritten');
  return (
    <dl className={running ? 'run-panel__figures run-panel__figures--running' : 'run-panel__figures'}>
      {run.undoOf === undefined && <Figure name={t('run.rowsRead')} value={run.rowsRead} note={rate} />}
      <Figure name={written} value={run.valuesWritten} />
      <Figure name={t('run.valuesUnchanged')} value={run.valuesUnchanged} />
      <Figure name={t('run.problems')} value={run.problemCount} warn={run.problemCount > 0} />
    </dl>
  );
}

function Figure({
  name,
  value,
  note,
  warn,
}: {
  readonly name: string;
  readonly value: number;
  readonly note?: string | undefined;
  readonly warn?: boolean;
}) {
  const { formats } = useWords();
  return (
    <div className={warn ? 'run-figure run-figure--warn' : 'run-figure'}>
      <dt>{name}</dt>
      <dd>{formats.number(value)}</dd>
      {note !== undefined && <dd className="run-figure__note">{note}</dd>}
    </div>
  );
}
