import { listValue } from '#shared/domain/ini/values.ts';
import { compileStampFormat } from '#shared/domain/time/stamp.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { SystemSection } from '../home/settings.ts';
import type { AgentSource, AgentSpan, AgentStamp } from './agent-source.ts';
import type { SectionFinding } from './call-source.ts';
import { listOf, numberOf, type Report, readZone, statementOf, type ZoneForm } from './section-reading.ts';
import { selectedColumnCount } from './select-list.ts';

/** By `ActivityStartTimeStampType` and `ActivityEndTimeStampType`. */
const stampKinds = ['text', 'unix', 'datetime'] as const;

/** By `ActivityTimeSpanType`. */
const spanKinds = ['duration', 'end', 'next'] as const;

/** Reads the keys of a section that say where the agents' activities are; undefined when it cannot be read. */
export function readAgentKeys(
  section: SystemSection,
  reportAny: Report,
  zoneForm: ZoneForm,
): AgentSource | undefined {
  let isReadable = true;
  const report: Report = (code, key, message, details, severity: SectionFinding['severity'] = 'error') => {
    if (severity === 'error') isReadable = false;
    reportAny(code, key, message, details, severity);
  };
  const activitySql = readActivitySql(section, report);
  const table = required(section, 'AgentActivityTable', report);
  const agent = required(section, 'AgentColumn', report);
  const activity = required(section, 'ActivityColumn', report);
  const start = readStamp(section, 'Start', report);
  const span = readSpan(section, report);
  const durations = readDurations(section, report);
  const zone = readAgentZone(section, report, zoneForm);
  if (!isReadable) return undefined;
  return {
    system: section.name,
    activitySql: activitySql!,
    table: table!,
    agent: agent!,
    activity: activity!,
    start: start!,
    span: span!,
    ...durations,
    ...(zone === undefined ? {} : { zone }),
  };
}

function required(section: SystemSection, key: string, report: Report): string | undefined {
  const value = statementOf(section, key);
  if (value === undefined) reportMissing(section, key, report);
  return value;
}

function reportMissing(section: SystemSection, key: string, report: Report): void {
  report(
    'KEY_MISSING',
    key,
    `${key} is missing in section [${section.name}]: the agents' activities cannot be read without it.`,
    { variant: 'agents', section: section.name },
  );
}

function readActivitySql(section: SystemSection, report: Report): string | undefined {
  const sql = required(section, 'ActivitySQL', report);
  if (sql !== undefined && selectedColumnCount(sql) === 1) {
    report(
      'ACTIVITY_SQL_NO_ID',
      'ActivitySQL',
      'ActivitySQL gives one column. Select the name and the id of each activity, for example SELECT name, id FROM activities.',
    );
  }
  return sql;
}

function readSpan(section: SystemSection, report: Report): AgentSpan | undefined {
  const kind = readSpanKind(section, report);
  switch (kind) {
    case 'duration': {
      const expression = statementOf(section, 'ActivityDurationColumn');
      if (expression !== undefined) return { kind, expression };
      reportSpanColumn('ActivityDurationColumn', 0, 'the column with the seconds', report);
      return undefined;
    }
    case 'end': {
      if (section.written('ActivityEndTimeStampColumn') === undefined) {
        reportSpanColumn('ActivityEndTimeStampColumn', 1, 'the column with the end', report);
        return undefined;
      }
      const end = readStamp(section, 'End', report);
      return end && { kind, end };
    }
    case 'next': {
      const logOffActivities = listOf(section, 'LogOffActivities', report);
      if (logOffActivities.length === 0) {
        report(
          'LOG_OFF_MISSING',
          'LogOffActivities',
          'ActivityTimeSpanType=2 without LogOffActivities: the last activity of a shift goes on until the next one begins. List the ids that mean "logged off", with ; between them.',
          undefined,
          'warning',
        );
      }
      return { kind, logOffActivities };
    }
    default:
      return undefined;
  }
}

function reportSpanColumn(key: string, type: number, column: string, report: Report): void {
  report('KEY_MISSING', key, `ActivityTimeSpanType=${type} needs ${key}: name ${column}.`, {
    variant: key,
    type,
  });
}

/** Where the section does not say the type, the column it names does. */
function readSpanKind(section: SystemSection, report: Report): AgentSpan['kind'] | undefined {
  const type = numberOf(section, 'ActivityTimeSpanType', report);
  if (type !== undefined) {
    const kind = spanKinds[type];
    if (kind !== undefined) return kind;
    report(
      'KEY_VALUE',
      'ActivityTimeSpanType',
      `ActivityTimeSpanType=${type} is not known. Write 0 (start and duration), 1 (start and end) or 2 (start only).`,
      { variant: 'ActivityTimeSpanType', value: type },
    );
    return undefined;
  }
  if (section.written('ActivityTimeSpanType') !== undefined) return undefined;
  const hasDuration = section.written('ActivityDurationColumn') !== undefined;
  const hasEnd = section.written('ActivityEndTimeStampColumn') !== undefined;
  if (hasDuration !== hasEnd) return hasDuration ? 'duration' : 'end';
  report(
    'KEY_MISSING',
    'ActivityTimeSpanType',
    'ActivityTimeSpanType is missing: write 0 (start and duration), 1 (start and end) or 2 (start only).',
    { variant: 'ActivityTimeSpanType' },
  );
  return undefined;
}

function readStamp(section: SystemSection, which: 'Start' | 'End', report: Report): AgentStamp | undefined {
  const key = `Activity${which}TimeStampColumn`;
  const columns = listOf(section, key, report);
  if (columns.length === 0) {
    // A list that cannot be read was reported; one of empty parts names no column either.
    const written = section.written(key);
    if (written === undefined || listValue(written).ok) reportMissing(section, key, report);
    return undefined;
  }
  const kind = readStampKind(section, `Activity${which}TimeStampType`, report);
  const most = kind === 'unix' ? 1 : 2;
  if (columns.length > most) {
    report(
      'KEY_VALUE',
      key,
      most === 1
        ? `${key} has ${columns.length} columns, Unix seconds are in one.`
        : `${key} has ${columns.length} columns. Write one, or those of the date and the time with ; between them.`,
      { variant: most === 1 ? 'unix-columns' : 'stamp-columns', key, columns: columns.length },
    );
    return undefined;
  }
  if (kind !== 'text') return { columns, kind };
  const formats = readFormats(section, which, columns.length, report);
  return { columns, kind, ...(formats === undefined ? {} : { formats }) };
}

function readStampKind(section: SystemSection, key: string, report: Report): AgentStamp['kind'] {
  const type = numberOf(section, key, report) ?? 2;
  const kind = stampKinds[type];
  if (kind !== undefined) return kind;
  report(
    'KEY_VALUE',
    key,
    `${key}=${type} is not known. Write 0 (text), 1 (Unix seconds) or 2 (date/time).`,
    { variant: 'stamp-type', key, value: type },
  );
  return 'datetime';
}

function readFormats(
  section: SystemSection,
  which: 'Start' | 'End',
  columns: number,
  report: Report,
): readonly string[] | undefined {
  const own = `Activity${which}TimeStampFormat`;
  const key = section.written(own) === undefined ? 'ActivityTimeStampFormat' : own;
  const formats = listOf(section, key, report);
  if (formats.length === 0) return undefined;
  if (formats.length !== columns) {
    report(
      'LIST_LENGTH',
      key,
      `${key} has ${formats.length} ${formats.length === 1 ? 'part' : 'parts'} for ${columns} ${columns === 1 ? 'column' : 'columns'}. Write one for each, with ; between them.`,
      { variant: 'format', key, entries: formats.length, columns },
    );
    return undefined;
  }
  try {
    const fields = formats.flatMap((format, index) =>
      compileStampFormat(format).fields.map((field) => ({ field, index })),
    );
    const date = ['year', 'month', 'dayOfMonth'];
    const isWhole = date.every((field) => fields.some((found) => found.field === field && found.index === 0));
    if (isWhole) return formats;
    report(
      'KEY_VALUE',
      key,
      `${key}: the first column has to hold year, month and day. Write it like yyyy-mm-dd;HH:MM:SS.`,
      { variant: 'format-date', key },
    );
  } catch (error) {
    const problem = errorShape(error);
    report('KEY_VALUE', key, problem.message, { problem });
  }
  return undefined;
}

function readDurations(
  section: SystemSection,
  report: Report,
): Pick<AgentSource, 'minimumSeconds' | 'maximumSeconds'> {
  const minimumSeconds = readSeconds(section, 'MinimumActivityDuration', report);
  const maximumSeconds = readSeconds(section, 'MaximumActivityDuration', report);
  if (minimumSeconds !== undefined && maximumSeconds !== undefined && minimumSeconds > maximumSeconds) {
    report(
      'KEY_VALUE',
      'MinimumActivityDuration',
      `MinimumActivityDuration=${minimumSeconds} is more than MaximumActivityDuration=${maximumSeconds}: no activity would be left. Make it smaller.`,
      { variant: 'durations', minimum: minimumSeconds, maximum: maximumSeconds },
    );
  }
  return {
    ...(minimumSeconds === undefined ? {} : { minimumSeconds }),
    ...(maximumSeconds === undefined ? {} : { maximumSeconds }),
  };
}

/** 0, as the interfaces' templates have it, is no limit. */
function readSeconds(section: SystemSection, key: string, report: Report): number | undefined {
  const seconds = numberOf(section, key, report);
  if (seconds === undefined || seconds === 0) return undefined;
  if (seconds > 0) return seconds;
  report('KEY_VALUE', key, `${key}=${seconds} is less than nothing. Write seconds, or 0 for no limit.`, {
    variant: 'seconds',
    key,
    value: seconds,
  });
  return undefined;
}

function readAgentZone(section: SystemSection, report: Report, form: ZoneForm): Zone | undefined {
  const key = section.written('TimeZone_TimeLink') === undefined ? 'TimeZone' : 'TimeZone_TimeLink';
  return readZone(section, report, key, form);
}
