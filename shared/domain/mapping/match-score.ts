import type { MatchIndex, NameFacts } from './match-index.ts';

/** Why two names go together, most certain first. */
export type MatchReason = 'same-name' | 'same-letters' | 'same-words' | 'same-number' | 'similar';

export interface Likeness {
  /** 0…1, and a little more where what they stand under is alike too. */
  readonly confidence: number;
  readonly reason: MatchReason;
}

/** A number with fewer digits counts things (`Sales 2`); one with more names something. */
const TELLING_DIGITS = 3;

/** How likely the external queue is the one of the WFM queue. */
export function likenessOf(index: MatchIndex, queue: number, offered: number): Likeness {
  const left = index.left[queue]!;
  const right = index.right[offered]!;
  const found = byName(index, left, right);
  // What they stand under decides between those of one name, and between nothing else.
  return { ...found, confidence: found.confidence + (standAlike(left, right) ? 0.04 : 0) };
}

function byName(index: MatchIndex, left: NameFacts, right: NameFacts): Likeness {
  if (left.name === right.name) return { confidence: 1, reason: 'same-name' };
  if (left.squeezed !== '' && left.squeezed === right.squeezed) {
    return { confidence: 0.97, reason: 'same-letters' };
  }
  const sharedNumbers = left.numbers.filter((number) => right.numbers.includes(number));
  const words = wordLikeness(index, left.words, right.words);
  const sameNumbers =
    sharedNumbers.length === left.numbers.length && sharedNumbers.length === right.numbers.length;
  if (words.all && sameNumbers) return { confidence: 0.92, reason: 'same-words' };
  const telling = sharedNumbers.some((number) => {
    const counts = index.countsOf(number);
    return number.length >= TELLING_DIGITS && counts.left === 1 && counts.right === 1;
  });
  if (telling) return { confidence: words.share > 0 ? 0.91 : 0.87, reason: 'same-number' };
  const spelling = gramLikeness(left.grams, right.grams);
  const likeness = Math.max(words.share, 0.55 * words.share + 0.45 * spelling, 0.92 * spelling);
  const numbersClash = left.numbers.length > 0 && right.numbers.length > 0 && sharedNumbers.length === 0;
  const oneHasNumber = left.numbers.length !== right.numbers.length;
  const trust = numbersClash ? 0.5 : oneHasNumber ? 0.85 : 1;
  return { confidence: 0.88 * likeness * trust, reason: 'similar' };
}

/** The weight of the words that both have in that of all; words that begin like a longer one count for most of it. */
function wordLikeness(
  index: MatchIndex,
  left: readonly string[],
  right: readonly string[],
): { share: number; all: boolean } {
  if (left.length === 0 || right.length === 0) {
    return { share: 0, all: false };
  }
  let shared = 0;
  let sum = 0;
  let all = left.length === right.length;
  const open = [...right];
  for (const word of left) {
    const weight = index.weightOf(word);
    const exact = open.indexOf(word);
    const at = exact >= 0 ? exact : open.findIndex((other) => isShortFor(word, other));
    if (at < 0) {
      sum += weight;
      all = false;
      continue;
    }
    const other = index.weightOf(open[at]!);
    shared += exact >= 0 ? weight + other : 0.8 * (weight + other);
    sum += weight + other;
    if (exact < 0) all = false;
    open.splice(at, 1);
  }
  for (const word of open) sum += index.weightOf(word);
  if (shared === 0) {
    const initials = isInitials(left, right) || isInitials(right, left);
    return { share: initials ? 0.75 : 0, all: false };
  }
  return { share: shared / sum, all };
}

/** `tech` for `technology`, `cust` for `customer`. */
function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && short.length < long.length && long.startsWith(short);
}

/** `cs` for `customer service`. */
function isInitials([short, ...rest]: readonly string[], words: readonly string[]): boolean {
  if (short === undefined || rest.length > 0 || words.length < 2) return false;
  return short === words.map((word) => word[0]).join('');
}

function gramLikeness(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function standAlike(left: NameFacts, right: NameFacts): boolean {
  for (const word of left.above) if (right.above.has(word)) return true;
  return false;
}
