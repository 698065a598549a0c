import type { Message } from '#shared/contract/common.ts';
import type { TableColumn } from '#shared/contract/find-tables.ts';
import { rounded } from './rating.ts';
import { byName, reason } from './reasons.ts';
import {
  callTableWords,
  figureWords,
  keyWords,
  measureWords,
  otherTableWords,
  partsOf,
  queueWords,
  stampWords,
  wordIn,
} from './words.ts';

export interface TableRating {
  readonly likelihood: number;
  readonly reasons: Message[];
}

/** How likely a table of this name holds call data. */
export function ratedByTableName(name: string): TableRating {
  const word = wordIn(callTableWords, name);
  const other = wordIn(otherTableWords, name);
  const several = partsOf(name).filter((part) => wordIn(callTableWords, part) !== undefined).length;
  const base = word === undefined ? 0.1 : 0.3 + Math.min(0.15, (several - 1) * 0.08);
  return {
    likelihood: rounded(other === undefined ? base : base - 0.15),
    reasons: word === undefined ? [] : [byName(word)],
  };
}

/** The same with its columns: a time, a queue and figures make it likely, whatever its name. */
export function ratedByColumns(name: string, columns: readonly TableColumn[]): TableRating {
  const byTable = ratedByTableName(name);
  const stamps = columns.filter(isStamp);
  const queues = columns.filter(
    (column) =>
      (column.kind === 'text' || column.kind === 'number') && wordIn(queueWords, column.name) !== undefined,
  );
  const figures = columns.filter(isFigure);
  const hasAll = stamps.length > 0 && queues.length > 0;
  const points =
    byTable.likelihood * 0.6 +
    (stamps.length > 0 ? 0.15 : -0.1) +
    (queues.length > 0 ? 0.2 : 0) +
    (hasAll ? Math.min(0.4, figures.length * 0.08) : Math.min(0.1, figures.length * 0.02));
  const details = { stamps: stamps.length, queues: queues.length, figures: figures.length };
  const why = reason(
    'table-columns',
    `By name and type: time columns ${details.stamps}, queue columns ${details.queues}, figures ${details.figures}.`,
    details,
  );
  return { likelihood: rounded(points), reasons: [...byTable.reasons, why] };
}

function isStamp({ name, kind }: TableColumn): boolean {
  if (kind === 'date-time' || kind === 'date') return true;
  return (kind === 'number' || kind === 'text') && wordIn(stampWords, name) !== undefined;
}

function isFigure({ name, kind }: TableColumn): boolean {
  if (kind !== 'number') return false;
  const last = partsOf(name).at(-1) ?? '';
  return (wordIn(figureWords, name) ?? wordIn(measureWords, name)) !== undefined && !keyWords.parts.has(last);
}
