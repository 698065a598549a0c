import { type MatchIndex, matchIndex, type Named } from './match-index.ts';
import { likenessOf, type MatchReason } from './match-score.ts';

export type { MatchReason } from './match-score.ts';

/** A WFM queue that wants an external one. */
export interface WantingQueue {
  readonly id: number;
  readonly name: string;
  /** Names of the queues it stands under, from the top. */
  readonly parents: readonly string[];
}

/** A queue of the ACD. */
export interface OfferedQueue {
  readonly kind: string;
  readonly path: readonly string[];
  /** The WFM queue that it feeds already. */
  readonly usedBy?: number | undefined;
}

export interface MatchCandidate {
  readonly kind: string;
  readonly path: string[];
  /** 0…1 */
  readonly confidence: number;
  readonly reason: MatchReason;
  /** The WFM queue that has it, or wants it more. */
  readonly takenBy?: number;
}

export interface MatchRow {
  readonly queueId: number;
  /** Most likely first. */
  readonly candidates: MatchCandidate[];
  /** Which one is proposed; null where none is. */
  readonly proposed: number | null;
}

const MOST_CANDIDATES = 5;
/** Below, nothing is said of a pair. */
const LEAST = 0.35;
/** Below, a candidate is shown and not proposed. */
const PROPOSED = 0.5;
/** Two candidates nearer to each other than this are a question. */
const MARGIN = 0.03;
const DOUBTFUL = 0.6;

interface Pair {
  readonly queue: number;
  readonly offered: number;
  confidence: number;
  readonly reason: MatchReason;
}

/**
 * Proposes an external queue for each WFM queue, by its name, a number in it, and what the words mean in three
 * languages. One external queue is proposed once; of two that come into question equally, neither is certain.
 */
export function proposeMatches(
  queues: readonly WantingQueue[],
  offered: readonly OfferedQueue[],
): MatchRow[] {
  const work = proposing(queues, offered);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps: who goes on with other work between them is never held up for long. */
export function* proposing(
  queues: readonly WantingQueue[],
  offered: readonly OfferedQueue[],
): Generator<void, MatchRow[]> {
  const named = offered.map(({ path }): Named => ({ name: path.at(-1) ?? '', above: path.slice(0, -1) }));
  const wanting = queues.map(({ name, parents }): Named => ({ name, above: parents }));
  const index = yield* matchIndex(wanting, named);
  yield;
  const pairs: Pair[] = [];
  for (let queue = 0; queue < queues.length; queue += 1) {
    pairs.push(...pairsOf(index, queue));
    if (queue % 20 === 19) yield;
  }
  markDoubts(pairs, offered);
  yield;
  const takenBy = assign(pairs, queues, offered);
  yield;
  return rowsOf(pairs, queues, offered, takenBy);
}

function rowsOf(
  pairs: readonly Pair[],
  queues: readonly WantingQueue[],
  offered: readonly OfferedQueue[],
  takenBy: ReadonlyMap<number, number>,
): MatchRow[] {
  const byQueue = Map.groupBy(pairs, (pair) => pair.queue);
  return queues.map(({ id }, queue) => {
    const own = (byQueue.get(queue) ?? []).sort((a, b) => b.confidence - a.confidence);
    const chosen = own.findIndex((pair) => takenBy.get(pair.offered) === id);
    // The proposed one is shown, however many others are as likely.
    const shown = own.filter((_, place) => place < MOST_CANDIDATES || place === chosen);
    const candidates = shown.map(({ offered: at, confidence, reason }): MatchCandidate => {
      const holder = takenBy.get(at);
      const { kind, path } = offered[at]!;
      return {
        kind,
        path: [...path],
        confidence: Math.min(1, Math.round(confidence * 100) / 100),
        reason,
        ...(holder === undefined || holder === id ? {} : { takenBy: holder }),
      };
    });
    return { queueId: id, candidates, proposed: chosen < 0 ? null : shown.indexOf(own[chosen]!) };
  });
}

function pairsOf(index: MatchIndex, queue: number): Pair[] {
  return index
    .near(queue)
    .map((offered): Pair => ({ queue, offered, ...likenessOf(index, queue, offered) }))
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 2 * MOST_CANDIDATES);
}

/** Where several of one kind come into question as well as the best, a person has to say which. */
function markDoubts(pairs: readonly Pair[], offered: readonly OfferedQueue[]): void {
  const doubtful = new Set<Pair>();
  const kindOf = (pair: Pair) => offered[pair.offered]!.kind;
  const groups = [
    ...Map.groupBy(pairs, (pair) => `${pair.queue} ${kindOf(pair)}`).values(),
    ...Map.groupBy(pairs, (pair) => pair.offered).values(),
  ];
  for (const group of groups) {
    const best = Math.max(...group.map(({ confidence }) => confidence));
    const leading = group.filter(({ confidence }) => best - confidence < MARGIN);
    if (leading.length > 1) for (const pair of leading) doubtful.add(pair);
  }
  for (const pair of doubtful) pair.confidence = Math.min(pair.confidence, DOUBTFUL);
}

/** Gives each external queue to the WFM queue that it goes with best, the most certain first. */
function assign(
  pairs: readonly Pair[],
  queues: readonly WantingQueue[],
  offered: readonly OfferedQueue[],
): Map<number, number> {
  const takenBy = new Map<number, number>();
  for (const [index, { usedBy }] of offered.entries()) if (usedBy !== undefined) takenBy.set(index, usedBy);
  const settled = new Set<number>();
  const firstKinds = new Map([...new Set(offered.map(({ kind }) => kind))].map((kind, rank) => [kind, rank]));
  const rank = (pair: Pair) => firstKinds.get(offered[pair.offered]!.kind)!;
  const order = pairs
    .filter(({ confidence }) => confidence >= PROPOSED)
    .sort((a, b) => b.confidence - a.confidence || rank(a) - rank(b) || a.queue - b.queue);
  for (const { queue, offered: at } of order) {
    if (settled.has(queue) || takenBy.has(at)) continue;
    settled.add(queue);
    takenBy.set(at, queues[queue]!.id);
  }
  return takenBy;
}
