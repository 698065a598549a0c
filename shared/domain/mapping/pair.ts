import { spellingLikeness, squeezedName } from './names.ts';
import { areRelated, conceptOf, isRatio } from './synonyms.ts';

export type PairReason = 'same-name' | 'same-letters' | 'synonym' | 'similar';

/** How the value types of an external queue go with those of WFM; one to one. */
export interface Pairing {
  /** Certain: the external value type and the one of WFM that it feeds. */
  readonly pairs: { valueType: string; valueTypeId: number; reason: PairReason }[];
  /** Value types of WFM with external ones that come into question: a person says which, or none. */
  readonly unsure: {
    valueTypeId: number;
    candidates: { valueType: string; confidence: number; reason: PairReason }[];
  }[];
  readonly unpairedExternal: string[];
  readonly unpairedWfm: number[];
}

interface Likeness {
  readonly external: number;
  readonly wfm: number;
  readonly confidence: number;
  readonly reason: PairReason;
}

/** From here on a pair is certain, if nothing else is as likely. */
const SURE = 0.9;
/** Below, a candidate is not worth a question. */
const ASKED = 0.4;
const MOST_CANDIDATES = 6;

/**
 * Pairs the value types of an external queue with those of WFM by their names and by what is known of how ACDs name
 * their figures. What is not certain is a question, never a guess.
 */
export function pairValueTypes(
  external: readonly string[],
  wfm: readonly { readonly id: number; readonly name: string }[],
): Pairing {
  const likely = likenesses(external, wfm);
  const takenExternal = new Set<number>();
  const takenWfm = new Set<number>();
  const pairs: Pairing['pairs'] = [];
  // Names that are the same decide before words that mean the same.
  for (const reasons of [['same-name'], ['same-letters'], ['synonym']] as const) {
    const open = likely.filter(
      (one) =>
        one.confidence >= SURE &&
        (reasons as readonly string[]).includes(one.reason) &&
        !takenExternal.has(one.external) &&
        !takenWfm.has(one.wfm),
    );
    for (const one of open) {
      const rivals = open.filter((other) => other.external === one.external || other.wfm === one.wfm);
      if (rivals.length > 1) continue;
      takenExternal.add(one.external);
      takenWfm.add(one.wfm);
      pairs.push({
        valueType: external[one.external]!,
        valueTypeId: wfm[one.wfm]!.id,
        reason: one.reason,
      });
    }
  }
  const asked = likely.filter((one) => !takenExternal.has(one.external) && !takenWfm.has(one.wfm));
  const unsure = [...new Set(asked.map((one) => one.wfm))]
    .sort((a, b) => a - b)
    .map((index) => ({
      valueTypeId: wfm[index]!.id,
      candidates: asked
        .filter((one) => one.wfm === index)
        .sort((a, b) => b.confidence - a.confidence || a.external - b.external)
        .slice(0, MOST_CANDIDATES)
        .map(({ external: at, confidence, reason }) => ({ valueType: external[at]!, confidence, reason })),
    }));
  const inQuestion = new Set(unsure.flatMap(({ candidates }) => candidates.map((one) => one.valueType)));
  const order = new Map(wfm.map(({ id }, index) => [id, index]));
  return {
    pairs: pairs.sort((a, b) => order.get(a.valueTypeId)! - order.get(b.valueTypeId)!),
    unsure,
    unpairedExternal: external.filter((name, index) => !takenExternal.has(index) && !inQuestion.has(name)),
    unpairedWfm: wfm
      .filter((_, index) => !takenWfm.has(index) && !asked.some((one) => one.wfm === index))
      .map(({ id }) => id),
  };
}

function likenesses(
  external: readonly string[],
  wfm: readonly { readonly id: number; readonly name: string }[],
): Likeness[] {
  const left = external.map(facts);
  const right = wfm.map(({ name }) => facts(name));
  return left.flatMap((one, at) =>
    right.flatMap((other, to): Likeness[] => {
      const likeness = likenessOf(one, other);
      return likeness === undefined || likeness.confidence < ASKED
        ? []
        : [{ external: at, wfm: to, ...likeness }];
    }),
  );
}

interface Facts {
  readonly name: string;
  readonly squeezed: string;
  readonly concept: ReturnType<typeof conceptOf>;
}

function facts(name: string): Facts {
  return { name, squeezed: squeezedName(name), concept: conceptOf(name) };
}

function likenessOf(a: Facts, b: Facts): Pick<Likeness, 'confidence' | 'reason'> | undefined {
  if (a.name === b.name) return { confidence: 1, reason: 'same-name' };
  // A setting of the ACD may be called "service level" too, and a share is worked out by a script.
  const limit = b.concept !== undefined && isRatio(b.concept) ? 0.6 : 1;
  if (a.squeezed === b.squeezed && a.squeezed !== '') {
    return { confidence: Math.min(0.97, limit), reason: 'same-letters' };
  }
  if (a.concept !== undefined && b.concept !== undefined) {
    if (a.concept.id === b.concept.id) {
      const certain = a.concept.certain && b.concept.certain;
      return { confidence: Math.min(certain ? 0.9 : 0.6, limit), reason: 'synonym' };
    }
    // Names that are understood differ although they may look alike: "answered" and "unanswered".
    return areRelated(a.concept, b.concept) ? { confidence: 0.45, reason: 'synonym' } : undefined;
  }
  const spelling = spellingLikeness(a.squeezed, b.squeezed);
  return spelling >= 0.7 ? { confidence: Math.min(0.8, spelling), reason: 'similar' } : undefined;
}
