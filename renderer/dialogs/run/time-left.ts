/** What the time left looks like over several pictures of a run. */
export interface TimeLeft {
  /** Smoothed instant of the end, in milliseconds of the same clock as `nowMs`. */
  readonly endMs: number;
  /** What is shown: seconds, rounded as a person would say them. */
  readonly shownSeconds: number;
  readonly updatedMs: number;
  /** Since when the estimate stands clearly above what is shown. */
  readonly risingSinceMs?: number;
}

/** How fast a new estimate moves the smoothed end: half of the way after about three seconds. */
const halfLifeMs = 3_000;
/** How long an estimate has to stay clearly higher before the shown time grows again. */
const patienceMs = 4_000;

/**
 * Takes the next estimate of the engine into what is shown.
 *
 * An estimate jitters with every day that is read faster or slower than the last. The shown time falls freely, and
 * grows only when the estimate has been clearly (a fifth and one step) higher for some seconds.
 */
export function nextTimeLeft(
  previous: TimeLeft | undefined,
  estimatedSeconds: number | undefined,
  nowMs: number,
): TimeLeft | undefined {
  if (estimatedSeconds === undefined || !Number.isFinite(estimatedSeconds)) return previous;
  const estimatedEndMs = nowMs + Math.max(0, estimatedSeconds) * 1000;
  if (previous === undefined) {
    return {
      endMs: estimatedEndMs,
      shownSeconds: roundedSeconds(Math.max(0, estimatedSeconds)),
      updatedMs: nowMs,
    };
  }
  const weight = 1 - 0.5 ** (Math.max(0, nowMs - previous.updatedMs) / halfLifeMs);
  const endMs = previous.endMs + (estimatedEndMs - previous.endMs) * weight;
  const seconds = roundedSeconds(Math.max(0, endMs - nowMs) / 1000);
  if (seconds <= previous.shownSeconds) return { endMs, shownSeconds: seconds, updatedMs: nowMs };

  const clearlyHigher =
    seconds > previous.shownSeconds * 1.2 && seconds - previous.shownSeconds > stepOf(previous.shownSeconds);
  if (!clearlyHigher) return { endMs, shownSeconds: previous.shownSeconds, updatedMs: nowMs };
  const risingSinceMs = previous.risingSinceMs ?? nowMs;
  if (nowMs - risingSinceMs >= patienceMs) return { endMs, shownSeconds: seconds, updatedMs: nowMs };
  return { endMs, shownSeconds: previous.shownSeconds, updatedMs: nowMs, risingSinceMs };
}

/** Seconds as said aloud: by 5 up to 20, by 10 up to a minute and a half, then by the minute, from an hour on by five. */
export function roundedSeconds(seconds: number): number {
  const step = stepOf(seconds);
  return Math.ceil(seconds / step) * step;
}

function stepOf(seconds: number): number {
  if (seconds <= 20) return 5;
  if (seconds <= 90) return 10;
  if (seconds <= 3600) return 60;
  return 300;
}
