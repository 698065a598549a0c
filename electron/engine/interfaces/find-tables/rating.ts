import type { Message } from '#shared/contract/common.ts';
import type { ColumnFacts } from './column-facts.ts';
import { byName, reason } from './reasons.ts';
import { otherStampWords, stampWords, wordIn } from './words.ts';

/** All texts are dates without a time of the day, or with midnight. */
export function isMidnightOnly(texts: readonly string[]): boolean {
  return (
    texts.length > 0 && texts.every((text) => /^\d{4}-\d\d-\d\d( 00:00(:00(\.0+)?)?)?$/.test(text.trim()))
  );
}

/** A name that speaks of a start makes it likelier; one that speaks of an end or a change, less likely. */
export function ratedByName(
  { name, values, filled }: ColumnFacts,
  certainty: number,
): { confidence: number; reasons: Message[] } {
  const other = wordIn(otherStampWords, name);
  const word = wordIn(stampWords, name);
  const often = values.length === 0 || filled >= values.length * 0.9;
  const base = often ? certainty : certainty - 0.3;
  if (other !== undefined) {
    const why = reason('name-other', `The name speaks of an end or a change, not of the start: ${other}.`, {
      word: other,
    });
    return { confidence: rounded(base - 0.3), reasons: [why] };
  }
  if (word !== undefined) return { confidence: rounded(base + startBonus(name)), reasons: [byName(word)] };
  return { confidence: rounded(base), reasons: [] };
}

/** The start comes before what only says that it is a time. */
function startBonus(name: string): number {
  return /start|begin|beginn|debut|row_?date/i.test(name) ? 0.2 : 0.14;
}

export function rounded(confidence: number): number {
  return Math.round(Math.min(0.99, Math.max(0, confidence)) * 100) / 100;
}
