import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { agentSource, externalSystem } from '#engine/home/systems.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importMadeUp, storedValues } from '../../support/home.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

/*
 * A view as the Customer Interaction Center has it: totals beside their parts, an interval cut by a restart, an
 * interval that was changed on the way, nulls, and the hour that the clock has twice.
 */

const zone = 'Europe/Paris';
const days = { from: '2025-10-25', to: '2025-10-28' } as const;
const firstUtc = Date.UTC(2025, 9, 24, 22) / 1000;
const endUtc = Date.UTC(2025, 9, 28, 23) / 1000;
const shorterFromUtc = Date.UTC(2025, 9, 27, 23) / 1000;
/** The server was started again at 7:07:12. */
const restart = { atUtc: Date.UTC(2025, 9, 27, 6) / 1000, afterSeconds: 432 };
const queues = ['Sales', 'Été: ventes', 'Support'] as const;
const figures = ['nEnteredAcd', 'nAnsweredAcd', 'nAbandonedAcd', 'tTalkAcd', 'tACW', 'tHoldAcd', 'custom1'];
/** Kinds and skills of a queue; `*` stands for all. */
const parts = [
  ['*', '*'],
  ['Call', '*'],
  ['Call', 'English'],
  ['Call', 'French'],
  ['Chat', '*'],
] as const;

let database: SqliteFile;
beforeAll(() => {
  database = sqliteFile(viewSql());
});
afterAll(() => database.remove());

function viewSql(): string {
  let state = 5;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const rows: string[] = [];
  const add = (at: number, seconds: number) => {
    for (const queue of queues) {
      if (random(10) === 0) continue;
      for (const [kind, skill] of parts) {
        const values = figures.map(() => (random(12) === 0 ? 'NULL' : random(300)));
        rows.push(
          `('${queue}', '*', '${kind}', '${skill}', '${local.format(at * 1000)}', ${at}, ${seconds}, ${values.join(', ')})`,
        );
      }
    }
  };
  for (let at = firstUtc; at < endUtc; ) {
    const seconds = at < shorterFromUtc ? 1800 : 900;
    if (at === restart.atUtc) {
      add(at, restart.afterSeconds);
      add(at + restart.afterSeconds, seconds - restart.afterSeconds);
    } else {
      add(at, seconds);
    }
    at += seconds;
  }
  return `
    CREATE TABLE IWrkgrpQueueStats (cName VARCHAR(50), cReportGroup VARCHAR(50), cHKey3 VARCHAR(50),
      cHKey4 VARCHAR(50), dIntervalStart TIMESTAMP, at_utc INTEGER, nDuration SMALLINT,
      ${figures.map((column) => `${column} INTEGER`).join(', ')});
    INSERT INTO IWrkgrpQueueStats VALUES ${rows.join(',')};
    CREATE TABLE AgentActivityLog (UserId VARCHAR(50), StatusDateTimeGMT TIMESTAMP, EndDateTimeGMT TIMESTAMP,
      StatusKey VARCHAR(50), SeqNo SMALLINT);`;
}

function cicHome(keys: Readonly<Record<string, string>> = {}, minutes: 15 | 30 | 60 = 30): Promise<Home> {
  return homeWith({
    settings: settings(
      section('InIn', {
        Source: database.connectionString,
        TimeZone: zone,
        AdditionalFields: 'custom1',
        ...keys,
      }),
    ),
    mapping: map(
      ...queues.flatMap((name, queue) =>
        figures.map((figure, type) => `0:${queue + 1}:${type + 1}=InIn:${name}:${figure}`),
      ),
    ),
    wfm: {
      queues: queues.map((name, index) => ({
        id: index + 1,
        name,
        timeZone: zone,
        intervalMinutes: minutes,
      })),
      valueTypes: figures.map((name, index) => ({ id: index + 1, name })),
      externalSystems: [
        { name: 'InIn', interface: 'interactive-intelligence', phoneLink: true, timeLink: false },
      ],
    },
  });
}

const isoOf = (utc: number) => new Date(utc * 1000).toISOString().replace('.000Z', 'Z');

/** Each stored value against SQL. `at` is the instant that the row's start has for the reader. */
async function expectStored(home: Home, minutes: number, where: string, at: string): Promise<void> {
  const sqlite = new Database(database.path, { readonly: true });
  try {
    for (const [queue, name] of queues.entries()) {
      for (const [type, figure] of figures.entries()) {
        const rows = sqlite
          .prepare<string[], { start: number; value: number | null }>(
            `SELECT ${at} / ${minutes * 60} * ${minutes * 60} AS start, SUM(${figure}) AS value
             FROM IWrkgrpQueueStats WHERE cName = ? AND ${where} GROUP BY 1`,
          )
          .all(name);
        const wanted = Object.fromEntries(
          rows.flatMap(({ start, value }) => (value === null ? [] : [[isoOf(start), value]])),
        );
        expect(Object.keys(wanted).length).toBeGreaterThan(50);
        expect(await storedValues(home, queue + 1, type + 1), `${name}, ${figure}`).toEqual(wanted);
      }
    }
  } finally {
    sqlite.close();
  }
}

/** Rows of the second of the two hours look like those of the first one. */
const wallClock = `CASE WHEN at_utc BETWEEN ${Date.UTC(2025, 9, 26, 1) / 1000} AND ${Date.UTC(2025, 9, 26, 2) / 1000 - 1} THEN at_utc - 3600 ELSE at_utc END`;

const calls = "cHKey3 = 'Call' AND cHKey4 = '*'";

describe('an import from Interactive Intelligence equals a recomputation by SQL', () => {
  it('with calls of all skills; totals are not added to their parts, an interval cut by a restart is whole', async () => {
    const home = await cicHome();
    const run = await importMadeUp(home, days);
    expect(run.problems.map(({ code }) => code)).toEqual(['STAMP_REPEATED_HOUR']);
    await expectStored(home, 30, calls, wallClock);
  });

  it('with the rows that the section wants, and queues of an hour', async () => {
    const home = await cicHome({ RowFilter: "cHKey3 = 'Chat' OR cHKey3 = 'Fax'" }, 60);
    await importMadeUp(home, days);
    await expectStored(home, 60, "cHKey3 = 'Chat'", wallClock);
  });

  it('with rows longer than a quarter of an hour left out and named', async () => {
    const home = await cicHome({}, 15);
    const run = await importMadeUp(home, days);
    expect(new Set(run.problems.map(({ code }) => code))).toContain('ROW_COARSER');
    const whole = `nDuration = 900 AND ${calls}`;
    await expectStored(home, 15, whole, wallClock);
  });

  it('with another name for the view and for each column', async () => {
    const home = await cicHome({
      CallDataTableName:
        '(SELECT cName AS q, dIntervalStart AS d, nDuration AS s, w.* FROM IWrkgrpQueueStats w) v',
      QueueColumn: 'v.q',
      StartColumn: 'v.d',
      DurationColumn: 'v.s',
    });
    const run = await importMadeUp(home, days);
    expect(run.problems.map(({ code }) => code)).toEqual(['STAMP_REPEATED_HOUR']);
    await expectStored(home, 30, calls, wallClock);
  });
});

describe('a section of Interactive Intelligence', () => {
  it('lists the queues that have rows which count', async () => {
    const { kinds } = await readExternalTree(await cicHome(), 'InIn');
    expect(kinds).toMatchObject([{ queues: [['Sales'], ['Support'], ['Été: ventes']] }]);
    expect(kinds[0]!.valueTypes.slice(0, 3)).toEqual(['nEnteredAcd', 'nAnsweredAcd', 'nAbandonedAcd']);
    const none = await readExternalTree(await cicHome({ RowFilter: "cHKey3 = 'Fax'" }), 'InIn');
    expect(none.kinds).toMatchObject([{ queues: [] }]);
  });

  it('of the old product is read as it is; of a zone counted down from 12 the check says its name', async () => {
    const home = await cicHome({
      Interval: '',
      TimeZone: '10',
      AdditionalFields: 'custom1;',
      Protocol: '0',
      LogDir: 'c:\\xlink\\log',
      LogFile: 'xlinklog',
      CallDataTableName: 'IWrkgrpQueueStats',
      AgentActivityTableName: 'AgentActivityLog',
      AgentMappingFile: '',
    });
    expect((await checkHome(home)).filter(({ severity }) => severity !== 'hint')).toMatchObject([
      { code: 'ZONE_OFFSET', details: { offset: '+02:00', zone: 'Europe/Paris' } },
    ]);
    await importMadeUp(home, days);
    // UTC+2 all year: from the set-back on an hour too early.
    const summer = `CASE WHEN at_utc >= ${Date.UTC(2025, 9, 26, 1) / 1000} THEN at_utc - 3600 ELSE at_utc END`;
    await expectStored(home, 30, calls, summer);
  });

  it('reads activities in UTC, whatever the clock of the server', async () => {
    const source = agentSource(await externalSystem(await cicHome(), 'InIn'));
    expect(source).toMatchObject({
      table: 'AgentActivityLog',
      agent: 'UserId',
      activity: 'StatusKey',
      start: { columns: ['StatusDateTimeGMT'], kind: 'datetime' },
      span: { kind: 'end', end: { columns: ['EndDateTimeGMT'] } },
    });
    expect(source.zone!.offsetSecondsAt(firstUtc)).toBe(0);
  });
});
