import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Span } from '#shared/domain/scenario/findings.ts';
import { scenarioFunctions } from '#shared/domain/scenario/index.ts';
import { lexScenario } from '#shared/domain/scenario/syntax/lexer.ts';
import type { Token } from '#shared/domain/scenario/syntax/tokens.ts';

type Colour = 'keyword' | 'number' | 'string' | 'comment' | 'given' | 'function';

const functions = new Set(scenarioFunctions().map(({ name }) => name.toLowerCase()));
const given = /^(?:result|weekday|minutes|para[1-9]\d*)$/;

/** Coloured pieces of a script in reading order; a word is what the language's own lexer takes it for. */
export function scriptColours(text: string): readonly { readonly span: Span; readonly colour: Colour }[] {
  const { tokens, comments } = lexScenario(text);
  const pieces = comments.map((span): { span: Span; colour: Colour } => ({ span, colour: 'comment' }));
  tokens.forEach((token, index) => {
    const colour = colourOf(token, tokens[index - 1], tokens[index + 1]);
    if (colour !== undefined) pieces.push({ span: token, colour });
  });
  return pieces.sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
}

function colourOf(token: Token, before: Token | undefined, after: Token | undefined): Colour | undefined {
  switch (token.kind) {
    case 'keyword':
    case 'number':
    case 'string':
      return token.kind;
    case 'date':
      return 'number';
    case 'name':
      if (before?.word === 'as') return 'keyword';
      // Weekday is given, Weekday(…) the function.
      if (functions.has(token.word) && (after?.word === '(' || !given.test(token.word))) return 'function';
      return given.test(token.word) ? 'given' : undefined;
    default:
      return undefined;
  }
}

const marks = Object.fromEntries(
  (['keyword', 'number', 'string', 'comment', 'given', 'function'] as const).map((colour) => [
    colour,
    Decoration.mark({ class: `script-${colour}` }),
  ]),
) as Readonly<Record<Colour, Decoration>>;

export const scriptColouring: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorationsOf(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = decorationsOf(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function decorationsOf({ state: { doc } }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = 0;
  for (const { span, colour } of scriptColours(doc.toString())) {
    if (span.line > doc.lines) break;
    const line = doc.line(span.line);
    const from = line.from + span.column - 1;
    const to = Math.min(line.to, line.from + span.endColumn - 1);
    if (from < last || to <= from) continue;
    builder.add(from, to, marks[colour]);
    last = to;
  }
  return builder.finish();
}
