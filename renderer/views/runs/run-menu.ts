import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '#shared/contract/imports.ts';
import { isImportable, isUndoable } from '../../dialogs/run/run-state.ts';
import { useWords } from '../../dialogs/words.ts';
import { isEngineReady, openDialog, useClient, useStore } from '../../state/index.ts';
import { type MenuEntry, menuItem, separator } from '../../ui/index.ts';
import { importAfter } from '../run-page/import-after.ts';
import { useReportFiles } from '../run-page/report-files.ts';
import type { useRunRequests } from './use-run-requests.ts';

export interface RunMenu {
  /** What can be done with a run, as things stand. */
  readonly menu: (run: RunSummary) => readonly MenuEntry[];
  /** The keys of the same; true where the key was one. */
  readonly onKey: (event: KeyboardEvent, run: RunSummary) => boolean;
}

type RunRequests = Pick<ReturnType<typeof useRunRequests>, 'ask' | 'asked' | 'refuse'>;

/** The menu of a run of the history, and its keys. */
export function useRunMenu({ ask, asked, refuse }: RunRequests): RunMenu {
  const client = useClient();
  const { t } = useWords();
  const { t: own } = useTranslation();
  const isReady = useStore(isEngineReady);
  const { reportEntries, saveReport } = useReportFiles(refuse);
  const ctrl = own('keys.ctrl');

  const open = ({ runId }: RunSummary) => openDialog({ kind: 'run', runId });
  const undo = ({ runId }: RunSummary) => openDialog({ kind: 'undo-run', runId });
  const resume = ({ runId }: RunSummary) => ask('resume', runId);
  const cancel = ({ runId }: RunSummary) => ask('cancel', runId);
  const importNow = (run: RunSummary) => void importAfter(client, run).catch(refuse);
  const canResume = ({ runId, resumable }: RunSummary) => resumable && !asked.has(runId);
  const canCancel = ({ runId, status }: RunSummary) => status === 'running' && !asked.has(runId);

  /** An entry that asks something of the engine. */
  const act = (id: string, label: string, run: () => void, shortcut: string) =>
    menuItem(id, label, run, isReady ? { shortcut } : { disabledReason: t('run.engineLost') });

  function menu(run: RunSummary): readonly MenuEntry[] {
    const acts = [
      ...(isImportable(run)
        ? [act('import', t('runPage.importNow'), () => importNow(run), `${ctrl} ${own('keys.enter')}`)]
        : canResume(run)
          ? [act('resume', t('run.resume'), () => resume(run), `${ctrl} ${own('keys.enter')}`)]
          : []),
      ...(isUndoable(run) ? [act('undo', t('runPage.undo'), () => undo(run), `${ctrl} Z`)] : []),
      ...(canCancel(run) ? [act('cancel', t('run.cancel'), () => cancel(run), own('keys.delete'))] : []),
    ];
    const report: readonly MenuEntry[] =
      run.status === 'running'
        ? []
        : [
            separator,
            {
              kind: 'menu',
              id: 'report',
              label: t('runPage.report'),
              entries: reportEntries(run.runId, `${ctrl} S`),
            },
          ];
    return [
      menuItem('open', t('runPage.details'), () => open(run), { shortcut: own('keys.enter') }),
      ...(acts.length > 0 ? [separator, ...acts] : []),
      ...report,
    ];
  }

  function onKey(event: KeyboardEvent, run: RunSummary): boolean {
    if (event.altKey || event.shiftKey) return false;
    const doIf = (can: boolean, what: (run: RunSummary) => void) => {
      if (can && isReady) what(run);
      return true;
    };
    if (!(event.ctrlKey || event.metaKey)) return event.key === 'Delete' && doIf(canCancel(run), cancel);
    switch (event.key.toLowerCase()) {
      case 'enter':
        return isImportable(run) ? doIf(true, importNow) : doIf(canResume(run), resume);
      case 'z':
        return doIf(isUndoable(run), undo);
      case 's':
        return doIf(run.status !== 'running', ({ runId }) => saveReport(runId, 'html'));
      default:
        return false;
    }
  }

  return { menu, onKey };
}
