import { describe, expect, it } from 'vitest';
import { runsHandlers } from '#engine/handlers/runs.ts';
import type { Home } from '#engine/home/home.ts';
import { importsContract } from '#shared/contract/imports.ts';
import { callKeys, callTable, map, script, section, settings, smallCentre } from '../../support/acd.ts';
import { type HomeFiles, homeWith, importCalls } from '../../support/home.ts';
import type { SqliteFile } from '../../support/sqlite.ts';

const at = (clock: string, day = '2026-03-29') => `${day}T${clock}:00Z`;
const day = { from: '2026-03-29', to: '2026-03-29' };
const part = { system: 'ACD', day: day.from };
const hotline = (name: string, answered: 'count' | 'percent' = 'count') => ({
  queues: [{ id: 1, name, timeZone: 'Europe/Paris' }],
  valueTypes: [
    { id: 1, name: 'Offered', unit: 'count' as const },
    { id: 2, name: 'Answered', unit: answered },
  ],
});

/** The day on which the clock goes forward in Paris was imported, then some of it again. */
async function secondImport(name = 'Hotline', more: Partial<HomeFiles> = {}) {
  const database = callTable([
    [at('00:45'), 'Sales', 1, 1],
    [at('01:00'), 'Sales', 2, 2],
    [at('08:00'), 'Sales', 10, 9],
  ]);
  const home = await homeWith(smallCentre(database, { wfm: hotline(name), ...more }));
  await importCalls(home, day);
  database.exec(
    'UPDATE calls SET offered = offered + 100 WHERE offered < 10; UPDATE calls SET answered = 0.5',
  );
  return { home, database };
}

/** The lines under a header, by its names. */
function csvLines(text: string): Record<string, string>[] {
  const lines = text.trimEnd().split('\n');
  const [head = [], ...rows] = lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])));
}

/** Makes the figures texts, as some sources have them: then one can be no number. */
function figuresAsTexts(database: SqliteFile): void {
  database.exec(`CREATE TABLE texts (stamp INTEGER, queue VARCHAR(40), offered VARCHAR(20), answered VARCHAR(20));
    INSERT INTO texts SELECT * FROM calls;
    DROP TABLE calls;
    ALTER TABLE texts RENAME TO calls;`);
}

function ask(home: Home) {
  const handlers = runsHandlers(home);
  const context = { signal: new AbortController().signal, client: 'test' };
  return {
    changes: (runId: number, of = part) => handlers['runs.changes']({ runId, ...of }, context),
    intervals: (runId: number, valueTypeId: number) =>
      handlers['runs.changedIntervals']({ runId, ...part, queueId: 1, valueTypeId }, context),
    groups: (runId: number) => handlers['runs.problemGroups']({ runId }, context),
    report: (runId: number, format: 'html' | 'csv' | 'json', locale?: string) =>
      handlers['runs.report'](locale === undefined ? { runId, format } : { runId, format, locale }, context),
    async csv(runId: number) {
      let text = '';
      await handlers['runs.changesCsv']({ runId }, context, (piece) => {
        text += piece.text;
      });
      return csvLines(text);
    },
  };
}

describe('What a run changed', () => {
  it('is told per queue and value type of a day, with the sums before and after', async () => {
    const { home } = await secondImport();
    const { runId } = await importCalls(home, day);
    const queue = { queueId: 1, queue: 'Hotline' };
    expect(await ask(home).changes(runId)).toEqual([
      {
        ...queue,
        valueTypeId: 1,
        valueType: 'Offered',
        aggregate: 'sum',
        old: 13,
        new: 213,
        intervalsChanged: 2,
      },
      {
        ...queue,
        valueTypeId: 2,
        valueType: 'Answered',
        aggregate: 'sum',
        old: 12,
        new: 1.5,
        intervalsChanged: 3,
      },
    ]);
    expect(await ask(home).changes(runId, { ...part, day: '2026-03-30' })).toEqual([]);
  });

  it('is told of what is no count as the mean of its intervals, in the report over all its days', async () => {
    const { home } = await secondImport('Hotline', { wfm: hotline('Hotline', 'percent') });
    const [first] = await home.store.runs({ limit: 1 });
    const { runId } = await importCalls(home, day);
    const answered = { valueType: 'Answered', aggregate: 'mean' };
    expect((await ask(home).changes(first!.id))[1]).toMatchObject({ ...answered, old: null, new: 4 });
    expect((await ask(home).changes(runId))[1]).toMatchObject({ ...answered, old: 4, new: 0.5 });
    const { changed } = JSON.parse((await ask(home).report(runId, 'json')).text);
    expect(changed).toMatchObject([{ aggregate: 'sum' }, { ...answered, old: 4, new: 0.5 }]);
    expect((await ask(home).report(runId, 'html', 'de')).text).toContain('<td>Answered (Mittel)</td>');
  });

  it('is told down to the interval, in the time of the queue', async () => {
    const { home } = await secondImport();
    const { runId } = await importCalls(home, day);
    expect(await ask(home).intervals(runId, 1)).toEqual([
      { startUtc: at('00:45'), startLocal: '01:45', offset: '+01:00', old: 1, new: 101 },
      { startUtc: at('01:00'), startLocal: '03:00', offset: '+02:00', old: 2, new: 102 },
    ]);
    expect(await ask(home).intervals(runId, 3)).toEqual([]);
  });

  it('is told of a dry run as what it would change: the preview', async () => {
    const { home } = await secondImport();
    const dry = await importCalls(home, { ...day, dryRun: true });
    const real = await importCalls(home, day);
    expect(await ask(home).changes(dry.runId)).toEqual(await ask(home).changes(real.runId));
    expect(await ask(home).intervals(dry.runId, 2)).toEqual(await ask(home).intervals(real.runId, 2));
  });

  it('of the first import was nothing before: null, which is not 0', async () => {
    const { home } = await secondImport();
    const [first] = await home.store.runs({ limit: 1 });
    expect(await ask(home).changes(first!.id)).toMatchObject([{ old: null, new: 13 }, { old: null }]);
    expect((await ask(home).intervals(first!.id, 1))[0]).toMatchObject({ old: null, new: 1 });
  });

  it('goes into a CSV file, one line an interval', async () => {
    const { home } = await secondImport('Hotline, "day"');
    const { runId } = await importCalls(home, day);
    const lines = await ask(home).csv(runId);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toEqual({
      system: 'ACD',
      day: '2026-03-29',
      queue_id: '1',
      queue: 'Hotline, "day"',
      value_type_id: '1',
      value_type: 'Offered',
      start_utc: at('00:45'),
      start_local: '2026-03-29T01:45:00+01:00',
      time_zone: 'Europe/Paris',
      old: '1',
      new: '101',
      difference: '100',
    });
    const [first] = await home.store.runs({ limit: 1, before: runId });
    expect((await ask(home).csv(first!.id))[0]).toMatchObject({ old: '', new: '1', difference: '1' });
  });

  it('is asked of a run that there is', async () => {
    const { home } = await secondImport();
    await expect(ask(home).changes(77)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
    await expect(ask(home).groups(77)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
    await expect(ask(home).csv(77)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
    await expect(ask(home).report(77, 'html')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  });

  it('is told bit by bit: between the days of a long run others get their turn', async () => {
    const { home, database } = await secondImport();
    database.exec(`INSERT INTO calls SELECT stamp - 86400 * value, queue, offered, answered
      FROM calls, (WITH RECURSIVE days(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM days WHERE value < 30)
        SELECT value FROM days)`);
    const { runId } = await importCalls(home, { from: '2026-03-01', to: '2026-03-29' });
    let turns = 0;
    let isCounting = true;
    const count = () => {
      turns += 1;
      if (isCounting) setImmediate(count);
    };
    setImmediate(count);
    await ask(home).csv(runId);
    isCounting = false;
    expect(turns).toBeGreaterThan(25);
  });
});

describe('The problems of a run', () => {
  it('are put together by cause, with days and first places', async () => {
    const { home, database } = await secondImport();
    figuresAsTexts(database);
    database.exec(`INSERT INTO calls VALUES (${Date.parse(at('09:00')) / 1000}, 'Sales', 'many', 1);
      INSERT INTO calls VALUES (${Date.parse(at('09:00', '2026-03-30')) / 1000}, 'Sales', 'few', 1);
      INSERT INTO calls VALUES (${Date.parse(at('09:15', '2026-03-30')) / 1000}, 'Sales', 'some', 1);`);
    const { runId } = await importCalls(home, { from: '2026-03-28', to: '2026-03-30' });
    const groups = await ask(home).groups(runId);
    const group = groups.find(({ code }) => code === 'VALUE_NOT_A_NUMBER');
    expect(group).toMatchObject({ count: 3, entries: 2, firstDay: '2026-03-29', lastDay: '2026-03-30' });
    expect(group!.first).toMatchObject([{ day: '2026-03-29' }, { day: '2026-03-30', count: 2 }]);
  });

  it('are none where there were none', async () => {
    const { home } = await secondImport();
    const [first] = await home.store.runs({ limit: 1 });
    expect(await ask(home).groups(first!.id)).toEqual([]);
  });
});

describe('The report of a run', () => {
  it('as a page needs nothing from elsewhere, and no name of others becomes part of it', async () => {
    const { home, database } = await secondImport('<script>alert(1)</script> & "Söhne"');
    figuresAsTexts(database);
    database.exec(`INSERT INTO calls VALUES (${Date.parse(at('09:00')) / 1000}, 'Sales', '<b>many</b>', 1)`);
    const { runId } = await importCalls(home, day);
    const { fileName, mediaType, text } = await ask(home).report(runId, 'html');
    expect({ fileName, mediaType }).toEqual({ fileName: `run-${runId}.html`, mediaType: 'text/html' });
    expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;Söhne&#34;');
    expect(text).not.toMatch(/<script|<b>many|<link|<img|src=|url\(|https?:/i);
    expect(text).toContain('VALUE_NOT_A_NUMBER');
    expect(text).toContain('@media print');
    expect(text).toContain('completed with problems');
    expect(text).toContain('<td>with problems</td>');
  });

  /** The first of the three rows has fewer calls than none, and there are some thousands in another. */
  async function oddImport() {
    const { home, database } = await secondImport();
    database.exec(`UPDATE calls SET offered = -1.5 WHERE offered = 101;
      UPDATE calls SET offered = 67000 WHERE offered = 10`);
    return { home, runId: (await importCalls(home, day)).runId };
  }

  it.each([
    {
      locale: 'en',
      title: (runId: number) => `Report of run ${runId}`,
      days: 'March 29, 2026',
      status: 'completed with problems',
      place: 'Hotline › Offered › Mar 29, 2026, 1:45 AM (Europe/Paris)',
      message: 'Hotline, Offered: -1.5 is below 0.',
      sum: '67,100.5',
    },
    {
      locale: 'en-GB',
      title: (runId: number) => `Report of run ${runId}`,
      days: '29 March 2026',
      status: 'completed with problems',
      place: 'Hotline › Offered › 29 Mar 2026, 01:45 (Europe/Paris)',
      message: 'Hotline, Offered: -1.5 is below 0.',
      sum: '67,100.5',
    },
    {
      locale: 'fr',
      title: (runId: number) => `Rapport de l’import ${runId}`,
      days: '29 mars 2026',
      status: 'terminé avec problèmes',
      place: 'Hotline › Offered › 29 mars 2026, 01:45 (Europe/Paris)',
      message: 'Hotline, Offered\u00a0: -1,5 est négatif.',
      sum: '67\u202f100,5',
    },
    {
      locale: 'de',
      title: (runId: number) => `Bericht zu Lauf ${runId}`,
      days: '29. März 2026',
      status: 'mit Problemen abgeschlossen',
      place: 'Hotline › Offered › 29.03.2026, 01:45 (Europe/Paris)',
      message: 'Hotline, Offered: -1,5 ist kleiner als 0.',
      sum: '67.100,5',
    },
  ])('as a page is in the words of its reader: $locale', async ({ locale, title, ...words }) => {
    const { home, runId } = await oddImport();
    const { text } = await ask(home).report(runId, 'html', locale);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain(`<h1>${title(runId)}</h1>`);
    const { days, status, place, message, sum } = words;
    for (const word of [days, status, place, message, sum]) expect(text).toContain(word);
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|{{|undefined/);
    if (locale.startsWith('en')) return;
    expect(text).not.toMatch(/Import run|Rows read|Problems|Systems|nothing|Difference|taken back/);
  });

  it.each([
    ['en', 'Values below 0'],
    ['fr', 'Valeurs négatives'],
    ['de', 'Werte kleiner als 0'],
  ])('as a page names what several findings have in common, in %s', async (locale, name) => {
    const { home, database } = await secondImport();
    database.exec('UPDATE calls SET offered = -1.5, answered = -2 WHERE offered = 101');
    const several = await importCalls(home, day);
    expect((await ask(home).report(several.runId, 'html', locale)).text).toContain(
      `<h3>${name} <code>CHECK_VALUE_NEGATIVE</code>`,
    );
  });

  it('as table and document is the same in every language', async () => {
    const { home, runId } = await oddImport();
    for (const format of ['csv', 'json'] as const) {
      const plain = await ask(home).report(runId, format);
      expect(plain.text).toContain('2026-03-29');
      expect(plain.text).toContain('-1.5 is below 0');
      expect(await ask(home).report(runId, format, 'fr')).toEqual(plain);
    }
  });

  it('is in English for who reads none of its languages, and is asked for in a language', async () => {
    const { home, runId } = await oddImport();
    expect((await ask(home).report(runId, 'html', 'es-MX')).text).toContain(`Report of run ${runId}`);
    const { input } = importsContract['runs.report'];
    expect(input.safeParse({ runId, format: 'html', locale: 'fr-CH' }).success).toBe(true);
    for (const locale of ['', '"><script>', 'a language', 'x'.repeat(40)]) {
      expect(input.safeParse({ runId, format: 'html', locale }).success, locale).toBe(false);
    }
  });

  it('as JSON says what was read, written, met and changed', async () => {
    const { home } = await secondImport();
    const run = await importCalls(home, day);
    const report = JSON.parse((await ask(home).report(run.runId, 'json')).text);
    expect(report).toMatchObject({
      run: { runId: run.runId, status: 'completed', valuesWritten: 5 },
      days: [{ ...part, state: 'done', rowsRead: 3, valuesWritten: 5, problemCount: 0 }],
      problemGroups: [],
      problems: [],
      changed: [
        { queue: 'Hotline', valueType: 'Offered', days: 1, intervalsChanged: 2, old: 13, new: 213 },
        { queue: 'Hotline', valueType: 'Answered', old: 12, new: 1.5 },
      ],
    });
  });

  it('as CSV has a line for each day and each of its problems', async () => {
    const { home, database } = await secondImport('Hotline', {
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:answered', '0:1:2=$1.BAS'),
      scripts: { 1: script(1, 'Result = 1 / (Para1 - Para1)') },
    });
    figuresAsTexts(database);
    database.exec(`INSERT INTO calls VALUES (${Date.parse(at('09:00')) / 1000}, 'Sales', 'many', 1)`);
    const { runId } = await importCalls(home, { from: '2026-03-28', to: '2026-03-29' });
    const lines = csvLines((await ask(home).report(runId, 'csv')).text);
    expect(lines).toMatchObject([
      { system: 'ACD', day: '2026-03-28', state: 'done', rows_read: '0', problem: '' },
      { system: 'ACD', day: '2026-03-29', state: 'done', rows_read: '4', problem: 'VALUE_NOT_A_NUMBER' },
      {
        system: 'ACD',
        day: '2026-03-29',
        state: '',
        rows_read: '',
        problem: 'SCENARIO_DIVISION_BY_ZERO',
        script: '1.BAS',
      },
    ]);
  });

  it('holds no statement and nothing of the connection, also where that is what failed', async () => {
    const source = 'Driver=SQLite3;Database=/nowhere/at/all.db;PWD=Gr33n{Apple}';
    const files = smallCentre(callTable([]), {
      settings: settings(section('ACD', { Source: source, ...callKeys })),
    });
    const home = await homeWith(files);
    const run = await importCalls(home, day);
    expect(run.status).toBe('failed');
    for (const format of ['html', 'csv', 'json'] as const) {
      const { text } = await ask(home).report(run.runId, format);
      expect(text).toContain(run.problems[0]!.code);
      expect(text).not.toMatch(/Gr33n|PWD|SELECT |CREATE /);
    }
  });
});
