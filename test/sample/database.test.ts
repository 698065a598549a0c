import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleRequest, writeSampleDatabase } from '#engine/sample/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlink-sample-'));
const opened: Database.Database[] = [];
let made = 0;

async function sampleDatabase(request: SampleRequest): Promise<Database.Database> {
  made += 1;
  const file = join(folder, `${made}.db`);
  await writeSampleDatabase(file, request);
  const database = new Database(file, { readonly: true });
  opened.push(database);
  return database;
}

afterAll(() => {
  for (const database of opened) database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** 90 days with the end of summer time (25 October) among them. */
let autumn: Database.Database;
/** 90 days with its start (29 March). */
let spring: Database.Database;

beforeAll(async () => {
  autumn = await sampleDatabase({ lastDay: '2026-11-21' });
  spring = await sampleDatabase({ lastDay: '2026-04-30' });
});

const rows = <Row>(database: Database.Database, sql: string) => database.prepare(sql).all() as Row[];
const one = (database: Database.Database, sql: string) =>
  database.prepare(sql).pluck().get() as number | string | null;

describe('the intervals of the sample', () => {
  it('are 90 days of quarters of an hour for 12 queues, up to the last day', () => {
    const [days] = rows<{ count: number; first: string; last: string }>(
      autumn,
      `SELECT count(DISTINCT date(start_local)) AS count, min(start_local) AS first, max(start_local) AS last
         FROM queue_interval`,
    );
    expect(days).toEqual({ count: 90, first: '2026-08-24 00:00:00', last: '2026-11-21 23:45:00' });
    expect(one(autumn, 'SELECT count(*) FROM queue')).toBe(12);
  });

  it.each([
    ['summer time ends', () => autumn, '2026-10-25', 100],
    ['summer time begins', () => spring, '2026-03-29', 92],
  ] as const)('are 96 a day, but not on the day when %s', (_, database, changeDay, expected) => {
    const days = rows<{ day: string; count: number; queues: number }>(
      database(),
      `SELECT date(start_local) AS day, count(*) AS count, count(DISTINCT queue_key) AS queues
         FROM queue_interval GROUP BY 1`,
    );
    for (const { day, count, queues } of days) {
      expect({ day, count, queues }).toEqual({
        day,
        count: (day === changeDay ? expected : 96) * 12,
        queues: 12,
      });
    }
  });

  it.each([
    ['autumn', () => autumn],
    ['spring', () => spring],
  ])('carry the local time of Paris that belongs to their Unix seconds (%s)', (_, database) => {
    const stamps = rows<{ start_local: string; start_unix: number }>(
      database(),
      'SELECT DISTINCT start_local, start_unix FROM queue_interval ORDER BY start_unix',
    );
    let before: number | undefined;
    for (const { start_local, start_unix } of stamps) {
      const local = Temporal.Instant.fromEpochMilliseconds(start_unix * 1000).toZonedDateTimeISO(
        'Europe/Paris',
      );
      expect(start_local.replace(' ', 'T')).toBe(
        local.toPlainDateTime().toString({ smallestUnit: 'second' }),
      );
      expect(start_unix - (before ?? start_unix - 900)).toBe(900);
      before = start_unix;
    }
  });

  it('have the repeated hour twice, an hour apart', () => {
    const twice = rows<{ start_local: string; seconds: number }>(
      autumn,
      `SELECT start_local, max(start_unix) - min(start_unix) AS seconds FROM queue_interval
        GROUP BY start_local, queue_key HAVING count(*) = 2`,
    );
    expect(new Set(twice.map((row) => row.start_local))).toEqual(
      new Set(['00', '15', '30', '45'].map((minute) => `2026-10-25 02:${minute}:00`)),
    );
    expect(new Set(twice.map((row) => row.seconds))).toEqual(new Set([3600]));
  });
});

describe('the figures of an interval', () => {
  it.each([
    'offered = answered + abandoned + overflow',
    'answered_in_sl <= answered',
    'max_waiting <= offered',
    'min(offered, answered, abandoned, overflow, answered_in_sl, max_waiting) >= 0',
    'min(wait_s, talk_s, hold_s, acw_s) >= 0',
    '(answered > 0) = (talk_s > 0)',
    'answered > 0 OR hold_s + acw_s = 0',
    'offered > 0 OR wait_s + max_waiting = 0',
    // A wait that is no longer in time takes more than the 20 seconds of the service level.
    'wait_s >= (answered - answered_in_sl) * 20',
  ])('agree on every row: %s', (rule) => {
    expect(one(autumn, `SELECT count(*) FROM queue_interval WHERE NOT (${rule})`)).toBe(0);
  });

  it('give handling times that one would believe, different from queue to queue', () => {
    const times = rows<{ name: string; seconds: number }>(
      autumn,
      `SELECT name, 1.0 * sum(talk_s + hold_s + acw_s) / sum(answered) AS seconds
         FROM queue_interval JOIN queue USING (queue_key) GROUP BY name`,
    );
    for (const { seconds } of times) {
      expect(seconds).toBeGreaterThan(120);
      expect(seconds).toBeLessThan(800);
    }
    const of = (name: string) => times.find((time) => time.name === name)!.seconds;
    expect(of('CS Appointments')).toBeLessThan(of('CS Hotline'));
    expect(of('CS Hotline')).toBeLessThan(of('CS Complaints'));
  });

  it('have most callers answered and answered in time', () => {
    const answered = one(autumn, 'SELECT 1.0 * sum(answered) / sum(offered) FROM queue_interval');
    const inTime = one(autumn, 'SELECT 1.0 * sum(answered_in_sl) / sum(offered) FROM queue_interval');
    expect(answered).toBeGreaterThan(0.85);
    expect(answered).toBeLessThan(0.98);
    expect(inTime).toBeGreaterThan(0.7);
  });
});

describe('the shapes of the sample', () => {
  const offeredPerDay = (where: string) =>
    one(
      autumn,
      `SELECT 1.0 * sum(offered) / count(DISTINCT date(start_local)) FROM queue_interval WHERE ${where}`,
    ) as number;
  const weekday = (sign: number) => `strftime('%w', start_local) = '${sign}'`;
  const between = (from: string, to: string) =>
    `strftime('%w', start_local) BETWEEN '1' AND '5' AND time(start_local) >= '${from}' AND time(start_local) < '${to}'`;

  it('have Mondays above all other days, and weekends far below', () => {
    const [sunday, monday, ...others] = [0, 1, 2, 3, 4, 5, 6].map((day) => offeredPerDay(weekday(day)));
    for (const other of others) expect(monday).toBeGreaterThan(other);
    expect(sunday).toBeLessThan(monday! / 4);
  });

  it('have two peaks with a lunch dip between them, and quiet nights', () => {
    const morning = offeredPerDay(between('10:00:00', '11:00:00'));
    const lunch = offeredPerDay(between('12:30:00', '13:30:00'));
    const afternoon = offeredPerDay(between('14:30:00', '15:30:00'));
    const night = offeredPerDay(between('02:00:00', '03:00:00'));
    expect(lunch).toBeLessThan(morning * 0.85);
    expect(lunch).toBeLessThan(afternoon * 0.85);
    expect(night).toBeLessThan(lunch / 20);
  });

  it('have one queue that is open at night', () => {
    const open = rows<{ name: string }>(
      autumn,
      `SELECT name FROM queue_interval JOIN queue USING (queue_key)
        WHERE time(start_local) < '06:00:00' GROUP BY name HAVING sum(offered) > 0`,
    );
    expect(open).toEqual([{ name: 'TS Emergency' }]);
  });

  it('have one weekday that is like a Sunday', () => {
    const quiet = rows<{ day: string; offered: number }>(
      autumn,
      `SELECT date(start_local) AS day, sum(offered) AS offered FROM queue_interval
        WHERE strftime('%w', start_local) BETWEEN '1' AND '5' GROUP BY 1
        HAVING sum(offered) < ${offeredPerDay(weekday(0)) * 2}`,
    );
    expect(quiet).toHaveLength(1);
  });

  it('have one afternoon on which nothing got through', () => {
    const silent = rows<{ day: string }>(
      autumn,
      `SELECT date(start_local) AS day FROM queue_interval
        WHERE ${between('14:15:00', '16:15:00')} GROUP BY 1 HAVING sum(offered) = 0`,
    );
    expect(silent).toHaveLength(1);
  });
});

describe('the agents of the sample', () => {
  it('are 60 people, each with sessions', () => {
    expect(one(autumn, "SELECT count(DISTINCT first_name || ' ' || last_name) FROM agent")).toBe(60);
    expect(one(autumn, 'SELECT count(DISTINCT agent_id) FROM agent_session')).toBe(60);
  });

  it('do one thing after the other from login to logout, without gap or overlap', () => {
    const spans = rows<{ agent_id: number; start_unix: number; end_unix: number; name: string }>(
      autumn,
      `SELECT agent_id, start_unix, end_unix, name FROM agent_activity JOIN activity USING (activity_id)
        ORDER BY agent_id, start_unix`,
    );
    const sessions = rows<{ agent_id: number; login_unix: number; logout_unix: number | null }>(
      autumn,
      'SELECT agent_id, login_unix, logout_unix FROM agent_session ORDER BY agent_id, login_unix',
    );
    let at = 0;
    for (const { agent_id, login_unix, logout_unix } of sessions) {
      const endUnix = logout_unix ?? Date.parse('2026-11-21T23:00:00Z') / 1000;
      expect(spans[at]).toMatchObject({ agent_id, start_unix: login_unix, name: 'Login' });
      let now = login_unix;
      for (; now < endUnix; at += 1) {
        expect(spans[at]).toMatchObject({ agent_id, start_unix: now });
        expect(spans[at]!.end_unix).toBeGreaterThan(now);
        now = spans[at]!.end_unix;
      }
      expect(now).toBe(endUnix);
      if (logout_unix !== null) expect(spans[at - 1]!.name).toBe('Logout');
    }
    expect(at).toBe(spans.length);
  });

  it('rest, eat and learn in shifts of a working day', () => {
    const names = rows<{ name: string }>(
      autumn,
      'SELECT DISTINCT name FROM agent_activity JOIN activity USING (activity_id) ORDER BY name',
    ).map((row) => row.name);
    expect(names).toEqual(['Available', 'Break', 'Login', 'Logout', 'Lunch', 'Team meeting', 'Training']);
    // Nine hours of night shift, and one more in the night when the clock goes back.
    expect(one(autumn, 'SELECT max(logout_unix - login_unix) FROM agent_session')).toBeLessThan(10.5 * 3600);
    expect(one(autumn, 'SELECT min(logout_unix - login_unix) FROM agent_session')).toBeGreaterThan(900);
  });

  it('were available for at least as long as they handled calls, every day', () => {
    const handled = rows<{ from: number; to: number; seconds: number }>(
      autumn,
      `SELECT min(start_unix) AS "from", max(start_unix) + 900 AS "to", sum(talk_s + hold_s + acw_s) AS seconds
         FROM queue_interval GROUP BY date(start_local)`,
    );
    const available = autumn
      .prepare(
        `SELECT sum(min(end_unix, :to) - max(start_unix, :from)) FROM agent_activity
          WHERE activity_id = 10 AND end_unix > :from AND start_unix < :to`,
      )
      .pluck();
    for (const { from, to, seconds } of handled) {
      expect(available.get({ from, to })).toBeGreaterThan(seconds);
    }
  });
});

describe('the generator', () => {
  const everything = (database: Database.Database) =>
    ['queue', 'queue_interval', 'agent', 'activity', 'agent_session', 'agent_activity'].map((table) =>
      JSON.stringify(database.prepare(`SELECT * FROM ${table}`).raw().all()),
    );

  it('gives the same again for the same seed and day, and other figures for another seed', async () => {
    const again = await sampleDatabase({ lastDay: '2026-11-21' });
    expect(everything(again)).toEqual(everything(autumn));
    const other = await sampleDatabase({ lastDay: '2026-11-21', seed: 2 });
    expect(everything(other)[1]).not.toEqual(everything(autumn)[1]);
  });
});
