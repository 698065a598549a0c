import { useId } from 'react';
import { useStore } from '../../state/index.ts';
import { Chip } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { type Answers, feedOf, type MatchKind } from './match-model.ts';

export interface PairingDetailProps {
  readonly system: string;
  readonly kind: MatchKind;
  readonly answers: Answers;
  readonly onAnswer: (kind: string, valueTypeId: number, valueType: string | null) => void;
}

const ASK = '';
const NONE = '-';

/** Which external value type feeds which of WFM: what is certain is chosen, what is not is asked. */
export function PairingDetail({ system, kind, answers, onAnswer }: PairingDetailProps) {
  const { t } = useWords();
  const baseId = useId();
  const valueTypes = useStore((state) => state.wfm?.valueTypes) ?? [];
  return (
    <section className="match-detail" aria-labelledby={baseId}>
      <header>
        <h3 id={baseId}>
          {kind.id === '' ? t('match.pairingOfSystem', { system }) : t('match.pairing', { kind: kind.id })}
        </h3>
        <small>{t('match.pairingHint')}</small>
      </header>
      <div className="match-detail__types">
        {valueTypes.map(({ id, name }) => {
          const feed = feedOf(kind, answers, id);
          const candidates =
            kind.pairing.unsure
              .find((one) => one.valueTypeId === id)
              ?.candidates.map((one) => one.valueType) ?? [];
          const others = kind.valueTypes.filter((valueType) => !candidates.includes(valueType));
          const option = (valueType: string) => (
            <option key={valueType} value={`=${valueType}`}>
              {valueType}
            </option>
          );
          return (
            <div key={id} className={feed === undefined ? 'match-type match-type--ask' : 'match-type'}>
              <label htmlFor={`${baseId}-${id}`} title={name}>
                {name}
              </label>
              {feed === undefined && <Chip tone="warn">?</Chip>}
              <select
                id={`${baseId}-${id}`}
                className="input"
                value={feed === undefined ? ASK : feed === null ? NONE : `=${feed}`}
                onChange={({ target: { value } }) =>
                  onAnswer(kind.id, id, value === NONE ? null : value.slice(1))
                }
              >
                {feed === undefined && (
                  <option value={ASK} disabled>
                    {t('match.ask')}
                  </option>
                )}
                <option value={NONE}>{t('match.feedNone')}</option>
                {candidates.length > 0 && (
                  <optgroup label={t('match.likely')}>{candidates.map(option)}</optgroup>
                )}
                {candidates.length > 0 ? (
                  <optgroup label={t('match.otherTypes')}>{others.map(option)}</optgroup>
                ) : (
                  others.map(option)
                )}
              </select>
            </div>
          );
        })}
      </div>
    </section>
  );
}
