import { useWords } from '../words.ts';
import { type MatchChoice, SURE } from './match-model.ts';
import './confidence.css';

export interface ConfidenceProps {
  /** 0…1; undefined for a queue that a person chose. */
  readonly value: number | undefined;
  readonly reason: MatchChoice['reason'];
}

/** How certain a proposal is, as bar and number, and why in words. */
export function Confidence({ value, reason }: ConfidenceProps) {
  const { t } = useWords();
  const percent = value === undefined ? undefined : Math.round(value * 100);
  return (
    <span className={value !== undefined && value < SURE ? 'confidence confidence--low' : 'confidence'}>
      <span className="confidence__bar" aria-hidden="true">
        <span style={{ width: `${percent ?? 100}%` }} />
      </span>
      <span className="confidence__number figure">
        {percent === undefined ? '' : t('match.percent', { percent })}
      </span>
      <span className="confidence__reason">{t(`match.reasons.${reason}`)}</span>
    </span>
  );
}
