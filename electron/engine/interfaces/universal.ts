import { listValue, numberValue, sqlValue } from '#shared/domain/ini/values.ts';
import { compileStampFormat } from '#shared/domain/time/stamp.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { SystemSection } from '../home/settings.ts';
import {
  type CallSource,
  type ExternalValueType,
  type QueueKeyColumn,
  type SectionFinding,
  type StampKind,
  type ValueFunction,
  valueFunctions,
} from './call-source.ts';
import { splitCondition } from './pasted-condition.ts';

/** What a section says: a source when it can be read, and everything that is wrong or odd about it. */
export interface SectionReading {
  readonly source?: CallSource;
  readonly findings: readonly SectionFinding[];
}

/** Rows are counted under this name where `ValueTypeFunctions=count` stands without `ValueTypes`. */
export const rowCountName = 'count';

const stampKinds: readonly StampKind[] = ['text', 'unix', 'datetime'];

/** Reads a section of the Universal interface; keys and defaults as on the facts page of the old product. */
export function readUniversalSection(section: SystemSection): SectionReading {
  const findings: SectionFinding[] = [];
  const report: Report = (code, key, message, details) => {
    const line = section.line(key);
    const place = line === undefined ? {} : { line };
    findings.push({ severity: 'error', code, message, key, ...(details ? { details } : {}), ...place });
  };

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
  const stamp = readStamp(section, stampColumn ?? '', report);
  const queueKey = readQueueKey(section, queueColumns, report);
  const valueTypes = readValueTypes(section, report);
  const intervalMinutes = readInterval(section, report);
  const zone = readZone(section, report);
  const queueSql = statementOf(section, 'QueueSQL');
  const queueNameSql = usesMappedKeys(section) ? statementOf(section, 'QueueMappingSQL') : undefined;

  if (findings.some((finding) => finding.severity === 'error')) return { findings };
  return {
    findings,
    source: {
      system: section.name,
      table: table!,
      stamp,
      queueKey,
      valueTypes,
      ...(queueSql === undefined ? {} : { queueSql }),
      ...(queueNameSql === undefined ? {} : { queueNameSql }),
      ...(intervalMinutes === undefined ? {} : { intervalMinutes }),
      ...(zone === undefined ? {} : { zone }),
    },
  };
}

type Report = (code: string, key: string, message: string, details?: SectionFinding['details']) => void;

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

function statementOf(section: SystemSection, key: string): string | undefined {
  const value = section.written(key);
  return value === undefined ? undefined : sqlValue(value) || undefined;
}

/** With `byPlace` empty parts stay: each part belongs to the one at its place in another list. */
function listOf(section: SystemSection, key: string, report: Report, byPlace = false): string[] {
  const value = section.written(key);
  if (value === undefined) return [];
  const list = listValue(value);
  if ('value' in list) return byPlace ? list.value : list.value.filter((item) => item !== '');
  report('KEY_VALUE', key, `${key}: ${list.problem.message}`, { problem: list.problem });
  return [];
}

function readStamp(section: SystemSection, expression: string, report: Report): CallSource['stamp'] {
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

function readQueueKey(section: SystemSection, columns: readonly string[], report: Report): QueueKeyColumn[] {
  const types = listOf(section, 'QueueNameType', report);
  if (types.length > 1 && types.length !== columns.length) {
    report(
      'LIST_LENGTH',
      'QueueNameType',
      `QueueNameType has ${types.length} entries for ${columns.length} columns in QueueNameColumn. Write one for each.`,
      { variant: 'QueueNameType', entries: types.length, columns: columns.length },
    );
  }
  return columns.map((pasted, index) => {
    const { column: expression, ...condition } = splitCondition(pasted);
    const key = { expression, ...condition };
    const written = types[index] ?? (types.length === 1 ? types[0] : undefined);
    if (written === undefined) return key;
    const type = numberValue(written);
    if (!('value' in type) || (type.value !== 0 && type.value !== 1)) {
      report(
        'KEY_VALUE',
        'QueueNameType',
        `QueueNameType "${written}" is not known. Write 0 (text) or 1 (number).`,
        { variant: 'QueueNameType', value: written },
      );
      return key;
    }
    return { ...key, type: type.value === 1 ? 'number' : 'text' };
  });
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

function readInterval(section: SystemSection, report: Report): number | undefined {
  const minutes = numberOf(section, 'Interval', report);
  if (minutes === undefined || minutes === 0) return undefined;
  if (!Number.isInteger(minutes) || minutes < 0 || 1440 % minutes !== 0) {
    report(
      'KEY_VALUE',
      'Interval',
      `Interval=${minutes} does not divide a day. Write 5, 10, 15, 20, 30 or 60 minutes.`,
      { variant: 'Interval', value: minutes },
    );
    return undefined;
  }
  return minutes;
}

function readZone(section: SystemSection, report: Report): Zone | undefined {
  const written = section.value('TimeZone');
  if (written === undefined) return undefined;
  try {
    return zoneOf(written);
  } catch (error) {
    const { message, details } = errorShape(error);
    report('ZONE_UNKNOWN', 'TimeZone', message, details);
    return undefined;
  }
}

function usesMappedKeys(section: SystemSection): boolean {
  // RetrieveValueTypesUsing=0 asks for the name itself; without the key, a mapping statement is there to be used.
  const written = section.written('RetrieveValueTypesUsing');
  if (written === undefined) return true;
  const value = numberValue(written);
  return !('value' in value) || value.value !== 0;
}

function numberOf(section: SystemSection, key: string, report: Report): number | undefined {
  const written = section.written(key);
  if (written === undefined) return undefined;
  const value = numberValue(written);
  if ('value' in value) return value.value;
  report('KEY_VALUE', key, `${key}: ${value.problem.message}`, { problem: value.problem });
  return undefined;
}
