/*
 * A database that looks like that of an Avaya CMS, with what makes it hard to read: start times as HHMM, two rows for
 * one start time when the clock goes back, an archive interval that was changed on the way, names that are missing,
 * blank or shared, and nulls. The figures come from a fixed seed.
 */

const numbered = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}${from + index}`);

/** Figures of `hsplit` that rows of one interval add up. */
export const splitSums: readonly string[] = [
  ...words(`callsoffered acdcalls abncalls acdtime acwtime holdtime holdcalls anstime abntime acceptable slvlabns
    slvloutflows inflowcalls outflowcalls outflowtime interflowcalls backupcalls transferred conference busycalls
    busytime disccalls disctime dequecalls dequetime holdabncalls abnringcalls noansredir phantomabns incomplete
    othercalls othertime ringcalls ringtime lowcalls medcalls highcalls topcalls i_stafftime i_availtime i_acdtime
    i_acwtime i_auxtime i_ringtime i_othertime acwincalls acwintime auxincalls auxintime acwoutcalls acwouttime
    auxoutcalls auxouttime`),
  ...numbered('acdcalls', 1, 10),
  ...numbered('abncalls', 1, 10),
  ...numbered('i_auxtime', 0, 99),
];

/** Figures of `hvdn` that rows of one interval add up. */
export const vdnSums: readonly string[] = [
  ...words(`incalls acdcalls abncalls acdtime acwtime holdtime holdcalls anstime abntime acceptable slvlabns
    connectcalls connecttime conntalktime inflowcalls outflowcalls outflowtime interflowcalls backupcalls transferred
    busycalls busytime disccalls disctime abnquecalls abnringcalls othercalls othertime intime adjattempts
    lookattempts lookflowcalls`),
  ...numbered('abncalls', 1, 10),
];

/** What is the largest of an interval, or was set by the administrator: adding it up would mean nothing. */
export const splitMaxima: readonly string[] = [
  ...words('maxinqueue maxocwtime maxstaffed servicelevel'),
  ...numbered('period', 1, 9),
];
export const vdnMaxima: readonly string[] = ['maxocwtime', ...numbered('period', 1, 9)];

/** Columns of one site, for `SplitAdditionalFields` and `VDNAdditionalFields`. */
export const siteColumns = ['custom1', 'custom2'] as const;

function words(text: string): string[] {
  return text.split(/\s+/);
}

/** Five days in Paris; the clock goes back on the third. */
export const cmsDays = { from: '2025-10-24', to: '2025-10-28' } as const;
export const cmsZone = 'Europe/Paris';
const firstUtc = Date.UTC(2025, 9, 23, 22) / 1000;
const endUtc = Date.UTC(2025, 9, 28, 23) / 1000;
/** From this midnight on the archive interval is 15 minutes, 30 before. */
const shorterFromUtc = Date.UTC(2025, 9, 26, 23) / 1000;

/** ACD and number of the splits, and the name that the dictionary has. */
const splits: readonly (readonly [acd: number, split: number, name?: string])[] = [
  [1, 1, 'Sales'],
  [1, 2, 'Été: ventes'],
  [1, 7],
  [2, 1, 'Sales'],
];
const vdns: readonly (readonly [acd: number, vdn: string, name?: string])[] = [
  [1, '123', 'Hotline'],
  [1, '124', 'Hotline'],
  [1, '5003'],
  [1, '5004', '   '],
  [2, '123', 'Hotline'],
];

/** Statements that make schema `root` and its rows, for PostgreSQL. */
export function avayaCmsSql(): string {
  const random = randomFrom(20251026);
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: cmsZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const rowsOf = (table: string, key: string, columns: readonly string[]) => {
    const rows: string[] = [];
    for (let at = firstUtc; at < endUtc; at += minutesAt(at) * 60) {
      // Quiet nights: not every interval has a row.
      if (random(12) === 0) continue;
      const [date, clock] = local.format(at * 1000).split(' ');
      const figures = columns.map(() => (random(15) === 0 ? 'NULL' : random(400)));
      rows.push(
        `('${date}', ${Number(clock!.replace(':', ''))}, ${at}, ${minutesAt(at)}, ${key}, ${figures.join(', ')})`,
      );
    }
    return `INSERT INTO root.${table} VALUES ${rows.join(',')};`;
  };
  const splitColumns = [...splitSums, ...splitMaxima, ...siteColumns];
  const vdnColumns = [...vdnSums, ...vdnMaxima, ...siteColumns];
  const intervals = 'row_date DATE, starttime SMALLINT, starttime_utc INTEGER, intrvl SMALLINT, acd SMALLINT';
  const names = (type: string, all: readonly (readonly [number, number | string, string?])[]) =>
    all.flatMap(([acd, value, name]) =>
      name === undefined ? [] : [`(${acd}, '${type}', '${name}', '${value}')`],
    );
  return [
    'CREATE SCHEMA root;',
    `CREATE TABLE root.hsplit (${intervals}, split SMALLINT, ${typed(splitColumns)});`,
    `CREATE TABLE root.hvdn (${intervals}, vdn CHAR(16), ${typed(vdnColumns)});`,
    'CREATE TABLE root.synonyms (acd_no SMALLINT, item_type CHAR(20), item_name CHAR(100), value CHAR(40));',
    'CREATE TABLE root.haglog (row_date DATE, acd SMALLINT, logid CHAR(16), login INTEGER, logout INTEGER);',
    ...splits.map(([acd, split]) => rowsOf('hsplit', `${acd}, ${split}`, splitColumns)),
    ...vdns.map(([acd, vdn]) => rowsOf('hvdn', `${acd}, '${vdn}'`, vdnColumns)),
    `INSERT INTO root.synonyms VALUES ${[
      ...names('split', splits),
      ...names('vdn', vdns),
      "(1, 'vector', 'Sales', '1')",
      "(1, 'agent', 'Ada', '7001')",
    ].join(',')};`,
    `INSERT INTO root.haglog VALUES ('2025-10-24', 1, '7001', ${firstUtc + 28_800}, ${firstUtc + 57_600}),
      ('2025-10-24', 1, '7002', ${firstUtc + 30_000}, NULL);`,
  ].join('\n');
}

const typed = (columns: readonly string[]) => columns.map((column) => `${column} INTEGER`).join(', ');
const minutesAt = (utc: number) => (utc < shorterFromUtc ? 30 : 15);

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
