import { numberValue } from '#shared/domain/ini/values.ts';
import { compileStampFormat } from '#shared/domain/time/stamp.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { SystemSection } from '../home/settings.ts';
import {
  type ExternalValueType,
  type QueueKeyColumn,
  type StampColumns,
  type StampKind,
  type ValueFunction,
  valueFunctions,
} from './call-source.ts';
import { splitCondition } from './pasted-condition.ts';
import {
  hasErrors,
  listOf,
  numberOf,
  type Report,
  readCoarserInterval,
  readInterval,
  readTiming,
  readZone,
  type SectionReading,
  sectionReport,
  statementOf,
  type ZoneForm,
} from './section-reading.ts';
import { selectedColumnCount } from './select-list.ts';

/** Rows are counted under this name where `ValueTypeFunctions=count` stands without `ValueTypes`. */
export const rowCountName = 'count';

/** By `TimeStampType`. */
const stampKinds: readonly StampKind[] = ['text', 'unix', 'datetime'];

/** Reads a section of the Universal interface; keys and defaults as on the facts page of the old product. */
export function readUniversalSection(
  section: SystemSection,
  zoneForm: ZoneForm = 'usual',
): Pick<SectionReading, 'sources' | 'findings'> {
  const { findings, report } = sectionReport(section);
  const table = required(section, 'CallDataTable', report);
  const stampColumn = required(section, 'TimeStampColumn', report);
  const queueColumns = listOf(section, 'QueueNameColumn', report);
  if (queueColumns.length === 0) {
    report(
      'KEY_MISSING',
      'QueueNameColumn',
      'QueueNameColumn is missing: name the column that holds the queue.',
      { variant: 'QueueNameColumn' },
    );
  }
  const stamp = {
    ...readStamp(section, stampColumn ?? '', report),
    ...readRowZone(section, report),
    ...readStampIs(section, report),
  };
  const queueSql = statementOf(section, 'QueueSQL');
  const queueNameSql = usesMappedKeys(section) ? statementOf(section, 'QueueMappingSQL') : undefined;
  const hasOneLevel = queueSql === undefined || selectedColumnCount(queueSql) === 1;
  const queueKey =
    queueNameSql !== undefined && hasOneLevel
      ? readMappedKey(section, queueColumns, report)
      : readQueueKey(section, queueColumns, report);
  const valueTypes = readValueTypes(section, report);
  const intervalMinutes = readInterval(section, report);
  const coarserInterval = readCoarserInterval(section, report);
  const timing = readTiming(section, report);
  const zone = readZone(section, report, 'TimeZone', zoneForm);

  if (hasErrors(findings)) return { sources: [], findings };
  const source = {
    system: section.name,
    kind: '',
    table: table!,
    stamp,
    queueKey,
    valueTypes,
    coarserInterval,
    ...timing,
    ...(queueSql === undefined ? {} : { queueSql }),
    ...(queueNameSql === undefined ? {} : { queueNameSql }),
    ...(intervalMinutes === undefined ? {} : { intervalMinutes }),
    ...(zone === undefined ? {} : { zone }),
  };
  return { sources: [source], findings };
}

function required(section: SystemSection, key: string, report: Report): string | undefined {
  const value = statementOf(section, key);
  if (value === undefined) {
    report(
      'KEY_MISSING',
      key,
      `${key} is missing in section [${section.name}]: the system cannot be read without it.`,
      { section: section.name },
    );
  }
  return value;
}

function readStamp(section: SystemSection, expression: string, report: Report): StampColumns {
  const type = numberOf(section, 'TimeStampType', report) ?? 2;
  const kind = stampKinds[type];
  if (kind === undefined) {
    report(
      'KEY_VALUE',
      'TimeStampType',
      `TimeStampType=${type} is not known. Write 0 (text), 1 (Unix seconds) or 2 (date/time).`,
      { variant: 'TimeStampType', value: type },
    );
    return { expression, kind: 'datetime' };
  }
  const format = section.value('TimeStampFormat');
  if (kind === 'text' && format !== undefined) {
    try {
      compileStampFormat(format);
    } catch (error) {
      const problem = errorShape(error);
      report('KEY_VALUE', 'TimeStampFormat', problem.message, { problem });
    }
  }
  return { expression, kind, ...(kind === 'text' && format !== undefined ? { format } : {}) };
}

/** Our own key: a column with the offset or zone of each row. */
function readRowZone(section: SystemSection, report: Report): Pick<StampColumns, 'zoneColumn'> {
  const zoneColumn = statementOf(section, 'TimeStampZoneColumn');
  if (zoneColumn === undefined) return {};
  if (numberOf(section, 'TimeStampType', () => {}) !== 1) return { zoneColumn };
  report(
    'KEY_VALUE',
    'TimeStampZoneColumn',
    'TimeStampZoneColumn has no effect with TimeStampType=1: Unix seconds are in UTC. Remove it, or correct the type.',
    { variant: 'TimeStampZoneColumn' },
    'warning',
  );
  return {};
}

/** Our own key: whether the time stamp is the start or the end of its interval. */
function readStampIs(section: SystemSection, report: Report): Pick<StampColumns, 'isEnd'> {
  const written = section.value('TimeStampIs')?.toLowerCase();
  if (written === undefined || written === 'start') return {};
  if (written !== 'end') {
    report('KEY_VALUE', 'TimeStampIs', `TimeStampIs=${written} is not known. Write start or end.`, {
      variant: 'TimeStampIs',
      value: written,
    });
    return {};
  }
  if (readInterval(section, () => {}) !== undefined) return { isEnd: true };
  report(
    'KEY_MISSING',
    'Interval',
    'Interval is missing: with TimeStampIs=end it says when an interval began.',
    { variant: 'TimeStampIs' },
  );
  return {};
}

/**
 * With a statement for name and key `QueueNameColumn` may list the columns of both, the key first, and `QueueNameType`
 * a type for each. Only the key is in the call data for sure; of two different types it is not known which one is the
 * key's, as files have them in either order, so its column decides.
 */
function readMappedKey(section: SystemSection, columns: readonly string[], report: Report): QueueKeyColumn[] {
  const types = queueNameTypes(section, report);
  const mayListBoth = columns.length === 2 || (columns.length === 1 && types.length === 2);
  if (!mayListBoth || types.length > 2) return readQueueKey(section, columns, report);
  const [key] = columns.map((column, index) =>
    withType(splitCondition(column), types[index] ?? types[0], report),
  );
  const areAlike = new Set(types).size <= 1;
  const { type: _, ...untyped } = key!;
  return [areAlike ? key! : untyped];
}

function readQueueKey(section: SystemSection, columns: readonly string[], report: Report): QueueKeyColumn[] {
  const types = queueNameTypes(section, report);
  if (types.length > 1 && types.length !== columns.length) {
    report(
      'LIST_LENGTH',
      'QueueNameType',
      `QueueNameType has ${types.length} entries for ${columns.length} columns in QueueNameColumn. Write one for each.`,
      { variant: 'QueueNameType', entries: types.length, columns: columns.length },
    );
  }
  return columns.map((column, index) =>
    withType(splitCondition(column), types[index] ?? (types.length === 1 ? types[0] : undefined), report),
  );
}

/** Numbers, behind which a note such as `;(text)` may stand like one more part. */
function queueNameTypes(section: SystemSection, report: Report): string[] {
  const parts = listOf(section, 'QueueNameType', report);
  const note = parts.findIndex((part, index) => index > 0 && part.startsWith('('));
  return note < 0 ? parts : parts.slice(0, note);
}

function withType(
  { column: expression, ...condition }: ReturnType<typeof splitCondition>,
  written: string | undefined,
  report: Report,
): QueueKeyColumn {
  const key = { expression, ...condition };
  if (written === undefined) return key;
  const type = numberValue(written);
  if ('value' in type && (type.value === 0 || type.value === 1)) {
    return { ...key, type: type.value === 1 ? 'number' : 'text' };
  }
  report(
    'KEY_VALUE',
    'QueueNameType',
    `QueueNameType "${written}" is not known. Write 0 (text) or 1 (number).`,
    { variant: 'QueueNameType', value: written },
  );
  return key;
}

function readValueTypes(section: SystemSection, report: Report): ExternalValueType[] {
  const names = listOf(section, 'ValueTypes', report);
  const functions = listOf(section, 'ValueTypeFunctions', report, true).map(
    (name) => name.toUpperCase() || 'SUM',
  );
  for (const name of functions) {
    if (!valueFunctions.includes(name as ValueFunction)) {
      report(
        'KEY_VALUE',
        'ValueTypeFunctions',
        `ValueTypeFunctions has "${name}". Known are ${valueFunctions.join(', ')}.`,
        { variant: 'ValueTypeFunctions', value: name, known: valueFunctions },
      );
      return [];
    }
  }
  if (names.length === 0) {
    if (functions.length === 1 && functions[0] === 'COUNT') {
      return [{ name: rowCountName, expression: '*', function: 'COUNT' }];
    }
    report(
      'KEY_MISSING',
      'ValueTypes',
      'ValueTypes is missing: list the columns with the figures, or write ValueTypeFunctions=count to count rows.',
      { variant: 'ValueTypes' },
    );
    return [];
  }
  if (functions.length > 1 && functions.length !== names.length) {
    report(
      'LIST_LENGTH',
      'ValueTypeFunctions',
      `ValueTypeFunctions has ${functions.length} entries for ${names.length} value types. Write one for all, or one for each.`,
      { variant: 'ValueTypeFunctions', entries: functions.length, valueTypes: names.length },
    );
    return [];
  }
  return names.map((name, index) => ({
    name,
    expression: name,
    function: (functions.length > 1 ? functions[index]! : (functions[0] ?? 'SUM')) as ValueFunction,
  }));
}

function usesMappedKeys(section: SystemSection): boolean {
  // RetrieveValueTypesUsing=0 asks for the name itself; without the key, a mapping statement is there to be used.
  const written = section.written('RetrieveValueTypesUsing');
  if (written === undefined) return true;
  const value = numberValue(written);
  return !('value' in value) || value.value !== 0;
}
