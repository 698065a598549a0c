/**
 * A database like that of Nortel Symposium and Avaya Aura Contact Center, for PostgreSQL: views of quarter hours in
 * the clock of the server in Paris, under the names of either. In it: skillsets with a row for each application, those
 * of the system application among them, and for each kind of contact; two skillsets of one name, names that are
 * missing, the hour that Paris has twice, a morning without rows, and nulls.
 */
export const nortelDays = { from: '2025-10-25', to: '2025-10-27' } as const;
export const nortelZone = 'Europe/Paris';

/** Applications by number; without a name: null. */
export const nortelApplications = [
  [1, 'System_Application'],
  [10010, 'Hotline'],
  [10011, 'Été – ventes'],
  [10012, null],
] as const;

/** Skillsets by number; the second one of a name, and one without. */
const nortelSkillsets = [
  [10001, 'Sales'],
  [10002, "L'accueil"],
  [10003, 'Sales'],
  [10004, null],
] as const;

/** CDNs have a number and nothing else; it is a text. */
export const nortelCdns = ['0788', '7000', 'sip:7001@example.org'] as const;

/** Figures by kind, all of them whole numbers: sums, and of some the largest. */
export const nortelFigures = {
  application: {
    sums: [
      'CallsOffered',
      'CallsAnswered',
      'CallsAbandoned',
      'WaitTime',
      'TalkTime',
      'PostCallProcessingTime',
      'CallsAnsweredDelay',
      'CallsAnsweredAftThreshold',
      'CallsAbandonedDelay',
      'CallsAbandonedAftThreshold',
      'CallsGivenForceBusy',
      'CallsGivenForceDisconnect',
      'CallsGivenForceOverflow',
    ],
    maxima: ['MaxCallsAnsDelay'],
  },
  skillset: {
    sums: [
      'CallsOffered',
      'CallsAnswered',
      'SkillsetAbandoned',
      'WaitTime',
      'TalkTime',
      'PostCallProcessingTime',
      'NotReadyTime',
      'CallsAnsweredDelay',
      'CallsAnsweredAfterThreshold',
      'SkillsetAbandonedDelay',
      'SkillsetAbandonedAftThreshold',
      'NetCallsAnswered',
      'VirtualCallsOffered',
      'VirtualCallsAbandoned',
      'ActiveTime',
      'AllAgentBusyTime',
      'TotalStaffedTime',
      'IdleTime',
      'DNOutExtCallsTalkTime',
      'DNOutIntCallsTalkTime',
    ],
    maxima: ['MaxAnsweredDelay', 'MaxSkillsetAbandonedDelay'],
  },
  cdn: { sums: ['CallsOffered', 'CallsAnswered', 'CallsAbandoned'], maxima: [] },
} as const;

type Kind = keyof typeof nortelFigures;

const columnsOf = (kind: Kind) => [...nortelFigures[kind].sums, ...nortelFigures[kind].maxima];

/** A whole number below 97 out of the row's instant and keys, the same each time; of one in seven it is null. */
function figure(at: number, ...keys: readonly string[]): string {
  const salt = [`(EXTRACT(EPOCH FROM at) / 900)::bigint * ${31 + at}`, ...keys, String(at * 7919)].join(
    ' + ',
  );
  return `CASE WHEN (${salt}) % 7 = ${at % 7} THEN NULL ELSE ((${salt}) * 48271 % 97)::int END`;
}

function insert(table: string, kind: Kind, keys: readonly string[], from: string, salts: readonly string[]) {
  const columns = columnsOf(kind);
  const figures = columns.map((_, at) => figure(at, ...salts));
  return `INSERT INTO ${table} ("Timestamp", "Time", ${[...keys, ...columns].join(', ')})
    SELECT at AT TIME ZONE '${nortelZone}', TO_CHAR(at AT TIME ZONE '${nortelZone}', 'HH24:MI'), ${[...keys, ...figures].join(', ')}
    FROM GENERATE_SERIES(TIMESTAMPTZ '2025-10-24 22:00Z', TIMESTAMPTZ '2025-10-28 01:45Z', INTERVAL '15 minutes') at, ${from}
    WHERE NOT (at >= TIMESTAMPTZ '2025-10-27 06:00Z' AND at < TIMESTAMPTZ '2025-10-27 09:00Z');`;
}

const text = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
const values = (rows: readonly (readonly [number, string | null])[]) =>
  `(VALUES ${rows.map(([id, name]) => `(${id}, ${text(name)})`).join(', ')})`;

/** The view under its AACC 6 name: the same rows, another time stamp, numbers without names. */
function aaccView(name: string, table: string, kind: Kind, keys: readonly string[]): string {
  return `CREATE VIEW stat.${name} AS
    SELECT "Timestamp" AS statTimestamp, ${[...keys, ...columnsOf(kind)].join(', ')} FROM ${table};`;
}

/** Statements that make the database. */
export function nortelDatabase(): string {
  const numbers = (kind: Kind) =>
    columnsOf(kind)
      .map((column) => `${column} INTEGER`)
      .join(', ');
  return `
CREATE TABLE iApplicationStat (
  "Timestamp" TIMESTAMP NOT NULL, "Time" CHAR(5) NOT NULL, ApplicationID INTEGER NOT NULL, Application VARCHAR(30),
  ${numbers('application')});
CREATE TABLE iSkillsetStat (
  "Timestamp" TIMESTAMP NOT NULL, "Time" CHAR(5) NOT NULL, SkillsetID INTEGER NOT NULL, Skillset VARCHAR(30),
  ApplicationID INTEGER NOT NULL, Application VARCHAR(30), ContactType VARCHAR(30), ${numbers('skillset')});
CREATE TABLE iCDNStat (
  "Timestamp" TIMESTAMP NOT NULL, "Time" CHAR(5) NOT NULL, CDN VARCHAR(40) NOT NULL, ${numbers('cdn')});
CREATE TABLE Application (ApplicationID INTEGER PRIMARY KEY, Name VARCHAR(30));
CREATE TABLE eAgentLoginStat (
  "Timestamp" TIMESTAMP NOT NULL, "Time" CHAR(5) NOT NULL, AgentLogin VARCHAR(16) NOT NULL, AgentGivenName VARCHAR(30),
  AgentSurName VARCHAR(30), EventType CHAR(2) NOT NULL);
${insert('iApplicationStat', 'application', ['ApplicationID', 'Application'], `${values(nortelApplications)} a (ApplicationID, Application)`, ['ApplicationID'])}
${insert(
  'iSkillsetStat',
  'skillset',
  ['SkillsetID', 'Skillset', 'ApplicationID', 'Application', 'ContactType'],
  `${values(nortelSkillsets)} s (SkillsetID, Skillset), ${values(nortelApplications)} a (ApplicationID, Application),
    (VALUES (1, 'Voice'), (2, 'EMail')) c (ContactID, ContactType)`,
  ['SkillsetID', 'ApplicationID * 3', 'ContactID * 5'],
)}
${insert('iCDNStat', 'cdn', ['CDN'], `(VALUES ${nortelCdns.map((cdn, at) => `(${at}, ${text(cdn)})`).join(', ')}) c (CdnAt, CDN)`, ['CdnAt * 11'])}
INSERT INTO Application SELECT ApplicationID, Application FROM ${values(nortelApplications)} a (ApplicationID, Application);
INSERT INTO eAgentLoginStat VALUES
  ('2025-10-26 07:58:02', '07:58', '4101', 'Anne', 'Martin', 'LI'), ('2025-10-26 16:01:40', '16:01', '4101', 'Anne', 'Martin', 'LO'),
  ('2025-10-26 09:00:00', '09:00', '4102', 'Bernd', 'Muster', 'LI');
CREATE SCHEMA stat;
CREATE SCHEMA ccms;
CREATE TABLE ccms.NIApplication AS SELECT ApplicationID, Name AS "Name" FROM Application;
CREATE TABLE ccms.NISkillset AS SELECT SkillSetID, "Name" FROM ${values(nortelSkillsets)} s (SkillSetID, "Name");
${aaccView('NIiAppStat', 'iApplicationStat', 'application', ['ApplicationID'])}
${aaccView('NIiSkillsetStat', 'iSkillsetStat', 'skillset', ['SkillsetID', 'ApplicationID', 'ContactType'])}
${aaccView('NIiCDNStat', 'iCDNStat', 'cdn', ['CDN'])}
CREATE VIEW stat.NIeAgentLoginStat AS
  SELECT "Timestamp" AS statTimestamp, AgentLogin, AgentGivenName, AgentSurName, EventType FROM eAgentLoginStat;
`;
}
