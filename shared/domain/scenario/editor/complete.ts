import { CONSTANT_NAMES } from '../functions/constants.ts';
import { FUNCTIONS, functionName } from '../functions/index.ts';
import type { RecordShape } from '../runtime/values.ts';
import { type Token, TYPE_NAME_LIST } from '../syntax/tokens.ts';
import {
  describeSymbol,
  functionHelp,
  givenHelp,
  type NameKind,
  procedureSignature,
  signatureOf,
  typeText,
} from './describe.ts';
import { isInText, isWord, paraNames, placeIn, type ScenarioPlace, tokenIndexAt } from './place.ts';
import type { CheckOptions, Told } from './types.ts';
import { OPERATOR_WORDS, STATEMENT_BLOCKS, STATEMENT_WORDS, VALUE_WORDS } from './words.ts';

export interface ScenarioCompletion {
  label: string;
  /** What is put in, `\n` for a line end. */
  insert: string;
  kind: NameKind;
  /** `Left(text, length)`, `As Long`. */
  detail?: string;
  help?: Told;
}

export interface ScenarioCompletions {
  /** The word that is replaced, which may be empty, lies between these two columns. */
  column: number;
  endColumn: number;
  /** All that fits there, whatever the word begins with; the best first. */
  items: ScenarioCompletion[];
}

/** What can stand at a place. Never throws, whatever the text. */
export function completionsAt(
  text: string,
  line: number,
  column: number,
  options: CheckOptions = {},
): ScenarioCompletions {
  const none = { column, endColumn: column, items: [] };
  const place = placeIn(text, line, column);
  if (place === undefined || isInText(place)) return none;
  const index = tokenIndexAt(place);
  const word = place.lexed.tokens[index];
  const start = word?.column ?? column;
  const range = { column: start, endColumn: word?.endColumn ?? column };
  if (word === undefined && endsNumber(place)) return none;
  const before = place.lexed.tokens.filter((token) => {
    if (token.line !== line) return token.line < line;
    return token.kind !== 'newline' && token.kind !== 'end' && token.endColumn <= start;
  });
  return { ...range, items: itemsAfter(place, before, word, options) };
}

/** Right behind a number nothing is offered: `Para1 * 100|`. */
function endsNumber({ lexed, line, column }: ScenarioPlace): boolean {
  return lexed.tokens.some(
    (token) => token.kind === 'number' && token.line === line && token.endColumn === column,
  );
}

const words = (names: readonly string[]): ScenarioCompletion[] =>
  names.map((label) => ({ label, insert: label, kind: 'keyword' }));

const AFTER: Readonly<Record<string, readonly string[]>> = {
  exit: ['For', 'Do', 'Sub', 'Function'],
  end: ['If', 'Sub', 'Function', 'Select', 'With', 'Type'],
  on: ['Error'],
  option: ['Explicit', 'Base 1', 'Compare Text'],
  loop: ['While', 'Until'],
  do: ['While', 'Until'],
  select: ['Case'],
  redim: ['Preserve'],
};
const DECLARES = new Set([
  'dim',
  'static',
  'const',
  'sub',
  'function',
  'type',
  'public',
  'private',
  'global',
]);

function itemsAfter(
  place: ScenarioPlace,
  tokens: readonly Token[],
  word: Token | undefined,
  options: CheckOptions,
): ScenarioCompletion[] {
  const last = tokens.at(-1);
  const startsLine = last === undefined || last.kind === 'newline' || last.word === ':';
  if (startsLine) return atStatement(place, word, options);
  if (last.kind === 'operator' && last.word === '.') return members(place, tokens.slice(0, -1));
  if (last.kind === 'keyword' || last.kind === 'name') {
    const own = AFTER[last.word];
    if (last.word === 'as') return typeNames(place);
    if (last.word === 'goto' || last.word === 'gosub' || last.word === 'resume')
      return labels(place, last.word);
    if (own !== undefined && last.kind === 'keyword') return words(own);
    if (DECLARES.has(last.word)) return last.word === 'sub' ? mainIfMissing(place) : [];
    if (last.word === 'then' || last.word === 'else') return atStatement(place, word, options);
    if (last.word === 'next') return names(place, word, options).filter(({ kind }) => kind === 'variable');
    if (last.word === 'error') return words(['GoTo', 'Resume Next']);
  }
  const afterValue = isValueEnd(last);
  return afterValue ? words(OPERATOR_WORDS) : atValue(place, word, options);
}

function isValueEnd(token: Token): boolean {
  if (token.kind === 'name' || token.kind === 'number' || token.kind === 'string' || token.kind === 'date')
    return true;
  return token.word === ')' || VALUE_WORDS.some((value) => value.toLowerCase() === token.word);
}

function mainIfMissing({ scenario }: ScenarioPlace): ScenarioCompletion[] {
  return scenario.procedures.has('main') ? [] : [{ label: 'Main()', insert: 'Main()', kind: 'procedure' }];
}

function atStatement(
  place: ScenarioPlace,
  word: Token | undefined,
  options: CheckOptions,
): ScenarioCompletion[] {
  const subs = [...place.scenario.procedures.values()]
    .filter(({ declaration, key }) => declaration.kind === 'sub' && key !== 'main')
    .map((symbol): ScenarioCompletion => {
      const { name } = symbol;
      return { label: name, insert: name, kind: 'procedure', detail: procedureSignature(symbol) };
    });
  return [
    ...names(place, word, options).filter(({ kind }) => kind !== 'constant'),
    ...subs,
    ...STATEMENT_BLOCKS.map(({ label, insert }): ScenarioCompletion => ({ label, insert, kind: 'block' })),
    ...words(STATEMENT_WORDS),
    functionItem('msgbox'),
  ];
}

function atValue(place: ScenarioPlace, word: Token | undefined, options: CheckOptions): ScenarioCompletion[] {
  const own = [...place.scenario.procedures.values()]
    .filter(({ declaration }) => declaration.kind === 'function')
    .map((symbol): ScenarioCompletion => {
      const { name } = symbol;
      return { label: name, insert: name, kind: 'procedure', detail: procedureSignature(symbol) };
    });
  return [
    ...names(place, word, options),
    ...own,
    ...Object.keys(FUNCTIONS)
      .filter((key) => key !== 'weekday' && key !== 'randomize')
      .map(functionItem)
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    functionItem('weekday'),
    ...words(VALUE_WORDS),
    ...CONSTANT_NAMES.map((label): ScenarioCompletion => ({ label, insert: label, kind: 'constant' })),
  ];
}

function functionItem(key: string): ScenarioCompletion {
  const name = functionName(key);
  const help = functionHelp(key);
  return { label: name, insert: name, kind: 'function', detail: signatureOf(key), ...(help && { help }) };
}

/** Variables and constants in scope; not the word being typed, which would otherwise be a variable of its own. */
function names(place: ScenarioPlace, word: Token | undefined, options: CheckOptions): ScenarioCompletion[] {
  const { scenario, owner } = place;
  const items = new Map<string, ScenarioCompletion>();
  for (const [key, symbol] of [...(owner?.locals ?? []), ...scenario.globals]) {
    if (items.has(key)) continue;
    if (symbol.kind === 'variable' && symbol.origin === 'given') continue;
    if (symbol.kind === 'variable' && symbol.origin === 'implicit' && key === word?.word) continue;
    const { name, kind, signature } = describeSymbol(symbol.name, key, symbol);
    const detail = symbol.kind === 'variable' ? `As ${typeText(symbol.type)}` : signature;
    items.set(key, { label: name, insert: name, kind, detail });
  }
  return [...givenItems(place, options), ...items.values()];
}

function givenItems(place: ScenarioPlace, options: CheckOptions): ScenarioCompletion[] {
  const named = ['Result', ...paraNames(place, options), 'Weekday', 'Minutes'];
  return named.map((label) => {
    const para = /^Para(\d+)$/.exec(label)?.[1];
    const key = label.toLowerCase();
    const help = givenHelp(para === undefined ? { key } : { key, para: Number(para) });
    return { label, insert: label, kind: 'given', ...(help && { help }) };
  });
}

function typeNames({ scenario }: ScenarioPlace): ScenarioCompletion[] {
  const own = [...scenario.records.values()].map(({ name }) => name);
  return [...TYPE_NAME_LIST, ...own].map((label) => ({ label, insert: label, kind: 'type' }));
}

function labels({ owner }: ScenarioPlace, after: string): ScenarioCompletion[] {
  const own = [...(owner?.labels.keys() ?? [])].map(
    (label): ScenarioCompletion => ({ label, insert: label, kind: 'label' }),
  );
  return after === 'resume' ? [...words(['Next']), ...own] : own;
}

/** What can stand behind a point: Err's and Debug's words, the fields of the record before it, or of any record. */
function members(place: ScenarioPlace, before: readonly Token[]): ScenarioCompletion[] {
  const target = before.at(-1);
  if (target?.word === 'err') return words(['Number', 'Description', 'Clear', 'Raise']);
  if (target?.word === 'debug') return words(['Print']);
  const { scenario, owner } = place;
  const symbol =
    target !== undefined && isWord(target)
      ? (owner?.locals.get(target.word) ?? scenario.globals.get(target.word))
      : undefined;
  const known = symbol?.kind === 'variable' && typeof symbol.type !== 'string' ? [symbol.type] : undefined;
  const shapes: readonly RecordShape[] = known ?? [...scenario.records.values()];
  const fields = new Map(
    shapes.flatMap(({ fields: list }) => list.map(({ key, name, type }) => [key, { name, type }] as const)),
  );
  return [...fields.values()].map(({ name, type }) => ({
    ...{ label: name, insert: name, kind: 'field' as const },
    detail: `As ${typeText(type)}`,
  }));
}
