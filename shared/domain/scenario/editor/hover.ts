import type { Span } from '../findings.ts';
import { CONSTANTS } from '../functions/constants.ts';
import { builtinNamed } from '../functions/index.ts';
import type { ScenarioSymbol } from '../resolve/symbols.ts';
import { type Token, typeNamed } from '../syntax/tokens.ts';
import { describeSymbol, type NameKind, typeText } from './describe.ts';
import { isInText, placeIn, type ScenarioPlace, tokenIndexAt } from './place.ts';
import type { Told } from './types.ts';

export interface ScenarioHover extends Span {
  kind: NameKind;
  name: string;
  /** `Left(text, length)`, `Dim total As Double`, `Sub Count(n As Long)`. */
  signature: string;
  help?: Told;
  /** Where the script declares it. */
  declaredAt?: Span;
}

/** What the name at a place is; `undefined` where none stands. Never throws, whatever the text. */
export function hoverAt(text: string, line: number, column: number): ScenarioHover | undefined {
  const place = placeIn(text, line, column);
  if (place === undefined || isInText(place)) return undefined;
  const index = tokenIndexAt(place);
  const token = place.lexed.tokens[index];
  if (token === undefined || token.kind !== 'name') return undefined;
  const span = { line: token.line, column: token.column, endColumn: token.endColumn };
  const before = place.lexed.tokens[index - 1];
  if (before?.word === '.' && !token.blankBefore) return fieldHover(place, token, span);
  if (before?.word === 'as') return typeHover(place, token, span);
  const symbol = symbolAt(place, token);
  if (symbol === undefined) return undefined;
  const shown = describeSymbol(nameOf(token), token.word, symbol);
  const declared = declaredAt(symbol);
  return { ...span, ...shown, ...(declared && { declaredAt: declared }) };
}

const nameOf = (token: Token) => (token.type === undefined ? token.text : token.text.slice(0, -1));

/** What the resolver found for the very name, else what the word means in scope (a declaration, a broken line). */
function symbolAt({ scenario, owner }: ScenarioPlace, token: Token): ScenarioSymbol | undefined {
  for (const [{ at }, symbol] of scenario.uses)
    if (at.line === token.line && at.column === token.column) return symbol;
  const { word } = token;
  if (owner?.declaration.at.line === token.line && owner.declaration.at.column === token.column) return owner;
  const found = owner?.locals.get(word) ?? scenario.globals.get(word) ?? scenario.procedures.get(word);
  if (found !== undefined) return found;
  if (word === 'err') return { kind: 'err' };
  if (Object.hasOwn(CONSTANTS, word)) return { kind: 'literal', value: CONSTANTS[word]! };
  const builtin = builtinNamed(word);
  return builtin && { kind: 'builtin', key: word, builtin };
}

function declaredAt(symbol: ScenarioSymbol): Span | undefined {
  if (symbol.kind === 'procedure') return plain(symbol.declaration.at);
  if (symbol.kind === 'constant') return plain(symbol.at);
  if (symbol.kind !== 'variable' || symbol.origin === 'given' || symbol.origin === 'implicit')
    return undefined;
  return plain(symbol.at);
}

const plain = ({ line, column, endColumn }: Span): Span => ({ line, column, endColumn });

function fieldHover({ scenario }: ScenarioPlace, token: Token, span: Span): ScenarioHover | undefined {
  for (const record of scenario.module.records) {
    const field = record.fields.find(({ key }) => key === token.word);
    const shape = scenario.records.get(record.key)?.fields.find(({ key }) => key === token.word);
    if (field === undefined || shape === undefined) continue;
    const signature = `${record.name}.${field.name}${field.bounds ? '()' : ''} As ${typeText(shape.type)}`;
    return { ...span, kind: 'field', name: field.name, signature, declaredAt: plain(field.at) };
  }
  return undefined;
}

function typeHover({ scenario }: ScenarioPlace, token: Token, span: Span): ScenarioHover | undefined {
  const builtin = typeNamed(token.word);
  if (builtin !== undefined) return { ...span, kind: 'type', name: builtin, signature: builtin };
  const record = scenario.module.records.find(({ key }) => key === token.word);
  if (record === undefined) return undefined;
  const { name, at } = record;
  return { ...span, kind: 'type', name, signature: `Type ${name}`, declaredAt: plain(at) };
}
