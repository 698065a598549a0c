/** Random numbers that are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 to below 1. */
  unit(): number;
  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  exponential(mean: number): number;
  /** Positive, skewed to the right as durations are; `spread` is the sigma of its logarithm. */
  logNormal(mean: number, spread: number): number;
  /** Number of events where `mean` are expected. */
  poisson(mean: number): number;
}

/** Mulberry32: 32 bits of state, good enough for figures that only have to look right. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const exponential = (mean: number) => -mean * Math.log(1 - unit());
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    integer: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    chance: (probability) => unit() < probability,
    exponential,
    logNormal: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    poisson(mean) {
      let events = 0;
      for (let waited = exponential(1); waited < mean; waited += exponential(1)) events += 1;
      return events;
    },
  };
}
