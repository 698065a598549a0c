import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { applyEdits, type EditorFix } from './fixes.ts';
import { offsetOf } from './places.ts';

/** A finding by line and column, 1-based; without an end it marks one character. */
export interface EditorFinding {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number | undefined;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly fixes?: readonly EditorFix[] | undefined;
}

/** Underlines the findings; their fixes are offered where the pointer shows what is wrong. */
export function showFindings(state: EditorState, findings: readonly EditorFinding[]): TransactionSpec {
  return setDiagnostics(
    state,
    findings.map((finding) => diagnosticOf(state, finding)),
  );
}

function diagnosticOf(state: EditorState, finding: EditorFinding): Diagnostic {
  const { line, column, endColumn, severity, message, fixes = [] } = finding;
  const from = offsetOf(state, line, column);
  const end = endColumn === undefined ? from + 1 : offsetOf(state, line, endColumn);
  return {
    from,
    to: Math.min(Math.max(end, from), state.doc.length),
    severity,
    message,
    actions: fixes.map(({ title, edits }) => ({
      name: title,
      apply: (view: EditorView) => applyEdits(view, edits),
    })),
  };
}
