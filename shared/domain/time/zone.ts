import { XlinkError } from '../../rpc/errors.ts';
import { SPAN_MARGIN_SECONDS, type Span, spanFinder } from './spans.ts';
import { ianaName, likelyZoneNames, offsetName, offsetSecondsOf } from './zone-name.ts';

export type { Span } from './spans.ts';

/** A clock change: at `atUtc` the offset from UTC goes from `before` to `after`, both in seconds. */
export interface ClockChange {
  readonly atUtc: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The clock of a place. Instants are whole epoch seconds, local seconds are those of the wall clock since
 * 1970-01-01T00:00; local = UTC + offset. Asking for an instant beyond what `Date` can hold throws
 * `TIME_OUT_OF_RANGE`.
 */
export interface Zone {
  /** An IANA name, or an offset as `+05:30`, or `UTC`. */
  readonly id: string;
  offsetSecondsAt(utcSeconds: number): number;
  /** The clock changes in `[fromUtc, toUtc)`, in order. */
  transitionsBetween(fromUtc: number, toUtc: number): ClockChange[];
  /** The time without a clock change around an instant, as far as it matters for that instant. */
  spanAt(utcSeconds: number): Span;
}

export type UtcOfLocal =
  | { readonly kind: 'unique'; readonly utc: number }
  /** The wall clock showed this time twice. */
  | { readonly kind: 'repeated'; readonly earlier: number; readonly later: number }
  /** The wall clock jumped over this time; `utc` is read with the offset before the change at `changeUtc`. */
  | { readonly kind: 'missing'; readonly utc: number; readonly changeUtc: number };

/** By id and by each text that was asked for: a zone learns its clock changes once. */
const zones = new Map<string, Zone>();

/**
 * The zone a text means: an IANA name in any case, or an offset in every form that is found in settings (`-2`, `3.5`,
 * `-08:00`, `06:30`, `+0530`, `UTC`, `Z`, `UTC+2`, `GMT-3:30`), where local = UTC + offset.
 *
 * Throws `ZONE_UNKNOWN` (details: `text`, `likely`).
 */
export function zoneOf(text: string): Zone {
  const known = zones.get(text);
  if (known !== undefined) return known;
  const offset = offsetSecondsOf(text);
  const id = offset === undefined ? ianaName(text) : offsetName(offset);
  if (id === undefined) throw unknownZone(text);
  const zone = zones.get(id) ?? (offset === undefined ? namedZone(id) : fixedZone(id, offset));
  zones.set(id, zone);
  zones.set(text, zone);
  return zone;
}

export function utcToLocal(zone: Zone, utcSeconds: number): number {
  return utcSeconds + zone.offsetSecondsAt(utcSeconds);
}

/** The instant or instants at which the zone's wall clock shows a time. */
export function localToUtc(zone: Zone, localSeconds: number): UtcOfLocal {
  const span = zone.spanAt(localSeconds - zone.offsetSecondsAt(localSeconds));
  const utc = localSeconds - span.offsetSeconds;
  const isFarFromChanges = utc >= span.fromUtc + REACH_SECONDS && utc < span.toUtc - REACH_SECONDS;
  return isFarFromChanges ? { kind: 'unique', utc } : nearChange(zone, localSeconds);
}

/** More than two offsets of one zone can differ by, less than the margin of a span. */
const REACH_SECONDS = SPAN_MARGIN_SECONDS / 2;

/** Tries the offset before, between and behind the clock changes that could matter. */
function nearChange(zone: Zone, localSeconds: number): UtcOfLocal {
  const changes = zone.transitionsBetween(localSeconds - REACH_SECONDS, localSeconds + REACH_SECONDS);
  let found: number | undefined;
  let gap: UtcOfLocal | undefined;
  let fromUtc = Number.NEGATIVE_INFINITY;
  let utc = localSeconds - (changes[0]?.before ?? zone.offsetSecondsAt(localSeconds));
  for (const { atUtc, after } of changes) {
    const nextUtc = localSeconds - after;
    if (utc >= fromUtc && utc < atUtc) {
      if (found !== undefined) return { kind: 'repeated', earlier: found, later: utc };
      found = utc;
    } else if (utc >= atUtc && nextUtc < atUtc) {
      gap ??= { kind: 'missing', utc, changeUtc: atUtc };
    }
    fromUtc = atUtc;
    utc = nextUtc;
  }
  if (utc < fromUtc) return found === undefined ? gap! : { kind: 'unique', utc: found };
  return found === undefined ? { kind: 'unique', utc } : { kind: 'repeated', earlier: found, later: utc };
}

function namedZone(id: string): Zone {
  const find = spanFinder(id);
  // Questions come in runs about the same days, so the last span answers most of them.
  let last: Span = { fromUtc: 0, toUtc: 0, offsetSeconds: 0 };
  const spanAt = (utcSeconds: number): Span => {
    if (!(utcSeconds >= last.fromUtc && utcSeconds < last.toUtc)) last = find(utcSeconds);
    return last;
  };
  return {
    id,
    spanAt,
    offsetSecondsAt: (utcSeconds) => spanAt(utcSeconds).offsetSeconds,
    transitionsBetween(fromUtc, toUtc) {
      const changes: ClockChange[] = [];
      let span = spanAt(fromUtc - 1);
      while (span.toUtc < toUtc) {
        const next = spanAt(span.toUtc);
        const change = { atUtc: span.toUtc, before: span.offsetSeconds, after: next.offsetSeconds };
        if (change.before !== change.after) changes.push(change);
        span = next;
      }
      return changes;
    },
  };
}

function fixedZone(id: string, offsetSeconds: number): Zone {
  const always = { fromUtc: Number.NEGATIVE_INFINITY, toUtc: Number.POSITIVE_INFINITY, offsetSeconds };
  return {
    id,
    spanAt: () => always,
    offsetSecondsAt: () => offsetSeconds,
    transitionsBetween: () => [],
  };
}

function unknownZone(text: string): XlinkError {
  const likely = likelyZoneNames(text);
  const next =
    likely.length > 0
      ? `Did you mean ${likely.join(', ')}? An offset such as +01:00 works too.`
      : 'Write a name such as Europe/Paris, or an offset such as +01:00.';
  return new XlinkError('ZONE_UNKNOWN', `"${text}" is no time zone. ${next}`, { text, likely });
}
