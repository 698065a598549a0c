import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { selectColumns } from '#engine/imports/statement-columns.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { callStatement } from '#engine/interfaces/call-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { distinctKeysSql } from '#engine/interfaces/read-tree.ts';
import { type DatabaseProduct, dialectOf } from '#engine/odbc/dialect.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import type { Day } from '#shared/domain/time/day.ts';
import { section } from '../../support/acd.ts';

/*
 * What is sent to the databases that no test can start, as files beside this one: a change of a statement shows there.
 * When it is meant, renew them with `npx vitest run test/engine/interfaces/golden.test.ts --update` and read the difference.
 */

const day = '2026-03-02' as Day;

type Keys = Readonly<Record<string, string>>;

const calls: Keys = {
  CallDataTable: 'queue_interval',
  TimeStampColumn: 'began',
  QueueNameColumn: 'queue',
  QueueNameType: '0',
  ValueTypes: 'offered;answered',
  TimeZone: 'Europe/Paris',
};

const agents: Keys = {
  ActivitySQL: 'SELECT name, id FROM activity;',
  AgentActivityTable: 'agent_activity',
  AgentColumn: 'agent',
  ActivityColumn: 'activity',
  ActivityStartTimeStampColumn: 'began',
  ActivityTimeSpanType: '1',
  ActivityEndTimeStampColumn: 'ended',
  TimeZone: 'Europe/Paris',
};

/** Forms that are the same for every product. */
const everywhere: Readonly<Record<string, Keys>> = {
  'calls: date/time': calls,
  'calls: no queue column type, so it is asked for': { ...calls, QueueNameType: '' },
  'calls: levels, functions, an average, a condition': {
    ...calls,
    QueueNameColumn: "(kind = 'in') AND site;queue",
    ValueTypes: 'offered;answered;talk',
    ValueTypeFunctions: 'SUM;COUNT;AVG',
  },
  'calls: rows counted, Unix seconds': {
    ...calls,
    TimeStampColumn: 'time_id',
    TimeStampType: '1',
    ValueTypes: '',
    ValueTypeFunctions: 'count',
  },
  'calls: text that sorts': { ...calls, TimeStampType: '0', TimeStampFormat: 'yyyymmddHHMM' },
  'calls: text that does not sort': { ...calls, TimeStampType: '0', TimeStampFormat: 'dd.mm.yyyy HH:MM' },
  'calls: a join with aliases, number keys': {
    ...calls,
    CallDataTable: 'queue_interval i LEFT OUTER JOIN queue q ON i.queue_key = q.id',
    QueueNameColumn: 'q.id',
    QueueNameType: '1',
    TimeStampColumn: 'i.began',
  },
  'agents: start and end': agents,
  'agents: start and seconds': {
    ...agents,
    ActivityTimeSpanType: '0',
    ActivityDurationColumn: 'seconds',
    MaximumActivityDuration: '43200',
  },
  'agents: start only': { ...agents, ActivityTimeSpanType: '2', LogOffActivities: '0;99' },
  'agents: a date and a time column': { ...agents, ActivityStartTimeStampColumn: 'day;clock' },
};

/** Expressions as sections of these products have them. */
const ofProduct: Readonly<Partial<Record<DatabaseProduct, Readonly<Record<string, Keys>>>>> = {
  sqlserver: {
    'calls: the end of the interval, quoted names': {
      ...calls,
      CallDataTable: '[dbo].[Queue Performance] p',
      TimeStampColumn: 'DATEADD(minute,-15,p.[End Stamp])',
      QueueNameColumn: 'cast(p.[Queue] as varchar(40))',
      ValueTypes: 'convert(int,p.[Offered]);CASE WHEN p.[Talk]>0 THEN 1 ELSE 0 END',
    },
  },
  informix: {
    'calls: an owner and a date built of two columns': {
      ...calls,
      CallDataTable: '"root".hsplit',
      TimeStampColumn: 'EXTEND(row_date, YEAR TO MINUTE) + starttime UNITS MINUTE',
      QueueNameColumn: 'split',
      QueueNameType: '1',
      ValueTypes: 'acdcalls;NVL(abncalls, 0)',
    },
  },
  oracle: {
    'calls: a schema, a quoted name': {
      ...calls,
      CallDataTable: 'ACD.QUEUE_STATS',
      TimeStampColumn: '""Timestamp""',
      QueueNameColumn: 'QUEUE_NAME',
      ValueTypes: "NVL(OFFERED,0);DECODE(STATE,'A',1,0)",
    },
  },
  sybase: {
    'calls: a name that SQL has for itself': {
      ...calls,
      CallDataTable: 'dbo.iSkillsetStat',
      TimeStampColumn: '""Timestamp""',
      QueueNameColumn: 'convert(varchar(5),SkillsetID)',
      ValueTypes: 'CallsOffered;TalkTime',
    },
  },
};

function statementsOf(keys: Keys, product: DatabaseProduct): string[] {
  const document = parseIni(new TextEncoder().encode(section('ACD', keys)));
  const streams = { phoneLink: 'CallDataTable' in keys, timeLink: 'ActivitySQL' in keys };
  const {
    sources,
    agents: source,
    findings,
  } = readSection(systemSection(document, 'ACD')!, interfaceDefinition('universal'), streams);
  expect(findings).toEqual([]);
  const grids = [dayGrid('Europe/Paris', 15, day)];
  const shown = ({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) =>
    `${sql}\n-- ${parameters.join(', ')}`;
  if (source) return [source.activitySql, shown(agentStatement({ source, product, windows: grids }))];
  const call = sources[0]!;
  const numericKeys = call.queueKey.map(({ type }) => type === 'number');
  return [
    distinctKeysSql(call),
    shown(
      callStatement({
        source: call,
        product,
        columns: selectColumns(call.valueTypes).columns,
        keys: [numericKeys.map((isNumber) => (isNumber ? 101 : "O'Hara"))],
        numericKeys,
        grids,
      }),
    ),
  ];
}

describe('the statements for', () => {
  for (const product of ['sqlserver', 'informix', 'oracle', 'sybase'] as const) {
    it(`${product} are those of golden/${product}.sql`, async () => {
      const { firstRows, timestampLiteral } = dialectOf(product);
      const forms = Object.entries({ ...everywhere, ...ofProduct[product] }).map(([title, keys]) =>
        [`-- ${title}`, ...statementsOf(keys, product)].join('\n'),
      );
      const own = [
        '-- the first rows, a time as text',
        firstRows(`SELECT began FROM calls WHERE began < ${timestampLiteral('2026-03-02 08:00:00')}`, 5),
      ].join('\n');
      await expect(`${[...forms, own].join('\n\n')}\n`).toMatchFileSnapshot(`golden/${product}.sql`);
    });
  }
});
