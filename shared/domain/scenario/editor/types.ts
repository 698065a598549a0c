import type { HintedFinding, MessageDetails } from '../findings.ts';

/** What people read: English, and by `code` with `details.variant` the same in their language. */
export interface Told {
  code: string;
  message: string;
  details?: MessageDetails;
}

/** Replaces the characters from `column` up to `endColumn` of a line; both the same insert. `\n` is a line end. */
export interface ScenarioEdit {
  line: number;
  column: number;
  endColumn: number;
  text: string;
}

/** A quick fix: its title, and what it changes. The edits never overlap and are made together. */
export interface ScenarioFix extends Told {
  code: 'SCENARIO_FIX';
  details: MessageDetails & { variant: string };
  edits: ScenarioEdit[];
}

export type CheckedFinding = HintedFinding & { fixes: ScenarioFix[] };

export interface CheckOptions {
  /** Number of mapped sources: Para1 … of that number exist. Left out where it is not known. */
  paraCount?: number | undefined;
}

export function scenarioFix(
  variant: string,
  message: string,
  edits: ScenarioEdit[],
  details: MessageDetails = {},
): ScenarioFix {
  return { code: 'SCENARIO_FIX', message, details: { ...details, variant }, edits };
}

export function insertion(line: number, column: number, text: string): ScenarioEdit {
  return { line, column, endColumn: column, text };
}

const LINE_END = /\r\n|\r|\n/;

/** The lines of a text as places count them. */
export function linesOf(text: string): string[] {
  return text.split(LINE_END);
}

/** The text after a fix, with the line ends it has. */
export function applyFix(text: string, fix: { readonly edits: readonly ScenarioEdit[] }): string {
  const lineEnd = LINE_END.exec(text)?.[0] ?? '\r\n';
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  const offsetOf = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  const edits = fix.edits
    .map(({ line, column, endColumn, text: inserted }) => ({
      from: offsetOf(line, column),
      to: offsetOf(line, endColumn),
      inserted: inserted.replaceAll('\n', lineEnd),
    }))
    .sort((a, b) => a.from - b.from);
  let result = '';
  let done = 0;
  for (const { from, to, inserted } of edits) {
    result += text.slice(done, from) + inserted;
    done = Math.max(done, to);
  }
  return result + text.slice(done);
}
