/**
 * The values of one (queue, value type, local day) as they are stored. Slot i starts at
 * `startUtc + i * slotMinutes * 60`. `slotMinutes` is the queue's interval, or a divisor of it on days whose
 * intervals do not start evenly (a clock change of half an hour in a queue of 60 minutes).
 */
export interface DayChunk {
  /** First instant of the day in the queue's zone, epoch seconds. */
  readonly startUtc: number;
  readonly slotMinutes: number;
  /** JSON array of whole hundredths, null where nothing is stored. Kept as text: equal days have equal texts. */
  readonly valuesHundredths: string;
}

/** A value at the first instant (epoch seconds) of its interval. */
export interface SlotValue {
  readonly startUtc: number;
  readonly valueHundredths: number;
}

/** What an import computed for one day: `values[i]` belongs to `starts[i]`; null and undefined mean "no value". */
export interface FreshDay {
  /** First instant of the day, epoch seconds. */
  readonly startUtc: number;
  readonly intervalMinutes: number;
  /** First instants of all intervals of the day, ascending, epoch seconds. */
  readonly starts: readonly number[];
  readonly values: readonly (number | null | undefined)[];
}

export interface MergedDay {
  readonly chunk: DayChunk;
  /** Intervals whose stored value the fresh one replaces, and intervals that had none before. */
  readonly changed: number;
  /** Intervals whose fresh value is the stored one. */
  readonly unchanged: number;
}

/**
 * Packs the values of a day. Throws RangeError for a value that is no whole number of hundredths within
 * ±2^53, and for starts that are not ascending whole minutes from the start of the day.
 */
export function packDay(
  starts: readonly number[],
  dayStartUtc: number,
  values: readonly (number | null | undefined)[],
  intervalMinutes: number,
): DayChunk {
  if (starts.length !== values.length) {
    throw new RangeError(`${values.length} values for ${starts.length} intervals`);
  }
  for (const value of values) {
    if (value !== null && value !== undefined && !Number.isSafeInteger(value)) {
      throw new RangeError(`${value} is no whole number of hundredths`);
    }
  }
  const even = starts.every((start, index) => start === dayStartUtc + index * intervalMinutes * 60);
  if (even) {
    return { startUtc: dayStartUtc, slotMinutes: intervalMinutes, valuesHundredths: JSON.stringify(values) };
  }
  const slotMinutes = commonSlotMinutes(starts, dayStartUtc, intervalMinutes);
  const slotOf = (start: number) => (start - dayStartUtc) / (slotMinutes * 60);
  const slots = new Array<number | null>(slotOf(starts.at(-1)!) + 1).fill(null);
  starts.forEach((start, index) => {
    slots[slotOf(start)] = values[index] ?? null;
  });
  return { startUtc: dayStartUtc, slotMinutes, valuesHundredths: JSON.stringify(slots) };
}

/** The values of a chunk, ascending; slots without a value are left out. */
export function unpackDay(chunk: DayChunk): SlotValue[] {
  const found: SlotValue[] = [];
  slotsOf(chunk).forEach((valueHundredths, slot) => {
    if (valueHundredths !== null) {
      found.push({ startUtc: chunk.startUtc + slot * chunk.slotMinutes * 60, valueHundredths });
    }
  });
  return found;
}

/**
 * Puts a fresh day over the stored one. Intervals without a fresh value keep what is stored; a fresh value
 * replaces everything stored within its interval, so values left from a time when the queue had shorter
 * intervals are not counted beside it; nor is the value of a longer interval that it lies in.
 */
export function mergeDay(stored: DayChunk | undefined, fresh: FreshDay): MergedDay {
  const packed = packDay(fresh.starts, fresh.startUtc, fresh.values, fresh.intervalMinutes);
  const given = fresh.values.reduce<number>((count, value) => count + (value == null ? 0 : 1), 0);
  if (!stored) return { chunk: packed, changed: given, unchanged: 0 };
  if (sameChunk(stored, packed)) return { chunk: stored, changed: 0, unchanged: given };

  const { kept, replacedIn } = leftovers(stored, fresh);
  const storedAt = new Map(kept.map((slot) => [slot.startUtc, slot.valueHundredths]));
  const merged = new Map(storedAt);
  let unchanged = 0;
  fresh.starts.forEach((start, index) => {
    const value = fresh.values[index];
    if (value == null) return;
    if (storedAt.get(start) === value && !replacedIn.has(index)) unchanged += 1;
    merged.set(start, value);
  });
  const changed = given - unchanged;
  if (changed === 0) return { chunk: stored, changed, unchanged };
  const starts = [...new Set([...fresh.starts, ...merged.keys()])].sort((a, b) => a - b);
  const chunk = packDay(
    starts,
    fresh.startUtc,
    starts.map((start) => merged.get(start)),
    fresh.intervalMinutes,
  );
  return { chunk, changed, unchanged };
}

export function sameChunk(one: DayChunk, other: DayChunk): boolean {
  return (
    one.startUtc === other.startUtc &&
    one.slotMinutes === other.slotMinutes &&
    one.valuesHundredths === other.valuesHundredths
  );
}

/**
 * What of the stored day stands beside the fresh one, values at interval starts included, and the intervals
 * (by index) within which stored values of other intervals give way.
 */
function leftovers(
  stored: DayChunk,
  { starts, values, intervalMinutes }: FreshDay,
): { kept: SlotValue[]; replacedIn: Set<number> } {
  const kept: SlotValue[] = [];
  const replacedIn = new Set<number>();
  const slotSeconds = stored.slotMinutes * 60;
  const wasLonger = stored.slotMinutes > intervalMinutes;
  let index = -1;
  for (const slot of unpackDay(stored)) {
    while (index + 1 < starts.length && starts[index + 1]! <= slot.startUtc) index += 1;
    const within = index >= 0 && starts[index] !== slot.startUtc && values[index] != null;
    if (within) {
      replacedIn.add(index);
      continue;
    }
    // A value of a longer interval counts what the fresh ones behind its start count too.
    const behind = wasLonger ? givenBefore(slot.startUtc + slotSeconds, index + 1) : undefined;
    if (behind === undefined) kept.push(slot);
    else replacedIn.add(behind);
  }
  return { kept, replacedIn };

  function givenBefore(endUtc: number, from: number): number | undefined {
    for (let next = from; next < starts.length && starts[next]! < endUtc; next += 1) {
      if (values[next] != null) return next;
    }
    return undefined;
  }
}

function slotsOf(chunk: DayChunk): (number | null)[] {
  return JSON.parse(chunk.valuesHundredths) as (number | null)[];
}

function commonSlotMinutes(starts: readonly number[], dayStartUtc: number, intervalMinutes: number): number {
  let common = intervalMinutes;
  let before = dayStartUtc - 1;
  for (const start of starts) {
    const minutes = (start - dayStartUtc) / 60;
    if (start <= before || !Number.isInteger(minutes)) {
      throw new RangeError(
        `interval start ${start} is not a later whole minute of the day from ${dayStartUtc}`,
      );
    }
    before = start;
    common = greatestCommonDivisor(minutes, common);
  }
  return common;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
