/** A place in the script text. Lines and columns count from 1; `endColumn` is the column after the last character. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/**
 * What a message names, for a message in another language: words of the script as they stand there, `variant` where
 * the code has several sentences.
 */
export type MessageDetails = Readonly<Record<string, unknown>>;

/** One thing the check of a script has to say. A script with an error does not run; the others do not stop it. */
export interface ScenarioFinding {
  code: string;
  message: string;
  details?: MessageDetails;
  line: number;
  column: number;
  endColumn: number;
  severity: 'error' | 'warning';
}

/** The same with hints: of a script as an editor checks it. */
export type HintedFinding = Omit<ScenarioFinding, 'severity'> & { severity: 'error' | 'warning' | 'hint' };

export function errorAt(at: Span, code: string, message: string, details?: MessageDetails): ScenarioFinding {
  const { line, column, endColumn } = at;
  const finding: ScenarioFinding = { code, message, line, column, endColumn, severity: 'error' };
  if (details !== undefined) finding.details = details;
  return finding;
}

export function warningAt(
  at: Span,
  code: string,
  message: string,
  details?: MessageDetails,
): ScenarioFinding {
  return { ...errorAt(at, code, message, details), severity: 'warning' };
}

/** The span from the start of `from` to the end of `to`, or `from` alone where they are on different lines. */
export function spanBetween(from: Span, to: Span): Span {
  if (from.line !== to.line) return from;
  return { line: from.line, column: from.column, endColumn: Math.max(from.endColumn, to.endColumn) };
}

/** Findings in reading order, without two that say the same about the same place. */
export function inReadingOrder<Finding extends HintedFinding>(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const kept = findings.filter((finding) => {
    const key = `${finding.line}:${finding.column}:${finding.code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.sort((a, b) => a.line - b.line || a.column - b.column);
}

export function hintAt(at: Span, code: string, message: string, details?: MessageDetails): HintedFinding {
  return { ...errorAt(at, code, message, details), severity: 'hint' };
}

export function hasError(findings: readonly HintedFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
