import { utcToLocal, type Zone } from '#shared/domain/time/zone.ts';

/** `2026-11-21T08:00:00Z` */
export function utcText(utcSeconds: number): string {
  return `${new Date(utcSeconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-21T09:00:00+01:00`: the wall clock of the zone, with the offset that tells a repeated hour apart. */
export function localText(zone: Zone, utcSeconds: number): string {
  const local = new Date(utcToLocal(zone, utcSeconds) * 1000).toISOString().slice(0, 19);
  return `${local}${offsetText(zone.offsetSecondsAt(utcSeconds))}`;
}

/** `09:15` */
export function localClock(localSeconds: number): string {
  return new Date(localSeconds * 1000).toISOString().slice(11, 16);
}

/** `+01:00` */
export function offsetText(offsetSeconds: number): string {
  const minutes = Math.round(Math.abs(offsetSeconds) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offsetSeconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
