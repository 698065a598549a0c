import { formatSource } from '#shared/domain/mapping/document.ts';
import { defaultScenario } from '#shared/domain/scenario/index.ts';
import { sampleActivities, sampleIntervalMinutes, sampleSystemName, sampleZone } from './centre.ts';
import type { SampleMapping } from './wfm-side.ts';

/** The texts of the sample's home; every line ends in CRLF, as in files that Windows programs wrote. */

const databaseName = 'Sample';

/** Figures of `queue_interval` and how several rows of an interval are put together. */
export const sampleValueTypes = {
  offered: 'SUM',
  answered: 'SUM',
  abandoned: 'SUM',
  overflow: 'SUM',
  answered_in_sl: 'SUM',
  wait_s: 'SUM',
  talk_s: 'SUM',
  hold_s: 'SUM',
  acw_s: 'SUM',
  max_waiting: 'MAX',
} as const;

/** `isps_ul.ini` with the one system; `source` is an ODBC connection string. */
export function settingsText(source: string): string {
  return crlf([
    '[General]',
    'Protocol=1',
    'AutomaticMappingCorrection=1',
    'WriteAlways=0',
    '',
    '[DB]',
    `1=${databaseName},0,,`,
    '',
    `[${sampleSystemName}]`,
    `Source=${source}`,
    '; calls',
    'QueueSQL=SELECT name FROM queue ORDER BY name',
    'QueueMappingSQL=SELECT name, queue_key FROM queue',
    'RetrieveValueTypesUsing=1',
    'CallDataTable=queue_interval',
    'QueueNameColumn=queue_key',
    'QueueNameType=1',
    `ValueTypes=${Object.keys(sampleValueTypes).join(';')}`,
    `ValueTypeFunctions=${Object.values(sampleValueTypes).join(';')}`,
    'TimeStampColumn=start_unix',
    'TimeStampType=1',
    `Interval=${sampleIntervalMinutes}`,
    `TimeZone=${sampleZone}`,
    '; agents',
    'ActivitySQL=SELECT name, activity_id FROM activity ORDER BY activity_id',
    'ActivityTimeSpanType=1',
    'AgentActivityTable=agent_activity',
    'AgentColumn=agent_id',
    'ActivityColumn=activity_id',
    'ActivityStartTimeStampColumn=start_unix',
    'ActivityStartTimeStampType=1',
    'ActivityEndTimeStampColumn=end_unix',
    'ActivityEndTimeStampType=1',
    `LogOffActivities=${sampleActivities.logout.id}`,
  ]);
}

/** `acd_map.ini`: the entries of each mapping in order, then its script; mapping n has script n. */
export function mapText(mappings: readonly SampleMapping[]): string {
  return crlf(
    mappings.flatMap(({ parentQueueId, queueId, valueTypeId, sources }, index) => {
      const left = `${databaseName}:${parentQueueId}:${queueId}:${valueTypeId}`;
      const entries = sources.map(
        ([queue, valueType]) => `${left}=${formatSource(sampleSystemName, [queue], valueType)}`,
      );
      return [...entries, `${left}=$${scriptName(index)}`];
    }),
  );
}

export function scriptName(mappingIndex: number): string {
  return `${mappingIndex + 1}.BAS`;
}

/** The text that *Create* writes, with the mapping's own statements in place of the sum where it has some. */
export function scriptText({ sources, script }: SampleMapping): string {
  const text = defaultScenario(sources.length);
  if (!script) return text;
  const body = crlf(script.map((line) => `  ${line}`));
  return text.replace(/^ {2}Result = .*\r\n/m, () => body);
}

function crlf(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}
