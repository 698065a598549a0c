import { addDays, type Day, dayAt } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import type { Home } from '../home/home.ts';
import { callSources, type ExternalSystem, externalSystem, externalSystems } from '../home/systems.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import { prepareImport } from './prepare.ts';

/** As long after midnight a run still takes what ended before, whatever `LookBackDays` says. */
const afterMidnightSeconds = 3600;

/**
 * The days an import of today reads: those that have today's date in the zone of an active WFM queue, and before them
 * the most days that `LookBackDays` of the systems read asks for. In the first hour the day before is among them in any
 * case: its last interval is not there until `DelayMinutes` after midnight.
 *
 * @param names none: every system set up for PhoneLink
 * @throws XlinkError `SYSTEM_UNKNOWN`
 */
export async function todayRange(
  home: Home,
  names: readonly string[] | undefined,
  nowUtc: number,
): Promise<{ readonly from: Day; readonly to: Day }> {
  const systems = await chosen(home, names);
  const { parts } = await prepareImport(home, systems, names === undefined);
  // What a chosen system feeds may wait for others, whose delay then is that of the value.
  const needed = parts.flatMap((part) => part.needs.map(({ source }) => source));
  const sources = [...systems.flatMap(sourcesOf), ...needed];
  const lookBackDays = Math.max(0, ...sources.map((source) => source.lookBackDays));
  const delaySeconds = 60 * Math.max(0, ...sources.map((source) => source.delayMinutes));
  const { queues } = await home.store.directory();
  const zones = new Set(queues.filter(({ active }) => active).map(({ timeZone }) => timeZone));
  const days = [...(zones.size === 0 ? ['UTC'] : zones)].map((name) => {
    const zone = zoneOf(name);
    const to = dayAt(zone, nowUtc);
    const unfinished = dayAt(zone, nowUtc - delaySeconds - afterMidnightSeconds);
    return { from: earlier(addDays(to, -lookBackDays), unfinished), to };
  });
  return {
    from: days.map(({ from }) => from).reduce(earlier),
    to: days.map(({ to }) => to).reduce((one, other) => (one > other ? one : other)),
  };
}

function chosen(home: Home, names: readonly string[] | undefined): Promise<readonly ExternalSystem[]> {
  if (names !== undefined) return Promise.all(names.map((name) => externalSystem(home, name)));
  return externalSystems(home).then((systems) => systems.filter(({ phoneLink }) => phoneLink));
}

/** None of a system whose section cannot be read: the import says why. */
function sourcesOf(system: ExternalSystem): readonly CallSource[] {
  if (!system.section) return [];
  try {
    return callSources(system);
  } catch {
    return [];
  }
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
