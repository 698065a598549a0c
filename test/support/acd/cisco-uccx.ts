import { numbers } from './numbers.ts';

/**
 * A database like `db_cra` of Cisco UCCX, for PostgreSQL: times in GMT, one row for each leg of a call, one for each
 * CSQ it waited in, one for each agent on it. In it: CSQs that were changed (a new record under the same id), two of
 * one name, one without a name, a deleted one; conferences, transfers, calls in two CSQs at once, calls for an agent
 * whose number is that of a CSQ record, calls over midnight and in the hour that Paris has twice, and nulls.
 */
export const uccxDays = { from: '2025-10-25', to: '2025-10-27' } as const;

const schema = `
CREATE TABLE ContactServiceQueue (
  contactServiceQueueID INTEGER NOT NULL, profileID INTEGER NOT NULL, csqName VARCHAR(50) NOT NULL,
  serviceLevel INTEGER NOT NULL, active BOOLEAN NOT NULL, dateInactive TIMESTAMP(3), recordID INTEGER PRIMARY KEY,
  queueType SMALLINT NOT NULL);
CREATE TABLE ContactCallDetail (
  sessionID DECIMAL(18,0) NOT NULL, sessionSeqNum SMALLINT NOT NULL, nodeID SMALLINT NOT NULL, profileID INTEGER NOT NULL,
  contactType SMALLINT NOT NULL, contactDisposition SMALLINT NOT NULL, startDateTime TIMESTAMP(3) NOT NULL,
  endDateTime TIMESTAMP(3) NOT NULL, gmtOffset SMALLINT NOT NULL, connectTime INTEGER,
  PRIMARY KEY (sessionID, sessionSeqNum, nodeID, profileID));
CREATE TABLE ContactQueueDetail (
  sessionID DECIMAL(18,0) NOT NULL, sessionSeqNum SMALLINT NOT NULL, profileID INTEGER NOT NULL, nodeID SMALLINT NOT NULL,
  targetID INTEGER NOT NULL, targetType SMALLINT NOT NULL, qIndex SMALLINT NOT NULL, disposition SMALLINT,
  metServiceLevel BOOLEAN, queueTime INTEGER,
  PRIMARY KEY (sessionID, sessionSeqNum, profileID, nodeID, targetID, targetType, qIndex));
CREATE TABLE AgentConnectionDetail (
  sessionID DECIMAL(18,0) NOT NULL, sessionSeqNum SMALLINT NOT NULL, nodeID SMALLINT NOT NULL, profileID INTEGER NOT NULL,
  resourceID INTEGER NOT NULL, startDateTime TIMESTAMP(3) NOT NULL, endDateTime TIMESTAMP(3) NOT NULL, qIndex SMALLINT NOT NULL,
  gmtOffset SMALLINT NOT NULL, ringTime SMALLINT, talkTime INTEGER, holdTime SMALLINT, workTime SMALLINT,
  PRIMARY KEY (sessionID, sessionSeqNum, nodeID, profileID, resourceID, startDateTime, qIndex));
CREATE TABLE Resource (
  resourceID INTEGER NOT NULL, profileID INTEGER NOT NULL, resourceLoginID VARCHAR(50) NOT NULL, resourceName VARCHAR(50),
  extension VARCHAR(50), active BOOLEAN NOT NULL, PRIMARY KEY (resourceID, profileID));
CREATE TABLE AgentStateDetail (
  agentID INTEGER NOT NULL, eventDateTime TIMESTAMP(3) NOT NULL, gmtOffset SMALLINT NOT NULL, eventType SMALLINT NOT NULL,
  reasonCode SMALLINT NOT NULL, profileID INTEGER NOT NULL,
  PRIMARY KEY (agentID, eventDateTime, eventType, reasonCode, profileID));
INSERT INTO ContactServiceQueue VALUES
  (1, 1, 'Ventes – été', 20, 'f', '2025-10-26 12:00:00', 11, 0), (1, 1, 'Ventes – été', 30, 't', NULL, 21, 0),
  (2, 1, 'Support', 20, 't', NULL, 12, 0), (3, 1, 'Support', 20, 't', NULL, 13, 0),
  (4, 1, 'Ligne fermée', 20, 'f', '2025-10-27 09:00:00', 14, 0), (5, 1, '', 20, 't', NULL, 15, 0),
  (6, 1, 'Avant', 20, 'f', '2025-10-25 10:00:00', 16, 0), (6, 1, 'Après', 20, 't', NULL, 26, 0),
  (7, 1, 'Courrier', 20, 't', NULL, 17, 1);
INSERT INTO Resource VALUES
  (101, 1, 'amartin', 'Martin, A.', '4101', 't'), (102, 1, 'bmuster', 'Muster, B.', '4102', 't'), (12, 1, 'cdoe', 'Doe, C.', '4103', 't');
INSERT INTO AgentStateDetail VALUES
  (101, '2025-10-26 06:58:10', 0, 1, 0, 1), (101, '2025-10-26 06:58:11', 0, 2, 32760, 1), (101, '2025-10-26 07:00:02', 0, 3, 0, 1),
  (101, '2025-10-26 07:04:00', 0, 4, 0, 1), (101, '2025-10-26 07:04:06', 0, 5, 0, 1), (101, '2025-10-26 07:09:00', 0, 6, 0, 1),
  (101, '2025-10-26 10:00:00', 0, 2, 7, 1), (101, '2025-10-26 10:30:00', 0, 7, 22, 1);
`;

/** Statements that make the database; the same rows each time. */
export function uccxDatabase(): string {
  const next = numbers(20251026);
  const tables: Record<string, string[]> = {
    ContactCallDetail: [],
    ContactQueueDetail: [],
    AgentConnectionDetail: [],
  };
  const first = Date.UTC(2025, 9, 24, 20);
  let sessionId = 9_000_000_000_000;

  function leg(session: number, sequence: number, atMs: number): Leg {
    const seconds = 20 + next(900);
    tables.ContactCallDetail!.push(
      `(${session}, ${sequence}, 1, 1, 1, 2, ${stamp(atMs)}, ${stamp(atMs + seconds * 1000)}, 0, ${seconds})`,
    );
    return { session, sequence, atMs };
  }
  function queued(
    { session, sequence }: Leg,
    target: number,
    type: number,
    index: number,
    row: string,
  ): void {
    tables.ContactQueueDetail!.push(`(${session}, ${sequence}, 1, 1, ${target}, ${type}, ${index}, ${row})`);
  }
  function connected({ session, sequence, atMs }: Leg, agent: number, waitS: number, index: number): void {
    const at = atMs + waitS * 1000;
    const maybe = (below: number) => (next(8) === 0 ? 'NULL' : next(below));
    tables.AgentConnectionDetail!.push(
      `(${session}, ${sequence}, 1, 1, ${agent}, ${stamp(at)}, ${stamp(at + 300_000)}, ${index}, 0, ${maybe(30)}, ${maybe(900)}, ${maybe(60)}, ${maybe(120)})`,
    );
  }

  for (let atMs = first; atMs < first + 80 * 3_600_000; atMs += (60 + next(500)) * 1000) {
    sessionId += 1;
    const call = leg(sessionId, 0, atMs + next(1000));
    const csq = recordOf([1, 2, 3, 4, 5, 6, 7][next(7)]!, atMs);
    const waitS = next(12) === 0 ? 3000 : next(200);
    const disposition = [1, 2, 2, 2, 2, 3, 4][next(7)]!;
    const queueTime = next(15) === 0 ? 'NULL' : waitS;
    const met = ["'t'", "'f'", 'NULL'][next(3)];
    queued(call, csq, 0, 1, `${next(25) === 0 ? 'NULL' : disposition}, ${met}, ${queueTime}`);
    if (next(4) === 0 && csq !== 12) queued(call, 12, 0, 1, `5, 'f', ${queueTime}`);
    if (next(10) === 0) queued(call, 12, 1, 1, `2, 't', ${waitS}`);
    if (disposition !== 2) continue;
    if (next(6) === 0) connected(call, 102, Math.max(0, waitS - 15), 1);
    connected(call, 101, waitS, 1);
    // A conference: more agents on the same leg, called in directly or through a route point and a CSQ.
    if (next(3) === 0) connected(call, 102, waitS + 60, 0);
    if (next(6) === 0) {
      queued(call, 13, 0, 2, "2, 't', 4");
      connected(call, 12, waitS + 120, 2);
    }
    if (next(6) === 0) {
      const transferred = leg(sessionId, 1, atMs + (waitS + 200) * 1000);
      queued(transferred, recordOf(2, atMs), 0, 1, "2, 't', 3");
      connected(transferred, 102, 3, 1);
    }
  }
  // Answered after midnight, at the end of a day and at the end of all that is imported.
  for (const at of ['2025-10-25T21:59:50Z', '2025-10-26T22:59:55Z', '2025-10-27T22:59:58Z']) {
    sessionId += 1;
    const call = leg(sessionId, 0, Date.parse(at));
    queued(call, 12, 0, 1, "2, 'f', 400");
    connected(call, 101, 400, 1);
  }
  const inserts = Object.entries(tables).map(
    ([table, rows]) => `INSERT INTO ${table} VALUES ${rows.join(',')};`,
  );
  return [schema, ...inserts].join('\n');
}

interface Leg {
  readonly session: number;
  readonly sequence: number;
  readonly atMs: number;
}

/** The record a CSQ had at that time. */
function recordOf(csq: number, atMs: number): number {
  if (csq === 1) return atMs < Date.UTC(2025, 9, 26, 12) ? 11 : 21;
  if (csq === 6) return atMs < Date.UTC(2025, 9, 25, 10) ? 16 : 26;
  return csq + 10;
}

function stamp(atMs: number): string {
  return `'${new Date(atMs).toISOString().slice(0, 23).replace('T', ' ')}'`;
}
