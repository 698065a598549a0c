import { describe, expect, it, onTestFinished } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';
import { goThrough, importedDay } from './find-tables/guided.ts';

/** Of the site nothing is known but the data source and what the section says. */
function bccHome(source: string, keys: Readonly<Record<string, string>> = {}, mapping = ''): Promise<Home> {
  return homeWith({
    settings: settings(section('ACD', { Source: source, ...keys })),
    mapping,
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 30 }],
      valueTypes: [1, 2, 3].map((id) => ({ id, name: `Figure ${id}` })),
      externalSystems: [{ name: 'ACD', interface: 'bosch-bcc', phoneLink: true, timeLink: false }],
    },
  });
}

const day = '2026-03-10';
const two = (value: number) => String(value).padStart(2, '0');

/** Made-up names: nobody outside knows those of a site. Four queues, every quarter of an hour. */
const site = `
  CREATE SCHEMA stat;
  CREATE TABLE stat.thema (nr INTEGER, bezeichnung VARCHAR(40));
  INSERT INTO stat.thema VALUES (1, 'Vertrieb'), (2, 'Technik'), (3, 'Rechnung'), (4, 'Zentrale');
  CREATE TABLE stat.protokoll (id INTEGER, text VARCHAR(40));
  CREATE TABLE stat.thema_viertelstunde (beginn TIMESTAMP, thema INTEGER, anrufe INTEGER, angenommen INTEGER);
  INSERT INTO stat.thema_viertelstunde
    SELECT at, thema, (EXTRACT(EPOCH FROM at)::bigint / 900 * thema) % 17,
      CASE WHEN thema = 2 AND EXTRACT(HOUR FROM at) = 9 THEN NULL ELSE EXTRACT(HOUR FROM at)::int % 7 END
    FROM generate_series(TIMESTAMP '${day} 07:00', TIMESTAMP '${day} 17:45', INTERVAL '15 minutes') at,
      generate_series(1, 4) thema;`;

describe('Bosch BCC and Avaya CIE, whose databases are not described', () => {
  it('are set up by Find my tables, and every value equals SQL', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    await server.exec(site);
    const home = await bccHome(server.connectionString);
    const { keys } = await goThrough(home, { table: 'thema_viertelstunde' });
    expect(keys).toMatchObject({ TimeStampColumn: 'beginn', ValueTypes: 'anrufe;angenommen' });
    expect((await checkHome(home)).map(({ code }) => code)).toEqual(['PASSWORD_IN_INI']);
    const [offered, answered] = await importedDay(home, 'Technik', ['anrufe', 'angenommen'], day);
    const sums = await server.exec(`
      SELECT TO_CHAR(DATE_BIN('30 minutes', beginn, TIMESTAMP '2000-01-01'), 'HH24:MI') AS at,
        SUM(anrufe)::int AS offered, SUM(angenommen)::int AS answered
      FROM stat.thema_viertelstunde WHERE thema = 2 GROUP BY 1`);
    const given = (name: string) =>
      Object.fromEntries(sums.flatMap((row) => (row[name] === null ? [] : [[row.at, row[name]]])));
    expect(Object.keys(given('answered'))).toHaveLength(20);
    expect(offered).toEqual(given('offered'));
    expect(answered).toEqual(given('answered'));
  });

  it('have names to start from, each of which the section may replace', async () => {
    const clocks = Array.from(
      { length: 40 },
      (_, index) => `${two(8 + Math.floor(index / 4))}:${two((index % 4) * 15)}`,
    );
    const rows = clocks
      .map((clock, index) => `('${day} ${clock}:00', 'Sales', ${index}, ${index * 2})`)
      .join(',');
    const known = sqliteFile(`
      CREATE TABLE call_statistics (interval_start TIMESTAMP, queue_name TEXT, offered INTEGER, answered INTEGER);
      INSERT INTO call_statistics VALUES ${rows};`);
    onTestFinished(known.remove);
    const other = sqliteFile(`
      CREATE TABLE t (b TIMESTAMP, q TEXT, offered INTEGER, answered INTEGER); INSERT INTO t VALUES ${rows};`);
    onTestFinished(other.remove);
    const figures = { ValueTypes: 'offered;answered', Interval: '15' };
    const mapping = map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:answered');
    for (const home of [
      await bccHome(known.connectionString, figures, mapping),
      await bccHome(
        other.connectionString,
        { ...figures, CallDataTable: 't', QueueNameColumn: 'q', TimeStampColumn: 'b' },
        mapping,
      ),
    ]) {
      expect(await importCalls(home, { from: day, to: day })).toMatchObject({ status: 'completed' });
      const wanted = Object.fromEntries(
        clocks
          .filter((_, index) => index % 2 === 0)
          .map((clock, half) => [`${day}T${clock}:00Z`, 4 * half + 1]),
      );
      expect(await storedValues(home, 1, 1)).toEqual(wanted);
      const doubled = Object.fromEntries(Object.entries(wanted).map(([at, value]) => [at, value * 2]));
      expect(await storedValues(home, 1, 2)).toEqual(doubled);
    }
  });

  it('say what is missing as long as nothing was checked', async () => {
    const empty = sqliteFile('CREATE TABLE something (a INTEGER);');
    onTestFinished(empty.remove);
    const home = await bccHome(empty.connectionString);
    expect(await checkHome(home)).toMatchObject([
      { severity: 'error', code: 'KEY_MISSING', key: 'ValueTypes' },
    ]);
    const figures = await bccHome(empty.connectionString, { ValueTypes: 'offered' });
    await expect(readExternalTree(figures, 'ACD')).rejects.toMatchObject({
      code: 'ODBC_TABLE_MISSING',
      details: { statement: expect.stringContaining('call_statistics') },
    });
  });
});
