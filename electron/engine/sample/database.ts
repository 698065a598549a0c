import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type SampleDay, sampleDays } from './calendar.ts';
import { type CallFigures, callFigures, congestionOf } from './calls.ts';
import {
  handlingSeconds,
  sampleActivities,
  sampleAgents,
  sampleIntervalMinutes,
  sampleQueues,
} from './centre.ts';
import { dayFactor, expectedCalls } from './demand.ts';
import { type Random, randomFrom } from './random.ts';
import { availableSeconds, type Roster, rosterOf } from './roster.ts';

/**
 * The tables of a small ACD. Time stamps are there twice, as most ACDs have only the first: the clock on the wall
 * (`start_local`, the same twice in the repeated hour) and Unix seconds. Text columns are bounded, so that an
 * ODBC driver knows how much room a row takes.
 */
const schema = `
CREATE TABLE queue (
  queue_key INTEGER PRIMARY KEY,
  name VARCHAR(40) NOT NULL
);
CREATE TABLE queue_interval (
  start_local DATETIME NOT NULL,
  start_unix INTEGER NOT NULL,
  queue_key INTEGER NOT NULL REFERENCES queue,
  offered INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  overflow INTEGER NOT NULL,
  answered_in_sl INTEGER NOT NULL,
  wait_s INTEGER NOT NULL,
  talk_s INTEGER NOT NULL,
  hold_s INTEGER NOT NULL,
  acw_s INTEGER NOT NULL,
  max_waiting INTEGER NOT NULL,
  PRIMARY KEY (start_unix, queue_key)
);
CREATE INDEX queue_interval_local ON queue_interval (start_local);
CREATE TABLE agent (
  agent_id INTEGER PRIMARY KEY,
  first_name VARCHAR(40) NOT NULL,
  last_name VARCHAR(40) NOT NULL
);
CREATE TABLE activity (
  activity_id INTEGER PRIMARY KEY,
  name VARCHAR(40) NOT NULL
);
CREATE TABLE agent_session (
  login_unix INTEGER NOT NULL,
  logout_unix INTEGER,
  agent_id INTEGER NOT NULL REFERENCES agent,
  PRIMARY KEY (agent_id, login_unix)
);
CREATE TABLE agent_activity (
  start_unix INTEGER NOT NULL,
  end_unix INTEGER NOT NULL,
  agent_id INTEGER NOT NULL REFERENCES agent,
  activity_id INTEGER NOT NULL REFERENCES activity,
  PRIMARY KEY (agent_id, start_unix)
);
CREATE INDEX agent_activity_start ON agent_activity (start_unix);
`;

export interface SampleRequest {
  /** `YYYY-MM-DD`, the last of 90 days. */
  readonly lastDay: string;
  /** The same seed and last day give the same figures. */
  readonly seed?: number;
}

/** Writes the ACD database of the sample contact centre to a new file; lets other work go on in between. */
export async function writeSampleDatabase(file: string, { lastDay, seed = 1 }: SampleRequest): Promise<void> {
  const days = sampleDays(lastDay);
  const roster = rosterOf(days, randomFrom(seed));
  const available = availableSeconds(roster.activities);
  const random = randomFrom(seed + 1);
  const database = new Database(file, { fileMustExist: false });
  try {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec(schema);
    writePeople(database, roster);
    const writeCalls = callWriter(database);
    for (const day of days) {
      database.transaction(() => writeDay(day, available, random, writeCalls))();
      await nextTurn();
    }
    // Leaves a single file that readers may open with any locking.
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
}

function writePeople(database: Database.Database, { sessions, activities }: Roster): void {
  const insert = (table: string, columns: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  database.transaction(() => {
    const queue = insert('queue', 2);
    for (const { key, name } of sampleQueues) queue.run(key, name);
    const agent = insert('agent', 3);
    for (const { id, firstName, lastName } of sampleAgents) agent.run(id, firstName, lastName);
    const activity = insert('activity', 2);
    for (const { id, name } of Object.values(sampleActivities)) activity.run(id, name);
    const session = insert('agent_session', 3);
    for (const { loginUnix, logoutUnix, agentId } of sessions) session.run(loginUnix, logoutUnix, agentId);
    const span = insert('agent_activity', 4);
    for (const { startUnix, endUnix, agentId, activityId } of activities) {
      span.run(startUnix, endUnix, agentId, activityId);
    }
  })();
}

type WriteCalls = (startLocal: string, startUnix: number, queueKey: number, figures: CallFigures) => void;

function callWriter(database: Database.Database): WriteCalls {
  const insert = database.prepare(
    `INSERT INTO queue_interval (start_local, start_unix, queue_key, offered, answered, abandoned, overflow,
       answered_in_sl, wait_s, talk_s, hold_s, acw_s, max_waiting)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (startLocal, startUnix, queueKey, figures) =>
    insert.run(
      startLocal,
      startUnix,
      queueKey,
      figures.offered,
      figures.answered,
      figures.abandoned,
      figures.overflow,
      figures.answeredInServiceLevel,
      figures.waitSeconds,
      figures.talkSeconds,
      figures.holdSeconds,
      figures.afterCallSeconds,
      figures.maxWaiting,
    );
}

/** One row per interval and queue, closed ones with zeros. */
function writeDay(
  day: SampleDay,
  available: ReadonlyMap<number, number>,
  random: Random,
  write: WriteCalls,
): void {
  const slotSeconds = sampleIntervalMinutes * 60;
  const factors = new Map(sampleQueues.map((queue) => [queue, dayFactor(queue, day, random)]));
  for (const { startLocal, startUnix, minuteOfDay } of day.slots) {
    const expected = sampleQueues.map((queue) => expectedCalls(queue, day, factors.get(queue)!, minuteOfDay));
    const calls = expected.reduce((sum, count) => sum + count, 0);
    const work = expected.reduce((sum, count, at) => sum + count * handlingSeconds(sampleQueues[at]!), 0);
    const agents = (available.get(startUnix) ?? 0) / slotSeconds;
    const congestion = congestionOf(work / slotSeconds, agents, calls === 0 ? 0 : work / calls);
    for (const [at, queue] of sampleQueues.entries()) {
      write(startLocal, startUnix, queue.key, callFigures(queue, expected[at]!, congestion, random));
    }
  }
}
