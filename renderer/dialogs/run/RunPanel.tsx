import { Copy } from 'lucide-react';
import { useId } from 'react';
import type { RunPart } from '../../state/index.ts';
import { isEngineReady, openDialog, showRun, useStore } from '../../state/index.ts';
import { Button, Chip, Skeleton, useMessageText } from '../../ui/index.ts';
import { useZoneOf } from '../names.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words.ts';
import { RunBody } from './RunBody.tsx';
import { RunFaults } from './RunFaults.tsx';
import { reportText } from './report-text.ts';
import { isImportable, runTitle, runTones } from './run-state.ts';
import { useRun } from './use-run.ts';
import { useRunActs, useUndoneBy } from './use-run-acts.ts';
import './run-panel.css';

export interface RunPanelProps {
  readonly runId: number;
  /** Hides the panel; the run goes on. */
  readonly onHide: () => void;
}

/** What a run does and, at its end, what it did. It floats over the panes and takes no focus from them. */
export function RunPanel({ runId, onHide }: RunPanelProps) {
  const { t, formats } = useWords();
  const tell = useMessageText();
  const titleId = useId();
  const zoneOf = useZoneOf();
  const engineReady = useStore(isEngineReady);
  const isAwaited = useStore((state) => state.awaitedSurveyId === runId);
  const watch = useRun(runId);
  const { run, secondsLeft, error, lost } = watch;
  const acts = useRunActs(runId, run, watch.again);
  const { asked, cancel, resume } = acts;
  const undoneBy = useUndoneBy(run);
  const { copied, copy } = useCopy();

  const running = run?.status === 'running';
  const cancelling = running && asked === 'cancel';
  const status = cancelling ? 'cancelling' : run?.status;
  const resumable = run?.resumable === true && lost === undefined;
  const title = run === undefined ? t('run.runNumber', { runId }) : runTitle(run, t);
  // The page takes the place of the panel, which comes back with a run that is still under way.
  const openPage = (part?: RunPart) => {
    showRun(null);
    openDialog({ kind: 'run', runId, part });
  };

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
        {run?.undoOf !== undefined && <Chip>{t('runPage.undoOf', { runId: run.undoOf })}</Chip>}
        {undoneBy !== undefined && <Chip>{t('runPage.undoneBy', { runId: undoneBy })}</Chip>}
        <span className="run-panel__status" role="status">
          {status !== undefined && <Chip tone={runTones[status]}>{t(`run.status.${status}`)}</Chip>}
        </span>
      </header>
      <div className="run-panel__body">
        <RunFaults watch={watch} acts={acts} />
        {isAwaited && running && <div className="run-panel__note">{t('zeroing.survey')}</div>}
        {run === undefined ? (
          error === undefined && <Skeleton width="100%" />
        ) : (
          <RunBody run={run} secondsLeft={lost === undefined ? secondsLeft : undefined} />
        )}
      </div>
      <footer className="run-panel__foot">
        {run !== undefined && !running && (
          <span className="run-panel__foot-start">
            <Button
              look="quiet"
              onClick={() => copy(reportText(run, run.problems, t, formats, zoneOf, tell))}
            >
              <Copy size={14} aria-hidden />
              {t(copied ? 'common.copied' : 'run.copyReport')}
            </Button>
          </span>
        )}
        {run !== undefined && !isImportable(run) && (
          <Button onClick={() => openPage()}>{t('runPage.details')}</Button>
        )}
        <Button onClick={onHide}>{t(running ? 'run.hide' : 'run.hideDone')}</Button>
        {running && (
          <Button
            onClick={cancel}
            disabledReason={cancelling ? t('run.cancelling') : engineReady ? undefined : t('run.engineLost')}
          >
            {t(cancelling ? 'run.cancelling' : 'run.cancel')}
          </Button>
        )}
        {resumable && (
          <Button
            look={isImportable(run) ? undefined : 'primary'}
            onClick={resume}
            disabled={asked === 'resume' || !engineReady}
          >
            {t('run.resume')}
          </Button>
        )}
        {run !== undefined && isImportable(run) && (
          <Button look="primary" onClick={() => openPage('changes')}>
            {t('runPage.showChanges')}
          </Button>
        )}
      </footer>
    </section>
  );
}
