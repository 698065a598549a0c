import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentData } from '../../support/acd/agents.ts';
import { uccxDatabase, uccxDays } from '../../support/acd/cisco-uccx.ts';
import {
  expectFigures,
  importedFigures,
  objections,
  type RecomputedRow,
  recomputedFigures,
  type StandardCentre,
  treeOf,
} from '../../support/acd/imported.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

/** Cisco UCCX has no figures by interval: calls are counted and added up, by CSQ, in the intervals of WFM. */

const valueTypes = [
  'offered',
  'handled',
  'abandoned',
  'dequeued',
  'handled_by_script',
  'handled_by_other_csq',
  'in_service_level',
  'queue_time',
  'queue_time_handled',
  'queue_time_abandoned',
  'queue_time_max',
  'talk_time',
  'hold_time',
  'work_time',
  'ring_time',
] as const;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(uccxDatabase());
});
afterAll(() => server.stop());

/** Queue names as the tree shows them, by the number UCCX keeps for a CSQ. */
const names: Readonly<Record<number, string>> = {
  1: 'Ventes – été',
  2: 'Support',
  3: 'Support (3)',
  4: 'Ligne fermée',
  5: '5',
  6: 'Après',
  7: 'Courrier',
};

const centre = (more: Partial<StandardCentre> = {}): StandardCentre => ({
  interface: 'cisco-uccx',
  connectionString: server.connectionString,
  queues: [1, 2, 3, 5, 6, 7].map((csq) => names[csq]!),
  valueTypes,
  timeZone: 'Europe/Paris',
  intervalMinutes: 30,
  days: uccxDays,
  ...more,
});

/** Computed another way than the program does: row by row, agents' times by a query for each leg. */
async function recomputed(
  csqs: readonly number[],
  minutes = 30,
  sameQueueing = '',
): Promise<RecomputedRow[]> {
  const seconds = (column: string) => `
    SUM(CASE WHEN queued.disposition = 2 THEN (
      SELECT SUM(agent.${column}) FROM AgentConnectionDetail agent
      WHERE (agent.sessionID, agent.sessionSeqNum, agent.nodeID, agent.profileID)
          = (call.sessionID, call.sessionSeqNum, call.nodeID, call.profileID) ${sameQueueing}) END)`;
  const rows = await server.exec(`
    SELECT TO_CHAR(DATE_BIN('${minutes} minutes', call.startDateTime, '2025-01-01'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
      csq.contactServiceQueueID AS csq,
      COUNT(*) AS offered,
      COUNT(*) FILTER (WHERE queued.disposition = 2) AS handled,
      COUNT(*) FILTER (WHERE queued.disposition = 1) AS abandoned,
      COUNT(*) FILTER (WHERE queued.disposition = 3) AS dequeued,
      COUNT(*) FILTER (WHERE queued.disposition = 4) AS handled_by_script,
      COUNT(*) FILTER (WHERE queued.disposition = 5) AS handled_by_other_csq,
      COUNT(*) FILTER (WHERE queued.disposition = 2 AND queued.metServiceLevel) AS in_service_level,
      SUM(queued.queueTime) AS queue_time,
      SUM(queued.queueTime) FILTER (WHERE queued.disposition = 2) AS queue_time_handled,
      SUM(queued.queueTime) FILTER (WHERE queued.disposition = 1) AS queue_time_abandoned,
      MAX(queued.queueTime) AS queue_time_max,
      ${seconds('talkTime')} AS talk_time, ${seconds('holdTime')} AS hold_time,
      ${seconds('workTime')} AS work_time, ${seconds('ringTime')} AS ring_time
    FROM ContactQueueDetail queued
    INNER JOIN ContactCallDetail call USING (sessionID, sessionSeqNum, nodeID, profileID)
    INNER JOIN ContactServiceQueue csq ON csq.recordID = queued.targetID
    WHERE queued.targetType = 0 AND csq.contactServiceQueueID IN (${csqs.join(', ')})
      AND call.startDateTime >= TIMESTAMP '2025-10-25 00:00' AT TIME ZONE 'Europe/Paris' AT TIME ZONE 'UTC'
      AND call.startDateTime < TIMESTAMP '2025-10-28 00:00' AT TIME ZONE 'Europe/Paris' AT TIME ZONE 'UTC'
    GROUP BY 1, 2`);
  return rows.map((row) => ({ ...row, start: String(row.start), queue: names[Number(row.csq)]! }));
}

const tree = (keys: Readonly<Record<string, string>>) =>
  treeOf({ interface: 'cisco-uccx', connectionString: server.connectionString, keys });

describe('the queues of Cisco UCCX', () => {
  it('are the active CSQs by name; one without a name shows its number, the second of one name both', async () => {
    const { kinds } = await tree({});
    expect(kinds).toEqual([
      {
        id: '',
        queues: [['5'], ['Après'], ['Courrier'], ['Support'], ['Support (3)'], ['Ventes – été']],
        valueTypes: [...valueTypes],
      },
    ]);
  });

  it('are also those that were deleted, where the section says so', async () => {
    const { kinds } = await tree({ InactiveQueues: '1' });
    expect(kinds[0]?.queues).toContainEqual(['Ligne fermée']);
    expect(kinds[0]?.queues).toHaveLength(7);
  });

  it('are those that QueueFilter picks; 0, as old sections have it, picks all', async () => {
    const filtered = await tree({ QueueFilter: "queuetype = 1 OR csqname LIKE 'A%'" });
    expect(filtered.kinds[0]?.queues).toEqual([['Après'], ['Courrier']]);
    const all = await tree({ QueueFilter: '0' });
    expect(all.kinds[0]?.queues).toHaveLength(6);
  });
});

describe('an import from Cisco UCCX equals a recomputation by SQL', () => {
  it('for all value types, over the hour that Paris has twice, CSQs that were changed and conferences', async () => {
    const { run, figures } = await importedFigures(centre());
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed([1, 2, 3, 5, 6, 7]), valueTypes));
  });

  it('in any interval of WFM: Interval=30 of an old section is no aggregation', async () => {
    const { run, figures } = await importedFigures(
      centre({ intervalMinutes: 15, keys: { Interval: '30', TimeZone: '0', QueueFilter: '0' } }),
    );
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed([1, 2, 3, 5, 6, 7], 15), valueTypes));
  });

  it('for a deleted CSQ, mapped by its number', async () => {
    const { run, figures } = await importedFigures(centre({ queues: ['4'], keys: { InactiveQueues: '1' } }));
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    const rows = (await recomputed([4])).map((row) => ({ ...row, queue: '4' }));
    expectFigures(figures, recomputedFigures(rows, valueTypes));
  });

  it('with the times of those agents only that a CSQ gave the call to', async () => {
    const { run, figures } = await importedFigures(centre({ keys: { ConferenceAgents: '0' } }));
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    const rows = await recomputed([1, 2, 3, 5, 6, 7], 30, 'AND agent.qIndex = queued.qIndex');
    expectFigures(figures, recomputedFigures(rows, valueTypes));
  });

  it('from tables of other names', async () => {
    await server.exec(`
      CREATE SCHEMA IF NOT EXISTS copied;
      CREATE OR REPLACE VIEW copied.csq AS SELECT * FROM ContactServiceQueue;
      CREATE OR REPLACE VIEW copied.queued AS SELECT * FROM ContactQueueDetail;
      CREATE OR REPLACE VIEW copied.calls AS SELECT * FROM ContactCallDetail;
      CREATE OR REPLACE VIEW copied.connected AS SELECT * FROM AgentConnectionDetail;`);
    const { run, figures } = await importedFigures(
      centre({
        keys: {
          ContactServiceQueueTable: 'copied.csq',
          ContactQueueDetailTable: 'copied.queued',
          ContactCallDetailTable: 'copied.calls',
          AgentConnectionDetailTable: 'copied.connected',
        },
      }),
    );
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed([1, 2, 3, 5, 6, 7]), valueTypes));
  });
});

describe('the agents of Cisco UCCX', () => {
  const agents = (keys: Readonly<Record<string, string>>) => agentData({ ...centre(), keys }, '2025-10-26');

  it('are known by their login; each state lasts until the next, 7 ends the session', async () => {
    const { events, activities, logOff } = await agents({});
    expect(logOff).toEqual(['7']);
    expect(activities.map(([, id]) => id).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(events).toEqual([
      ['2025-10-26T06:58:10', 'amartin', '1'],
      ['2025-10-26T06:58:11', 'amartin', '2'],
      ['2025-10-26T07:00:02', 'amartin', '3'],
      ['2025-10-26T07:04:00', 'amartin', '4'],
      ['2025-10-26T07:04:06', 'amartin', '5'],
      ['2025-10-26T07:09:00', 'amartin', '6'],
      ['2025-10-26T10:00:00', 'amartin', '2'],
      ['2025-10-26T10:30:00', 'amartin', '7'],
    ]);
  });

  it('have an activity for each reason not to be ready, where the section says so, and another id', async () => {
    const { events, activities } = await agents({ IncludeReasonCodes: '1', AgentIdColumn: 'extension' });
    expect(events.map(([, agent, activity]) => `${agent} ${activity}`)).toEqual(
      ['1', '232760', '3', '4', '5', '6', '200007', '7'].map((activity) => `4101 ${activity}`),
    );
    expect(activities).toContainEqual(['Not ready 7', '200007']);
  });
});

describe('a section of Cisco UCCX', () => {
  const old = {
    User: 'uccxhruser',
    Interval: '30',
    TimeZone: '0',
    Protocol: '0',
    LogFile: 'SS_Cisco',
    ContactServiceQueueTable: 'ContactServiceQueue',
    ContactQueueDetailTable: 'ContactQueueDetail',
    ContactCallDetailTable: 'ContactCallDetail',
    AgentConnectionDetailTable: 'AgentConnectionDetail',
    QueueFilter: '0',
  };

  it('as the old product has it is right as it is, and passes Test ODBC', async () => {
    expect(await objections({ ...centre(), keys: old })).toEqual({ findings: [], steps: [] });
  });

  it('with mistakes is told the key and what to write', async () => {
    const keys = {
      InactiveQueues: '2',
      QueueFliter: "csqname LIKE 'A%'",
      ContactCallDetailTable: 'CallDetail',
    };
    const { findings } = await objections({ ...centre(), keys });
    expect(findings).toMatchObject([
      { severity: 'error', code: 'KEY_VALUE', key: 'InactiveQueues', line: 5 },
      { severity: 'warning', code: 'KEY_UNKNOWN', key: 'QueueFliter', details: { likely: 'QueueFilter' } },
    ]);
    const { findings: ofTables } = await objections({
      ...centre(),
      keys: { ContactCallDetailTable: 'CallDetail' },
    });
    expect(ofTables.map(({ severity }) => severity)).toContain('error');
  });
});
