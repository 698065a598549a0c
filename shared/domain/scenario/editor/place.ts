import { analyseScenario } from '../analysis.ts';
import type { Span } from '../findings.ts';
import type { ProcedureSymbol, ResolvedScenario } from '../resolve/symbols.ts';
import type { LexedScenario } from '../syntax/lexer.ts';
import type { Token } from '../syntax/tokens.ts';
import type { CheckOptions } from './types.ts';

/** A place in a script, and what the resolver knows there. */
export interface ScenarioPlace {
  scenario: ResolvedScenario;
  lexed: LexedScenario;
  owner: ProcedureSymbol | undefined;
  line: number;
  column: number;
}

export function placeIn(text: string, line: number, column: number): ScenarioPlace | undefined {
  const { parsed, scenario } = analyseScenario(text);
  if (parsed === undefined || scenario === undefined) return undefined;
  const owner = [...scenario.procedures.values()].find(
    ({ declaration }) => line >= declaration.firstLine && line <= declaration.lastLine,
  );
  return { scenario, lexed: parsed.lexed, owner, line, column };
}

/** Whether the place lies in a comment or a text, where no name stands. */
export function isInText({ lexed, line, column }: ScenarioPlace): boolean {
  const inside = (span: Span) => span.line === line && column > span.column;
  return (
    lexed.comments.some((span) => inside(span) && column <= span.endColumn) ||
    lexed.tokens.some(
      (token) =>
        token.kind === 'string' &&
        inside(token) &&
        (column < token.endColumn || !token.text.endsWith('"') || token.text.length === 1),
    )
  );
}

export function isWord({ kind }: Token): boolean {
  return kind === 'name' || kind === 'keyword';
}

/** Index of the token the place touches, or -1: the one it lies in, else the one that ends there. */
export function tokenIndexAt({ lexed, line, column }: ScenarioPlace): number {
  const touches = (token: Token) => token.line === line && column >= token.column;
  const inside = lexed.tokens.findIndex((token) => touches(token) && column < token.endColumn);
  if (inside >= 0 && isWord(lexed.tokens[inside]!)) return inside;
  return lexed.tokens.findIndex((token) => isWord(token) && touches(token) && column === token.endColumn);
}

/** Names of the Paras that are mapped, at least those the script uses. */
export function paraNames({ scenario }: ScenarioPlace, { paraCount }: CheckOptions): string[] {
  const count = paraCount ?? Math.max(2, ...scenario.paras.keys());
  return Array.from({ length: Math.min(count, 999) }, (_, index) => `Para${index + 1}`);
}
