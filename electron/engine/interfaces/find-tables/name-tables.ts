import type { NamesChoice, Proposal, TableRef } from '#shared/contract/find-tables.ts';
import type { ColumnFacts } from './column-facts.ts';
import { rounded } from './rating.ts';
import { reason } from './reasons.ts';
import { nameWords, partsOf, queueWords, wordIn } from './words.ts';

export type NamesCandidate = Proposal['names'][number];

/** A table that was looked into for names, with its first rows. */
export interface LookedAt {
  readonly table: TableRef;
  readonly columns: readonly ColumnFacts[];
}

/** The tables whose name says that they may hold the names of what stands in the key column, the likeliest first. */
export function tablesWithNames<T extends TableRef>(
  tables: readonly T[],
  callTable: TableRef,
  keyColumn: string,
  most: number,
): T[] {
  const wanted = stem(keyColumn);
  const rated = tables
    .filter((table) => !sameTable(table, callTable))
    .map((table) => {
      const parts = partsOf(table.name).map(stem);
      const same = parts.some((part) => part === wanted || (wanted.length > 3 && part.includes(wanted)));
      const ofQueues = wordIn(queueWords, table.name) !== undefined;
      const ofNames = /synonym|dict|name|lookup|stamm|dim|bezeichn|master|directory/i.test(table.name);
      const sameSchema = table.schema === callTable.schema && table.catalog === callTable.catalog;
      const short = parts.length <= 2;
      const points = Number(same) * 4 + Number(ofQueues) * 2 + Number(ofNames) * 2;
      return { table, points: points === 0 ? 0 : points + Number(sameSchema) + Number(short) };
    });
  return rated
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, most)
    .map(({ table }) => table);
}

function sameTable(one: TableRef, other: TableRef): boolean {
  return one.name === other.name && one.schema === other.schema && one.catalog === other.catalog;
}

/** `queue_id` and `QueueKeys` both speak of a queue. */
function stem(name: string): string {
  const parts = partsOf(name).filter(
    (part) => !/^(id|ids|key|keys|nr|no|num|number|nummer|code|fk|pk|tbl|tab|t)$/.test(part),
  );
  return (parts[0] ?? partsOf(name)[0] ?? '').replace(/(n|s|en|es)$/, '');
}

/**
 * The columns by which the keys of the call data get a name: those whose keys are really there, the likeliest first.
 * Without rows in the call data only the names of the columns tell.
 */
export function namesCandidates(keyColumn: ColumnFacts, looked: readonly LookedAt[]): NamesCandidate[] {
  return looked
    .flatMap(({ table, columns }) =>
      columns.flatMap((key) => columns.flatMap((named) => joinOf(keyColumn, table, key, named) ?? [])),
    )
    .sort((one, other) => other.confidence - one.confidence);
}

function joinOf(
  keyColumn: ColumnFacts,
  table: TableRef,
  key: ColumnFacts,
  named: ColumnFacts,
): NamesCandidate | undefined {
  if (key.name === named.name || named.kind !== 'text' || key.kind !== keyColumn.kind) return undefined;
  const wanted = new Set(keyColumn.distinct.map(String));
  const offered = new Set(key.distinct.map(String));
  const matched = [...wanted].filter((one) => offered.has(one)).length;
  const nameWord = wordIn(nameWords, named.name);
  if (nameWord === undefined && wordIn(queueWords, named.name) === undefined) return undefined;
  const share = wanted.size === 0 ? 0.5 : matched / wanted.size;
  if (share < 0.5) return undefined;
  // Two keys of one name would be one queue in the tree; a key of two names, two queues.
  const oneName = named.distinct.length >= key.distinct.length * 0.9;
  const oneKey = key.distinct.length >= key.values.length * 0.95;
  const sameName = key.name.toLowerCase() === keyColumn.name.toLowerCase();
  const confidence =
    share * 0.55 +
    (sameName ? 0.2 : /id$|key$|nr$|no$|num|code/i.test(key.name) ? 0.12 : 0) +
    (nameWord !== undefined ? 0.15 : 0.05) +
    (wanted.size > 2 ? 0.08 : 0) -
    (oneName ? 0 : 0.2) -
    (oneKey ? 0 : 0.25);
  const choice: NamesChoice = { table, nameColumn: named.name, keyColumn: key.name };
  const details = { matched, keys: wanted.size, table: table.name, column: key.name };
  return {
    choice,
    confidence: rounded(confidence),
    reasons: [
      reason('join', `${matched} of ${wanted.size} keys are found in ${table.name}.${key.name}.`, details),
    ],
  };
}
