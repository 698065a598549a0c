import { spanBetween } from '../findings.ts';
import type { Bound, ConstDeclarator, Declarator, Parameter, TypeReference } from './ast.ts';
import {
  accept,
  at,
  atStatementEnd,
  type Cursor,
  expect,
  named,
  peek,
  previous,
  report,
  shown,
  stop,
  take,
} from './cursor.ts';
import { parseExpression, unexpectedAfterValue } from './parse-expressions.ts';
import type { Token, TypeName } from './tokens.ts';

const LONGEST_FIXED_TEXT = 32_767;

/** A name that is being declared; its place is without the type suffix. */
export function parseNewName(cursor: Cursor, what: string) {
  const token = peek(cursor);
  if (token.kind === 'keyword')
    stop(
      cursor,
      token,
      'SCENARIO_RESERVED_NAME',
      `${token.text} is a word of the language and cannot be ${what}: choose another name.`,
      { word: token.text },
    );
  if (token.kind !== 'name')
    stop(cursor, token, 'SCENARIO_SYNTAX', `The name of ${what} is missing before ${shown(token)}.`, {
      variant: 'name',
      found: named(token),
    });
  take(cursor);
  const name = token.type === undefined ? token.text : token.text.slice(0, -1);
  return { name, key: token.word, at: token, suffix: token.type };
}

function checkBlankInName(cursor: Cursor): void {
  const token = peek(cursor);
  const before = previous(cursor);
  if ((token.kind === 'name' || token.kind === 'number') && before.kind === 'name')
    unexpectedAfterValue(cursor);
}

/** `As Long`, `As New …` (refused), or the type the suffix gave; nothing written is a Variant. */
export function parseAsType(cursor: Cursor, suffix: TypeName | undefined, place: Token): TypeReference {
  if (!accept(cursor, 'as')) return { name: suffix ?? 'Variant', at: place };
  const token = peek(cursor);
  if (at(cursor, 'new'))
    stop(cursor, token, 'SCENARIO_REFUSED', 'Objects cannot be used in a script: work with values.', {
      variant: 'objects',
    });
  if (token.kind !== 'name') {
    stop(
      cursor,
      token.kind === 'newline' || token.kind === 'end' ? previous(cursor) : token,
      'SCENARIO_TYPE_MISSING',
      `A type is missing after As: for example As Long or As Double.`,
    );
  }
  take(cursor);
  const reference: TypeReference = { name: token.text, at: token };
  if (token.word === 'string' && accept(cursor, '*')) {
    const length = take(cursor);
    const value = length.kind === 'number' ? (length.value as number) : 0;
    if (!Number.isInteger(value) || value < 1 || value > LONGEST_FIXED_TEXT)
      stop(
        cursor,
        length,
        'SCENARIO_SYNTAX',
        `Write the length as a number from 1 to ${LONGEST_FIXED_TEXT}: String * 10.`,
        { variant: 'length', most: LONGEST_FIXED_TEXT },
      );
    reference.length = value;
  }
  return reference;
}

function parseBounds(cursor: Cursor): Bound[] | undefined {
  if (!accept(cursor, '(')) return undefined;
  const bounds: Bound[] = [];
  while (!at(cursor, ')')) {
    const first = parseExpression(cursor);
    if (accept(cursor, 'to')) bounds.push({ lower: first, upper: parseExpression(cursor) });
    else bounds.push({ upper: first });
    if (!accept(cursor, ',')) break;
  }
  expect(cursor, ')', ')', 'after the bounds of the array');
  return bounds;
}

export function parseDeclarator(cursor: Cursor): Declarator {
  const place = peek(cursor);
  const { name, key, suffix } = parseNewName(cursor, 'a variable');
  checkBlankInName(cursor);
  const bounds = parseBounds(cursor);
  const type = parseAsType(cursor, suffix, place);
  if (at(cursor, '='))
    stop(
      cursor,
      peek(cursor),
      'SCENARIO_DIM_WITH_VALUE',
      `Dim gives no value: write Dim ${name} first and ${name} = … in the next line.`,
      { name },
    );
  return { name, key, at: place, type, ...(bounds === undefined ? {} : { bounds }) };
}

/** Reads `a As Long, b, c(10)`; a mistake in one name costs the rest of the statement. */
export function parseDeclarators(cursor: Cursor): Declarator[] {
  const declarators = [parseDeclarator(cursor)];
  while (accept(cursor, ',')) declarators.push(parseDeclarator(cursor));
  return declarators;
}

export function parseConstDeclarators(cursor: Cursor): ConstDeclarator[] {
  const declarators: ConstDeclarator[] = [];
  do {
    const place = peek(cursor);
    const { name, key, suffix } = parseNewName(cursor, 'a constant');
    const typed = at(cursor, 'as') || suffix !== undefined;
    const type = parseAsType(cursor, suffix, place);
    expect(cursor, '=', '=', `and the value of the constant ${name}`);
    const value = parseExpression(cursor);
    declarators.push({ name, key, at: place, value, ...(typed ? { type } : {}) });
  } while (accept(cursor, ','));
  return declarators;
}

export function parseParameters(cursor: Cursor): Parameter[] {
  const parameters: Parameter[] = [];
  if (!accept(cursor, '(')) return parameters;
  while (!at(cursor, ')') && !atStatementEnd(cursor)) {
    parameters.push(parseParameter(cursor));
    if (!accept(cursor, ',')) break;
  }
  if (accept(cursor, ')')) return parameters;
  const token = peek(cursor);
  report(
    cursor,
    atStatementEnd(cursor) ? previous(cursor) : token,
    'SCENARIO_PARENTHESIS_MISSING',
    'The list of parameters is not closed: add ).',
    { variant: 'parameters' },
  );
  while (!atStatementEnd(cursor)) take(cursor);
  return parameters;
}

function parseParameter(cursor: Cursor): Parameter {
  let byValue = false;
  let optional = false;
  let isParamArray = false;
  for (;;) {
    if (accept(cursor, 'byval')) byValue = true;
    else if (accept(cursor, 'optional')) optional = true;
    else if (accept(cursor, 'paramarray')) isParamArray = true;
    else if (!accept(cursor, 'byref')) break;
  }
  const place = peek(cursor);
  const { name, key, suffix } = parseNewName(cursor, 'a parameter');
  checkBlankInName(cursor);
  const isArray = accept(cursor, '(');
  if (isArray) expect(cursor, ')', ')', `after ${name}(`);
  const type = parseAsType(cursor, suffix, place);
  const initial = accept(cursor, '=') ? parseExpression(cursor) : undefined;
  return {
    ...{ name, key, at: spanBetween(place, place), byValue, optional, isArray, isParamArray, type },
    ...(initial === undefined ? {} : { initial }),
  };
}
