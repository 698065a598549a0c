import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { adoptHandlers } from '#engine/handlers/adopt.ts';
import { systemsHandlers } from '#engine/handlers/systems.ts';
import { type Home, openHome } from '#engine/home/home.ts';
import { type AdoptReport, adoptReportSchema, adoptResultSchema } from '#shared/contract/adopt.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { importCalls, storedValues, temporaryFolder } from '../../support/home.ts';
import { type OldFolder, oldFolder, oldPasswords } from '../../support/old-folder.ts';

const context = { client: 'test', signal: new AbortController().signal };

async function emptyHome(): Promise<Home> {
  const folder = path.join(await temporaryFolder(), 'home');
  const home = await openHome(folder, path.join(await temporaryFolder(), 'secret.key'));
  onTestFinished(() => home.close());
  return home;
}

async function read(home: Home, folder: string, interfaces?: Record<string, string>): Promise<AdoptReport> {
  const answer = await adoptHandlers(home)['adopt.read']({ folder, interfaces }, context);
  return adoptReportSchema.parse(JSON.parse(JSON.stringify(answer)));
}

type Take = Parameters<ReturnType<typeof adoptHandlers>['adopt.take']>[0];

async function take(home: Home, folder: string, more: Partial<Take> = {}) {
  const { fingerprint } = await read(home, folder);
  const request = {
    folder,
    fingerprint,
    createMissing: true,
    passwords: 'move',
    replace: false,
    ...more,
  } as const;
  return adoptResultSchema.parse(await adoptHandlers(home)['adopt.take'](request, context));
}

const refusal = (work: Promise<unknown>): Promise<ErrorShape> =>
  work.then(() => {
    throw new Error('It was not refused.');
  }, errorShape);

async function adopted(): Promise<{ old: OldFolder; home: Home }> {
  const old = await oldFolder();
  const home = await emptyHome();
  await take(home, old.folder);
  return { old, home };
}

const bytesOf = (folder: string, name: string) => readFile(path.join(folder, name));

describe('Reading an existing Xlink folder', () => {
  it('changes nothing in it: not a byte, not a date, not the list of its files', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    const before = await old.fingerprint();
    await read(home, old.folder);
    await take(home, old.folder);
    expect(await old.fingerprint()).toBe(before);
  });

  it('works on a folder that may only be read', async () => {
    const old = await oldFolder();
    for (const name of await readdir(old.folder)) {
      if (name !== 'log') await chmod(path.join(old.folder, name), 0o444);
    }
    await chmod(old.folder, 0o555);
    onTestFinished(() => chmod(old.folder, 0o755));
    const before = await old.fingerprint();
    const home = await emptyHome();
    expect(await take(home, old.folder)).toMatchObject({ copied: expect.arrayContaining(['isps_ul.ini']) });
    expect(await old.fingerprint()).toBe(before);
    // What was copied is the home's own and can be changed there.
    await systemsHandlers(home)['systems.save'](
      { name: 'Reporting', change: { kind: 'keys', keys: { Interval: '30' } } },
      context,
    );
  });

  it('names each file with its encoding, in whatever case it is spelled', async () => {
    const { files } = await read(await emptyHome(), (await oldFolder()).folder);
    expect(files.map(({ name, kind, encoding }) => [name, kind, encoding])).toEqual([
      ['ISPS_UL.INI', 'settings', 'windows-1252'],
      ['Acd_map.ini', 'mapping', 'windows-1252'],
      ['1.BAS', 'script', 'utf-8'],
      ['2.bas', 'script', 'utf-8-bom'],
      ['3.BAS', 'script', 'utf-8'],
      ['6.BAS', 'script', 'utf-16'],
      ['9.BAS', 'script', 'utf-8'],
    ]);
  });

  it('finds the systems, says which interface each is of and why, and shows no password', async () => {
    const report = await read(await emptyHome(), (await oldFolder()).folder);
    expect(report.databaseName).toBe('iWFM_PROD');
    expect(report.systems).toMatchObject([
      {
        name: 'Hotline Süd',
        line: 10,
        interface: 'universal',
        guess: {
          interface: 'universal',
          by: 'keys',
          keys: expect.arrayContaining(['QueueSQL', 'CallDataTable']),
        },
        password: 'clear',
        phoneLink: true,
        mapped: 8,
      },
      { name: 'Avaya CMS', source: 'CMS_DSN', password: 'encoded', mapped: 0 },
      {
        name: 'Reporting',
        interface: 'universal',
        password: 'clear',
        source: 'Driver={SQL Server};Server=rep1;UID=rep;Database=calls',
      },
    ]);
    for (const secret of Object.values(oldPasswords)) expect(JSON.stringify(report)).not.toContain(secret);
  });

  it('says how many mappings are understood, and which lines are not, and why', async () => {
    const { mappings, findings } = await read(await emptyHome(), (await oldFolder()).folder);
    expect(mappings).toEqual({ total: 7, understood: 5, foreignLines: 2 });
    const told = findings
      .filter(({ file }) => file === 'acd_map.ini')
      .map(({ line, code }) => `${line} ${code}`);
    expect(told).toEqual(
      expect.arrayContaining([
        '12 MAP_LINE_FOREIGN',
        '13 MAP_LINE_FOREIGN',
        '14 MAPPING_SOURCE_UNKNOWN',
        '15 MAPPING_SOURCE_UNKNOWN',
        '10 SCENARIO_MISSING',
      ]),
    );
    const reasons = JSON.stringify(findings);
    expect(reasons).toContain('Hotline Nord');
    expect(reasons).toContain('offerd');
  });

  it('says which scripts are missing, which do not compile and where, and which nobody uses', async () => {
    const { scripts, findings } = await read(await emptyHome(), (await oldFolder()).folder);
    expect(scripts).toEqual({ present: 5, missing: ['4.BAS'], invalid: ['6.BAS'], unused: ['9.BAS'] });
    // Its file is UTF-16: it is read all the same.
    expect(findings.find(({ file }) => file === '6.BAS')).toMatchObject({ severity: 'error', line: 7 });
  });

  it('lists the queues and value types the map needs, parents included, and which of them WFM knows', async () => {
    const home = await emptyHome();
    await home.store.load({ queues: [{ id: 18, name: 'Verkauf' }], valueTypes: [{ id: 1, name: 'Anrufe' }] });
    const report = await read(home, (await oldFolder()).folder);
    expect(report.queues).toEqual([
      { id: 17, parentId: null, name: null },
      { id: 18, parentId: 40, name: 'Verkauf' },
      { id: 19, parentId: null, name: null },
      { id: 20, parentId: null, name: null },
      { id: 21, parentId: null, name: null },
      { id: 40, parentId: null, name: null },
    ]);
    expect(report.valueTypes).toEqual([
      { id: 1, name: 'Anrufe' },
      { id: 2, name: null },
    ]);
    expect(report.suggested.intervalMinutes).toBe(15);
    // What is missing is told here, and not once more for each mapping.
    expect(report.findings.filter(({ code }) => code === 'MAPPING_TARGET_UNKNOWN')).toEqual([]);
  });

  it('reads it by another interface when the operator says so', async () => {
    const home = await emptyHome();
    const old = await oldFolder();
    const report = await read(home, old.folder, { 'avaya cms': 'universal' });
    const system = report.systems.find(({ name }) => name === 'Avaya CMS')!;
    expect(system.interface).toBe('universal');
    expect(
      report.findings.filter((finding) => finding.system === 'Avaya CMS').map(({ code }) => code),
    ).toContain('KEY_MISSING');
    expect(await refusal(read(home, old.folder, { Reporting: 'nothing' }))).toMatchObject({
      code: 'INTERFACE_UNKNOWN',
    });
  });

  it('says which of two files with one name counts', async () => {
    const old = await oldFolder({
      '01.BAS': 'Sub Main()\r\nEnd Sub\r\n',
      'isps_ul.ini': '[Other]\r\nSource=x\r\n',
    });
    const { files, findings } = await read(await emptyHome(), old.folder);
    expect(files[0]).toMatchObject({ name: 'isps_ul.ini' });
    expect(findings.filter(({ code }) => code === 'ADOPT_FILE_LEFT').map(({ details }) => details)).toEqual([
      { name: 'ISPS_UL.INI', taken: 'isps_ul.ini' },
      { name: '01.BAS', taken: '1.BAS' },
    ]);
  });

  it('refuses what is no Xlink folder, each in its own words, and reads nothing it does not need', async () => {
    const home = await emptyHome();
    const old = await oldFolder();
    const nothing = await temporaryFolder();
    const file = path.join(old.folder, '1.BAS');
    const big = await oldFolder({ '7.BAS': Buffer.alloc(1024 * 1024 + 1, 32) });
    const unicode = await oldFolder({ 'ISPS_UL.INI': Buffer.from('\uFEFF[A]\r\n', 'utf16le') });
    const many = await temporaryFolder();
    await writeFile(path.join(many, 'isps_ul.ini'), '[A]\r\nSource=x\r\n');
    for (let number = 1; number <= 20_001; number += 1) writeFileSync(path.join(many, `${number}.bas`), '');
    const cases: [string, object][] = [
      [path.join(nothing, 'not-there'), { code: 'ADOPT_FOLDER_UNREADABLE', details: { variant: 'missing' } }],
      [file, { code: 'ADOPT_FOLDER_UNREADABLE', details: { variant: 'file' } }],
      [nothing, { code: 'ADOPT_NO_SETTINGS' }],
      [big.folder, { code: 'ADOPT_TOO_LARGE', details: { variant: 'file', name: '7.BAS' } }],
      [many, { code: 'ADOPT_TOO_LARGE', details: { variant: 'scripts' } }],
      [unicode.folder, { code: 'ADOPT_FILE_UNREADABLE', details: { variant: 'utf-16' } }],
      [home.paths.folder, { code: 'ADOPT_SAME_FOLDER', details: { variant: 'same' } }],
      [path.dirname(home.paths.folder), { code: 'ADOPT_SAME_FOLDER', details: { variant: 'inside' } }],
    ];
    for (const [folder, expected] of cases) {
      expect(await refusal(read(home, folder)), folder).toMatchObject(expected);
    }
  });
});

describe('Taking an existing Xlink folder over', () => {
  it('copies map and scripts byte for byte, and the ini but for its passwords', async () => {
    const { old, home } = await adopted();
    const { folder } = home.paths;
    for (const [from, to] of [
      ['Acd_map.ini', 'acd_map.ini'],
      ['1.BAS', '1.BAS'],
      ['2.bas', '2.BAS'],
      ['3.BAS', '3.BAS'],
      ['6.BAS', '6.BAS'],
      ['9.BAS', '9.BAS'],
    ] as const) {
      expect((await bytesOf(folder, to)).equals(await bytesOf(old.folder, from)), to).toBe(true);
    }
    const before = (await bytesOf(old.folder, 'ISPS_UL.INI')).toString('latin1');
    const expected = before
      .replace(`Pwd=${oldPasswords.live}\r\n`, '')
      .replace(`;Pwd=${oldPasswords.off}`, ';Pwd=')
      .replace(`PWD=${oldPasswords.inSource};`, '');
    expect((await bytesOf(folder, 'isps_ul.ini')).toString('latin1')).toBe(expected);
    expect((await readdir(folder)).sort()).toEqual(
      expect.arrayContaining(['1.BAS', '2.BAS', 'acd_map.ini', 'isps_ul.ini', 'secrets.json']),
    );
    expect((await readdir(folder)).filter((name) => /exe|log$|adopt|replaced|0315/.test(name))).toEqual([]);
  });

  it('moves the passwords into the secret store, and leaves those nobody can read', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    expect(await take(home, old.folder)).toMatchObject({
      passwordsMoved: ['Hotline Süd', 'Reporting'],
      passwordsEncoded: ['Avaya CMS'],
    });
    expect(await home.secrets.read('Hotline Süd')).toBe(oldPasswords.live);
    expect(await home.secrets.read('Reporting')).toBe(oldPasswords.inSource);
    for (const name of await readdir(home.paths.folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const text = (await readFile(path.join(name.parentPath, name.name))).toString('latin1');
      for (const secret of Object.values(oldPasswords)) expect(text, name.name).not.toContain(secret);
    }
  });

  it('leaves passwords in the copied ini where the operator wants that', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    await home.secrets.write('Hotline Süd', 'of another time');
    expect(await take(home, old.folder, { passwords: 'keep' })).toMatchObject({ passwordsMoved: [] });
    expect(await bytesOf(home.paths.folder, 'isps_ul.ini')).toEqual(await bytesOf(old.folder, 'ISPS_UL.INI'));
    expect(await home.secrets.has('Hotline Süd')).toBe(false);
  });

  it('creates the systems, and the queues and value types that WFM lacks, under their parents', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    await home.store.load({ queues: [{ id: 17, name: 'Reklamation', intervalMinutes: 30 }] });
    const result = await take(home, old.folder, { timeZone: 'Europe/Vienna', intervalMinutes: 30 });
    expect(result.systems.map(({ name }) => name)).toEqual(['Hotline Süd', 'Avaya CMS', 'Reporting']);
    expect(result.queuesMade.map(({ id }) => id)).toEqual([18, 19, 20, 21, 40]);
    const { queues, valueTypes, externalSystems } = await home.store.directory();
    expect(queues.find(({ id }) => id === 17)).toMatchObject({ name: 'Reklamation' });
    expect(queues.find(({ id }) => id === 18)).toEqual({
      id: 18,
      name: 'Queue 18',
      parentId: 40,
      timeZone: 'Europe/Vienna',
      intervalMinutes: 30,
      active: true,
    });
    expect(queues.find(({ id }) => id === 40)).toMatchObject({ name: 'Queue 40', parentId: null });
    expect(valueTypes.map(({ id, name }) => [id, name])).toEqual([
      [1, 'Value type 1'],
      [2, 'Value type 2'],
    ]);
    expect(externalSystems.find(({ name }) => name === 'Hotline Süd')).toMatchObject({
      interface: 'universal',
      phoneLink: true,
      timeLink: false,
    });
  });

  it('creates no queue that was not asked for', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    expect(await take(home, old.folder, { createMissing: false })).toMatchObject({
      queuesMade: [],
      valueTypesMade: [],
    });
    expect((await home.store.directory()).queues).toEqual([]);
  });

  it('gives a home that imports at once, through the real driver, what SQL computes from the source', async () => {
    const { old, home } = await adopted();
    // Its day in any zone this machine may be in, which is that of the queues.
    const run = await importCalls(home, { from: '2026-03-01', to: '2026-03-03', systems: ['Hotline Süd'] });
    expect(run.error).toBeUndefined();
    const expected = (sql: string) => old.database.rows<{ at: string; value: number }>(sql);
    const at = "strftime('%Y-%m-%dT%H:%M:%SZ', stamp, 'unixepoch') AS at";
    const recomputed = {
      '17:1': `SELECT ${at}, SUM(offered) AS value FROM acd_calls WHERE queue = 'Réclamations' GROUP BY stamp`,
      '18:1': `SELECT ${at}, SUM(offered) AS value FROM acd_calls GROUP BY stamp`,
      '18:2': `SELECT ${at}, CAST(SUM(talk) * 100 / SUM(answered) AS INTEGER) / 100.0 AS value FROM acd_calls
        WHERE queue = 'Verkauf: Süd' GROUP BY stamp`,
    };
    for (const [target, sql] of Object.entries(recomputed)) {
      const [queueId, valueTypeId] = target.split(':').map(Number) as [number, number];
      const wanted = Object.fromEntries(expected(sql).map((row) => [row.at, row.value]));
      expect(Object.keys(wanted)).toHaveLength(20);
      expect(await storedValues(home, queueId, valueTypeId), target).toEqual(wanted);
    }
    // The script that is missing and the one with an error cost their own values only.
    expect(run.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['SCENARIO_MISSING', 'SCENARIO_INVALID']),
    );
  });

  it('takes only what was reported', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    const { fingerprint } = await read(home, old.folder);
    await writeFile(path.join(old.folder, '1.BAS'), 'Sub Main()\r\nEnd Sub\r\n');
    expect(await refusal(take(home, old.folder, { fingerprint }))).toMatchObject({
      code: 'ADOPT_FOLDER_CHANGED',
      retryable: true,
    });
    expect(await readdir(home.paths.folder)).not.toContain('isps_ul.ini');
  });

  it('does not touch a home that has files, unless told to', async () => {
    const old = await oldFolder();
    const { home } = await adopted();
    const before = await bytesOf(home.paths.folder, 'acd_map.ini');
    await writeFile(home.paths.mapping, '; mine\r\n');
    expect(await refusal(take(home, old.folder))).toMatchObject({ code: 'ADOPT_HOME_IN_USE' });
    expect(await readFile(home.paths.mapping, 'utf8')).toBe('; mine\r\n');
    const result = await take(home, old.folder, { replace: true });
    expect(await bytesOf(home.paths.folder, 'acd_map.ini')).toEqual(before);
    expect(path.basename(result.kept!.folder)).toMatch(/^replaced \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d/);
    expect(result.kept!.files).toEqual(expect.arrayContaining(['1.BAS', 'acd_map.ini', 'isps_ul.ini']));
    expect(await readFile(path.join(result.kept!.folder, 'acd_map.ini'), 'utf8')).toBe('; mine\r\n');
  });

  it('waits for an import into the home to end', async () => {
    const old = await oldFolder();
    const home = await emptyHome();
    const { id } = await home.store.createRun({
      stream: 'calls',
      systems: ['Bank'],
      fromDay: '2026-03-02',
      toDay: '2026-03-02',
      writeNull: false,
      dryRun: false,
      origin: 'console',
    });
    expect(await refusal(take(home, old.folder))).toMatchObject({
      code: 'ADOPT_WHILE_IMPORTING',
      details: { runId: id },
    });
    await home.store.finishRun(id, 'cancelled');
    expect(await take(home, old.folder)).toMatchObject({ kept: null });
  });

  it('leaves nothing of the former home behind: no script, no record, no password of a system that is gone', async () => {
    const { home } = await adopted();
    const other = await temporaryFolder();
    await writeFile(path.join(other, 'isps_ul.ini'), '[Avaya CMS]\r\nSource=CMS\r\nPwd=n3w-one\r\n');
    await home.secrets.write('Avaya CMS', 'the old one');
    const result = await take(home, other, { replace: true });
    expect(result.removedSystems.sort()).toEqual(['Hotline Süd', 'Reporting']);
    expect((await readdir(home.paths.folder)).filter((name) => /\.bas$|acd_map/i.test(name))).toEqual([]);
    expect((await home.store.directory()).externalSystems.map(({ name }) => name)).toEqual(['Avaya CMS']);
    expect(await home.secrets.read('Avaya CMS')).toBe('n3w-one');
    expect(await home.secrets.has('Reporting')).toBe(false);
  });

  it('is all or nothing: where WFM refuses, files, dates and passwords are as they were', async () => {
    const old = await oldFolder();
    const { home } = await adopted();
    await writeFile(home.paths.mapping, '; mine\r\n');
    const files = async () => {
      const found: [string, string, number][] = [];
      for (const entry of await readdir(home.paths.folder, { withFileTypes: true })) {
        if (!entry.isFile() || /^wfm\.db|\.previous$/.test(entry.name)) continue;
        const file = path.join(home.paths.folder, entry.name);
        found.push([entry.name, (await readFile(file)).toString('base64'), 0]);
      }
      return found.sort();
    };
    const before = await files();
    const directory = await home.store.directory();
    const broken: Home = {
      ...home,
      store: {
        ...home.store,
        replace: async () => {
          throw new Error('the disk is full');
        },
      },
    };
    const request = { createMissing: true, passwords: 'move', replace: true } as const;
    await writeFile(
      path.join(old.folder, 'ISPS_UL.INI'),
      '[Hotline Süd]\r\nSource=elsewhere\r\nPwd=another\r\n',
      'latin1',
    );
    expect(await refusal(take(broken, old.folder, request))).toMatchObject({ message: 'the disk is full' });
    expect(await files()).toEqual(before);
    expect(await home.store.directory()).toEqual(directory);
    expect(await home.secrets.read('Hotline Süd')).toBe(oldPasswords.live);
    expect((await readdir(home.paths.folder)).filter((name) => /replaced|adopt/.test(name))).toEqual([]);
  });

  it('takes the place of the sample contact centre, whose queues and value types go with it', async () => {
    const old = await oldFolder();
    const folder = path.join(await temporaryFolder(), 'home');
    const engine = await openEngine({
      homeFolder: folder,
      secretKeyFile: path.join(await temporaryFolder(), 'k'),
    });
    onTestFinished(() => engine.close());
    const { handlers } = engine;
    expect(await handlers['home.info']({}, context)).toMatchObject({ sample: true });
    const report = await handlers['adopt.read']({ folder: old.folder }, context);
    expect(report.home).toMatchObject({ sample: true, files: expect.arrayContaining(['1.BAS']) });
    // Its value type 1 is called something; that is not what the old WFM means by 1.
    expect(report.valueTypes).toEqual([
      { id: 1, name: null },
      { id: 2, name: null },
    ]);
    await handlers['adopt.take'](
      {
        folder: old.folder,
        fingerprint: report.fingerprint,
        createMissing: true,
        passwords: 'move',
        replace: true,
      },
      context,
    );
    const wfm = await handlers['wfm.read']({}, context);
    expect(wfm.queues.map(({ id }) => id).sort()).toEqual([17, 18, 19, 20, 21, 40]);
    expect(wfm.valueTypes.map(({ name }) => name)).toEqual(['Value type 1', 'Value type 2']);
    const systems = await handlers['systems.list']({}, context);
    expect(systems.map(({ name }) => name)).toEqual(['Hotline Süd', 'Avaya CMS', 'Reporting']);
    expect(await handlers['home.info']({}, context)).toMatchObject({
      sample: false,
      databaseName: 'iWFM_PROD',
    });
  });

  it('copes with queues that stand under themselves, ids that cannot be, and names that no system can have', async () => {
    const other = await temporaryFolder();
    await mkdir(path.join(other, 'sub'));
    await writeFile(
      path.join(other, 'isps_ul.ini'),
      '[DB]\r\n1=W,0,,\r\n[A:B]\r\nSource=x\r\n[A]\r\nSource=y\r\n',
    );
    await writeFile(
      path.join(other, 'acd_map.ini'),
      'W:5:6:1=A:q:v\r\nW:6:5:1=A:q:v\r\nW:7:7:1=A:q:v\r\nW:0:0:0=A:q:v\r\n',
    );
    const home = await emptyHome();
    const report = await read(home, other);
    expect(report.systems.map(({ name, usable }) => [name, usable])).toEqual([
      ['A:B', false],
      ['A', true],
    ]);
    expect(report.findings.map(({ code }) => code)).toContain('ADOPT_SYSTEM_NAME');
    await take(home, other);
    const { queues, externalSystems } = await home.store.directory();
    expect(queues.map(({ id, parentId }) => [id, parentId]).sort()).toEqual([
      [5, 6],
      [6, null],
      [7, null],
    ]);
    expect(externalSystems.map(({ name }) => name)).toEqual(['A']);
  });
});
