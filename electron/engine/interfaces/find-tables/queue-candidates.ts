import type { Message } from '#shared/contract/common.ts';
import type { Proposal } from '#shared/contract/find-tables.ts';
import type { ColumnFacts } from './column-facts.ts';
import { rounded } from './rating.ts';
import { byName, reason } from './reasons.ts';
import { textForms } from './stamp-forms.ts';
import { nameWords, notQueueWords, queueWords, wordIn } from './words.ts';

export type QueueCandidate = Proposal['queues'][number];

/** Columns in which the queue may stand, the likeliest first. @param taken columns of the time stamp */
export function queueCandidates(
  columns: readonly ColumnFacts[],
  taken: ReadonlySet<string>,
): QueueCandidate[] {
  return columns
    .filter(({ name, kind }) => !taken.has(name) && (kind === 'text' || kind === 'number'))
    .flatMap((column) => candidateOf(column) ?? [])
    .sort((one, other) => other.confidence - one.confidence);
}

function candidateOf(column: ColumnFacts): QueueCandidate | undefined {
  const { name, kind, values, distinct, filled } = column;
  const word = wordIn(queueWords, name);
  if (word === undefined && kind === 'number') return undefined;
  const wrong =
    wordIn(notQueueWords, name) !== undefined && !/name|queue|skill|warteschlange|file/i.test(name);
  const reasons: Message[] = word === undefined ? [] : [byName(word)];
  let confidence = word === undefined ? 0.25 : 0.65;
  if (wrong) confidence -= 0.35;
  if (kind === 'number' && distinct.some((value) => !Number.isInteger(Number(value)))) return undefined;
  if (values.length > 0) {
    if (filled === 0) confidence -= 0.4;
    else if (filled < values.length / 2) confidence -= 0.15;
    if (kind === 'text' && textForms(distinct.slice(0, 20).map(String)).length > 0) return undefined;
    if (distinct.length <= Math.max(3, filled / 3)) {
      confidence += 0.15;
      const details = { distinct: distinct.length, rows: values.length };
      reasons.push(
        reason('few-values', `${distinct.length} different values in ${values.length} rows.`, details),
      );
    } else if (distinct.length === filled && filled > 10) {
      confidence -= 0.35;
    }
  }
  // Where a key and a name stand beside each other the name needs no other table.
  if (word !== undefined && kind === 'text') confidence += 0.05;
  if (word !== undefined && kind === 'text' && wordIn(nameWords, name) !== undefined) confidence += 0.08;
  // `calls_in_queue` is a figure of a queue.
  if (word !== undefined && kind === 'number' && isFigureOfQueue(name)) confidence -= 0.4;
  return confidence <= 0.2 ? undefined : { column: name, confidence: rounded(confidence), reasons };
}

function isFigureOfQueue(name: string): boolean {
  return /calls|time|zeit|count|anzahl|nombre|wait|warte(?!schlange)|max|avg|size|length|anrufe|appels|offered|answered/i.test(
    name,
  );
}
