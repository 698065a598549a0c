import type { FigureFunction, Proposal } from '#shared/contract/find-tables.ts';
import type { ColumnFacts } from './column-facts.ts';
import { rounded } from './rating.ts';
import { byName, reason } from './reasons.ts';
import {
  averageWords,
  figureWords,
  highestWords,
  keyWords,
  lowestWords,
  measureWords,
  partsOf,
  secondsWords,
  wordIn,
} from './words.ts';

export type FigureCandidate = Proposal['figures'][number];

/** Columns with numbers that count or measure, in the order of the table. @param taken columns of stamp and queue */
export function figureCandidates(
  columns: readonly ColumnFacts[],
  taken: ReadonlySet<string>,
): FigureCandidate[] {
  return columns
    .filter(({ name, kind }) => kind === 'number' && !taken.has(name))
    .flatMap((column) => candidateOf(column) ?? []);
}

function candidateOf(column: ColumnFacts): FigureCandidate | undefined {
  const { name, distinct } = column;
  const word = wordIn(figureWords, name) ?? wordIn(measureWords, name) ?? wordIn(secondsWords, name);
  const key = keyPart(name);
  if (key !== undefined && (word === undefined || isKeyOfWord(name))) return undefined;
  if (distinct.some((value) => Number(value) < 0)) return undefined;
  const fn = functionOf(name);
  const confidence = word === undefined ? 0.4 : fn === 'AVG' ? 0.6 : 0.85;
  const why =
    word === undefined
      ? reason('number-unnamed', 'A number, but its name says nothing that is known.')
      : byName(word);
  return { column: name, function: fn, confidence: rounded(confidence), reasons: [why] };
}

function keyPart(name: string): string | undefined {
  return partsOf(name).find((part) => keyWords.parts.has(part));
}

/** `call_id`, `queue_nr`, `calltype_key`: the last part says that it is a key. */
function isKeyOfWord(name: string): boolean {
  const last = partsOf(name.replace(/\d+$/, '')).at(-1) ?? '';
  return /^(id|ids|key|keys|nr|no|num|number|nummer|numero|code|guid|uuid|oid|index|idx|seq|type|typ|flag|status|state|stamp|timestamp)$/.test(
    last,
  );
}

function functionOf(name: string): FigureFunction {
  if (wordIn(highestWords, name) !== undefined) return 'MAX';
  if (wordIn(averageWords, name) !== undefined) return 'AVG';
  if (wordIn(lowestWords, name) !== undefined && !/min(ute|uten|utes)?s?$/i.test(name)) return 'MIN';
  return 'SUM';
}

/** For rows that are calls: the column that names the call, other in every row; `*` counts rows without one. */
export function countColumn(columns: readonly ColumnFacts[]): string {
  const ids = columns.filter(
    ({ values, filled, distinct, kind }) =>
      kind !== 'other' && filled > 0 && filled === values.length && distinct.length === filled,
  );
  const named = ids.find(({ name }) =>
    /(call|contact|anruf|appel|gespr|unique|session|rec).*(id|nr|key|no)$/i.test(name),
  );
  const byKey = ids.find(({ name, kind }) => kind !== 'date-time' && keyPart(name) !== undefined);
  return (named ?? byKey)?.name ?? '*';
}
