import { Button, FilterField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { withChoice } from './MatchTable.tsx';
import { filterLines, type MatchFilter } from './match-model.ts';
import type { MatchWork } from './use-match.ts';

const SHOWS: readonly MatchFilter['show'][] = ['all', 'sure', 'unsure', 'none', 'accepted'];

export interface MatchToolbarProps {
  readonly work: MatchWork;
  /** From the filter into the table. */
  readonly onLeave: () => void;
}

/** Which proposals are shown, and many of them accepted at once. */
export function MatchToolbar({ work, onLeave }: MatchToolbarProps) {
  const { t } = useWords();
  const { lines, shown, filter, setFilter, accept } = work;
  const percent = Math.round(filter.threshold * 100);
  /** Enter in the table maps what was accepted here. */
  const then = (act: () => void) => () => {
    act();
    onLeave();
  };
  const countOf = (show: MatchFilter['show']) => filterLines(lines, { ...filter, text: '', show }).length;
  return (
    <div className="match-tools">
      <FilterField
        label={t('match.filter')}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
        hidden={lines.length - shown.length}
        onLeave={onLeave}
      />
      <select
        className="input match-tools__show"
        aria-label={t('match.show')}
        value={filter.show}
        onChange={(event) => setFilter({ show: event.target.value as MatchFilter['show'] })}
      >
        {SHOWS.map((show) => (
          <option key={show} value={show}>
            {t(`match.shows.${show}`, { percent, count: countOf(show) })}
          </option>
        ))}
      </select>
      <label className="match-tools__threshold">
        <span>{t('match.threshold')}</span>
        <input
          className="input figure"
          type="number"
          min={0}
          max={100}
          step={5}
          value={percent}
          onChange={(event) => setFilter({ threshold: thresholdOf(event.target.value) })}
          onKeyDown={(event) => {
            // Enter maps from the table; here it would map what one has not seen.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </label>
      <span className="match-tools__acts">
        <Button small onClick={then(work.acceptSure)}>
          {t('match.acceptSure', { percent })}
        </Button>
        <Button
          small
          title={t('match.acceptShownHelp')}
          onClick={then(() => accept(withChoice(shown), true))}
        >
          {t('match.acceptShown')}
        </Button>
        <Button
          small
          onClick={then(() =>
            accept(
              lines.map(({ queueId }) => queueId),
              false,
            ),
          )}
        >
          {t('match.acceptNone')}
        </Button>
      </span>
    </div>
  );
}

function thresholdOf(text: string): number {
  const percent = Number(text);
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) / 100 : 0;
}
