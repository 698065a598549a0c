import { createHash } from 'node:crypto';
import type { DayChunk } from '../wfm/packDay.ts';
import type { PlannedPart } from './plan.ts';

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
export function planFingerprint({ mappings, needs }: PlannedPart): string | undefined {
  if (mappings.some(({ scenarioText }) => unrepeatable.test(scenarioText))) return undefined;
  const sources = needs.map(({ source, queues, valueTypes }) => ({
    source: { ...source, zone: source.zone?.id },
    queues,
    valueTypes,
  }));
  const computed = mappings.map(({ scenario: _, ...mapping }) => mapping);
  return fingerprintOf([JSON.stringify({ rules: 1, sources, computed })]);
}

/** Stands for stored days, in their order. */
export function storedFingerprint(days: readonly (DayChunk | undefined)[]): string {
  return days
    .map((day) => (day ? `${day.startUtc} ${day.slotMinutes} ${day.valuesHundredths}` : ''))
    .join('\n');
}
