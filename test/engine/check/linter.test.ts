import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { callTable, map, script } from '../../support/acd.ts';
import { homeWith, temporaryFolder } from '../../support/home.ts';

/** A home in lines; what is left out is right. */
interface Fixture {
  readonly section?: readonly string[];
  readonly map?: readonly string[];
  readonly scripts?: Readonly<Record<number, string>>;
  readonly wfm?: WfmLoad;
  /** SQL run on the database behind the system, which holds the table `calls`. */
  readonly sql?: string;
}

const wfm: WfmLoad = {
  queues: [
    { id: 1, name: 'Hotline', timeZone: 'Europe/Paris', intervalMinutes: 15 },
    { id: 2, name: 'Sales', timeZone: 'UTC', intervalMinutes: 15 },
  ],
  valueTypes: [{ id: 1, name: 'Calls offered' }],
};

const acd = (fields: Readonly<Record<string, unknown>>): WfmLoad => ({
  ...wfm,
  externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false, ...fields }],
});

/** Of the table of `callTable`: stamp (Unix seconds), queue, offered, answered. */
const section = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const keys = {
    QueueSQL: 'SELECT DISTINCT queue FROM calls ORDER BY queue',
    CallDataTable: 'calls',
    TimeStampColumn: 'stamp',
    TimeStampType: '1',
    QueueNameColumn: 'queue',
    ValueTypes: 'offered;answered',
    Interval: '15',
    ...changes,
  };
  return Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
};

const agents = (changes: Readonly<Record<string, string | undefined>> = {}) =>
  section({
    ActivitySQL: 'SELECT name, id FROM activity',
    AgentActivityTable: 'events',
    AgentColumn: 'agent',
    ActivityColumn: 'activity',
    ActivityStartTimeStampColumn: 'started',
    ActivityStartTimeStampType: '1',
    ActivityTimeSpanType: '1',
    ActivityEndTimeStampColumn: 'ended',
    ActivityEndTimeStampType: '1',
    ...changes,
  });
const agentTables = `
  CREATE TABLE activity (id INTEGER, name VARCHAR(20));
  CREATE TABLE events (agent VARCHAR(20), activity INTEGER, started INTEGER, ended INTEGER);
  INSERT INTO events VALUES ('7', 1, 1774742400, 1774746000);`;

interface Rule {
  readonly code: string;
  readonly says: string;
  readonly wrong: Fixture;
  /** Near to it, and right. */
  readonly right: Fixture;
  /** Where the finding stands: a line of the file with this text. */
  readonly at?: { readonly file?: string; readonly text: string };
  readonly databases?: true;
}

const rules: readonly Rule[] = [
  {
    code: 'KEY_UNKNOWN',
    says: 'a key that is misspelt, with the likely one',
    wrong: { section: section({ TimeStampColum: 'stamp' }) },
    right: {
      section: [...section({ ReadBufferSize: '4000', Protocol: '1' }), ';TimeStampColum=x', '#Colum=y'],
    },
    at: { text: 'TimeStampColum=stamp' },
  },
  {
    code: 'KEY_OF_OTHER_INTERFACE',
    says: 'a key of another interface',
    wrong: { section: section({ DisplayVDNValue: '1' }) },
    right: { section: section({ timezone: 'UTC' }) },
    at: { text: 'DisplayVDNValue=1' },
  },
  {
    code: 'KEY_TWICE',
    says: 'a key that stands twice: the first one counts',
    wrong: { section: [...section(), 'interval=30'] },
    right: { section: [...section(), ';Interval=30', '[Other] ', 'Interval=30'], wfm: acd({}) },
    at: { text: 'interval=30' },
  },
  {
    code: 'QUEUE_LEVELS',
    says: 'queues of more levels than the call data has columns for',
    wrong: { section: section({ QueueSQL: 'SELECT DISTINCT queue, answered FROM calls' }) },
    right: {
      section: section({
        QueueSQL: 'SELECT DISTINCT queue, answered FROM calls',
        QueueNameColumn: 'queue;answered',
      }),
    },
    at: { text: 'QueueNameColumn=queue' },
    databases: true,
  },
  {
    code: 'SECTION_TWICE',
    says: 'a section that stands twice: the first one counts',
    wrong: { section: [...section(), '[acd]', 'TimeZone=UTC'] },
    right: { section: [...section(), '[ACD 2]', 'Source=x', '; [ACD]'], wfm: acd({}) },
    at: { text: '[acd]' },
  },
  {
    code: 'SECTION_OPEN',
    says: 'a header that is not closed: its keys belong to the section above',
    wrong: { section: [...section(), '[General', 'Protocol=1'] },
    right: { section: [...section(), '; [General', '[General] and more', 'Protocol=1'] },
    at: { text: '[General' },
  },
  {
    code: 'KEY_MISSING',
    says: 'a key without which the system cannot be read',
    wrong: { section: section({ TimeStampColumn: undefined }) },
    right: { section: section({ QueueSQL: undefined }) },
  },
  {
    code: 'KEY_VALUE',
    says: 'a value that a key cannot have',
    wrong: { section: section({ Interval: '17' }) },
    right: { section: section({ Interval: '15 ;(minutes)' }) },
    at: { text: 'Interval=17' },
  },
  {
    code: 'LIST_LENGTH',
    says: 'a list of functions that is not as long as the list of values',
    wrong: { section: section({ ValueTypeFunctions: 'sum;max;sum' }) },
    right: { section: section({ ValueTypeFunctions: 'max' }) },
    at: { text: 'ValueTypeFunctions=sum;max;sum' },
  },
  {
    code: 'ZONE_UNKNOWN',
    says: 'a time zone that does not exist',
    wrong: { section: section({ TimeZone: 'Europe/Pairs' }) },
    right: { section: section({ TimeZone: 'europe/paris' }) },
    at: { text: 'TimeZone=Europe/Pairs' },
  },
  {
    code: 'ZONE_OFFSET',
    says: 'a fixed offset for queues in a place whose clock changes',
    wrong: { section: section({ TimeZone: '+01:00' }), map: ['0:1:1=ACD:Sales:offered'] },
    right: { section: section({ TimeZone: '+05:30' }), map: ['0:1:1=ACD:Sales:offered'] },
    at: { text: 'TimeZone=+01:00' },
  },
  {
    code: 'SYSTEM_NO_SOURCE',
    says: 'a section without a data source',
    wrong: { section: ['Source=', ...section()] },
    right: {},
  },
  {
    code: 'PASSWORD_IN_INI',
    says: 'a password in clear',
    wrong: { section: section({ Pwd: 'tr3s0r' }) },
    right: { section: section({ User: 'reader' }) },
    at: { text: 'Pwd=tr3s0r' },
  },
  {
    code: 'DSN_DRIVER',
    says: 'a driver that is not there, or of the other bitness',
    wrong: { section: ['Source=Driver=/nowhere/lib32.so;Database=x', ...section()] },
    right: {},
    at: { text: 'Source=Driver=/nowhere/lib32.so;Database=x' },
  },
  {
    code: 'SYSTEM_NOT_CONFIGURED',
    says: 'a system WFM knows and the file does not',
    wrong: {
      wfm: {
        ...wfm,
        externalSystems: [{ name: 'Branch', interface: 'universal', phoneLink: true, timeLink: false }],
      },
    },
    right: { wfm: acd({}) },
  },
  {
    code: 'MAPPING_TARGET_UNKNOWN',
    says: 'a mapping whose WFM queue no longer exists',
    wrong: { map: ['0:99:1=ACD:Sales:offered'] },
    right: { map: ['0:1:1=ACD:Sales:offered'] },
    at: { file: 'acd_map.ini', text: 'WFM:0:99:1=ACD:Sales:offered' },
  },
  {
    code: 'MAPPING_SOURCE_UNKNOWN',
    says: 'a mapping whose external value type no longer exists',
    wrong: { map: ['0:1:1=ACD:Sales:transferred'] },
    right: { map: ['0:1:1=acd:Sales:OFFERED'] },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=ACD:Sales:transferred' },
  },
  {
    code: 'MAP_LINE_TWICE',
    says: 'a source mapped twice to one value type',
    wrong: { map: ['0:1:1=ACD:Sales:offered', '0:1:1=ACD:Sales:offered'] },
    right: { map: ['0:1:1=ACD:Sales:offered', '0:2:1=ACD:Sales:offered'] },
  },
  {
    code: 'MAP_LINE_FOREIGN',
    says: 'a line of the map that is no mapping',
    wrong: { map: ['0:1=ACD:Sales:offered'] },
    right: { map: [] },
    at: { file: 'acd_map.ini', text: 'WFM:0:1=ACD:Sales:offered' },
  },
  {
    code: 'MAPPING_WITHOUT_SOURCE',
    says: 'a script without a source',
    wrong: { map: ['0:1:1=$1.BAS'], scripts: { 1: script(1, 'Result = 0') } },
    right: { map: ['0:1:1=ACD:Sales:offered'] },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=$1.BAS' },
  },
  {
    code: 'SCENARIO_ABSENT',
    says: 'a mapping without a script, as a hint',
    wrong: { map: ['0:1:1=ACD:Sales:offered'] },
    right: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'],
      scripts: { 1: script(1, 'Result = Para1 * 100') },
    },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=ACD:Sales:offered' },
  },
  {
    code: 'SCENARIO_MISSING',
    says: 'a script that is not there',
    wrong: { map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'] },
    right: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'],
      scripts: { 1: script(1, 'Result = Para1 * 100') },
    },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=$1.BAS' },
  },
  {
    code: 'SCENARIO_PARA_MISSING',
    says: 'a script that wants more sources than are mapped',
    wrong: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'],
      scripts: { 1: script(2, 'Result = (Para1 + Para2) * 100') },
    },
    right: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=ACD:Sales:answered', '0:1:1=$1.BAS'],
      scripts: { 1: script(2, 'Result = (Para1 + Para2) * 100') },
    },
  },
  {
    code: 'SCENARIO_PARA_UNUSED',
    says: 'a script that does not use a source that is mapped',
    wrong: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=ACD:Sales:answered', '0:1:1=$1.BAS'],
      scripts: { 1: script(2, 'Result = Para1 * 100') },
    },
    right: {
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'],
      scripts: { 1: script(1, 'Result = Para1 * 100') },
    },
  },
  {
    code: 'INTERVAL_COARSER',
    says: 'a source that counts in longer intervals than the WFM queue, with the choice there is',
    wrong: { section: section({ Interval: '30' }), map: ['0:1:1=ACD:Sales:offered'] },
    right: {
      section: section({ Interval: '30', CoarserInterval: 'split' }),
      map: ['0:1:1=ACD:Sales:offered'],
    },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=ACD:Sales:offered' },
  },
  {
    code: 'INTERVAL_ACROSS',
    says: 'a source whose intervals lie across those of the WFM queue',
    wrong: { section: section({ Interval: '10' }), map: ['0:1:1=ACD:Sales:offered'] },
    right: { section: section({ Interval: '5' }), map: ['0:1:1=ACD:Sales:offered'] },
  },
  {
    code: 'KEY_MISSING',
    says: 'the end column that the span of the activities needs',
    wrong: { section: agents({ ActivityEndTimeStampColumn: undefined }), wfm: acd({ timeLink: true }) },
    right: { section: agents(), wfm: acd({ timeLink: true }) },
  },
  {
    code: 'ACTIVITY_SQL_NO_ID',
    says: 'an ActivitySQL that gives names without ids',
    wrong: {
      section: agents({ ActivitySQL: 'SELECT name FROM activity' }),
      wfm: acd({ timeLink: true }),
    },
    right: { section: agents(), wfm: acd({ timeLink: true }) },
    at: { text: 'ActivitySQL=SELECT name FROM activity' },
  },
  {
    code: 'LOG_OFF_MISSING',
    says: 'activities that only the next one ends, with none that ends the session',
    wrong: { section: agents({ ActivityTimeSpanType: '2' }), wfm: acd({ timeLink: true }) },
    right: {
      section: agents({ ActivityTimeSpanType: '2', LogOffActivities: '9' }),
      wfm: acd({ timeLink: true }),
    },
  },
  {
    databases: true,
    code: 'STATEMENT_REFUSED',
    says: 'a statement that the driver will not prepare',
    wrong: { section: section({ QueueSQL: 'SELEC queue FROM calls' }) },
    right: { section: section({ QueueSQL: 'SELECT queue FROM calls ORDER BY 1 ;' }) },
    at: { text: 'QueueSQL=SELEC queue FROM calls' },
  },
  {
    databases: true,
    code: 'QUEUE_MAPPING_COLUMNS',
    says: 'a mapping statement with one column',
    wrong: { section: section({ QueueMappingSQL: 'SELECT queue FROM calls' }) },
    right: { section: section({ QueueMappingSQL: 'SELECT queue, queue FROM calls' }) },
    at: { text: 'QueueMappingSQL=SELECT queue FROM calls' },
  },
  {
    databases: true,
    code: 'QUEUE_NAME_TWICE',
    says: 'one name for two keys',
    wrong: {
      section: section({ QueueMappingSQL: "SELECT 'Sales', queue FROM calls" }),
      sql: "INSERT INTO calls VALUES (1774742400, 'Support', 1, 1)",
    },
    right: { section: section({ QueueMappingSQL: 'SELECT queue, queue FROM calls' }) },
  },
  {
    databases: true,
    code: 'TABLE_REFUSED',
    says: 'a table that is not there',
    wrong: { section: section({ CallDataTable: 'cals' }) },
    right: { section: section({ CallDataTable: 'calls c' }) },
    at: { text: 'CallDataTable=cals' },
  },
  {
    databases: true,
    code: 'COLUMN_REFUSED',
    says: 'a column that the table does not have, with the likely one',
    wrong: { section: section({ ValueTypes: 'offered;answerd' }) },
    right: { section: section({ ValueTypes: 'offered;answered*2;CASE WHEN offered > 0 THEN 1 ELSE 0 END' }) },
    at: { text: 'ValueTypes=offered;answerd' },
  },
  {
    databases: true,
    code: 'NAME_TYPE',
    says: 'a type of the name that contradicts the column',
    wrong: { section: section({ QueueNameType: '1' }) },
    right: { section: section({ QueueNameType: '0' }) },
    at: { text: 'QueueNameType=1' },
  },
  {
    databases: true,
    code: 'STAMP_TYPE',
    says: 'a type of the time stamp that contradicts the column',
    wrong: { section: section({ TimeStampType: '2' }) },
    right: { section: section({ TimeStampType: '1' }) },
    at: { text: 'TimeStampType=2' },
  },
  {
    databases: true,
    code: 'TABLE_EMPTY',
    says: 'an empty Half_Hour table, and why it is empty',
    wrong: {
      section: section({ CallDataTable: 't_Call_Type_Half_Hour' }),
      sql: 'CREATE TABLE t_Call_Type_Half_Hour AS SELECT * FROM calls WHERE 0',
    },
    right: {
      section: section({ CallDataTable: 't_Call_Type_Half_Hour' }),
      sql: 'CREATE TABLE t_Call_Type_Half_Hour AS SELECT * FROM calls',
    },
    at: { text: 'CallDataTable=t_Call_Type_Half_Hour' },
  },
  {
    databases: true,
    code: 'EXTERNAL_QUEUE_MISSING',
    says: 'a mapping whose external queue no longer exists',
    wrong: { map: ['0:1:1=ACD:Marketing:offered'] },
    right: { map: ['0:1:1=ACD:Sales:offered'] },
    at: { file: 'acd_map.ini', text: 'WFM:0:1:1=ACD:Marketing:offered' },
  },
  {
    databases: true,
    code: 'ACTIVITY_SQL_NO_ID',
    says: 'an ActivitySQL that gives names without ids, where only the database can tell',
    wrong: {
      section: agents({ ActivitySQL: 'SELECT * FROM names' }),
      sql: `${agentTables} CREATE VIEW names AS SELECT name FROM activity`,
      wfm: acd({ timeLink: true }),
    },
    right: { section: agents(), sql: agentTables, wfm: acd({ timeLink: true }) },
    at: { text: 'ActivitySQL=SELECT * FROM names' },
  },
];

async function check(fixture: Fixture, databases: boolean) {
  const database = callTable([['2026-03-29T00:00:00Z', 'Sales', 5, 4]]);
  if (fixture.sql) database.exec(fixture.sql);
  const source = `Source=Driver=SQLite3;Database=${database.path}`;
  const settings = ['[DB]', '1=WFM,0,,', '[ACD]', ...(fixture.section ?? section()), source].join('\r\n');
  const home = await homeWith({
    settings,
    mapping: map(...(fixture.map ?? [])),
    scripts: fixture.scripts ?? {},
    wfm: fixture.wfm ?? wfm,
  });
  const findings = await checkHome(home, { databases });
  return { findings, files: { 'isps_ul.ini': settings, 'acd_map.ini': map(...(fixture.map ?? [])) } };
}

describe('the check finds', () => {
  for (const { code, says, wrong, right, at, databases = false } of rules) {
    it(`${says} (${code}), and nothing of the kind in what is right`, async () => {
      const { findings, files } = await check(wrong, databases);
      const found = findings.find((finding) => finding.code === code);
      expect(found, JSON.stringify(findings)).toBeDefined();
      if (at) {
        const file = at.file ?? 'isps_ul.ini';
        expect(found).toMatchObject({ file });
        expect(files[file as keyof typeof files].split('\r\n')[(found?.line ?? 0) - 1]).toBe(at.text);
      }
      const rightFindings = (await check(right, databases)).findings;
      expect(rightFindings.filter((finding) => finding.code === code)).toEqual([]);
    });
  }

  it('the likely key, column and zone, by name', async () => {
    const { findings } = await check(
      { section: section({ TimeStampColum: 'x', TimeZone: 'Europe/Pairs' }) },
      false,
    );
    const texts = findings.map(({ message }) => message).join('\n');
    expect(texts).toContain('Did you mean TimeStampColumn?');
    expect(texts).toContain('Europe/Paris');
    const asked = await check({ section: section({ ValueTypes: 'offered;answerd' }) }, true);
    expect(asked.findings.map(({ message }) => message).join('\n')).toContain('Did you mean answered?');
  });

  it('that a database cannot be reached, and goes on with the others', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'no-database.txt');
    await writeFile(file, 'This is no database. '.repeat(100));
    const { findings } = await check(
      {
        section: [`Source=Driver=SQLite3;Database=${file}`, ...section()],
        map: ['0:1:1=ACD:Sales:offered'],
      },
      true,
    );
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', system: 'ACD' }));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'SCENARIO_ABSENT' }));
  });

  it('nothing in a home that is right', async () => {
    const fixture: Fixture = {
      section: section({ TimeZone: 'Europe/Paris' }),
      map: ['0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'],
      scripts: { 1: script(1, 'Result = Para1 * 100') },
    };
    expect((await check(fixture, true)).findings).toEqual([]);
  });
});
