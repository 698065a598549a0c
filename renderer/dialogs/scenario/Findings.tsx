import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { EditorFinding } from '../editor/CodeEditor.tsx';
import { useWords } from '../words.ts';

export interface FindingsProps {
  readonly findings: readonly EditorFinding[];
  /** Shown instead of findings while there is no script. */
  readonly emptyText: string | undefined;
  readonly onGo: (line: number, column: number) => void;
}

/** What our own parser says about the script; the space for it is always there. */
export function Findings({ findings, emptyText, onGo }: FindingsProps) {
  const { t } = useWords();
  if (emptyText !== undefined || findings.length === 0) {
    return (
      <p className="scenario-findings scenario-findings--none" role="status">
        {emptyText === undefined && <CircleCheck size={14} aria-hidden />}
        {emptyText ?? t('scenario.noFindings')}
      </p>
    );
  }
  return (
    <ul
      className="scenario-findings"
      aria-label={t('scenario.findings', { count: findings.length })}
      aria-live="polite"
    >
      {findings.map((finding) => {
        const { line, column, severity, message } = finding;
        const Sign = severity === 'error' ? CircleX : TriangleAlert;
        return (
          <li
            key={`${line} ${column} ${message}`}
            className={`scenario-finding scenario-finding--${severity}`}
          >
            <button type="button" onClick={() => onGo(line, column)}>
              <Sign size={14} role="img" aria-label={t(`scenario.severity.${severity}`)} />
              <span className="figure">{t('common.lineColumn', { line, column })}</span>
              <span>{message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
