import { errorAt, type MessageDetails, type ScenarioFinding, type Span } from '../findings.ts';
import { type DateParts, dateSerial, parseDateText } from '../runtime/calendar.ts';
import { readNumber } from './numbers.ts';
import { KEYWORDS, SUFFIX_TYPES, type Token, type TokenKind, type TypeName } from './tokens.ts';

export interface LexedScenario {
  tokens: Token[];
  comments: Span[];
  findings: ScenarioFinding[];
}

const BLANK = /[ \t\f\v\u00a0\u2007\u202f\u3000\ufeff]+/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const CONTINUATION = /_[ \t\u00a0]*(\r\n|\r|\n|$)/y;
const LINE_END = /\r\n|\r|\n/y;
const DATE = /#([^#\r\n]{3,40})#/y;
const OPERATOR = /<>|<=|>=|[-+*/\\^&<>=(),.:;#]/y;
const NO_NAME = new Set('0123456789"+-*/\\^&<>=(),.:;#');
const OPENING_QUOTES = '“”„‟«»';
const APOSTROPHES = '‘’‚‛`´';

/** What people write who come from other languages, or paste from a word processor, and what it is here. */
const FOREIGN: ReadonlyArray<readonly [written: string, meant: string, kind: TokenKind, code: string]> = [
  ['=>', '>=', 'operator', 'SCENARIO_OPERATOR_ORDER'],
  ['=<', '<=', 'operator', 'SCENARIO_OPERATOR_ORDER'],
  ['==', '=', 'operator', 'SCENARIO_DOUBLE_EQUALS'],
  ['!=', '<>', 'operator', 'SCENARIO_FOREIGN_OPERATOR'],
  ['&&', 'And', 'keyword', 'SCENARIO_FOREIGN_OPERATOR'],
  ['||', 'Or', 'keyword', 'SCENARIO_FOREIGN_OPERATOR'],
  ['**', '^', 'operator', 'SCENARIO_FOREIGN_OPERATOR'],
  ['%', 'Mod', 'keyword', 'SCENARIO_FOREIGN_OPERATOR'],
  ['≤', '<=', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['≥', '>=', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['≠', '<>', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['×', '*', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['÷', '/', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['–', '-', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['—', '-', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
  ['−', '-', 'operator', 'SCENARIO_TYPOGRAPHIC_CHARACTER'],
];

/** None of these begins something foreign, unless = follows. */
const PLAIN_OPERATORS = new Set('-+\\^<>(),.:;#');

const COMPOUND = ['+=', '-=', '*=', '/=', '\\=', '&=', '^='];

/**
 * Cuts a script into tokens. Every line end (CRLF, LF, CR) counts as one; a line ending in ` _` goes on in the next.
 * Never throws: what it does not know it reports and passes over, so one pass finds several mistakes.
 */
export function lexScenario(text: string): LexedScenario {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  const findings: ScenarioFinding[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let blankBefore = false;

  const columnOf = (position: number) => position - lineStart + 1;
  const spanTo = (end: number): Span => ({ line, column: columnOf(offset), endColumn: columnOf(end) });
  const report = (end: number, code: string, message: string, details?: MessageDetails) =>
    findings.push(errorAt(spanTo(end), code, message, details));
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  const push = (
    kind: TokenKind,
    end: number,
    word: string,
    extra?: { value?: number | string; type?: TypeName },
  ) => {
    tokens.push({ kind, text: text.slice(offset, end), word, blankBefore, ...spanTo(end), ...extra });
    blankBefore = false;
    offset = end;
  };
  const startLine = (length: number) => {
    offset += length;
    line += 1;
    lineStart = offset;
  };
  /** Kept for the line, so that a long line with many texts is scanned once. */
  let knownLineEnd = -1;
  const lineEnd = () => {
    if (knownLineEnd < offset) {
      const rest = /[\r\n]/g;
      rest.lastIndex = offset;
      knownLineEnd = rest.exec(text)?.index ?? text.length;
    }
    return knownLineEnd;
  };
  const comment = () => {
    const end = lineEnd();
    comments.push(spanTo(end));
    offset = end;
  };
  const atStatementStart = () => {
    const last = tokens.at(-1);
    return last === undefined || last.kind === 'newline' || last.word === ':';
  };

  const string = (closing: RegExp) => {
    let end = offset + 1;
    let value = '';
    const stop = lineEnd();
    for (;;) {
      if (end >= stop) {
        report(
          stop,
          'SCENARIO_STRING_NOT_CLOSED',
          'The text that starts here is not closed: end it with " on the same line.',
        );
        end = stop;
        break;
      }
      const character = text.charAt(end);
      if (closing.test(character)) {
        if (character === '"' && text.charAt(end + 1) === '"') {
          value += '"';
          end += 2;
          continue;
        }
        end += 1;
        break;
      }
      value += character;
      end += 1;
    }
    push('string', end, '', { value });
  };

  const suffixAt = (position: number): TypeName | undefined => {
    const mark = text.charAt(position);
    if (!Object.hasOwn(SUFFIX_TYPES, mark)) return undefined;
    if (mark === '&' && ampersandJoins(text, position)) return undefined;
    if (mark === '&' && text.charAt(position + 1) === '&') return undefined;
    if (mark === '!' && text.charAt(position + 1) === '=') return undefined;
    return SUFFIX_TYPES[mark];
  };

  const name = (written: string) => {
    const word = written.toLowerCase();
    const end = offset + written.length;
    if (word === 'rem' && atStatementStart()) return comment();
    const isMember = tokens.at(-1)?.word === '.' && !blankBefore;
    if (KEYWORDS.has(word) && !isMember) return push('keyword', end, word);
    const type = suffixAt(end);
    if (type === undefined) push('name', end, word);
    else push('name', end + 1, word, { type });
  };

  const number = (): boolean => {
    const read = readNumber(text, offset);
    if (read === undefined) return false;
    if (read.problem !== undefined) report(read.end, 'SCENARIO_NUMBER_MALFORMED', read.problem, read.details);
    NAME.lastIndex = read.end;
    const tail = NAME.exec(text)?.[0];
    if (tail !== undefined && read.problem === undefined && !KEYWORDS.has(tail.toLowerCase())) {
      const end = read.end + tail.length;
      const written = text.slice(offset, end);
      report(
        end,
        'SCENARIO_NAME_STARTS_WITH_DIGIT',
        `${written} is neither a number nor a name: a name begins with a letter.`,
        { name: written },
      );
      // Taken as the name it was meant to be, so that the rest of the line parses.
      push('name', end, written.toLowerCase());
    } else push('number', read.end, '', { value: read.value, type: read.type });
    return true;
  };

  const date = (): boolean => {
    const found = match(DATE);
    if (!found) return false;
    const parts: DateParts | undefined = parseDateText(found[1] ?? '');
    if (parts === undefined) return false;
    push('date', offset + found[0].length, '', { value: dateSerial(parts) });
    return true;
  };

  const foreign = (): boolean => {
    if (PLAIN_OPERATORS.has(text.charAt(offset)) && text.charAt(offset + 1) !== '=') return false;
    if (text.startsWith('//', offset)) {
      report(offset + 2, 'SCENARIO_FOREIGN_OPERATOR', "A comment starts with ' and not with //.", {
        variant: 'comment',
      });
      comment();
      return true;
    }
    for (const written of COMPOUND) {
      if (text.startsWith(written, offset) && text.charAt(offset + 2) !== '=') {
        push('operator', offset + 2, written);
        return true;
      }
    }
    for (const [written, meant, kind, code] of FOREIGN) {
      if (!text.startsWith(written, offset)) continue;
      report(offset + written.length, code, `Write ${meant} here and not ${written}.`, { meant, written });
      push(kind, offset + written.length, kind === 'keyword' ? meant.toLowerCase() : meant);
      return true;
    }
    return false;
  };

  const unknown = () => {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const end = offset + character.length;
    if (OPENING_QUOTES.includes(character)) {
      report(
        end,
        'SCENARIO_TYPOGRAPHIC_CHARACTER',
        `Texts stand in straight quotes: write " and not ${character}.`,
        { variant: 'quote', character },
      );
      return string(/[“”„‟«»"]/u);
    }
    if (APOSTROPHES.includes(character)) {
      report(
        end,
        'SCENARIO_TYPOGRAPHIC_CHARACTER',
        `A comment starts with a straight apostrophe: write ' and not ${character}.`,
        { variant: 'comment', character },
      );
      return comment();
    }
    const shown = /[\p{C}]/u.test(character) ? `with the code ${character.codePointAt(0)}` : character;
    report(
      end,
      'SCENARIO_UNKNOWN_CHARACTER',
      `The character ${shown} has no meaning in a script: remove it.`,
      {
        character:
          shown === character
            ? character
            : `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
      },
    );
    offset = end;
  };

  while (offset < text.length) {
    if (text.charAt(offset) === ' ') {
      blankBefore = true;
      offset += 1;
      continue;
    }
    const blank = match(BLANK);
    if (blank) {
      blankBefore = true;
      offset += blank[0].length;
      continue;
    }
    const character = text.charAt(offset);
    const newline = character === '\n' || character === '\r' ? match(LINE_END) : null;
    if (newline) {
      tokens.push({ kind: 'newline', text: newline[0], word: '', blankBefore, ...spanTo(offset) });
      startLine(newline[0].length);
      blankBefore = false;
      continue;
    }
    if (character === "'") {
      comment();
      continue;
    }
    if (character === '_' && (blankBefore || columnOf(offset) === 1)) {
      const continued = match(CONTINUATION);
      if (continued) {
        if (continued[1] === '') offset += continued[0].length;
        else startLine(continued[0].length);
        blankBefore = true;
        continue;
      }
    }
    const word = NO_NAME.has(character) ? null : match(NAME);
    if (word) {
      name(word[0]);
      continue;
    }
    if (character === '"') {
      string(/"/);
      continue;
    }
    if (number()) continue;
    if (character === '#' && date()) continue;
    if (foreign()) continue;
    const operator = match(OPERATOR);
    if (operator) push('operator', offset + operator[0].length, operator[0]);
    else unknown();
  }
  tokens.push({ kind: 'newline', text: '', word: '', blankBefore: false, ...spanTo(offset) });
  tokens.push({ kind: 'end', text: '', word: '', blankBefore: false, ...spanTo(offset) });
  return { tokens, comments, findings };
}

/**
 * `a& = 1` declares a Long, `a& "x"` joins texts: `&` right behind a name joins when an operand follows it.
 * The family itself is stricter here; nobody who writes `a&b` means a Long.
 */
function ampersandJoins(text: string, position: number): boolean {
  const rest = /[ \t]*(?:([\p{L}_][\p{L}\p{N}_]*)|["\d(])/uy;
  rest.lastIndex = position + 1;
  const found = rest.exec(text);
  if (!found) return false;
  return found[1] === undefined || !KEYWORDS.has(found[1].toLowerCase());
}
