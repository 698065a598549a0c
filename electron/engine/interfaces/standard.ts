import { zoneOf } from '#shared/domain/time/zone.ts';
import type { SystemSection } from '../home/settings.ts';
import type { CallSource, ExternalValueType, QueueListing } from './call-source.ts';
import { type CallKind, callKindSchema, type StandardDefinition } from './definition-schema.ts';
import { fillTemplate, templateKeys } from './definition-template.ts';
import {
  hasErrors,
  listOf,
  type Report,
  readCoarserInterval,
  readInterval,
  readTiming,
  readZone,
  type SectionReading,
  sectionReport,
  statementOf,
} from './section-reading.ts';

/** Reads a section (with its interface's defaults) of an interface that describes its kinds of queues. */
export function readStandardSection(
  section: SystemSection,
  definition: StandardDefinition & { readonly calls: NonNullable<StandardDefinition['calls']> },
): Pick<SectionReading, 'sources' | 'findings'> {
  const { findings, report } = sectionReport(section);
  for (const { key, required } of definition.keys) {
    if (required === true && statementOf(section, key) === undefined) reportMissing(section, key, report);
  }
  const { intervalKey } = definition;
  const intervalMinutes = intervalKey === null ? undefined : readInterval(section, report, intervalKey);
  const coarserInterval = readCoarserInterval(section, report);
  const timing = readTiming(section, report);
  const ownZone = readZone(section, report, 'TimeZone', definition.zoneForm);
  const filled = definition.calls.map((template) => fillTemplate(template, section, report));
  const empty = emptyKeys(definition, section);
  const kinds = filled.flatMap((kind) => {
    const read = callKindSchema.safeParse(kind);
    if (read.success) return [read.data];
    // A definition that is wrong whatever the section says is the writer's business.
    if (empty.length === 0) throw read.error;
    if (!hasErrors(findings)) for (const key of empty) reportMissing(section, key, report);
    return [];
  });
  const sources = kinds.map((kind): CallSource => {
    const zone = kind.zone === undefined ? ownZone : zoneOf(kind.zone);
    const rangedTable = kind.table.includes('{range:') ? kind.table : undefined;
    const conditions = [kind.condition ?? []].flat().filter((condition) => condition.trim() !== '');
    return {
      system: section.name,
      kind: definition.calls.length === 1 ? '' : kind.id,
      table: withRange(kind.table, '1 = 1'),
      ...(rangedTable === undefined ? {} : { rangedTable }),
      ...(conditions.length === 0 ? {} : { condition: conditions.join(' AND ') }),
      stamp: stampOf(kind),
      queueKey: kind.key.map(({ expression, type }) => ({ expression, ...(type ? { type } : {}) })),
      valueTypes: valueTypesOf(kind, section, report),
      listing: listingOf(kind),
      coarserInterval,
      ...timing,
      ...(intervalMinutes === undefined ? {} : { intervalMinutes }),
      ...(kind.intervalColumn ? { intervalColumn: kind.intervalColumn } : {}),
      ...(zone === undefined ? {} : { zone }),
    };
  });
  return { sources: hasErrors(findings) ? [] : sources, findings };
}

function reportMissing(section: SystemSection, key: string, report: Report): void {
  report(
    'KEY_MISSING',
    key,
    `${key} is missing in section [${section.name}]: the system cannot be read without it.`,
    { section: section.name },
  );
}

/** Keys that the definition puts something together from, and that say nothing. */
function emptyKeys({ calls }: StandardDefinition, section: SystemSection): string[] {
  const keys = new Set((calls ?? []).flatMap(templateKeys));
  return [...keys].filter((key) => statementOf(section, key) === undefined);
}

/** Puts a condition where `{range:<expression>}` stands; a function gets the expression. */
export function withRange(table: string, condition: string | ((expression: string) => string)): string {
  return table.replace(/\{range:([^}]*)\}/g, (_, expression: string) =>
    typeof condition === 'string' ? condition : condition(expression.trim()),
  );
}

function stampOf({ stamp }: CallKind): CallSource['stamp'] {
  const { minutesWest, zoneColumn, isEnd, time, format, date, ...rest } = stamp;
  return {
    ...rest,
    ...(time === undefined ? {} : { time }),
    ...(date === undefined ? {} : { date }),
    ...(format === undefined ? {} : { format }),
    ...(minutesWest ? { minutesWest } : {}),
    ...(zoneColumn ? { zoneColumn } : {}),
    ...(isEnd ? { isEnd } : {}),
  };
}

function listingOf(kind: CallKind): QueueListing {
  return {
    sql: kind.queues,
    path: kind.path.map((level) => (typeof level === 'string' ? level : [level].flat())),
    key: kind.key.map(({ column }) => column),
    keyLevels: kind.key.map(({ level }) => (level === undefined ? undefined : level - 1)),
  };
}

type WrittenValueType = Exclude<CallKind['valueTypes'][number], string>;

/** The interface's own value types and those the section adds, each name once. */
function valueTypesOf(kind: CallKind, section: SystemSection, report: Report): ExternalValueType[] {
  const added = kind.moreValueTypes === undefined ? [] : listOf(section, kind.moreValueTypes, report);
  const types = new Map<string, ExternalValueType>();
  for (const written of [...kind.valueTypes, ...added]) {
    const type: WrittenValueType = typeof written === 'string' ? { name: written } : written;
    const key = type.name.toLowerCase();
    if (types.has(key)) continue;
    types.set(key, {
      name: type.name,
      expression: type.expression ?? type.name,
      function: type.function ?? 'SUM',
      ...(type.optional ? { optional: true } : {}),
    });
  }
  return [...types.values()];
}
