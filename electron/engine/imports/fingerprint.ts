import { createHash } from 'node:crypto';
import { sourceId } from '../interfaces/call-source.ts';
import { withoutSecrets } from '../odbc/connectionString.ts';
import type { DayChunk } from '../wfm/packDay.ts';
import type { PlannedMapping, PlannedPart, SystemNeeds } from './plan.ts';
import type { PreparedImport } from './prepare.ts';

/** One text for many: equal ones come from equal texts in the same order. */
export function fingerprintOf(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest('base64');
}

/** Of what a scenario gives may depend on more than its Paras, or that does more than give a result. */
const unrepeatable = /\b(?:now|date|time|timer|rnd|randomize|print|msgbox)\b/i;

/**
 * Stands for what a part of a run computes from its rows; undefined where the same rows may give another result, or where
 * a script prints. A change of what the engine computes is a change of `rules`.
 */
export function planFingerprint(part: PlannedPart): string | undefined {
  if (part.mappings.some(({ scenarioText }) => unrepeatable.test(scenarioText))) return undefined;
  return fingerprintOf([computedText(part)]);
}

/**
 * Stands for the mappings, scripts and sections of a whole run, in whatever order they are written, and for the databases
 * that its systems are read from; not for passwords, which say nothing of what is read.
 */
export function runPlanFingerprint({
  parts,
  connectionStrings,
}: Pick<PreparedImport, 'parts' | 'connectionStrings'>): string {
  const inOrder = parts.map(({ mappings, needs, ...part }) => {
    const sources = needs.map(({ source }) => ({ source, queues: [], valueTypes: [] }));
    const computed = computedText({
      ...part,
      mappings: mappings.toSorted(byTarget),
      needs: sources.toSorted(bySource),
    });
    const systems = [...new Set(needs.map(({ source }) => source.system))].sort();
    const databases = systems.map((system) => withoutSecrets(connectionStrings.get(system) ?? ''));
    return fingerprintOf([computed, ...databases]);
  });
  return fingerprintOf(inOrder.sort());
}

function byTarget(one: PlannedMapping, other: PlannedMapping): number {
  return one.queueId - other.queueId || one.valueTypeId - other.valueTypeId;
}

function bySource({ source: one }: SystemNeeds, { source: other }: SystemNeeds): number {
  return sourceId(one) < sourceId(other) ? -1 : 1;
}

/** All that decides what comes of the rows of a part. */
function computedText({ mappings, needs }: PlannedPart): string {
  const sources = needs.map(({ source, queues, valueTypes }) => ({
    source: { ...source, zone: source.zone?.id },
    queues,
    valueTypes,
  }));
  const computed = mappings.map(({ scenario: _, ...mapping }) => mapping);
  return JSON.stringify({ rules: 2, sources, computed });
}

/** Stands for stored days, in their order. */
export function storedFingerprint(days: readonly (DayChunk | undefined)[]): string {
  return days
    .map((day) => (day ? `${day.startUtc} ${day.slotMinutes} ${day.valuesHundredths}` : ''))
    .join('\n');
}
