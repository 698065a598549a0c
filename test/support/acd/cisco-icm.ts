/**
 * A database like the historical one of Cisco ICM and UCCE, for SQLite and MariaDB: call types by interval, in the
 * clock of the controller in New York with the minutes it is behind UTC. In it: the hour that New York has twice, half
 * hours that become quarters in the middle, more calls handled than offered, intervals without routed calls, two call
 * types of one name, one without, one that is not listed any more, and nulls.
 */
export const icmDays = { from: '2025-11-01', to: '2025-11-03' } as const;
export const icmZone = 'America/New_York';

/** Figures of an interval; the first five are there in every release. */
export const icmFigures = [
  'CallsOffered',
  'CallsHandled',
  'CallsAnswered',
  'HandleTime',
  'RouterCallsAbandQ',
  'TotalCallsAband',
  'CallsRouted',
  'AnswerWaitTime',
  'TalkTime',
  'HoldTime',
  'RouterCallsAbandToAgent',
  'DelayQAbandTime',
  'DelayAgentAbandTime',
  'CallDelayAbandTime',
  'RouterQueueCalls',
  'RouterQueueWaitTime',
  'CallsQHandled',
  'CallsRONA',
  'CallsRequeried',
  'CallsRoutedNonAgent',
  'IncompleteCalls',
  'ShortCalls',
  'OverflowOut',
  'ServiceLevelCalls',
  'ServiceLevelCallsOffered',
  'ServiceLevelAband',
  'ErrorCount',
  'AgentErrorCount',
] as const;

/** Those of a call type with a skill group; `CallsOffered` and `CallsRouted` are not among them. */
export const icmSkillGroupFigures = [
  'CallsOfferedRouted',
  'CallsOfferedNotRouted',
  'CallsHandled',
  'CallsAnswered',
  'HandleTime',
  'TalkTime',
  'HoldTime',
  'RouterCallsAbandQ',
] as const;

/** The last one has figures, and no name any more. */
const callTypes = [5001, 5002, 5003, 5004, 5009] as const;

const firstMs = Date.UTC(2025, 10, 1, 0);
const endMs = Date.UTC(2025, 10, 4, 12);
/** Summer time ends in New York at two in the morning. */
const winterMs = Date.UTC(2025, 10, 2, 6);
/** Noon of that day: from here on the controller sums up quarter hours. */
const quartersMs = Date.UTC(2025, 10, 2, 17);

/** Statements that make the database; the same rows each time. */
export function icmDatabase(): string {
  const next = numbers(20251102);
  const value = (below: number) => (next(9) === 0 ? 'NULL' : String(next(below)));
  const callTypeRows: string[] = [];
  const skillGroupRows: string[] = [];
  for (let atMs = firstMs; atMs < endMs; ) {
    const minutes = atMs < quartersMs ? 30 : 15;
    const minutesWest = atMs < winterMs ? 240 : 300;
    const local = new Date(atMs - minutesWest * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    for (const callType of callTypes) {
      const isTwice = atMs >= winterMs - 3_600_000 && atMs < winterMs + 3_600_000;
      if (next(12) === 0 && !isTwice) continue;
      const key = `'${local}', ${callType}, ${minutesWest}, ${minutes}`;
      const figures = icmFigures.map((name) =>
        name === 'CallsRouted'
          ? String(next(3) === 0 ? 0 : next(40))
          : value(name.endsWith('Time') ? 9000 : 60),
      );
      callTypeRows.push(`(${key}, ${figures.join(', ')})`);
      for (const skillGroup of [6001, 6002]) {
        const ofGroup = icmSkillGroupFigures.map(() => value(50));
        skillGroupRows.push(`(${key}, ${skillGroup}, ${ofGroup.join(', ')})`);
      }
    }
    atMs += minutes * 60_000;
  }
  const key =
    'DateTime DATETIME NOT NULL, CallTypeID INTEGER NOT NULL, TimeZone INTEGER NOT NULL, ReportingInterval INTEGER';
  const columns = (names: readonly string[]) => names.map((name) => `${name} INTEGER`).join(', ');
  return `
CREATE TABLE Call_Type_Interval (${key}, ${columns(icmFigures)}, PRIMARY KEY (DateTime, CallTypeID, TimeZone));
CREATE TABLE Call_Type_SG_Interval (${key}, SkillGroupSkillTargetID INTEGER NOT NULL, ${columns(icmSkillGroupFigures)},
  PRIMARY KEY (DateTime, CallTypeID, SkillGroupSkillTargetID, TimeZone));
CREATE TABLE t_Call_Type_Half_Hour (DateTime DATETIME NOT NULL, CallTypeID INTEGER NOT NULL, TimeZone INTEGER NOT NULL,
  ${columns(icmFigures.map((name) => `${name}ToHalf`))});
CREATE TABLE Call_Type (CallTypeID INTEGER PRIMARY KEY, EnterpriseName VARCHAR(32), Deleted CHAR(1) NOT NULL);
INSERT INTO Call_Type VALUES (5004, 'Sales_EN', 'N'), (5001, 'Sales_EN', 'N'), (5002, 'Été_FR', 'Y'), (5003, NULL, 'N'), (5005, 'Quiet', 'N');
INSERT INTO Call_Type_Interval VALUES ${callTypeRows.join(',\n')};
INSERT INTO Call_Type_SG_Interval VALUES ${skillGroupRows.join(',\n')};
`;
}

/** The same numbers below a bound each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
