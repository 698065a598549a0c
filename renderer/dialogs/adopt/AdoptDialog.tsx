import { useState } from 'react';
import { openDialog } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, Skeleton, TextField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { AdoptChoices, type Choices, choicesFault, choicesFor, toTake } from './AdoptChoices.tsx';
import { AdoptDone } from './AdoptDone.tsx';
import { AdoptFindings } from './AdoptFindings.tsx';
import { AdoptSummary } from './AdoptSummary.tsx';
import { AdoptSystems } from './AdoptSystems.tsx';
import { chooseFolder } from './choose-folder.ts';
import { useAdopt } from './use-adopt.ts';
import './adopt.css';

export interface AdoptDialogProps {
  readonly onClose: () => void;
}

/** An existing Xlink folder: first what is found in it, then, when the operator says so, the copy. */
export function AdoptDialog({ onClose }: AdoptDialogProps) {
  const { t } = useWords();
  const [folder, setFolder] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const [choices, setChoices] = useState<Partial<Choices>>({});
  const adoption = useAdopt();
  const { busy, report, result, error } = adoption;

  if (report !== undefined && result !== undefined) {
    return (
      <Dialog
        title={t('adopt.title')}
        subtitle={<span className="mono">{report.folder}</span>}
        size="medium"
        onClose={onClose}
        footerStart={
          <Button
            onClick={() => {
              onClose();
              openDialog({ kind: 'problems' });
            }}
          >
            {t('adopt.showProblems')}
          </Button>
        }
        footer={
          <Button look="primary" autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        }
      >
        <AdoptDone result={result} />
      </Dialog>
    );
  }

  const all = report === undefined ? undefined : { ...choicesFor(report), ...choices };
  const fault = report === undefined || all === undefined ? undefined : choicesFault(report, all);
  const typeFolder = (path: string) => {
    if (busy === 'taking') return;
    setFolder(path);
    // What is being read is not read of this one either.
    if (report !== undefined || error !== undefined || busy === 'reading') adoption.forget();
  };
  const read = (path = folder) => {
    setSubmitted(true);
    if (path.trim() !== '' && busy === undefined) adoption.read(path.trim());
  };
  const choose = async () => {
    const chosen = await chooseFolder?.();
    if (!chosen) return;
    typeFolder(chosen);
    read(chosen);
  };

  return (
    <Dialog
      title={t('adopt.title')}
      subtitle={t('adopt.intro')}
      size={report === undefined ? 'medium' : 'large'}
      onClose={onClose}
      onSubmit={() => {
        if (all === undefined) read();
        else if (fault === undefined && busy === undefined) adoption.take(toTake(all));
      }}
      footerStart={
        report !== undefined && (
          <Button disabled={busy !== undefined} onClick={() => read()}>
            {t('adopt.readAgain')}
          </Button>
        )
      }
      footer={
        <>
          <span className="adopt-busy" role="status">
            {busy !== undefined && t(busy === 'reading' ? 'adopt.reading' : 'adopt.taking')}
          </span>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={busy !== undefined}
            disabledReason={fault === undefined ? undefined : t(`adopt.${fault}`)}
          >
            {t(report === undefined ? 'adopt.read' : 'adopt.take')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('adopt.folder')}
        hint={t('adopt.folderHelp')}
        error={submitted && folder.trim() === '' ? t('adopt.folderRequired') : undefined}
        autoFocus
        mono
        value={folder}
        onChange={typeFolder}
        trailing={
          chooseFolder !== undefined && (
            <Button disabled={busy !== undefined} onClick={() => void choose()}>
              {t('adopt.choose')}
            </Button>
          )
        }
      />
      {error !== undefined && <ErrorBox error={error} />}
      {busy === 'reading' && report === undefined && <Skeleton width="60%" />}
      {report !== undefined && all !== undefined && (
        <section className="adopt-report" aria-label={t('adopt.report')} aria-busy={busy !== undefined}>
          <AdoptSummary report={report} />
          <AdoptSystems report={report} busy={busy !== undefined} onChoose={adoption.chooseInterface} />
          <AdoptFindings findings={report.findings} />
          <AdoptChoices
            report={report}
            choices={all}
            onChange={(change) => setChoices((before) => ({ ...before, ...change }))}
          />
        </section>
      )}
    </Dialog>
  );
}
