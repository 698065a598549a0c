import { Temporal } from 'temporal-polyfill';
import { XlinkError } from '../../rpc/errors.ts';
import { SECONDS_PER_DAY } from './civil.ts';

/** A stretch of time `[fromUtc, toUtc)` in which a zone's offset does not change. */
export interface Span {
  /** The clock change it begins with, or an instant at least {@link SPAN_MARGIN_SECONDS} before what was asked for. */
  readonly fromUtc: number;
  /** The clock change it ends with, or an instant at least {@link SPAN_MARGIN_SECONDS} behind what was asked for. */
  readonly toUtc: number;
  /** Local = UTC + offset. */
  readonly offsetSeconds: number;
}

/** No two offsets of a zone differ by more than a day (a jump over the date line), so three days see every effect. */
export const SPAN_MARGIN_SECONDS = 3 * SECONDS_PER_DAY;

/** Zones are learnt in pieces of about eight and a half years, when an instant of them is first asked for. */
const BLOCK_SECONDS = 2 ** 28;

/** What `Date` and Temporal can hold. */
const LAST_INSTANT_SECONDS = 8.64e12;

/** Finds the span of an instant in a zone of the IANA database. */
export function spanFinder(timeZoneId: string): (utcSeconds: number) => Span {
  const blocks = new Map<number, readonly Span[]>();
  return (utcSeconds) => {
    const block = Math.floor(utcSeconds / BLOCK_SECONDS);
    let spans = blocks.get(block);
    if (spans === undefined) {
      spans = learnSpans(timeZoneId, block, utcSeconds);
      blocks.set(block, spans);
    }
    return lastFrom(spans, utcSeconds);
  };
}

/** Spans that cover the block and the margin on both sides of it. */
function learnSpans(timeZoneId: string, block: number, utcSeconds: number): Span[] {
  const first = block * BLOCK_SECONDS - SPAN_MARGIN_SECONDS;
  const last = (block + 1) * BLOCK_SECONDS + SPAN_MARGIN_SECONDS;
  if (!(first > -LAST_INSTANT_SECONDS && last < LAST_INSTANT_SECONDS)) {
    throw new XlinkError(
      'TIME_OUT_OF_RANGE',
      `${utcSeconds} seconds since 1970 is no time of this world. Check whether the source counts milliseconds.`,
      { utcSeconds },
    );
  }
  const spans: Span[] = [];
  let fromUtc = first;
  let at = Temporal.Instant.fromEpochMilliseconds(first * 1000).toZonedDateTimeISO(timeZoneId);
  while (fromUtc < last) {
    const next = at.getTimeZoneTransition('next');
    const toUtc = next === null ? last : Math.min(last, next.epochMilliseconds / 1000);
    spans.push({ fromUtc, toUtc, offsetSeconds: at.offsetNanoseconds / 1e9 });
    fromUtc = toUtc;
    if (next !== null) at = next;
  }
  return spans;
}

function lastFrom(spans: readonly Span[], utcSeconds: number): Span {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.fromUtc <= utcSeconds) low = middle;
    else high = middle - 1;
  }
  return spans[low]!;
}
