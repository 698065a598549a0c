import { useTranslation } from 'react-i18next';
import type { RunSummary } from '#shared/contract/imports.ts';
import { useWords } from '../dialogs/words.ts';
import { isEngineReady, openDialog, showRun, useStore } from '../state/index.ts';
import { Button, Menu, menuItem, separator, Tooltip, useAgo, useNumber } from '../ui/index.ts';

export function StatusBar() {
  const { t } = useTranslation();
  const engine = useStore((state) => state.engine?.state ?? 'running');
  const home = useStore((state) => state.home);
  return (
    <footer className="status-bar">
      <span className="status-bar__part" role="status">
        <span className={`state-dot state-dot--${engine}`} aria-hidden="true" />
        {t('status.engine', { state: t(`engine.${engine}`) })}
      </span>
      <LastImport />
      <span className="status-bar__space" />
      {home !== undefined && (
        <Tooltip text={home.homeFolder}>
          <button
            type="button"
            className="status-bar__part status-bar__home"
            onClick={() => openDialog({ kind: 'about' })}
          >
            <bdi>{t('status.home', { folder: home.homeFolder })}</bdi>
          </button>
        </Tooltip>
      )}
    </footer>
  );
}

function LastImport() {
  const { t } = useTranslation();
  const runs = useStore((state) => state.runs);
  const isReady = useStore(isEngineReady);
  if (runs === undefined) return null;
  const running = isReady ? runs.filter(({ status }) => status === 'running') : [];
  if (running.length > 1) return <RunningImports runs={running} />;
  if (running[0] !== undefined) {
    const { runId } = running[0];
    return (
      <Button look="link" className="status-bar__part" onClick={() => showRun(runId)}>
        {t('status.importRunning')}
      </Button>
    );
  }
  const last = runs.find(({ dryRun }) => !dryRun);
  if (last === undefined) return <span className="status-bar__part">{t('status.noImport')}</span>;
  return (
    <Button look="link" className="status-bar__part" onClick={() => showRun(last.runId)}>
      <LastWords run={last} />
    </Button>
  );
}

/** Several at once, of other programs too: which one is to be seen is chosen. */
function RunningImports({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { t } = useTranslation();
  const { t: words, formats } = useWords();
  const number = useNumber();
  const entries = runs.map((run) => {
    const { runId, systems, fromDay, toDay } = run;
    const days = formats.dayRangeShort(fromDay, toDay);
    const name = `${words('runPage.title', { runId })} · ${systems.join(', ')} · ${days}`;
    return menuItem(String(runId), name, () => showRun(runId));
  });
  return (
    <Menu
      entries={[...entries, separator, menuItem('runs', t('menu.runs'), () => openDialog({ kind: 'runs' }))]}
    >
      <Button look="link" className="status-bar__part">
        {t('status.importsRunning', { number: number(runs.length) })}
      </Button>
    </Menu>
  );
}

function LastWords({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation();
  const number = useNumber();
  const ago = useAgo()(run.finishedUtc ?? run.startedUtc);
  if (run.status !== 'completed' && run.status !== 'completed-with-problems') {
    return t('status.lastImport', { ago, status: t(`status.runStatus.${run.status}`) });
  }
  const count = run.valuesWritten;
  const written = t('status.lastImportCounts', { ago, count, number: number(count) });
  const problems = run.problemCount;
  return problems === 0
    ? written
    : `${written}, ${t('status.problems', { count: problems, number: number(problems) })}`;
}
