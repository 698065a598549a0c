import type { ScenarioFinding } from '../findings.ts';
import type {
  Declarator,
  ProcedureDeclaration,
  RecordDeclaration,
  ScenarioModule,
  Statement,
} from './ast.ts';
import { atProcedureStart, type BlockCursor, closeBlock } from './closers.ts';
import {
  accept,
  at,
  atStatementEnd,
  named,
  peek,
  previous,
  recover,
  report,
  shown,
  skipLine,
  skipStatement,
  stop,
  take,
} from './cursor.ts';
import { type LexedScenario, lexScenario } from './lexer.ts';
import { parseBlock, parseStatement } from './parse-blocks.ts';
import { parseAsType, parseDeclarator, parseNewName, parseParameters } from './parse-declarations.ts';
import { unexpectedAfterValue } from './parse-expressions.ts';
import { typeNamed } from './tokens.ts';

export interface ParsedScenario {
  module: ScenarioModule;
  /** Statements that stand outside every procedure, where they never run. */
  strays: Statement[];
  lexed: LexedScenario;
  findings: ScenarioFinding[];
}

/** Parses a whole script. Goes on after a mistake, so one pass finds several; never throws. */
export function parseScenario(text: string): ParsedScenario {
  const lexed = lexScenario(text);
  const findings = [...lexed.findings];
  const cursor: BlockCursor = {
    tokens: lexed.tokens,
    findings,
    index: 0,
    depth: 0,
    openers: [],
    nextList: false,
  };
  const module: ScenarioModule = {
    explicit: false,
    base: 0,
    compareText: false,
    declarations: [],
    records: [],
    procedures: [],
  };
  const strays: Statement[] = [];
  while (peek(cursor).kind !== 'end') {
    if (atStatementEnd(cursor)) {
      cursor.index += 1;
      continue;
    }
    const { index } = cursor;
    recover(cursor, skipStatement, () => parseModuleItem(cursor, module, strays));
    if (cursor.index === index) cursor.index += 1;
  }
  return { module, strays, lexed, findings };
}

function parseModuleItem(cursor: BlockCursor, module: ScenarioModule, strays: Statement[]): void {
  const token = peek(cursor);
  if (atProcedureStart(cursor)) {
    const procedure = parseProcedure(cursor);
    if (procedure !== undefined) module.procedures.push(procedure);
    return;
  }
  if (at(cursor, 'option')) {
    parseOption(cursor, module);
    return;
  }
  const typeAhead = at(cursor, 'public') || at(cursor, 'private') ? 1 : 0;
  if (at(cursor, 'type', typeAhead) && peek(cursor, typeAhead + 1).kind === 'name') {
    cursor.index += typeAhead;
    module.records.push(parseRecord(cursor));
    return;
  }
  const closes = ['next', 'loop', 'wend', 'else', 'elseif', 'case'].includes(token.word);
  const ends = token.word === 'end' && !atStatementEndAfterEnd(cursor);
  if (closes || ends) {
    const written = ends ? `${token.text} ${peek(cursor, 1).text}` : token.text;
    stop(
      cursor,
      token,
      'SCENARIO_CLOSER_WITHOUT_OPENER',
      `${written} stands outside every Sub: remove it, or add the line it ends.`,
      { variant: 'outside', written },
    );
  }
  const modified = (at(cursor, 'public') || at(cursor, 'private')) && at(cursor, 'const', 1);
  if (modified) take(cursor);
  const statement = parseStatement(cursor);
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
  if (statement.kind === 'dim' || statement.kind === 'const') module.declarations.push(statement);
  else strays.push(statement);
}

function atStatementEndAfterEnd(cursor: BlockCursor): boolean {
  const next = peek(cursor, 1);
  return next.kind === 'newline' || next.kind === 'end' || next.word === ':';
}

function parseOption(cursor: BlockCursor, module: ScenarioModule): void {
  take(cursor);
  const token = take(cursor);
  if (token.word === 'explicit') module.explicit = true;
  else if (token.word === 'base') {
    const value = take(cursor);
    if (value.value !== 0 && value.value !== 1)
      stop(cursor, value, 'SCENARIO_SYNTAX', 'Option Base is followed by 0 or 1.', {
        variant: 'option-base',
      });
    module.base = value.value;
  } else if (token.word === 'compare') {
    const value = take(cursor);
    if (value.word !== 'text' && value.word !== 'binary')
      stop(cursor, value, 'SCENARIO_SYNTAX', 'Option Compare is followed by Text or Binary.', {
        variant: 'option-compare',
      });
    module.compareText = value.word === 'text';
  } else
    stop(
      cursor,
      token,
      'SCENARIO_SYNTAX',
      'Option is followed by Explicit, Base 0, Base 1, Compare Text or Compare Binary.',
      { variant: 'option' },
    );
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
}

function parseProcedure(cursor: BlockCursor): ProcedureDeclaration | undefined {
  const start = peek(cursor);
  let isStatic = false;
  while (!at(cursor, 'sub') && !at(cursor, 'function')) isStatic = take(cursor).word === 'static' || isStatic;
  const kind = take(cursor).word === 'sub' ? 'sub' : 'function';
  const opener = { kind, at: start } as const;
  const header = recover(cursor, skipLine, () => {
    const place = peek(cursor);
    const { name, key, suffix } = parseNewName(cursor, kind === 'sub' ? 'a Sub' : 'a Function');
    const next = peek(cursor);
    if (next.kind === 'name' || next.kind === 'number') unexpectedAfterValue(cursor);
    const parameters = parseParameters(cursor);
    if (kind === 'sub' && at(cursor, 'as'))
      stop(
        cursor,
        peek(cursor),
        'SCENARIO_SYNTAX',
        'A Sub gives no value back: write Function, or remove As.',
        { variant: 'sub-as' },
      );
    const returns = parseAsType(cursor, suffix, place);
    if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
    return { name, key, at: place, parameters, returns };
  });
  const body = parseBlock(cursor, opener);
  closeBlock(cursor, opener);
  const lastLine = previous(cursor).line;
  if (!atStatementEnd(cursor) && !atProcedureStart(cursor)) {
    report(
      cursor,
      peek(cursor),
      'SCENARIO_SYNTAX',
      `${shown(peek(cursor))} does not fit after the end of the ${kind === 'sub' ? 'Sub' : 'Function'}: start a new line.`,
      { variant: 'after-end', found: named(peek(cursor)), kind: kind === 'sub' ? 'Sub' : 'Function' },
    );
    skipLine(cursor);
  }
  return header && { kind, ...header, isStatic, body, firstLine: start.line, lastLine };
}

function parseRecord(cursor: BlockCursor): RecordDeclaration {
  const start = take(cursor);
  const place = peek(cursor);
  const { name, key } = parseNewName(cursor, 'a Type');
  if (typeNamed(key) !== undefined)
    report(cursor, place, 'SCENARIO_DUPLICATE_NAME', `${name} is already a type: choose another name.`, {
      variant: 'type',
      name,
    });
  const fields: Declarator[] = [];
  while (!at(cursor, 'end') && peek(cursor).kind !== 'end') {
    if (atStatementEnd(cursor)) {
      cursor.index += 1;
      continue;
    }
    const field = recover(cursor, skipLine, () => {
      accept(cursor, 'dim');
      return parseDeclarator(cursor);
    });
    if (field !== undefined) fields.push(field);
  }
  closeBlock(cursor, { kind: 'type', at: start });
  return { name, key, at: place, fields };
}
