import { useRef, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { closeDialogs, showRun, useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, Skeleton } from '../../ui/index.ts';

export interface UndoDialogProps {
  readonly runId: number;
  readonly onClose: () => void;
}

/** Says what taking a run back does before it is done: what comes back, and what stays because others changed it since. */
export function UndoDialog({ runId, onClose }: UndoDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const valuesRevision = useStore((state) => state.valuesRevision);
  const cancel = useRef<HTMLButtonElement>(null);
  useFirstFocus(cancel);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<ErrorShape>();
  const { data, error } = useReading(
    (signal) => client.call('imports.undoPlan', { runId }, { signal }),
    [client, runId, valuesRevision],
  );
  const isNothing = data !== undefined && data.valuesRestored === 0;
  const takeBack = async () => {
    if (data === undefined || isNothing || starting) return;
    setStarting(true);
    setRefused(undefined);
    try {
      const undo = await client.call('imports.undo', { runId });
      closeDialogs();
      showRun(undo.runId);
    } catch (thrown) {
      setRefused(errorShape(thrown));
      setStarting(false);
    }
  };
  return (
    <Dialog
      title={t('runPage.undoQuestion', { runId })}
      onClose={onClose}
      onSubmit={() => void takeBack()}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" disabled={data === undefined || isNothing || starting}>
            {t('runPage.undoAct')}
          </Button>
        </>
      }
    >
      <div className="undo-plan" role="status">
        {data === undefined && error === undefined && (
          <>
            <p>{t('runPage.undoReading')}</p>
            <p>
              <Skeleton width="80%" />
            </p>
          </>
        )}
        {data !== undefined && (
          <>
            <p>
              {isNothing
                ? t('runPage.undoNothing')
                : `${t('runPage.undoRestored', { count: data.valuesRestored })} ${t('runPage.undoDays', { count: data.days })}`}
            </p>
            {data.valuesChangedSince > 0 && (
              <p className="undo-plan__stay">
                {t('runPage.undoStay', { count: data.valuesChangedSince })}
                {data.laterRuns.length > 0 &&
                  ` ${t('runPage.undoLater', { count: data.laterRuns.length, runs: data.laterRuns.join(', ') })}`}
              </p>
            )}
            {data.valuesWithoutPlace > 0 && (
              <p className="undo-plan__stay">
                {t('runPage.undoWithoutPlace', { count: data.valuesWithoutPlace })}
              </p>
            )}
            {!isNothing && <p className="undo-plan__note">{t('runPage.undoRun')}</p>}
          </>
        )}
      </div>
      {error !== undefined && data === undefined && <ErrorBox error={error} />}
      {refused !== undefined && <ErrorBox error={refused} onDismiss={() => setRefused(undefined)} />}
    </Dialog>
  );
}
