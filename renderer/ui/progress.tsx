import './progress.css';

export interface ProgressProps {
  readonly label: string;
  /** From 0 to 1; undefined where nobody can say how far it is. */
  readonly fraction: number | undefined;
  /** What a screen reader says instead of the percentage. */
  readonly valueText?: string | undefined;
}

export function Progress({ label, fraction, valueText }: ProgressProps) {
  const percent =
    fraction === undefined ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 1000) / 10;
  return (
    <div
      className={percent === undefined ? 'progress progress--open' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
    >
      <div className="progress__done" style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
