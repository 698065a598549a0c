import { meanHoldSeconds, type SampleQueue, sampleIntervalMinutes, serviceLevelSeconds } from './centre.ts';
import type { Random } from './random.ts';

/** What the telephone system counts of a queue in an interval; seconds are sums over its calls. */
export interface CallFigures {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly overflow: number;
  readonly answeredInServiceLevel: number;
  /** Of all calls offered, however they ended. */
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly afterCallSeconds: number;
  /** Most calls that waited at one moment. */
  readonly maxWaiting: number;
}

/** How long callers wait at the moment. */
export interface Congestion {
  /** Probability that a call finds nobody free. */
  readonly waitProbability: number;
  /** Mean wait of those that do. */
  readonly meanWaitSeconds: number;
}

/**
 * Congestion of a pool of agents by Erlang C, kept within what is seen in practice where the work is more than
 * the agents can do.
 *
 * @param erlangs work on offer: calls a second × handling seconds
 */
export function congestionOf(erlangs: number, agents: number, handlingSeconds: number): Congestion {
  if (erlangs === 0) return { waitProbability: 0, meanWaitSeconds: 0 };
  const servers = Math.max(1, Math.round(agents));
  let blocking = 1;
  for (let n = 1; n <= servers; n += 1) blocking = (erlangs * blocking) / (n + erlangs * blocking);
  const load = Math.min(erlangs / Math.max(agents, 0.5), 0.96);
  const waitProbability = Math.min(1, blocking / (1 - load * (1 - blocking)));
  const meanWaitSeconds = Math.min(240, handlingSeconds / (servers * (1 - load)));
  return { waitProbability, meanWaitSeconds };
}

/** Lives through the calls of an interval one by one, so that all figures agree with each other. */
export function callFigures(
  queue: SampleQueue,
  expectedCalls: number,
  congestion: Congestion,
  random: Random,
): CallFigures {
  const offered = random.poisson(expectedCalls);
  let answered = 0;
  let abandoned = 0;
  let overflow = 0;
  let answeredInServiceLevel = 0;
  let waitSeconds = 0;
  let talkSeconds = 0;
  let holdSeconds = 0;
  let afterCallSeconds = 0;
  const waits: { from: number; to: number }[] = [];
  for (let call = 0; call < offered; call += 1) {
    const needed = waitOf(queue, congestion, random);
    const patience = 5 + random.exponential(queue.patienceSeconds);
    const longest = queue.overflowAfterSeconds ?? Number.POSITIVE_INFINITY;
    const wait = Math.round(Math.min(needed, patience, longest));
    waitSeconds += wait;
    const from = random.unit() * sampleIntervalMinutes * 60;
    waits.push({ from, to: from + wait });
    if (needed > patience && patience <= longest) {
      abandoned += 1;
    } else if (needed > longest) {
      overflow += 1;
    } else {
      answered += 1;
      if (wait <= serviceLevelSeconds) answeredInServiceLevel += 1;
      talkSeconds += Math.ceil(random.logNormal(queue.talkSeconds, 0.65));
      afterCallSeconds += Math.round(random.logNormal(queue.afterCallSeconds, 0.55));
      if (random.chance(queue.holdShare)) holdSeconds += Math.ceil(random.exponential(meanHoldSeconds));
    }
  }
  return {
    offered,
    answered,
    abandoned,
    overflow,
    answeredInServiceLevel,
    waitSeconds,
    talkSeconds,
    holdSeconds,
    afterCallSeconds,
    maxWaiting: mostAtOnce(waits),
  };
}

/** Seconds until an agent takes the call, ringing included. */
function waitOf(queue: SampleQueue, congestion: Congestion, random: Random): number {
  const ringing = 2 + random.unit() * 6;
  if (!random.chance(congestion.waitProbability)) return ringing;
  return ringing + random.exponential(congestion.meanWaitSeconds * queue.waitFactor);
}

function mostAtOnce(spans: readonly { from: number; to: number }[]): number {
  let most = 0;
  for (const { from } of spans) {
    const waiting = spans.filter((other) => other.from <= from && other.to > from).length;
    most = Math.max(most, waiting);
  }
  return most;
}
