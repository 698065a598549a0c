import { ErrorBox } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import type { RunWatch } from './use-run.ts';
import type { RunActs } from './use-run-acts.ts';

export interface RunFaultsProps {
  readonly watch: RunWatch;
  readonly acts: RunActs;
}

/** What stands between the reader and the run: a lost engine or connection, a run that cannot be read, an act refused. */
export function RunFaults({ watch: { run, lost, wasLost, error, again }, acts }: RunFaultsProps) {
  const { t } = useWords();
  const isBack = wasLost && lost === undefined && run?.status === 'interrupted';
  return (
    <>
      {lost !== undefined && (
        <div className="run-panel__notice" role="alert">
          {t(lost === 'engine' ? 'run.engineLost' : 'run.connectionLost')}
        </div>
      )}
      {isBack && (
        <div className="run-panel__notice" role="alert">
          {t('run.engineBack')}
        </div>
      )}
      {error !== undefined && <ErrorBox title={t('run.unknown')} error={error} onRetry={again} />}
      {acts.refused !== undefined && <ErrorBox error={acts.refused} onDismiss={acts.dismiss} />}
    </>
  );
}
