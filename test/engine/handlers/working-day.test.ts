import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { createWords, languages } from '#shared/i18n/index.ts';
import { messageText } from '#shared/i18n/messages.ts';
import { odbcTestText } from '#shared/i18n/odbc-test-text.ts';
import { map, section, settings } from '../../support/acd.ts';
import { cableTo } from '../../support/cable.ts';
import { xlink } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { filesWith, type OverheardEngine, overheardEngine, saidWith } from '../../support/secrets.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls SELECT at, 'Sales', 3
      FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-03', '15 minutes') at;
    CREATE ROLE "day worker" LOGIN;
    GRANT SELECT ON calls TO "day worker";`);
});
afterAll(() => server.stop());

const user = 'day worker';
const mistyped = 'M1st;yped{One}=é W0rd';
const right = 'R1ght;0ne{of}=the Day';
const changed = 'Chang3d;by{the}=D8A';
const inOldIni = '0ldIni;F0lder{x}Word';
const secrets = [mistyped, right, changed, inOldIni];
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const setPassword = (text: string) => server.exec(`ALTER ROLE "day worker" PASSWORD ${quoted(text)}`);

const oneDay = { from: '2026-03-01', to: '2026-03-01' };

/** All that there is to be looked at. */
async function lookAround({ ask, watch }: OverheardEngine): Promise<void> {
  const name = 'Bank';
  await ask('systems.list', {});
  await ask('systems.read', { name });
  await ask('systems.dataSources', {});
  await ask('systems.statements', { name, ...oneDay });
  await ask('tree.read', { system: name, fresh: true });
  await ask('check.run', { databases: true });
  await ask('mapping.read', {});
  await ask('match.propose', { system: name, fresh: true });
  await ask('mapping.preview', { queueId: 1, valueTypeId: 1, day: oneDay.from, fresh: true });
  await ask('mapping.preview', { queueId: 1, valueTypeId: 1 });
  await ask('journal.read', { limit: 10 });
  await ask('journal.history', {});
  await ask('findTables.list', { system: name });
  await ask('findTables.table', { system: name, table: { name: 'calls' } });
  await ask('findTables.propose', { system: name, table: { name: 'calls' } });
  await ask('findTables.preview', { system: name, keys: { CallDataTable: 'calls' } });
  for (const dryRun of [true, false]) {
    const started = await ask('imports.start', { stream: 'calls', ...oneDay, dryRun });
    await watch('imports.watch', started);
    await ask('runs.read', started);
    await ask('runs.problems', { ...started, offset: 0, limit: 100 });
    await ask('runs.problemGroups', started);
    await ask('runs.changes', { ...started, system: name, day: oneDay.from });
    for (const format of ['html', 'csv', 'json']) await ask('runs.report', { ...started, format });
    await watch('runs.changesCsv', started);
  }
  await ask('runs.list', { limit: 10 });
  await ask('data.day', { queueId: 1, valueTypeId: 1 });
  await ask('home.info', {});
  for (const log of ['call_tree.log', 'isps_ul.log', 'isps_uls.log']) await ask('home.log', { name: log });
}

/** What a person copies out of the window, in each language. */
function copied(report: OdbcTestReport): string[] {
  return languages.map((language) => {
    const t = createWords(language).getFixedT(language, 'dialogs');
    return odbcTestText('Bank', report, { t, tell: (shape) => messageText(language, shape) });
  });
}

describe('after a full working day', { timeout: 180_000 }, () => {
  it('the passwords of the day are in no file, no report and no message', async () => {
    const cable = await cableTo(server.port);
    const source = server.connectionString
      .replace(/;UID=.*$/, '')
      .replace(`Port=${server.port}`, `Port=${cable.port}`);
    const engine = await overheardEngine({
      keys: {
        Source: source,
        CallDataTable: 'calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        ValueTypes: 'offered',
      },
      mapping: map('0:1:1=Bank:Sales:offered'),
      wfm: {
        queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC' }],
        valueTypes: [{ id: 1, name: 'Calls' }],
      },
    });
    const { folder, secretKeyFile, ask, sent } = engine;
    const texts: string[] = [];
    const test = async (input: object) => {
      const report = (await ask('systems.test', {
        name: 'Bank',
        source,
        user,
        ...input,
      })) as unknown as OdbcTestReport;
      texts.push(...copied(report));
      return report;
    };
    const save = (password: string) =>
      ask('systems.save', { name: 'Bank', change: { kind: 'configuration', source, user, password } });
    const shell = async (...args: string[]) => {
      const { stdout, stderr } = await xlink(folder, args, {
        environment: { XLINK_SECRET_KEY_FILE: secretKeyFile },
      });
      texts.push(stdout, stderr);
      return stdout;
    };
    const commands = async () => {
      const days = ['--from', oneDay.from, '--to', oneDay.to];
      await shell('test-odbc', 'Bank');
      for (const args of [['systems'], ['data-sources'], ['tree', 'Bank'], ['check'], ['runs']]) {
        await shell(...args, '--json');
      }
      await shell('import', '--calls', ...days);
    };

    // In the morning the password is mistyped, tried, saved all the same, and nothing works.
    await setPassword(right);
    expect(await test({ password: mistyped })).toMatchObject({ ok: false });
    await save(mistyped);
    await lookAround(engine);
    await commands();

    // Then it is right, and everything does.
    expect(await test({ password: right })).toMatchObject({ ok: true });
    await save(right);
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({
      kinds: [{ queues: [['Sales']] }],
    });
    await lookAround(engine);
    await commands();
    expect(await shell('test', 'Bank')).toContain('The connection works: PostgreSQL');
    expect(await ask('runs.list', { limit: 1 })).toMatchObject([{ status: 'completed' }]);

    // At noon the network is down, then a statement is wrong.
    await cable.pull();
    expect(await test({})).toMatchObject({ ok: false });
    await ask('tree.read', { system: 'Bank', fresh: true });
    await cable.plug();
    const keys = (changes: object) =>
      ask('systems.save', { name: 'Bank', change: { kind: 'keys', keys: changes } });
    await keys({ QueueSQL: 'SELECT queue FROM nowhere' });
    await test({});
    await lookAround(engine);
    await keys({ QueueSQL: null });

    // In the afternoon the database administrator changes it without a word; somebody writes it into the file.
    await setPassword(changed);
    await test({});
    await lookAround(engine);
    const ini = path.join(folder, 'isps_ul.ini');
    const before = await readFile(ini, 'utf8');
    await save('');
    await writeFile(ini, before.replace('[Bank]\r\n', `[Bank]\r\nPwd=${changed}\r\n`));
    expect(await test({})).toMatchObject({ ok: true });
    await lookAround(engine);
    expect(await ask('systems.movePassword', { name: 'Bank' })).toMatchObject({ outcome: 'moved' });
    await lookAround(engine);
    await commands();

    // In the evening an old folder is looked at, whose ini has a password of its own.
    const old = path.join(await temporaryFolder(), 'xlink');
    await mkdir(old);
    await writeFile(
      path.join(old, 'isps_ul.ini'),
      settings(
        section('Old', { Source: `${source};PWD={${inOldIni}}`, Pwd: inOldIni, CallDataTable: 'calls' }),
      ),
    );
    expect(await ask('adopt.read', { folder: old })).toMatchObject({ systems: [{ name: 'Old' }] });
    await shell('adopt', old, '--json');

    expect(saidWith([...sent, ...texts], secrets)).toEqual([]);
    expect(await filesWith(folder, secrets)).toEqual([]);
    expect(texts.join('\n')).not.toMatch(/PWD=|Password=|UID=/i);
    // Each request was one the engine knows, and what was looked for was there to be found.
    expect(JSON.stringify(sent)).not.toMatch(/INVALID_REQUEST|UNKNOWN_METHOD|"INTERNAL"/);
    expect(JSON.stringify(sent)).toContain('ODBC_LOGIN_REFUSED');
    expect(JSON.stringify(sent)).toContain('ODBC_SERVER_UNREACHABLE');
    expect(texts.join('\n')).toContain('ODBC_TABLE_MISSING');
  });
});
