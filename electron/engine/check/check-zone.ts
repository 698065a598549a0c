import type { Finding } from '#shared/contract/check.ts';
import { mappings, parseSource } from '#shared/domain/mapping/document.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { type ExternalSystem, readSystemSection } from '../home/systems.ts';
import { settingsFile } from './files.ts';

const yearSeconds = 366 * 86_400;

/**
 * A fixed offset for a source that feeds queues of a place with clock changes, where that offset is the place's for a
 * part of the year: most likely the name of the place was meant, and half of the year is an hour off.
 */
export async function checkZones(home: Home, systems: readonly ExternalSystem[]): Promise<Finding[]> {
  const offsets = systems.filter((system) => fixedZone(system) !== undefined);
  if (offsets.length === 0) return [];
  const zones = await queueZones(home, systems);
  return offsets.flatMap((system): Finding[] => {
    const fixed = fixedZone(system)!;
    const place = [...(zones.get(system.name) ?? [])].map(zoneOf).find((zone) => sharesOffset(zone, fixed));
    if (!place) return [];
    const line = system.section?.line('TimeZone');
    return [
      {
        severity: 'warning',
        code: 'ZONE_OFFSET',
        message: `TimeZone is the fixed offset ${fixed.id}, the queues it feeds are in ${place.id}, whose clock changes. If the ACD's clock changes too, write TimeZone=${place.id}.`,
        details: { offset: fixed.id, zone: place.id },
        file: settingsFile,
        system: system.name,
        key: 'TimeZone',
        ...(line === undefined ? {} : { line }),
      },
    ];
  });
}

/** The zone of the section where it was written as an offset other than none. */
function fixedZone(system: ExternalSystem): Zone | undefined {
  if (system.section?.value('TimeZone') === undefined) return undefined;
  const zone = readSystemSection(system, { phoneLink: true, timeLink: false }).sources[0]?.zone;
  return zone && /^[+-]/.test(zone.id) ? zone : undefined;
}

function sharesOffset(place: Zone, fixed: Zone): boolean {
  const nowUtc = Date.now() / 1000;
  const changes = place.transitionsBetween(nowUtc - yearSeconds, nowUtc);
  const offset = fixed.offsetSecondsAt(nowUtc);
  return changes.some(({ before, after }) => before === offset || after === offset);
}

/** The zones of the WFM queues that each system feeds. */
async function queueZones(home: Home, systems: readonly ExternalSystem[]): Promise<Map<string, Set<string>>> {
  const { queues } = await home.store.directory();
  const zoneById = new Map(queues.map((queue) => [queue.id, queue.timeZone]));
  const vocabulary = sourceVocabulary(systems);
  const zones = new Map<string, Set<string>>();
  for (const { target, entries } of mappings(await readMap(home))) {
    const zone = zoneById.get(target.queueId);
    if (zone === undefined) continue;
    for (const { source } of entries) {
      const parsed = parseSource(source, vocabulary);
      if ('code' in parsed) continue;
      const found = zones.get(parsed.system);
      if (found) found.add(zone);
      else zones.set(parsed.system, new Set([zone]));
    }
  }
  return zones;
}
