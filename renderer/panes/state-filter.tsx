import { useTranslation } from 'react-i18next';
import type { StateFilter } from '../state/index.ts';
import { Button, Tooltip, useNumber } from '../ui/index.ts';
import './state-filter.css';

type State = Exclude<StateFilter, 'all'>;

export interface StateFilterBarProps {
  /** How many there are in each state, in the order they are shown. */
  readonly counts: Readonly<Partial<Record<State, number>>>;
  readonly value: StateFilter;
  readonly onChange: (value: StateFilter) => void;
}

/** Shows only what is in one state; pressed again, everything. The places stay when the numbers change. */
export function StateFilterBar({ counts, value, onChange }: StateFilterBarProps) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons is no form
    <div className="state-filter" role="group" aria-label={t('ways.filter.label')}>
      {(Object.keys(counts) as State[]).map((state) => (
        <Tooltip key={state} text={t(`ways.filter.${state}Hint`)}>
          <Button
            small
            look="quiet"
            className={
              value === state
                ? 'state-filter__one button--on'
                : `state-filter__one state-filter__one--${state}`
            }
            aria-pressed={value === state}
            onClick={() => onChange(value === state ? 'all' : state)}
          >
            {t(`ways.filter.${state}`)}
            <span className="state-filter__count">{number(counts[state] ?? 0)}</span>
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
