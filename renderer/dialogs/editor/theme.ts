import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/* Both themes are one set of rules: the custom properties of the page change under them. */
const rules = EditorView.theme({
  // Not of the box around tooltips, which has the same classes.
  '&.cm-editor': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--code)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--code)',
    color: 'var(--mute)',
    border: 'none',
    borderRight: '1px solid var(--line2)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 10px', fontVariantNumeric: 'tabular-nums' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accbg)',
  },
  '.cm-content ::selection': { backgroundColor: 'var(--accbg)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accbg)',
    outline: '1px solid var(--accline)',
  },
  '.cm-lintRange': { backgroundImage: 'none', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad) 1px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warn) 1px' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--bad)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--warn)' },
  '.cm-lintRange-hint': { backgroundImage: 'none', textDecoration: 'underline dotted var(--acc) 1px' },
  '.cm-lintPoint-hint:after': { borderBottomColor: 'var(--acc)' },
  '.cm-fixes .cm-gutterElement': { width: '18px' },
  '.cm-lightbulb': { marginLeft: '2px', verticalAlign: '-2px', color: 'var(--warn)', cursor: 'pointer' },
  '.cm-step-line': { backgroundColor: 'var(--accbg)' },
  '.cm-step-statement': { outline: '1px solid var(--accline)', borderRadius: '2px' },
  '.cm-step-gutter': { backgroundColor: 'var(--accbg)', color: 'var(--ink)', fontWeight: '600' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '6px',
    backgroundColor: 'var(--pane)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--face)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '6px 10px', maxWidth: '420px', borderLeft: 'none' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warn)' },
  '.cm-diagnostic-hint': { borderLeft: '3px solid var(--acc)' },
  '.cm-diagnosticAction': {
    display: 'inline-block',
    margin: '4px 6px 0 0',
    padding: '2px 8px',
    border: '1px solid var(--line)',
    borderRadius: '5px',
    backgroundColor: 'var(--pane)',
    color: 'var(--acc)',
    font: 'inherit',
    cursor: 'pointer',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    fontSize: '12px',
    maxHeight: '180px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accbg)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '320px', padding: '6px 10px' },
  '.cm-word-help': { maxWidth: '420px', padding: '6px 10px' },
  '.cm-word-help code': { display: 'block', fontFamily: 'var(--mono)', fontSize: '12px' },
  '.cm-word-help p': { color: 'var(--mute)', fontSize: '12px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--mute)', fontStyle: 'normal', marginLeft: '10px' },
  '.cm-placeholder': { color: 'var(--mute)' },
});

/* The words of a script, by what they are; see the language of the editor. */
const scriptRules = EditorView.theme({
  '.script-keyword': { color: 'var(--kw)' },
  '.script-number': { color: 'var(--num)' },
  '.script-string': { color: 'var(--text-code)' },
  '.script-comment': { color: 'var(--mute)', fontStyle: 'italic' },
  '.script-given': { color: 'var(--acc)' },
  '.script-function': { color: 'var(--num)' },
});

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--kw)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--num)' },
  { tag: [tags.string, tags.quote], color: 'var(--text-code)' },
  { tag: tags.comment, color: 'var(--mute)', fontStyle: 'italic' },
  { tag: [tags.definition(tags.variableName), tags.heading], color: 'var(--kw)', fontWeight: '500' },
]);

export const editorTheme: Extension = [rules, scriptRules, syntaxHighlighting(highlight)];
