import { lazy, Suspense, useEffect } from 'react';
import { type DialogRequest, showRun, useStore } from '../state/index.ts';

// Dialogs come after the window, which stands sooner without them.
const dialogs = () => import('../dialogs/index.ts');
const views = () => import('../views/index.ts');
const palette = () => import('./palette/palette.tsx');
const AdoptDialog = lazy(async () => ({ default: (await dialogs()).AdoptDialog }));
const ChangesDialog = lazy(async () => ({ default: (await dialogs()).ChangesDialog }));
const ConfigurationDialog = lazy(async () => ({ default: (await dialogs()).ConfigurationDialog }));
const CopyMappingDialog = lazy(async () => ({ default: (await dialogs()).CopyMappingDialog }));
const DocumentationDialog = lazy(async () => ({ default: (await dialogs()).DocumentationDialog }));
const ExternalSystemsDialog = lazy(async () => ({ default: (await dialogs()).ExternalSystemsDialog }));
const FindTablesDialog = lazy(async () => ({ default: (await dialogs()).FindTablesDialog }));
const PairingDialog = lazy(async () => ({ default: (await dialogs()).PairingDialog }));
const ReplaceQueueDialog = lazy(async () => ({ default: (await dialogs()).ReplaceQueueDialog }));
const ScenarioDialog = lazy(async () => ({ default: (await dialogs()).ScenarioDialog }));
const ImportDialog = lazy(async () => ({ default: (await dialogs()).ImportDialog }));
const LogDialog = lazy(async () => ({ default: (await dialogs()).LogDialog }));
const MatchDialog = lazy(async () => ({ default: (await dialogs()).MatchDialog }));
const AfterSurvey = lazy(async () => ({ default: (await views()).AfterSurvey }));
const RunPanel = lazy(async () => ({ default: (await dialogs()).RunPanel }));
const RunsView = lazy(async () => ({ default: (await views()).RunsView }));
const RunPage = lazy(async () => ({ default: (await views()).RunPage }));
const UndoDialog = lazy(async () => ({ default: (await views()).UndoDialog }));
const ZeroingDialog = lazy(async () => ({ default: (await views()).ZeroingDialog }));
const StoredDataView = lazy(async () => ({ default: (await views()).StoredDataView }));
const ProblemsView = lazy(async () => ({ default: (await views()).ProblemsView }));
const Palette = lazy(async () => ({ default: (await palette()).Palette }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('./about-dialog.tsx')).AboutDialog }));

/** What is open over the window, and the panel of the run that is watched. */
export function DialogHost() {
  const open = useStore((state) => state.dialogs);
  const closeDialog = useStore((state) => state.closeDialog);
  const shownRunId = useStore((state) => state.shownRunId);
  const isAwaited = useStore((state) => state.awaitedSurveyId !== null);
  useEffect(() => {
    // Not only when they are asked for: what is typed until one is there would go to the window.
    const idle = requestIdleCallback(() => {
      for (const part of [palette, dialogs, views]) part().catch(() => {});
    });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <>
      {isAwaited && (
        <Suspense fallback={null}>
          <AfterSurvey />
        </Suspense>
      )}
      {shownRunId !== null && (
        <Suspense fallback={null}>
          <RunPanel key={shownRunId} runId={shownRunId} onHide={() => showRun(null)} />
        </Suspense>
      )}
      {open.map(({ id, request }) => (
        <Suspense key={id} fallback={null}>
          <OneDialog request={request} onClose={() => closeDialog(id)} />
        </Suspense>
      ))}
    </>
  );
}

interface OneDialogProps {
  readonly request: DialogRequest;
  readonly onClose: () => void;
}

function OneDialog({ request, onClose }: OneDialogProps) {
  switch (request.kind) {
    case 'configuration':
      return <ConfigurationDialog system={request.system} testAtOnce={request.test} onClose={onClose} />;
    case 'systems':
      return <ExternalSystemsDialog initialSystem={request.system} place={request} onClose={onClose} />;
    case 'documentation':
      return <DocumentationDialog initialInterface={request.interface} onClose={onClose} />;
    case 'find-tables':
      return <FindTablesDialog system={request.system} onClose={onClose} />;
    case 'match':
      return <MatchDialog system={request.system} onClose={onClose} />;
    case 'scenario':
      return <ScenarioDialog target={request.target} place={request.place} onClose={onClose} />;
    case 'pairing':
      return <PairingDialog queueId={request.queueId} questions={request.questions} onClose={onClose} />;
    case 'copy-mapping':
      return (
        <CopyMappingDialog
          from={request.from}
          to={request.to}
          valueTypeId={request.valueTypeId}
          onClose={onClose}
        />
      );
    case 'replace-queue':
      return <ReplaceQueueDialog system={request.system} path={request.path} onClose={onClose} />;
    case 'changes':
      return <ChangesDialog onClose={onClose} />;
    case 'import':
      return <ImportDialog systems={request.systems} onStarted={showRun} onClose={onClose} />;
    case 'adopt':
      return <AdoptDialog onClose={onClose} />;
    case 'log':
      return <LogDialog name={request.name} onClose={onClose} />;
    case 'runs':
      return <RunsView onClose={onClose} />;
    case 'run':
      return <RunPage key={request.runId} runId={request.runId} part={request.part} onClose={onClose} />;
    case 'undo-run':
      return <UndoDialog runId={request.runId} onClose={onClose} />;
    case 'zeroing':
      return <ZeroingDialog surveyRunId={request.surveyRunId} onClose={onClose} />;
    case 'data':
      return <StoredDataView place={request.place} onClose={onClose} />;
    case 'problems':
      return <ProblemsView onClose={onClose} />;
    case 'palette':
      return <Palette onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'about':
      return <AboutDialog onClose={onClose} />;
  }
}
