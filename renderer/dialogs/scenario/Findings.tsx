import { CircleCheck, CircleX, Info, Lightbulb, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/index.ts';
import type { EditorFinding } from '../editor/findings.ts';
import type { EditorFix } from '../editor/fixes.ts';
import { useWords } from '../words.ts';

export interface FindingsProps {
  readonly findings: readonly EditorFinding[];
  /** Shown instead of findings while there is no script. */
  readonly emptyText: string | undefined;
  /** What the errors mean for an import. */
  readonly note: string | undefined;
  readonly onGo: (line: number, column: number) => void;
  readonly onFix: (fix: EditorFix) => void;
}

const signs = { error: CircleX, warning: TriangleAlert, hint: Info } as const;

/** What our own check says about the script, each with what would mend it; the space for it is always there. */
export function Findings({ findings, emptyText, note, onGo, onFix }: FindingsProps) {
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
      {note !== undefined && <li className="scenario-findings__note">{note}</li>}
      {findings.map((finding) => {
        const { line, column, severity, message, fixes = [] } = finding;
        const Sign = signs[severity];
        return (
          <li
            key={`${line} ${column} ${message}`}
            className={`scenario-finding scenario-finding--${severity}`}
          >
            <button type="button" className="scenario-finding__go" onClick={() => onGo(line, column)}>
              <Sign size={14} role="img" aria-label={t(`scenario.severity.${severity}`)} />
              <span className="figure">{t('common.lineColumn', { line, column })}</span>
              <span>{message}</span>
            </button>
            {fixes.length > 0 && (
              <span className="scenario-finding__fixes">
                {fixes.map((fix) => (
                  <Button key={fix.title} small onClick={() => onFix(fix)}>
                    <Lightbulb size={13} aria-hidden />
                    {fix.title}
                  </Button>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
