import {
  autocompletion,
  type CompletionSource,
  closeCompletion,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { nextDiagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  closeHoverTooltips,
  drawSelection,
  EditorView,
  hasHoverTooltips,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { type EditorFinding, showFindings } from './findings.ts';
import { applyEdits, type EditorEdit, fixesExtension, fixesOr } from './fixes.ts';
import { type KeptEditor, keptOf, restoreEditor } from './kept-state.ts';
import { type EditorLanguage, languageExtension } from './languages.ts';
import { type MarkedStatement, markedLineExtension, showMarked } from './marked-line.ts';
import { type EditorPlace, offsetOf, placeOf } from './places.ts';
import { editorTheme } from './theme.ts';
import { showTold, toldField } from './told.ts';
import './editor.css';

/** What a dialog may ask of its editor. */
export interface CodeEditorHandle {
  focus(): void;
  /** Puts the cursor there and scrolls to it; 1-based. */
  goTo(line: number, column: number): void;
  /** Where the cursor stands. */
  cursor(): EditorPlace;
  /** One step of undo. */
  applyEdits(edits: readonly EditorEdit[]): void;
  undo(): void;
  redo(): void;
  /** Closes an open list of completions, or what is told about a word; false when there was nothing. */
  closePopup(): boolean;
}

export interface CodeEditorProps {
  /** Any line ends; what `onChange` gives has `\n`. */
  readonly value: string;
  readonly onChange?: (text: string) => void;
  /** Ctrl Enter: Enter alone makes a line. */
  readonly onSubmit?: () => void;
  /** Left out where `extension` brings the colours. */
  readonly language?: EditorLanguage;
  /** Names the field for screen readers. */
  readonly label: string;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** Of the text as it is; each is underlined, and its fixes are offered. */
  readonly findings?: readonly EditorFinding[];
  /** What can stand at a place; with it, the fixes of a line open with Ctrl+. */
  readonly complete?: CompletionSource;
  readonly extension?: Extension;
  readonly marked?: MarkedStatement | undefined;
  /** Of the editor that held this text before. */
  readonly kept?: KeptEditor | undefined;
  /** Called when the editor goes. */
  readonly onKeep?: (kept: KeptEditor) => void;
  readonly className?: string;
  readonly autoFocus?: boolean;
  /** Lines of the file that stand before this text: the numbers begin behind them. */
  readonly linesBefore?: number;
  readonly ref?: Ref<CodeEditorHandle>;
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
    const { complete, kept, language, value } = latest.current;
    const extensions = [
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
      language === undefined ? [] : languageExtension(language),
      editorTheme,
      EditorView.cspNonce.of(pageNonce()),
      EditorView.lineWrapping,
      // Not cut off at the edges of the editor, and not outside of the dialog, which keeps the focus in it.
      tooltips({ parent: element.closest<HTMLElement>('[role=dialog]') ?? document.body }),
      markedLineExtension,
      changing.current.of(changingExtensions(latest.current)),
      complete === undefined
        ? []
        : [
            fixesExtension,
            autocompletion({
              override: [fixesOr(() => latest.current.findings ?? [], complete)],
              icons: false,
            }),
          ],
      latest.current.extension ?? [],
      EditorView.updateListener.of((update) => {
        const own = update.transactions.some((transaction) => transaction.annotation(Transaction.remote));
        if (update.docChanged && !own) latest.current.onChange?.(update.state.doc.toString());
      }),
    ];
    const editor = new EditorView({
      parent: element,
      state:
        kept === undefined
          ? EditorState.create({ doc: value, extensions })
          : restoreEditor(kept, value, extensions),
    });
    view.current = editor;
    if (latest.current.autoFocus) editor.focus();
    return () => {
      latest.current.onKeep?.(keptOf(editor.state));
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
      annotations: [Transaction.remote.of(true), isolateHistory.of('full')],
    });
  }, [props.value]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changingExtensions reads.
  useEffect(() => {
    view.current?.dispatch({ effects: changing.current.reconfigure(changingExtensions(latest.current)) });
  }, [props.label, props.readOnly, props.placeholder, props.linesBefore]);

  useEffect(() => {
    const editor = view.current;
    // Findings of a text that is not there yet would mark other words.
    if (editor === null || props.findings === undefined || editor.state.doc.toString() !== props.value)
      return;
    editor.dispatch(showFindings(editor.state, props.findings));
  }, [props.findings, props.value]);

  useEffect(() => {
    if (view.current !== null) showMarked(view.current, props.marked);
  }, [props.marked]);

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
      cursor() {
        const editor = view.current;
        return editor === null
          ? { line: 1, column: 1 }
          : placeOf(editor.state, editor.state.selection.main.head);
      },
      applyEdits(edits) {
        if (view.current !== null) applyEdits(view.current, edits);
      },
      undo() {
        if (view.current !== null) undo(view.current);
      },
      redo() {
        if (view.current !== null) redo(view.current);
      },
      closePopup() {
        const editor = view.current;
        if (editor === null) return false;
        if (completionStatus(editor.state) === 'active') return closeCompletion(editor);
        const isTold = (editor.state.field(toldField, false) ?? null) !== null;
        if (!isTold && !hasHoverTooltips(editor.state)) return false;
        editor.dispatch({ effects: [closeHoverTooltips, showTold.of(null)] });
        return true;
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
