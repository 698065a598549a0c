import { queueWords } from './match-words.ts';
import { squeezedName, trigramsOf } from './names.ts';

export interface Named {
  readonly name: string;
  /** Names of what it stands under, from the top. */
  readonly above: readonly string[];
}

/** What is known of a name. */
export interface NameFacts {
  readonly name: string;
  readonly squeezed: string;
  /** Distinct words by what they mean. */
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly grams: ReadonlySet<number>;
  /** Words and numbers of what it stands under. */
  readonly above: ReadonlySet<string>;
}

export interface MatchIndex {
  readonly left: readonly NameFacts[];
  readonly right: readonly NameFacts[];
  /** The rarer a word is among all names, the more it says. */
  weightOf(word: string): number;
  /** How many names of each side have the number. */
  countsOf(number: string): { readonly left: number; readonly right: number };
  /** Those of the right side that are worth a closer look, at most {@link CLOSER}. */
  near(left: number): number[];
}

const CLOSER = 20;
/** Words that more names have say too little to look names up by, unless there is nothing else. */
const COMMON = 400;
/** So many of a name's rarest trigrams are looked up: enough to meet any name that differs by a letter or two. */
const RAREST_GRAMS = 10;
const COMMON_GRAM = 250;

/**
 * Indexes two sets of names so that for one of them those that may go with it are found without looking at all: by
 * their letters, words and trigrams. Yields now and then, see `proposing`.
 */
export function* matchIndex(
  wanting: readonly Named[],
  offered: readonly Named[],
): Generator<void, MatchIndex> {
  const gramIds = new Map<string, number>();
  const left = yield* allFacts(wanting, gramIds);
  const right = yield* allFacts(offered, gramIds);
  const bySqueezed = groupIndexes(right, ({ squeezed }) => [squeezed]);
  const byWord = groupIndexes(right, wordsAndNumbers);
  const leftByWord = groupIndexes(left, wordsAndNumbers);
  const byInitials = groupIndexes(right, initialsOf);
  const byGram: number[][] = Array.from({ length: gramIds.size }, () => []);
  for (const [index, { grams }] of right.entries()) for (const gram of grams) byGram[gram]!.push(index);
  const total = Math.max(2, left.length + right.length);
  const weights = new Map<string, number>();
  const weightOf = (word: string): number => {
    let weight = weights.get(word);
    if (weight === undefined) {
      const holders = (byWord.get(word)?.length ?? 0) + (leftByWord.get(word)?.length ?? 0);
      weight = 0.15 + Math.log(total / Math.max(1, holders)) / Math.log(total);
      weights.set(word, weight);
    }
    return weight;
  };
  const scores = new Float64Array(right.length);
  return {
    left,
    right,
    weightOf,
    countsOf: (number) => ({
      left: leftByWord.get(number)?.length ?? 0,
      right: byWord.get(number)?.length ?? 0,
    }),
    near(at) {
      const { squeezed, grams } = left[at]!;
      const touched: number[] = [];
      const add = (index: number, score: number) => {
        if (scores[index] === 0) touched.push(index);
        scores[index]! += score;
      };
      for (const index of bySqueezed.get(squeezed) ?? []) add(index, 100);
      // `CS` and `Customer Service` have no word and no spelling in common.
      for (const initials of initialsOf(left[at]!)) {
        for (const index of byWord.get(initials) ?? []) add(index, 1);
      }
      for (const word of wordsAndNumbers(left[at]!)) {
        for (const index of byInitials.get(word) ?? []) add(index, 1);
        const holders = byWord.get(word) ?? [];
        if (holders.length > COMMON && touched.length > 0) continue;
        for (const index of holders) add(index, weightOf(word));
      }
      const rarest = [...grams]
        .filter((gram) => byGram[gram]!.length > 0 && byGram[gram]!.length <= COMMON_GRAM)
        .sort((a, b) => byGram[a]!.length - byGram[b]!.length)
        .slice(0, RAREST_GRAMS);
      for (const gram of rarest) for (const index of byGram[gram]!) add(index, 1.5 / RAREST_GRAMS);
      const near = highest(touched, scores, CLOSER);
      for (const index of touched) scores[index] = 0;
      return near;
    },
  };
}

function* allFacts(named: readonly Named[], gramIds: Map<string, number>): Generator<void, NameFacts[]> {
  const facts: NameFacts[] = [];
  for (const one of named) {
    facts.push(factsOf(one, gramIds));
    if (facts.length % 100 === 0) yield;
  }
  return facts;
}

/** The `count` indexes with the highest scores, highest first; without sorting all of them. */
function highest(indexes: readonly number[], scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (const index of indexes) {
    const score = scores[index]!;
    if (best.length === count && score <= scores[best[count - 1]!]!) continue;
    let place = best.length;
    while (place > 0 && scores[best[place - 1]!]! < score) place -= 1;
    best.splice(place, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}

function factsOf({ name, above }: Named, gramIds: Map<string, number>): NameFacts {
  const squeezed = squeezedName(name);
  const { words, numbers } = queueWords(name);
  const around = above.map(queueWords).flatMap((found) => [...found.words, ...found.numbers]);
  const grams = new Set<number>();
  for (const gram of trigramsOf(squeezed)) {
    const known = gramIds.get(gram) ?? gramIds.size;
    gramIds.set(gram, known);
    grams.add(known);
  }
  return {
    name: name.trim(),
    squeezed,
    words: [...new Set(words)],
    numbers: [...new Set(numbers)],
    grams,
    above: new Set(around),
  };
}

function wordsAndNumbers({ words, numbers }: NameFacts): readonly string[] {
  return [...words, ...numbers];
}

function initialsOf({ words }: NameFacts): readonly string[] {
  return words.length < 2 ? [] : [words.map((word) => word[0]).join('')];
}

function groupIndexes(
  facts: readonly NameFacts[],
  keysOf: (facts: NameFacts) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, one] of facts.entries()) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else group.push(index);
    }
  }
  return groups;
}
