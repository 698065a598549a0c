import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { callTable, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

interface Planned {
  readonly system: string;
  readonly stream: string;
  readonly statements: readonly {
    readonly title: string;
    readonly day?: string;
    readonly sql: string;
    readonly parameters: readonly (string | number)[];
  }[];
}

const days = ['--from', '2026-03-02', '--to', '2026-03-03'];

async function home() {
  const database = callTable([
    ['2026-03-02T08:00:00Z', 'Sales', 10, 9],
    ['2026-03-02T08:15:00Z', 'Support', 7, 7],
  ]);
  database.exec(`
    CREATE TABLE states (name VARCHAR(20), id INTEGER);
    CREATE TABLE events (agent INTEGER, state INTEGER, began INTEGER, ended INTEGER);
    INSERT INTO events VALUES (7, 1, 1772438400, 1772440200);`);
  const files = smallCentre(database);
  const agents = [
    'ActivitySQL=SELECT name, id FROM states;',
    'AgentActivityTable=events',
    'AgentColumn=agent',
    'ActivityColumn=state',
    'ActivityTimeSpanType=1 ;(start and end)',
    'ActivityStartTimeStampColumn=began',
    'ActivityStartTimeStampType=1',
    'ActivityEndTimeStampColumn=ended',
    'ActivityEndTimeStampType=1',
  ];
  const folder = await handWrittenHome({ ...files, settings: `${files.settings}${agents.join('\r\n')}\r\n` });
  return { folder, database };
}

describe('xlink plan SYSTEM', () => {
  it('prints the statement of each day with its parameters: of what is mapped, and nothing else', async () => {
    const { folder } = await home();
    const result = await xlink(folder, ['plan', 'acd', ...days]);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toBe(
      `-- QueueSQL
SELECT DISTINCT queue FROM calls ORDER BY queue

-- 2026-03-02
SELECT stamp AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM calls
WHERE stamp >= ? AND stamp < ? AND queue IN (?)
GROUP BY stamp, queue
-- 1772409600, 1772496000, 'Sales'

-- 2026-03-03
SELECT stamp AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM calls
WHERE stamp >= ? AND stamp < ? AND queue IN (?)
GROUP BY stamp, queue
-- 1772496000, 1772582400, 'Sales'
`,
    );
  });

  it('with --agents those for their activities, which the source takes', async () => {
    const { folder, database } = await home();
    const planned = (await xlink(folder, ['plan', 'ACD', ...days, '--agents', '--json'])).json<Planned>();
    expect(planned).toMatchObject({ system: 'ACD', stream: 'TimeLink' });
    expect(planned.statements.map(({ title, day }) => [title, day])).toEqual([
      ['ActivitySQL', undefined],
      ['2026-03-02', '2026-03-02'],
      ['2026-03-03', '2026-03-03'],
    ]);
    const { sql, parameters } = planned.statements[1]!;
    const file = new Database(/Database=([^;]+)/.exec(database.connectionString)![1]!, { readonly: true });
    expect(file.prepare(sql).all(...parameters)).toEqual([
      { xl_agent: 7, xl_activity: 1, xl_start: 1772438400, xl_end: 1772440200 },
    ]);
    file.close();
  });

  it('imports nothing, and says what is wrong as every command does', async () => {
    const { folder } = await home();
    await xlink(folder, ['plan', 'ACD', ...days]);
    expect((await xlink(folder, ['runs', '--json'])).json()).toEqual({ runs: [] });
    const unknown = await xlink(folder, ['plan', 'Nope', ...days, '--json']);
    expect(unknown).toMatchObject({ exitCode: 1 });
    expect(unknown.json()).toMatchObject({ error: { code: 'SYSTEM_UNKNOWN' } });
    const reversed = await xlink(folder, ['plan', 'ACD', '--from', '2026-03-03', '--to', '2026-03-02']);
    expect(reversed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('DAYS_REVERSED') });
    const noDays = await xlink(folder, ['plan', 'ACD']);
    expect(noDays).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--from') });
  });
});
