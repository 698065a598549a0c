import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { askedOnly, type RunProgress } from '#shared/contract/imports.ts';
import { RunOutcome } from '../../dialogs/run/RunBody.tsx';
import { RunFaults } from '../../dialogs/run/RunFaults.tsx';
import { RunFigures } from '../../dialogs/run/RunFigures.tsx';
import { RunProgressLine } from '../../dialogs/run/RunProgressLine.tsx';
import { isImportable, isUndoable, runTitle, runTones } from '../../dialogs/run/run-state.ts';
import { useRun } from '../../dialogs/run/use-run.ts';
import { type RunActs, useRunActs, useUndoneBy } from '../../dialogs/run/use-run-acts.ts';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { useWords } from '../../dialogs/words.ts';
import { isEngineReady, openDialog, type RunPart, showRun, useClient, useStore } from '../../state/index.ts';
import { Button, Chip, Dialog, Menu, Skeleton } from '../../ui/index.ts';
import type { RunDayKey } from './changes-model.ts';
import { importAfter } from './import-after.ts';
import { RunCalendar } from './RunCalendar.tsx';
import { RunDetail } from './RunDetail.tsx';
import { useReportFiles } from './report-files.ts';
import '../../dialogs/run/run-panel.css';
import './run-page.css';

export interface RunPageProps {
  readonly runId: number;
  readonly part?: RunPart | undefined;
  readonly onClose: () => void;
}

/** Everything of a run: its days, what it met by cause, what it changed, and what can be done with it. */
export function RunPage({ runId, part, onClose }: RunPageProps) {
  const { t } = useWords();
  const watch = useRun(runId);
  const { run, secondsLeft, error, lost } = watch;
  const acts = useRunActs(runId, run, watch.again);
  const [chosenPart, setPart] = useState(part);
  const [selected, setSelected] = useState<RunDayKey | null>(null);
  const closing = useRef<HTMLButtonElement>(null);
  useFirstFocus(closing);
  const isRunning = run?.status === 'running';
  // What is under way stays in sight.
  const close = () => {
    onClose();
    if (isRunning) showRun(runId);
  };
  const select = (day: RunDayKey) => {
    setSelected(day);
    const found = run?.days.find((other) => other.system === day.system && other.day === day.day);
    setPart(found?.unusual === true || found?.state === 'failed' ? 'problems' : 'changes');
  };
  const isMostlyChange = run !== undefined && (run.problemCount === 0 || run.dryRun);
  return (
    <Dialog
      title={
        run === undefined
          ? t('runPage.title', { runId })
          : `${t('runPage.title', { runId })} · ${runTitle(run, t)}`
      }
      subtitle={run === undefined ? ' ' : <RunFacts run={run} isCancelling={acts.asked === 'cancel'} />}
      size="full"
      onClose={close}
      footerStart={run !== undefined && !isRunning && <Exports run={run} acts={acts} />}
      footer={
        <>
          {run !== undefined && <Acts run={run} acts={acts} isLost={lost !== undefined} />}
          <Button ref={closing} onClick={close}>
            {t(isRunning ? 'run.hide' : 'common.close')}
          </Button>
        </>
      }
    >
      <RunFaults watch={watch} acts={acts} />
      {run === undefined ? (
        error === undefined && <Skeleton width="60%" />
      ) : (
        <div className={isShort(run) ? 'run-page run-page--short' : 'run-page'}>
          <section className="run-page__summary" aria-label={t('runPage.summary')}>
            <div className="run-page__progress">
              <RunProgressLine run={run} secondsLeft={lost === undefined ? secondsLeft : undefined} />
            </div>
            <RunFigures run={run} />
            {!isRunning && <RunOutcome run={run} />}
            {isImportable(run) && (
              <p className="run-page__note">
                {t(run.writeNull ? 'runPage.previewNull' : 'runPage.previewNote')}
              </p>
            )}
            <RunCalendar run={run} selected={selected} onSelect={select} />
          </section>
          <RunDetail
            run={run}
            at={selected}
            onDay={setSelected}
            part={chosenPart ?? (isMostlyChange ? 'changes' : 'problems')}
            onPart={setPart}
          />
        </div>
      )}
    </Dialog>
  );
}

/** A quarter of a year and less: its calendar leaves room for what stands beside, in the narrowest window too. */
function isShort(run: RunProgress): boolean {
  return Date.parse(run.toDay) - Date.parse(run.fromDay) < 92 * 86_400_000;
}

/** Status, what kind of run it is, days, systems, who started it when. */
function RunFacts({ run, isCancelling }: { readonly run: RunProgress; readonly isCancelling: boolean }) {
  const { t, formats } = useWords();
  const undoneBy = useUndoneBy(run);
  const status = isCancelling && run.status === 'running' ? 'cancelling' : run.status;
  const facts = [
    formats.dayRange(run.fromDay, run.toDay),
    run.systems.join(', '),
    t('runPage.startedBy', {
      origin: t(`runs.origins.${run.origin}`),
      time: formats.dateTime(run.startedUtc),
    }),
  ];
  const asked = askedOnly(run);
  return (
    <div className="run-page__facts">
      <span role="status">
        <Chip tone={runTones[status]}>{t(`run.status.${status}`)}</Chip>
      </span>
      {run.dryRun && <Chip>{t('run.dryRun')}</Chip>}
      {run.writeNull && <Chip tone="warn">{t('runPage.writeNull')}</Chip>}
      {asked !== undefined && <Chip>{t('runPage.askedOnly', { systems: asked.join(', ') })}</Chip>}
      {run.undoOf !== undefined && (
        <OtherRun runId={run.undoOf} text={t('runPage.undoOf', { runId: run.undoOf })} />
      )}
      {undoneBy !== undefined && (
        <OtherRun runId={undoneBy} text={t('runPage.undoneBy', { runId: undoneBy })} />
      )}
      <span>{facts.join(' · ')}</span>
    </div>
  );
}

function OtherRun({ runId, text }: { readonly runId: number; readonly text: string }) {
  return (
    <Button look="link" onClick={() => openDialog({ kind: 'run', runId })}>
      {text}
    </Button>
  );
}

function Exports({ run: { runId }, acts }: { readonly run: RunProgress; readonly acts: RunActs }) {
  const { t } = useWords();
  const { saving, reportEntries, saveChanges } = useReportFiles(acts.refuse);
  return (
    <>
      <Menu
        within={() => document.querySelector<HTMLElement>('.run-page')?.closest<HTMLElement>('[role=dialog]')}
        entries={reportEntries(runId)}
      >
        <Button disabled={saving}>
          <Download size={14} aria-hidden />
          {t('runPage.report')}
        </Button>
      </Menu>
      <Button disabled={saving} onClick={() => saveChanges(runId)}>
        <Download size={14} aria-hidden />
        {t('runPage.csv')}
      </Button>
    </>
  );
}

function Acts({
  run,
  acts,
  isLost,
}: {
  readonly run: RunProgress;
  readonly acts: RunActs;
  readonly isLost: boolean;
}) {
  const client = useClient();
  const { t } = useWords();
  const undoneBy = useUndoneBy(run);
  const isReady = useStore(isEngineReady) && !isLost;
  const listed = useStore((state) => state.runs?.find(({ runId }) => runId === run.runId));
  // Later runs may have taken what it replaced; the list is behind right after the end.
  const undoable = listed === undefined || listed.status === 'running' ? run.undoable : listed.undoable;
  const [starting, setStarting] = useState(false);
  const { runId } = run;
  if (run.status === 'running') {
    const isCancelling = acts.asked === 'cancel';
    return (
      <Button
        onClick={acts.cancel}
        disabledReason={isCancelling ? t('run.cancelling') : isReady ? undefined : t('run.engineLost')}
      >
        {t(isCancelling ? 'run.cancelling' : 'run.cancel')}
      </Button>
    );
  }
  const importNow = async () => {
    setStarting(true);
    try {
      await importAfter(client, run);
    } catch (thrown) {
      acts.refuse(thrown);
    }
    setStarting(false);
  };
  return (
    <>
      {isUndoable({ ...run, undoable, undoneBy }) && (
        <Button disabled={!isReady} onClick={() => openDialog({ kind: 'undo-run', runId })}>
          {t('runPage.undo')}
        </Button>
      )}
      {run.resumable && (
        <Button
          look={isImportable(run) ? undefined : 'primary'}
          onClick={acts.resume}
          disabled={acts.asked === 'resume' || !isReady}
        >
          {t('run.resume')}
        </Button>
      )}
      {isImportable(run) && (
        <Button look="primary" onClick={() => void importNow()} disabled={starting || !isReady}>
          {t('runPage.importNow')}
        </Button>
      )}
    </>
  );
}
