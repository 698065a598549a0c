import { numbers } from './numbers.ts';

export const asteriskDays = { from: '2025-10-25', to: '2025-10-27' } as const;

/**
 * A `queue_log` as Asterisk writes it, for MariaDB, in its three forms with the same events: `time` as a date/time, as
 * text (old Realtime), and as Unix seconds in the columns of QueueMetrics. Times of the first two are those of a clock
 * in Paris. In it: calls over midnight and in the hour that Paris has twice, calls that are transferred or leave the
 * queue, an agent who does not answer, events without a queue, a queue without a name, empty and missing figures.
 */
export function asteriskDatabase(): string {
  const next = numbers(1038);
  const events: Event[] = [];
  const add = (atMs: number, queue: string, agent: string, event: string, ...data: (number | string)[]) =>
    events.push({ at: Math.floor(atMs / 1000), queue, agent, event, data: data.map(String) });
  const queues = ['600', '601', 'Vente: été', '603'];
  const from = Date.UTC(2025, 9, 24, 20);
  for (let at = from; at < from + 80 * 3_600_000; at += (20 + next(400)) * 1000) {
    const queue = queues[next(queues.length)]!;
    const wait = next(40) === 0 ? '' : next(90);
    const answered = at + Number(wait) * 1000;
    add(at, queue, 'NONE', 'ENTERQUEUE', '', '0612345678', 1);
    const agent = `SIP/80${10 + next(3)}`;
    const talk = next(30) === 0 ? '' : next(900);
    const ended = answered + Number(talk) * 1000;
    const end = next(12);
    if (end === 0) add(answered, queue, 'NONE', 'ABANDON', 1, 2, wait);
    else if (end === 1)
      add(answered, queue, 'NONE', ['EXITEMPTY', 'EXITWITHKEY', 'EXITWITHTIMEOUT'][next(3)]!, 1, 1, wait);
    else {
      if (end === 2) add(answered - 5000, queue, 'SIP/8099', 'RINGNOANSWER', 15000);
      add(answered, queue, agent, 'CONNECT', wait, `17.${at}`, 4);
      if (end === 3) add(ended, queue, agent, 'BLINDTRANSFER', '8123', 'from-internal', wait, talk, 1);
      else if (end === 4) add(ended, queue, agent, 'ATTENDEDTRANSFER', 'BRIDGE', 'x', wait, talk, 1);
      else add(ended, queue, agent, next(2) === 0 ? 'COMPLETEAGENT' : 'COMPLETECALLER', wait, talk, 1);
    }
  }
  for (const day of ['2025-10-25', '2025-10-26']) {
    const midnight = Date.parse(`${day}T22:00:00Z`) + (day === '2025-10-26' ? 3_600_000 : 0);
    add(midnight - 20_000, '600', 'NONE', 'ENTERQUEUE', '', '', 1);
    add(midnight + 10_000, '600', 'SIP/8010', 'CONNECT', 30, 'x', 2);
    add(midnight + 400_000, '600', 'SIP/8010', 'COMPLETEAGENT', 30, 390, 1);
  }
  const morning = Date.UTC(2025, 9, 27, 7);
  add(morning, 'NONE', 'SIP/8010', 'ADDMEMBER');
  add(morning + 3_600_000, '600', 'SIP/8010', 'PAUSE', 'lunch');
  add(morning + 5_400_000, '600', 'SIP/8010', 'UNPAUSE');
  add(morning + 30_000_000, 'NONE', 'SIP/8010', 'REMOVEMEMBER');
  add(morning, 'NONE', 'NONE', 'CONFIGRELOAD');
  events.sort((a, b) => a.at - b.at);
  const data = (event: Event, nothing: string) =>
    Array.from({ length: 5 }, (_, index) =>
      event.data[index] === undefined ? nothing : `'${event.data[index]}'`,
    ).join(', ');
  const rest = ({ queue, agent, event }: Event) => `'${queue}', '${agent}', '${event}'`;
  const insert = (table: string, row: (event: Event, index: number) => string) =>
    `INSERT INTO ${table} VALUES ${events.map((event, index) => `(${row(event, index)})`).join(',')};`;
  const columns = (queue: string, event: string) => `
    callid VARCHAR(40), ${queue} VARCHAR(80), agent VARCHAR(80), ${event} VARCHAR(32),
    data1 VARCHAR(100), data2 VARCHAR(100), data3 VARCHAR(100), data4 VARCHAR(100), data5 VARCHAR(100)`;
  return `
    CREATE TABLE queue_log (id INTEGER PRIMARY KEY, time DATETIME(6), ${columns('queuename', 'event')});
    CREATE TABLE old_queue_log (time CHAR(26), ${columns('queuename', 'event')});
    CREATE TABLE queuemetrics_log (time_id INTEGER UNSIGNED, ${columns('queue', 'verb')});
    CREATE TABLE queues_config (extension VARCHAR(20) PRIMARY KEY, descr VARCHAR(35));
    INSERT INTO queues_config VALUES ('600', 'Accueil'), ('601', ''), ('603', NULL), ('699', 'Accueil');
    CREATE TABLE queues (name VARCHAR(128) PRIMARY KEY, strategy VARCHAR(20));
    INSERT INTO queues VALUES ('600', 'ringall'), ('Vente: été', 'ringall');
    ${insert('queue_log', (event, index) => `${index}, '${parisian(event.at)}.${100_000 + index}', 'c${index}', ${rest(event)}, ${data(event, 'NULL')}`)}
    ${insert('old_queue_log', (event, index) => `'${parisian(event.at)}', 'c${index}', ${rest(event)}, ${data(event, "''")}`)}
    ${insert('queuemetrics_log', (event, index) => `${event.at}, 'c${index}', ${rest(event)}, ${data(event, "''")}`)}`;
}

interface Event {
  /** Unix seconds. */
  readonly at: number;
  readonly queue: string;
  readonly agent: string;
  readonly event: string;
  readonly data: readonly string[];
}

/** What a clock in Paris shows: summer time until the 26th, 01:00 UTC. */
function parisian(at: number): string {
  const hours = at < Date.UTC(2025, 9, 26, 1) / 1000 ? 2 : 1;
  return new Date((at + hours * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
