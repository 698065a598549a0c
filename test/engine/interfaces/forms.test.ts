import { describe, expect, it, onTestFinished } from 'vitest';
import { externalSystem } from '#engine/home/systems.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { shownStatements } from '#engine/interfaces/shown-statements.ts';
import { homeWith } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * Every key and form of a section of Universal as real files have it: the text of isps_ul.ini goes in, the tree and the
 * statements of an import come out of a real driver.
 */

const schema = `
  CREATE TABLE queues (site VARCHAR(20), name VARCHAR(20), id INTEGER, code VARCHAR(10));
  INSERT INTO queues VALUES ('North', 'Sales', 7, '007'), ('South', 'Support', 8, '008');
  CREATE TABLE calls (began TIMESTAMP, "Timestamp" TIMESTAMP, unix INTEGER, stamp_text VARCHAR(20), day VARCHAR(10),
    site VARCHAR(20), queue VARCHAR(20), queue_id INTEGER, code VARCHAR(10), verb VARCHAR(20), offered INTEGER,
    talk INTEGER, "Wait Time" INTEGER);
  INSERT INTO calls VALUES
    ('2026-03-02 08:00:00', '2026-03-02 08:00:00', 1772438400, '02.03.2026 08:00', '2026-03-02', 'North', 'Sales', 7, '007', 'ENTERQUEUE', 3, 90, 5),
    ('2026-03-02 08:15:00', '2026-03-02 08:15:00', 1772439300, '02.03.2026 08:15', '2026-03-02', 'South', 'Support', 8, '008', 'EXIT', 2, 60, 9);`;

/** Tree and statements of a section `[ACD]` with these lines, which may stand in more of a file. */
async function read(...lines: readonly string[]) {
  const database = sqliteFile(schema);
  onTestFinished(database.remove);
  const home = await homeWith({
    settings: [`[ACD]`, `Source=${database.connectionString}`, ...lines, ''].join('\r\n'),
    mapping: '',
    wfm: { queues: [], valueTypes: [] },
  });
  const system = await externalSystem(home, 'ACD');
  const tree = await readExternalTree(home, 'ACD');
  const statements = await shownStatements(home, system, { from: '2026-03-02', to: '2026-03-02' });
  return {
    queues: tree.kinds[0]!.queues,
    valueTypes: tree.kinds[0]!.valueTypes,
    /** By title. */
    sql: Object.fromEntries(statements.map(({ title, sql }) => [title, sql])),
    day: statements.at(-1)!,
  };
}

const needed = [
  'CallDataTable=calls',
  'TimeStampColumn=began',
  'QueueNameColumn=queue',
  'ValueTypes=offered',
] as const;
/** The needed keys behind these lines: the first of two counts. */
const instead = (...lines: readonly string[]) => read(...lines, ...needed);

describe('QueueSQL', () => {
  it('of one column gives the queues, its semicolon at the end being no part of it', async () => {
    const { queues, sql } = await instead('QueueSQL=SELECT name FROM queues ORDER BY name DESC ; ');
    expect(queues).toEqual([['Support'], ['Sales']]);
    expect(sql.QueueSQL).toBe('SELECT name FROM queues ORDER BY name DESC');
  });

  it('of several columns gives the levels of the tree, each with its column in the call data', async () => {
    const { queues, day } = await instead(
      'QueueSQL=SELECT site, name FROM queues',
      'QueueNameColumn=site;queue',
      'QueueNameType=0 ;(text)',
    );
    expect(queues).toEqual([
      ['North', 'Sales'],
      ['South', 'Support'],
    ]);
    expect(day.sql).toContain('((site = ? AND queue = ?) OR (site = ? AND queue = ?))');
    expect(day.sql).toMatch(/GROUP BY began, site, queue$/);
    expect(day.parameters.slice(2)).toEqual(['North', 'Sales', 'South', 'Support']);
  });

  it('may be left out: the queues are then those of the call data', async () => {
    const { queues, sql } = await instead();
    expect(queues).toEqual([['Sales'], ['Support']]);
    expect(sql.CallDataTable).toBe('SELECT DISTINCT queue FROM calls ORDER BY 1');
  });
});

describe('QueueMappingSQL gives name and key', () => {
  const mapping = 'QueueMappingSQL=SELECT name, id FROM queues;';

  it('and the key is what the call data are asked for', async () => {
    const { queues, day, sql } = await instead(
      'QueueSQL=SELECT name FROM queues',
      mapping,
      'RetrieveValueTypesUsing=1',
      'QueueNameColumn=queue_id',
      'QueueNameType=1 ;(number)',
    );
    expect(queues).toEqual([['Sales'], ['Support']]);
    expect(sql.QueueMappingSQL).toBe('SELECT name, id FROM queues');
    expect(day.sql).toContain('queue_id IN (?, ?)');
    expect(day.parameters.slice(2)).toEqual([7, 8]);
  });

  it('unless RetrieveValueTypesUsing=0 says that the call data have the name', async () => {
    const { day, sql } = await instead(
      'QueueSQL=SELECT name FROM queues',
      mapping,
      'RetrieveValueTypesUsing=0',
    );
    expect(sql.QueueMappingSQL).toBeUndefined();
    expect(day.parameters.slice(2)).toEqual(['Sales', 'Support']);
  });

  for (const [columns, types] of [
    ['queue_id;queue', '0;1'],
    ['cast(queue_id as int);name', '1;0'],
    ['queue_id', '0;1'],
  ] as const) {
    it(`QueueNameColumn=${columns} with QueueNameType=${types}: the key is first, the name is not in the call data`, async () => {
      const { day } = await instead(
        'QueueSQL=SELECT DISTINCT (name) FROM queues',
        mapping,
        'RetrieveValueTypesUsing=1',
        `QueueNameColumn= ${columns}`,
        `QueueNameType=${types}`,
      );
      const key = columns.split(';')[0];
      expect(day.sql).toContain(`AND ${key} IN (?, ?)`);
      // SQLite's driver takes the value of an expression for text, and SQLite compares it as what it is.
      expect(day.parameters.slice(2).map(Number)).toEqual([7, 8]);
    });
  }

  it('text keys keep their zeros', async () => {
    const { day } = await instead(
      'QueueMappingSQL=SELECT name, code FROM queues',
      'QueueNameColumn=code',
      'QueueNameType=0',
    );
    expect(day.parameters.slice(2)).toEqual(['007', '008']);
  });
});

describe('QueueNameColumn', () => {
  it('may be an expression', async () => {
    const { day } = await instead('QueueNameColumn=UPPER(queue)', 'QueueNameType=0');
    expect(day.sql).toContain('UPPER(queue) IN (?, ?)');
    expect(day.parameters.slice(2)).toEqual(['SALES', 'SUPPORT']);
  });

  it('may bring a condition, as it was pasted into the WHERE clause', async () => {
    const { queues, day } = await instead('QueueNameColumn=(verb like "ENTERQUEUE") AND queue');
    expect(queues).toEqual([['Sales']]);
    expect(day.sql).toContain('AND (verb like "ENTERQUEUE") AND queue IN (?)');
    expect(day.sql).toMatch(/GROUP BY began, queue$/);
  });
});

describe('ValueTypes and ValueTypeFunctions', () => {
  it('are columns or expressions, summed', async () => {
    const { valueTypes, day } = await instead(
      'ValueTypes=offered;CASE WHEN talk > 60 THEN 1 ELSE 0 END;COALESCE(talk, 0);"Wait Time";talk*1.0/60;',
    );
    expect(valueTypes).toEqual([
      'offered',
      'CASE WHEN talk > 60 THEN 1 ELSE 0 END',
      'COALESCE(talk, 0)',
      'Wait Time',
      'talk*1.0/60',
    ]);
    expect(day.sql).toContain('SUM(CASE WHEN talk > 60 THEN 1 ELSE 0 END) AS xl_value2');
  });

  it('a name that SQL has to see quoted is quoted twice', async () => {
    const { day } = await instead(`ValueTypes='"Wait Time"';offered`, 'TimeStampColumn=""Timestamp""');
    expect(day.sql).toContain('SUM("Wait Time") AS xl_value1');
    expect(day.sql).toContain('"Timestamp" >= ? AND "Timestamp" < ?');
  });

  it('each has a function of its own, or all the same', async () => {
    const each = await instead('ValueTypes=offered;talk;queue', 'ValueTypeFunctions=Sum;max;COUNT');
    expect(each.day.sql).toContain(
      'SUM(offered) AS xl_value1, MAX(talk) AS xl_value2, COUNT(queue) AS xl_value3',
    );
    const all = await instead('ValueTypes=offered;talk', 'ValueTypeFunctions="min"');
    expect(all.day.sql).toContain('MIN(offered) AS xl_value1, MIN(talk) AS xl_value2');
  });

  it('an average is read as sum and count, so that it is right over several rows of an interval', async () => {
    const { day } = await instead('ValueTypes=talk', 'ValueTypeFunctions=avg');
    expect(day.sql).toContain('SUM(talk) AS xl_value1, COUNT(talk) AS xl_value2');
  });

  it('count without value types counts rows', async () => {
    const { valueTypes, day } = await instead('ValueTypes=', 'ValueTypeFunctions=count');
    expect(valueTypes).toEqual(['count']);
    expect(day.sql).toContain('COUNT(*) AS xl_value1');
  });
});

describe('TimeStampColumn, TimeStampType and TimeStampFormat', () => {
  const conditionOf = (sql: string) => /WHERE (.*) AND queue IN/.exec(sql)?.[1];

  it('2, and nothing, is a date/time', async () => {
    for (const type of ['TimeStampType=2 ;(date/time)', ';TimeStampType=1']) {
      const { day } = await instead(type);
      expect(conditionOf(day.sql)).toBe('began >= ? AND began < ?');
      expect(day.parameters.slice(0, 2)).toEqual(['2026-03-01 23:59:59', '2026-03-03']);
    }
  });

  it('1 is Unix seconds, of a column or an expression', async () => {
    const { day } = await instead("TimeStampColumn=(strftime('%s',day)+(8*3600))", 'TimeStampType=1');
    expect(conditionOf(day.sql)).toBe(
      "(strftime('%s',day)+(8*3600)) >= ? AND (strftime('%s',day)+(8*3600)) < ?",
    );
    expect(day.parameters.slice(0, 2)).toEqual([1772409600, 1772496000]);
  });

  it('0 is text: compared where it sorts like time', async () => {
    const { day } = await instead('TimeStampType=0', 'TimeStampFormat=yyyy-mm-dd HH:MM:SS');
    expect(conditionOf(day.sql)).toBe('began >= ? AND began < ?');
    expect(day.parameters.slice(0, 2)).toEqual(['2026-03-01 23:59:59', '2026-03-03 00:00:00']);
  });

  it('and matched by its date where it does not', async () => {
    const { day } = await instead(
      'TimeStampColumn=stamp_text',
      'TimeStampType=0 ;(string)',
      'TimeStampFormat=dd.mm.yyyy HH:MM',
    );
    expect(conditionOf(day.sql)).toMatch(/^\(stamp_text LIKE \?( OR stamp_text LIKE \?)+\)$/);
    // Midnight may stand under the day before as 24:00.
    const before = ['01.03.2026 24:%', '1.3.2026 24:%'];
    expect(day.parameters.slice(0, 4)).toEqual([...before, '02.03.2026 %:%', '2.3.2026 %:%']);
  });

  it('may be an expression that makes the start of an interval from its end', async () => {
    const { day } = await instead("TimeStampColumn=datetime(began, '-15 minutes')");
    expect(day.sql).toContain("SELECT datetime(began, '-15 minutes') AS xl_stamp");
    expect(day.sql).toMatch(/GROUP BY datetime\(began, '-15 minutes'\), queue$/);
  });
});

describe('CallDataTable', () => {
  it('may be a join with aliases', async () => {
    const { day, queues } = await instead(
      'CallDataTable=calls t1 LEFT OUTER JOIN queues b ON t1.queue_id = b.id',
      'QueueNameColumn=b.name',
      'TimeStampColumn=t1.began',
    );
    expect(queues).toEqual([['Sales'], ['Support']]);
    expect(day.sql).toContain('FROM calls t1 LEFT OUTER JOIN queues b ON t1.queue_id = b.id');
  });
});

describe('the file around the keys', () => {
  it('may be as people leave it: doubles, any case, blanks, notes, switched-off keys, text', async () => {
    const { day, valueTypes } = await read(
      'please do not touch',
      ';ValueTypes=talk',
      '#ValueTypes=talk',
      '  VALUETYPES =  offered ;',
      'ValueTypes=talk',
      'ValueTypesSize=1024',
      'calldatatable=calls',
      'CallDataTable=no_such_table',
      'Timestampcolumn = began',
      'queuenamecolumn="queue"',
      'timestamptype = 2 ;(2 = date/time)',
      'Protocol=1 ;(0 = off)',
      'LogDir=c:\\xlink\\log',
      'LogFile=Mitellog',
      'QueueFilter=0',
      'Interval=',
      'TimeZone=0',
      '[Other] Backup',
      'ValueTypes=talk',
    );
    expect(valueTypes).toEqual(['offered']);
    expect(day.sql).toBe(
      [
        'SELECT began AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1',
        'FROM calls',
        'WHERE began >= ? AND began < ? AND queue IN (?, ?)',
        'GROUP BY began, queue',
      ].join('\n'),
    );
  });

  it('text behind the name of a section is no part of it', async () => {
    const database = sqliteFile(schema);
    onTestFinished(database.remove);
    const home = await homeWith({
      settings: ['[ACD] Backup', `Source=${database.connectionString}`, ...needed].join('\n'),
      mapping: '',
      wfm: { queues: [], valueTypes: [] },
    });
    expect((await readExternalTree(home, 'acd')).kinds[0]?.queues).toEqual([['Sales'], ['Support']]);
  });
});
