import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentData } from '../../support/acd/agents.ts';
import { asteriskDatabase, asteriskDays } from '../../support/acd/asterisk.ts';
import {
  expectFigures,
  importedFigures,
  objections,
  queuesInTree,
  type RecomputedRow,
  recomputedFigures,
} from '../../support/acd/imported.ts';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';

/** Each event of `queue_log` counts in the interval in which it happened. */

const valueTypes = [
  'offered',
  'answered',
  'abandoned',
  'left_queue',
  'completed',
  'transferred',
  'answered_in_level',
  'wait_answered',
  'wait_abandoned',
  'wait_max',
  'talk_time',
] as const;

let server: MariadbServer;
beforeAll(async () => {
  server = await startMariadb();
  await server.exec(asteriskDatabase());
});
afterAll(() => server.stop());

const epoch = {
  QueueLogTable: 'queuemetrics_log',
  TimeColumn: 'time_id',
  TimeColumnType: 'epoch',
  QueueColumn: 'queue',
  EventColumn: 'verb',
};
const text = { QueueLogTable: 'old_queue_log', TimeColumnType: 'text', TimeZone: 'Europe/Paris' };
const queues = ['600', '601', '603', 'Vente: été'];

const centre = (keys: Readonly<Record<string, string>>, intervalMinutes: 15 | 60 = 15) => ({
  interface: 'asterisk',
  connectionString: server.connectionString,
  keys,
  queues,
  valueTypes: valueTypes as readonly string[],
  timeZone: 'Europe/Paris',
  intervalMinutes,
  days: asteriskDays,
});

/** As instants; for a clock on the wall, of the hour that is there twice all is in the first. */
const instant = 'time_id';
const wallClock =
  'time_id - CASE WHEN time_id >= UNIX_TIMESTAMP("2025-10-26 01:00:00") AND time_id < UNIX_TIMESTAMP("2025-10-26 02:00:00") THEN 3600 ELSE 0 END';

/** One query for each value type, each over the rows of its own events. */
async function recomputed(at: string, minutes: number, level = 20): Promise<RecomputedRow[]> {
  const figure = (name: string, events: string, value: string) => `
    SELECT '${name}' AS type, queue, FLOOR((${at}) / ${minutes * 60}) AS slot, ${value} AS figure
    FROM queuemetrics_log WHERE FIND_IN_SET(verb, '${events}') GROUP BY queue, slot`;
  const seconds = (column: string) => `SUM(IF(${column} = '', NULL, ${column} + 0))`;
  const longest =
    'MAX(IF(verb = "CONNECT", IF(data1 = "", NULL, data1 + 0), IF(data3 = "", NULL, data3 + 0)))';
  const events =
    'ENTERQUEUE,CONNECT,ABANDON,COMPLETEAGENT,COMPLETECALLER,BLINDTRANSFER,ATTENDEDTRANSFER,EXITEMPTY,EXITWITHKEY,EXITWITHTIMEOUT';
  const out = await server.exec(`
    SELECT DATE_FORMAT(FROM_UNIXTIME(slot * ${minutes * 60}), '%Y-%m-%dT%H:%i:%sZ'), queue, type, figure FROM (
      ${[
        figure('any', events, 'COUNT(*)'),
        figure('offered', 'ENTERQUEUE', 'COUNT(*)'),
        figure('answered', 'CONNECT', 'COUNT(*)'),
        figure('abandoned', 'ABANDON', 'COUNT(*)'),
        figure('left_queue', 'EXITEMPTY,EXITWITHKEY,EXITWITHTIMEOUT', 'COUNT(*)'),
        figure('completed', 'COMPLETEAGENT,COMPLETECALLER', 'COUNT(*)'),
        figure('transferred', 'BLINDTRANSFER,ATTENDEDTRANSFER', 'COUNT(*)'),
        figure('answered_in_level', 'CONNECT', `SUM(data1 <> '' AND data1 + 0 <= ${level})`),
        figure('wait_answered', 'CONNECT', seconds('data1')),
        figure('wait_abandoned', 'ABANDON', seconds('data3')),
        figure('wait_max', 'CONNECT,ABANDON', longest),
        figure(
          'talk_time',
          'COMPLETEAGENT,COMPLETECALLER,BLINDTRANSFER',
          'SUM(IF(verb = "BLINDTRANSFER", IF(data4 = "", NULL, data4 + 0), IF(data2 = "", NULL, data2 + 0)))',
        ),
      ].join(' UNION ALL ')}) figures
    WHERE slot * ${minutes * 60} >= UNIX_TIMESTAMP('2025-10-24 22:00:00') AND slot * ${minutes * 60} < UNIX_TIMESTAMP('2025-10-27 23:00:00')`);
  const rows = new Map<string, Record<string, unknown> & { start: string; queue: string }>();
  const cells = out
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const counted = valueTypes.slice(0, 7);
  for (const [start = '', queue = ''] of cells) {
    // An interval with any event of the queue has all its numbers, if only 0.
    rows.set(`${start} ${queue}`, {
      start,
      queue,
      ...Object.fromEntries(valueTypes.map((type) => [type, counted.includes(type) ? 0 : null])),
    });
  }
  for (const [start, queue, type = '', figure] of cells) {
    if (type !== 'any' && figure !== 'NULL') rows.get(`${start} ${queue}`)![type] = figure;
  }
  return [...rows.values()];
}

describe('the queues of Asterisk', () => {
  it('are those of the log, in which calls came', async () => {
    expect(await queuesInTree(centre({}))).toEqual(queues);
  });

  it('have the descriptions of FreePBX; one without shows its number, the second of one name both', async () => {
    const keys = { QueueNames: 'freepbx', QueueNameTable: 'queues_config' };
    expect((await queuesInTree(centre(keys))).sort()).toEqual(['601', '603', 'Accueil', 'Accueil (699)']);
  });

  it('are those of Realtime', async () => {
    expect(await queuesInTree(centre({ QueueNames: 'realtime' }))).toEqual(['600', 'Vente: été']);
  });
});

describe('an import from Asterisk equals a recomputation by SQL', () => {
  it('with Unix seconds, exact in the hour that Paris has twice', async () => {
    const { run, figures } = await importedFigures(centre(epoch));
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed(instant, 15), valueTypes));
  });

  for (const [form, keys] of Object.entries({ 'a date/time': { TimeZone: 'Europe/Paris' }, text: text })) {
    it(`with the time as ${form}; what the clock shows twice counts in the first hour and is reported`, async () => {
      const { run, figures } = await importedFigures(centre(keys, 60));
      expect(run.status).toBe('completed-with-problems');
      expect(run.problems.map(({ code }) => code)).toEqual(['STAMP_REPEATED_HOUR']);
      expectFigures(figures, recomputedFigures(await recomputed(wallClock, 60), valueTypes));
    });
  }

  it('with another service level, and queues mapped by the names of FreePBX', async () => {
    const { run, figures } = await importedFigures({
      ...centre({
        ...epoch,
        ServiceLevelSeconds: '45',
        QueueNames: 'freepbx',
        QueueNameTable: 'queues_config',
      }),
      queues: ['Accueil', '601', '603'],
    });
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    const rows = (await recomputed(instant, 15, 45))
      .filter(({ queue }) => queue !== 'Vente: été')
      .map((row) => ({ ...row, queue: row.queue === '600' ? 'Accueil' : row.queue }));
    expectFigures(figures, recomputedFigures(rows, valueTypes));
  });
});

describe('the agents of Asterisk', () => {
  for (const [form, keys] of Object.entries({ 'a date/time': { TimeZone: 'Europe/Paris' }, text, epoch })) {
    it(`are logged in, paused and talking, with the time as ${form}`, async () => {
      const { events, activities, logOff } = await agentData(centre(keys), '2025-10-27');
      expect(logOff).toEqual(['9']);
      expect(activities.map(([name]) => name)).toEqual([
        'Logged in',
        'Ready',
        'Paused',
        'Talking',
        'Logged off',
      ]);
      const hour = keys === epoch ? 7 : 8;
      const one = events.filter(([, agent, activity]) => agent === 'SIP/8010' && !'24'.includes(activity));
      expect(one).toEqual([
        [`2025-10-27T0${hour}:00:00`, 'SIP/8010', '1'],
        [`2025-10-27T0${hour + 1}:00:00`, 'SIP/8010', '3'],
        [`2025-10-27T${hour + 8}:20:00`, 'SIP/8010', '9'],
      ]);
      expect(events.some(([, agent]) => agent === 'NONE')).toBe(false);
      expect(events.filter(([, , activity]) => activity === '4').length).toBeGreaterThan(100);
    });
  }
});

describe('a section of Asterisk', () => {
  for (const [form, keys] of Object.entries({ 'a date/time': { TimeZone: 'Europe/Paris' }, text, epoch })) {
    it(`with the time as ${form} fits its database and passes Test ODBC`, async () => {
      expect(await objections(centre(keys))).toEqual({ findings: [], steps: [] });
    });
  }
});
