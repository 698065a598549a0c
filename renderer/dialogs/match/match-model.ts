import type { MatchReason, MatchRow, ValueTypePairing } from '#shared/contract/match.ts';
import type { QueuePair } from '#shared/domain/mapping/whole-queue.ts';
import { matcher } from '../../ui/tree/index.ts';

/** A queue of the external system, as one points at it. */
export interface ExternalQueue {
  readonly kind: string;
  readonly path: readonly string[];
}

/** What a person decided for a WFM queue; a queue that is not in the map has what was proposed. */
export type Choices = ReadonlyMap<number, ExternalQueue | null>;

export interface WfmQueueName {
  readonly name: string;
  /** `Customer service › Sales`; empty at the top. */
  readonly parents: string;
  /** Both, to be searched. */
  readonly text: string;
}

export interface MatchChoice extends ExternalQueue {
  /** `1 › Split › Sales`. */
  readonly text: string;
  /** 0…1; undefined where a person chose a queue that was no candidate. */
  readonly confidence: number | undefined;
  readonly reason: MatchReason | 'by-hand';
  /** The WFM queue that wants it more. */
  readonly takenBy: number | undefined;
}

/** A WFM queue and the external queue it shall have. */
export interface MatchLine {
  readonly queueId: number;
  readonly name: string;
  /** `Customer service › Sales`; empty at the top. */
  readonly parents: string;
  /** Parents and name, to be searched. */
  readonly text: string;
  readonly candidates: MatchRow['candidates'];
  readonly choice: MatchChoice | null;
  readonly isAccepted: boolean;
  /** Another accepted WFM queue that has the same external queue. */
  readonly clash: number | undefined;
}

export interface MatchFilter {
  readonly text: string;
  readonly show: 'all' | 'sure' | 'unsure' | 'none' | 'accepted';
  /** 0…1: what `sure` and `unsure` are held against. */
  readonly threshold: number;
}

/** From here on a proposal may be accepted unseen, see `shared/contract/match.ts`. */
export const SURE = 0.85;

export function queueKey({ kind, path }: ExternalQueue): string {
  return [kind, ...path].join('\n');
}

/** `1 › Split › Sales`. */
export function queueText({ path }: Pick<ExternalQueue, 'path'>): string {
  return path.join(' › ');
}

export function matchLines(
  rows: readonly MatchRow[],
  names: ReadonlyMap<number, WfmQueueName>,
  choices: Choices,
  accepted: ReadonlySet<number>,
): MatchLine[] {
  const chosen = rows.map((row) => choiceOf(row, choices));
  const firstWith = new Map<string, number>();
  const clashes = new Map<number, number>();
  rows.forEach(({ queueId }, index) => {
    const choice = chosen[index];
    if (choice == null || !accepted.has(queueId)) return;
    const key = queueKey(choice);
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, queueId);
    else {
      clashes.set(queueId, first);
      if (!clashes.has(first)) clashes.set(first, queueId);
    }
  });
  return rows.map(({ queueId, candidates }, index) => ({
    queueId,
    ...(names.get(queueId) ?? { name: String(queueId), parents: '', text: String(queueId) }),
    candidates,
    choice: chosen[index] ?? null,
    isAccepted: chosen[index] != null && accepted.has(queueId),
    clash: clashes.get(queueId),
  }));
}

function choiceOf({ queueId, candidates, proposed }: MatchRow, choices: Choices): MatchChoice | null {
  const decided = choices.get(queueId);
  if (decided === null) return null;
  const queue = decided ?? (proposed === null ? undefined : candidates[proposed]);
  if (queue === undefined) return null;
  const { kind, path } = queue;
  const candidate = candidates.find((one) => queueKey(one) === queueKey(queue));
  return {
    kind,
    path,
    text: queueText(queue),
    confidence: candidate?.confidence,
    reason: candidate?.reason ?? 'by-hand',
    takenBy: candidate?.takenBy,
  };
}

/** Whether a proposal is at or above the threshold; what a person chose is. */
export function isSure({ choice }: MatchLine, threshold: number): boolean {
  return choice !== null && (choice.confidence ?? 1) >= threshold;
}

export function filterLines(
  lines: readonly MatchLine[],
  { text, show, threshold }: MatchFilter,
): MatchLine[] {
  const matches = matcher(text);
  return lines.filter((line) => {
    const { choice, isAccepted } = line;
    if (show === 'sure' && !isSure(line, threshold)) return false;
    if (show === 'unsure' && (choice === null || isSure(line, threshold))) return false;
    if (show === 'none' && choice !== null) return false;
    if (show === 'accepted' && !isAccepted) return false;
    return text === '' || matches(line.text) || (choice !== null && matches(choice.text));
  });
}

/** The value types of one kind of external queues and how they go with those of WFM. */
export interface MatchKind {
  readonly id: string;
  readonly valueTypes: readonly string[];
  readonly pairing: ValueTypePairing;
}

/** What a person said of a value type of WFM, by kind: an external value type, or null for none. */
export type Answers = ReadonlyMap<string, ReadonlyMap<number, string | null>>;

export function withAnswer(
  answers: Answers,
  kind: string,
  valueTypeId: number,
  answer: string | null,
): Answers {
  return new Map(answers).set(kind, new Map(answers.get(kind)).set(valueTypeId, answer));
}

/** What feeds a value type: an external one, null for nothing, undefined while it is to be asked. */
export function feedOf(
  { id, pairing }: MatchKind,
  answers: Answers,
  valueTypeId: number,
): string | null | undefined {
  const answer = answers.get(id)?.get(valueTypeId);
  if (answer !== undefined) return answer;
  const pair = pairing.pairs.find((one) => one.valueTypeId === valueTypeId);
  if (pair !== undefined) return pair.valueType;
  return pairing.unsure.some((one) => one.valueTypeId === valueTypeId) ? undefined : null;
}

export interface KindPairs {
  readonly pairs: QueuePair['pairs'];
  /** Value types of WFM that nobody has answered for. */
  readonly open: number;
}

/** What whole queues of a kind feed, as things were paired and answered. */
export function kindPairs(kind: MatchKind, answers: Answers, valueTypeIds: readonly number[]): KindPairs {
  const feeds = valueTypeIds.map((valueTypeId) => ({
    valueTypeId,
    valueType: feedOf(kind, answers, valueTypeId),
  }));
  return {
    pairs: feeds.flatMap(({ valueTypeId, valueType }) =>
      typeof valueType === 'string' ? [{ valueType, valueTypeId }] : [],
    ),
    open: feeds.filter(({ valueType }) => valueType === undefined).length,
  };
}

/** What is to be mapped: the accepted lines, with the pairs of their kind. */
export function queuePairs(
  system: string,
  lines: readonly MatchLine[],
  pairsOf: ReadonlyMap<string, KindPairs>,
): QueuePair[] {
  return lines.flatMap(({ queueId, choice, isAccepted }) =>
    choice === null || !isAccepted
      ? []
      : [{ system, path: choice.path, queueId, pairs: pairsOf.get(choice.kind)?.pairs ?? [] }],
  );
}
