/** How many statements of one source may run at the same time. */
export interface ReadPace {
  allowed(): number;
  /** Takes how long a statement took and how many ran at its end, itself included. */
  done(milliseconds: number, running: number): void;
  /** Takes that the source failed with what may pass. */
  failed(): void;
  /** One at a time from now on. */
  oneByOne(): void;
}

/** An ACD has calls to route: two statements at once keep it no busier than one reader that never pauses. */
export const usualStatementsAtOnce = 2;
/** A statement that takes so many times as long beside another one gains nothing by it. */
const slowedBy = 1.6;
/** So many statements go one by one before two are tried again. */
const calmStatements = 20;
const alonePeriod = 3;
/** How much the last statement counts in the mean. */
const newest = 0.3;

/**
 * Begins with one statement at a time, goes on with `atMost` as long as each is not slowed down by the others, and goes back
 * to one for a while when they are, or when the source fails.
 */
export function readPace(atMost = usualStatementsAtOnce): ReadPace {
  let aloneMs: number | undefined;
  let togetherMs: number | undefined;
  let aloneLeft = alonePeriod;
  let most = atMost;
  const mean = (before: number | undefined, ms: number) =>
    before === undefined ? ms : before + (ms - before) * newest;

  function slowDown(): void {
    aloneLeft = calmStatements;
    togetherMs = undefined;
  }

  return {
    allowed: () => (aloneLeft > 0 ? 1 : most),
    done(milliseconds, running) {
      if (running <= 1) {
        // The first statement meets cold caches, on both sides.
        if (aloneLeft < alonePeriod || aloneMs !== undefined) aloneMs = mean(aloneMs, milliseconds);
        aloneLeft = Math.max(0, aloneLeft - 1);
        return;
      }
      togetherMs = mean(togetherMs, milliseconds);
      if (aloneMs !== undefined && togetherMs > aloneMs * slowedBy) slowDown();
    },
    failed: slowDown,
    oneByOne() {
      most = 1;
    },
  };
}
