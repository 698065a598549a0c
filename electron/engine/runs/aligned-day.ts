import type { DayChunk } from '../wfm/packDay.ts';

/** Several states of a day on one grid: slot i starts at `startUtc + i * slotMinutes * 60`; null where nothing is stored. */
export interface AlignedDay {
  /** Epoch seconds. */
  readonly startUtc: number;
  readonly slotMinutes: number;
  readonly length: number;
  /** Hundredths, in the order of the chunks; all of `length`. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * States of one day, slot by slot: before a run, after it, now. Their slots may be of different lengths, and their
 * days may begin at different instants, when the queue was given another interval or zone in between.
 */
export function alignedDay(dayStartUtc: number, chunks: readonly (DayChunk | undefined)[]): AlignedDay {
  const there = chunks.filter((chunk) => chunk !== undefined);
  const startUtc = Math.min(dayStartUtc, ...there.map((chunk) => chunk.startUtc));
  const minutesTo = (utc: number) => (utc - startUtc) / 60;
  const slotMinutes = there
    .flatMap((chunk) => [chunk.slotMinutes, minutesTo(chunk.startUtc)])
    .concat(minutesTo(dayStartUtc))
    .reduce(greatestCommonDivisor, 0);
  const slotsOf = (chunk: DayChunk): (number | null)[] => {
    const slots = JSON.parse(chunk.valuesHundredths) as (number | null)[];
    const first = minutesTo(chunk.startUtc) / slotMinutes;
    const step = chunk.slotMinutes / slotMinutes;
    if (first === 0 && step === 1) return slots;
    const wide: (number | null)[] = [];
    slots.forEach((value, index) => {
      wide[first + index * step] = value;
    });
    return wide;
  };
  // What a run wrote is mostly what stands there now: it is read once.
  const read = new Map<DayChunk, (number | null)[]>();
  for (const chunk of there) if (!read.has(chunk)) read.set(chunk, slotsOf(chunk));
  const placed = chunks.map((chunk) => (chunk ? read.get(chunk)! : []));
  const length = Math.max(...placed.map((slots) => slots.length));
  const values = placed.map((slots) =>
    slots.length === length && !slots.includes(undefined as never)
      ? slots
      : Array.from({ length }, (_, index) => slots[index] ?? null),
  );
  return { startUtc, slotMinutes, length, values };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
