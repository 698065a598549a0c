import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, linter, nextDiagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { type EditorLanguage, languageExtension } from './languages.ts';
import { editorTheme } from './theme.ts';
import './editor.css';

/** What a dialog may ask of its editor. */
export interface CodeEditorHandle {
  focus(): void;
  /** Puts the cursor there and scrolls to it; 1-based. */
  goTo(line: number, column: number): void;
  /** Closes an open list of completions; false when there was none. */
  closePopup(): boolean;
}

export interface CodeEditorProps {
  /** Any line ends; what `onChange` gives has `\n`. */
  readonly value: string;
  readonly onChange?: (text: string) => void;
  /** Ctrl Enter: Enter alone makes a line. */
  readonly onSubmit?: () => void;
  readonly language: EditorLanguage;
  /** Names the field for screen readers. */
  readonly label: string;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly diagnose?: (text: string) => readonly EditorFinding[];
  readonly extension?: Extension;
  readonly className?: string;
  readonly autoFocus?: boolean;
  /** Lines of the file that stand before this text: the numbers begin behind them. */
  readonly linesBefore?: number;
  readonly ref?: Ref<CodeEditorHandle>;
}

/** A finding by line and column, 1-based; without an end it marks one character. */
export interface EditorFinding {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number | undefined;
  readonly severity: 'error' | 'warning' | 'hint';
}

/** A CodeMirror editor. Tab leaves the field, so that the keyboard is not caught in it. */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const changing = useRef(new Compartment());

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const submit = () => {
      latest.current.onSubmit?.();
      return latest.current.onSubmit !== undefined;
    };
    const editor = new EditorView({
      parent: element,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          highlightActiveLineGutter(),
          history(),
          drawSelection(),
          bracketMatching(),
          keymap.of([
            { key: 'Mod-Enter', run: submit },
            { key: 'F8', run: nextDiagnostic },
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          languageExtension(latest.current.language),
          editorTheme,
          EditorView.cspNonce.of(pageNonce()),
          EditorView.lineWrapping,
          linter((current) => diagnosticsOf(current, latest.current.diagnose), { delay: 150 }),
          changing.current.of(changingExtensions(latest.current)),
          latest.current.extension ?? [],
          EditorView.updateListener.of((update) => {
            const own = update.transactions.some((transaction) => transaction.annotation(Transaction.remote));
            if (update.docChanged && !own) latest.current.onChange?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    if (latest.current.autoFocus) editor.focus();
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const next = EditorState.create({ doc: props.value }).doc;
    if (editor.state.doc.eq(next)) return;
    const head = Math.min(editor.state.selection.main.head, next.length);
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: next },
      selection: { anchor: head },
      annotations: Transaction.remote.of(true),
    });
  }, [props.value]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changingExtensions reads.
  useEffect(() => {
    view.current?.dispatch({ effects: changing.current.reconfigure(changingExtensions(latest.current)) });
  }, [props.label, props.readOnly, props.placeholder, props.linesBefore]);

  useImperativeHandle(
    props.ref,
    (): CodeEditorHandle => ({
      focus: () => view.current?.focus(),
      goTo(line, column) {
        const editor = view.current;
        if (editor === null) return;
        const at = offsetOf(editor.state, line, column);
        editor.dispatch({ selection: { anchor: at }, scrollIntoView: true });
        editor.focus();
      },
      closePopup() {
        const editor = view.current;
        if (editor === null || completionStatus(editor.state) !== 'active') return false;
        return closeCompletion(editor);
      },
    }),
    [],
  );

  return <div ref={host} className={['code-editor', props.className].filter(Boolean).join(' ')} />;
}

/** CodeMirror writes a `<style>` element, which the page's policy allows with this only. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

function changingExtensions(props: CodeEditorProps): Extension {
  const { linesBefore = 0 } = props;
  return [
    lineNumbers({ formatNumber: (line) => String(line + linesBefore) }),
    EditorView.contentAttributes.of({
      'aria-label': props.label,
      ...(props.readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
    }),
    EditorState.readOnly.of(props.readOnly ?? false),
    EditorView.editable.of(!props.readOnly),
    props.placeholder === undefined ? [] : placeholder(props.placeholder),
  ];
}

function diagnosticsOf(editor: EditorView, diagnose: CodeEditorProps['diagnose']): Diagnostic[] {
  if (diagnose === undefined) return [];
  return diagnose(editor.state.doc.toString()).map((finding) => {
    const from = offsetOf(editor.state, finding.line, finding.column);
    const end =
      finding.endColumn === undefined ? from + 1 : offsetOf(editor.state, finding.line, finding.endColumn);
    return {
      from,
      to: Math.min(Math.max(end, from), editor.state.doc.length),
      severity: finding.severity,
      message: finding.message,
    };
  });
}

function offsetOf(state: EditorState, line: number, column: number): number {
  const at = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
  return Math.min(at.from + Math.max(1, column) - 1, at.to);
}
