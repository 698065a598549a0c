import type { RunSummary } from '#shared/contract/imports.ts';
import { useWords } from '../../dialogs/words.ts';
import { Button, FilterField } from '../../ui/index.ts';
import { type RunFilter, runOrigins, runStatuses, systemsOf } from './run-filter.ts';

export interface RunFilterBarProps {
  readonly runs: readonly RunSummary[];
  readonly filter: RunFilter;
  /** How many runs the filter hides. */
  readonly hidden: number;
  readonly onFilter: (change: Partial<RunFilter>) => void;
  /** From the text into the table. */
  readonly onLeave: () => void;
}

/** Which runs are shown. */
export function RunFilterBar({ runs, filter, hidden, onFilter, onLeave }: RunFilterBarProps) {
  const { t } = useWords();
  const systems = systemsOf(runs);
  return (
    <div className="run-filter" role="toolbar" aria-label={t('runs.filter')}>
      <FilterField
        label={t('runs.filter')}
        value={filter.text}
        onChange={(text) => onFilter({ text })}
        hidden={hidden}
        onLeave={onLeave}
      />
      <select
        className="input"
        aria-label={t('runs.status')}
        value={filter.status}
        onChange={({ target: { value } }) => onFilter({ status: value as RunFilter['status'] })}
      >
        <option value="all">{t('runs.statuses.all')}</option>
        {runStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`run.status.${status}`)}
          </option>
        ))}
      </select>
      {systems.length > 1 && (
        <select
          className="input"
          aria-label={t('runs.systems')}
          value={filter.system === null ? 'all' : `of ${filter.system}`}
          onChange={({ target: { value } }) =>
            onFilter({ system: value === 'all' ? null : value.slice('of '.length) })
          }
        >
          <option value="all">{t('runs.systemsOf.all')}</option>
          {systems.map((system) => (
            <option key={system} value={`of ${system}`}>
              {system}
            </option>
          ))}
        </select>
      )}
      <select
        className="input"
        aria-label={t('runs.origin')}
        value={filter.origin}
        onChange={({ target: { value } }) => onFilter({ origin: value as RunFilter['origin'] })}
      >
        <option value="all">{t('runs.origins.all')}</option>
        {runOrigins.map((origin) => (
          <option key={origin} value={origin}>
            {t(`runs.origins.${origin}`)}
          </option>
        ))}
      </select>
      <Button
        className={filter.onlyProblems ? 'button--on' : undefined}
        aria-pressed={filter.onlyProblems}
        onClick={() => onFilter({ onlyProblems: !filter.onlyProblems })}
      >
        {t('runs.onlyProblems')}
      </Button>
      <Button
        className={filter.previews ? 'button--on' : undefined}
        aria-pressed={filter.previews}
        title={t('runs.previewsHelp')}
        onClick={() => onFilter({ previews: !filter.previews })}
      >
        {t('runs.previews')}
      </Button>
    </div>
  );
}
