import type { LineEnd, RawLine } from '../ini/lines.ts';
import { trimBlanks } from '../ini/syntax.ts';

/** The WFM side of a mapping. */
export interface MappingTarget {
  readonly queueId: number;
  readonly valueTypeId: number;
}

/** One line of `acd_map.ini` with what it means. */
export type MapLine = EntryLine | ScriptLine | ForeignLine;

/** A line that belongs to a mapping. */
export type OwnLine = EntryLine | ScriptLine;

interface LeftSide extends RawLine, MappingTarget {
  readonly database: string;
  /** As written; 0 and 1 both mean top level. */
  readonly parentQueueId: number;
}

/** `<DB>:<parent>:<queue>:<value type>=<source>` */
export interface EntryLine extends LeftSide {
  readonly kind: 'entry';
  /** The right side as in the file, without blanks around it. */
  readonly source: string;
}

/** `<DB>:<parent>:<queue>:<value type>=$<n>.BAS` */
export interface ScriptLine extends LeftSide {
  readonly kind: 'script';
  /** As spelled behind the `$`. */
  readonly fileName: string;
  readonly number: number;
  /** Where in `text` the number stands. */
  readonly numberStart: number;
  readonly numberEnd: number;
}

export type ForeignReason =
  | 'blank'
  | 'comment'
  | 'section'
  /** No left side of a database name and three numbers. */
  | 'text'
  /** Nothing behind the `=`. */
  | 'no-source'
  /** `$….BAS` without a number. */
  | 'script-name';

export interface ForeignLine extends RawLine {
  readonly kind: 'foreign';
  readonly reason: ForeignReason;
}

// The names on both sides may hold ":" and "=", so a line is split at the first "=" behind three numbers.
const LEFT_SIDE = /:[ \t]*(\d{1,15})[ \t]*:[ \t]*(\d{1,15})[ \t]*:[ \t]*(\d{1,15})[ \t]*=/;
const SCRIPT = /^\$(\d{1,9})\.bas$/i;
const NAMED_SCRIPT = /^\$[^:]*\.bas$/i;

export function readMapLine(text: string, end: LineEnd): MapLine {
  const trimmed = trimBlanks(text);
  const foreign = (reason: ForeignReason): ForeignLine => ({ kind: 'foreign', reason, text, end });
  if (trimmed === '') return foreign('blank');
  if (trimmed.startsWith(';') || trimmed.startsWith('#')) return foreign('comment');
  const left = LEFT_SIDE.exec(text);
  if (left === null) return foreign(/^\[.*\]/s.test(trimmed) ? 'section' : 'text');
  const from = left.index + left[0].length;
  const source = trimBlanks(text.slice(from));
  if (source === '') return foreign('no-source');
  const side = {
    text,
    end,
    database: trimBlanks(text.slice(0, left.index)),
    parentQueueId: Number(left[1]),
    queueId: Number(left[2]),
    valueTypeId: Number(left[3]),
  };
  const script = SCRIPT.exec(source);
  if (script === null) {
    return NAMED_SCRIPT.test(source) ? foreign('script-name') : { ...side, kind: 'entry', source };
  }
  const numberStart = text.indexOf('$', from) + 1;
  const numberEnd = numberStart + script[1]!.length;
  const fileName = source.slice(1);
  return { ...side, kind: 'script', fileName, number: Number(script[1]), numberStart, numberEnd };
}

/** True for a line of that mapping. */
export function isLineOf(line: MapLine, target: MappingTarget): line is OwnLine {
  return (
    line.kind !== 'foreign' && line.queueId === target.queueId && line.valueTypeId === target.valueTypeId
  );
}

/** The line with another parent on its left side; all else stays as it is written. */
export function withParent(line: OwnLine, parentQueueId: number): OwnLine {
  const left = LEFT_SIDE.exec(line.text)!;
  const from = left.index + left[0].search(/\d/);
  const text = line.text.slice(0, from) + parentQueueId + line.text.slice(from + left[1]!.length);
  return readMapLine(text, line.end) as OwnLine;
}
