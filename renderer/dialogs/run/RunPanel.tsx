import { Copy } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { isEngineReady, useClient, useStore } from '../../state/index.ts';
import { Button, Chip, ErrorBox, Skeleton, useMessageText } from '../../ui/index.ts';
import { useZoneOf } from '../names.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words.ts';
import { RunBody } from './RunBody.tsx';
import { reportText } from './report-text.ts';
import { useRun } from './use-run.ts';
import './run-panel.css';

export interface RunPanelProps {
  readonly runId: number;
  /** Hides the panel; the run goes on. */
  readonly onHide: () => void;
}

const tones = {
  running: 'accent',
  cancelling: 'accent',
  completed: 'ok',
  'completed-with-problems': 'warn',
  cancelled: 'neutral',
  failed: 'bad',
  interrupted: 'warn',
} as const;

/** What a run does and, at its end, what it did. It floats over the panes and takes no focus from them. */
export function RunPanel({ runId, onHide }: RunPanelProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const tell = useMessageText();
  const titleId = useId();
  const zoneOf = useZoneOf();
  const engineReady = useStore(isEngineReady);
  const { run, secondsLeft, error, lost, wasLost, again } = useRun(runId);
  const [asked, setAsked] = useState<'cancel' | 'resume'>();
  const [refused, setRefused] = useState<ErrorShape>();
  const [allProblems, setAllProblems] = useState<readonly Problem[]>();
  const { copied, copy } = useCopy();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked is answered by another status.
  useEffect(() => setAsked(undefined), [runId, run?.status]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they belong to one run and one end of it.
  useEffect(() => {
    setAllProblems(undefined);
    setRefused(undefined);
  }, [runId, run?.status]);

  const ask = async (what: 'cancel' | 'resume') => {
    setAsked(what);
    setRefused(undefined);
    try {
      await client.call(what === 'cancel' ? 'imports.cancel' : 'imports.resume', { runId });
      if (what === 'resume') again();
    } catch (thrown) {
      setAsked(undefined);
      setRefused(errorShape(thrown));
    }
  };
  const readAllProblems = async () => {
    try {
      const { problems } = await client.call('runs.problems', { runId, offset: 0, limit: 1000 });
      setAllProblems(problems);
    } catch (thrown) {
      setRefused(errorShape(thrown));
    }
  };

  const running = run?.status === 'running';
  const cancelling = running && asked === 'cancel';
  const status = cancelling ? 'cancelling' : run?.status;
  const resumable = run !== undefined && isResumable(run) && lost === undefined;
  const title = run === undefined ? t('run.runNumber', { runId }) : titleOf(run);

  return (
    <section
      className="run-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onHide();
      }}
    >
      <header className="run-panel__head">
        <h2 id={titleId}>{title}</h2>
        {run?.dryRun && <Chip>{t('run.dryRun')}</Chip>}
        <span className="run-panel__status" role="status">
          {status !== undefined && <Chip tone={tones[status]}>{t(`run.status.${status}`)}</Chip>}
        </span>
      </header>
      <div className="run-panel__body">
        {lost !== undefined && (
          <div className="run-panel__notice" role="alert">
            {t(lost === 'engine' ? 'run.engineLost' : 'run.connectionLost')}
          </div>
        )}
        {wasLost && lost === undefined && run?.status === 'interrupted' && (
          <div className="run-panel__notice" role="alert">
            {t('run.engineBack')}
          </div>
        )}
        {error !== undefined && (
          <ErrorBox
            title={t('run.unknown')}
            error={error}
            actions={
              <Button look="link" onClick={again}>
                {t('common.retry')}
              </Button>
            }
          />
        )}
        {refused !== undefined && <ErrorBox error={refused} onDismiss={() => setRefused(undefined)} />}
        {run === undefined ? (
          error === undefined && <Skeleton width="100%" />
        ) : (
          <RunBody
            run={run}
            secondsLeft={lost === undefined ? secondsLeft : undefined}
            problems={allProblems ?? run.problems}
            onAllProblems={allProblems === undefined ? readAllProblems : undefined}
          />
        )}
      </div>
      <footer className="run-panel__foot">
        {run !== undefined && !running && (
          <span className="run-panel__foot-start">
            <Button
              look="quiet"
              onClick={() => copy(reportText(run, allProblems ?? run.problems, t, formats, zoneOf, tell))}
            >
              <Copy size={14} aria-hidden />
              {t(copied ? 'common.copied' : 'run.copyReport')}
            </Button>
          </span>
        )}
        <Button onClick={onHide}>{t(running ? 'run.hide' : 'run.hideDone')}</Button>
        {running && (
          <Button
            onClick={() => ask('cancel')}
            disabledReason={cancelling ? t('run.cancelling') : engineReady ? undefined : t('run.engineLost')}
          >
            {t(cancelling ? 'run.cancelling' : 'run.cancel')}
          </Button>
        )}
        {resumable && (
          <Button look="primary" onClick={() => ask('resume')} disabled={asked === 'resume' || !engineReady}>
            {t('run.resume')}
          </Button>
        )}
      </footer>
    </section>
  );

  function titleOf({ status: state, stream }: RunProgress): string {
    return t(state === 'running' ? `run.running.${stream}` : `run.title.${stream}`);
  }
}

function isResumable(run: RunProgress): boolean {
  if (run.status === 'running' || run.status === 'completed') return false;
  // A run that ended with problems has done its days unless one of them failed.
  return run.status !== 'completed-with-problems' || run.days.some((day) => day.state === 'failed');
}
