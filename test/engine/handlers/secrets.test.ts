import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { map } from '../../support/acd.ts';
import { xlink } from '../../support/cli.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { filesWith, type OverheardEngine, overheardEngine, saidWith } from '../../support/secrets.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ('2026-03-01 08:00:00', 'Sales', 3);`);
});
afterAll(() => server.stop());

const wrong = 'n0t;the{one}=für 5A1es';
/** A home with one PostgreSQL system and a mapping. */
const engineOn = (keys: Record<string, string>) =>
  overheardEngine({
    keys: {
      CallDataTable: 'calls',
      TimeStampColumn: 'at',
      QueueNameColumn: 'queue',
      ValueTypes: 'offered',
      ...keys,
    },
    mapping: map('0:1:1=Bank:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC' }],
      valueTypes: [{ id: 1, name: 'Calls' }],
    },
  });

const withoutLogin = () => server.connectionString.replace(/;UID=.*$/, '');

/** All that an operator does while the login is wrong. */
async function everything({ ask, watch }: OverheardEngine) {
  await ask('tree.read', { system: 'Bank', fresh: true });
  const started = await ask('imports.start', { stream: 'calls', from: '2026-03-01', to: '2026-03-01' });
  await watch('imports.watch', started);
  await ask('runs.read', started);
  await ask('runs.problems', { ...started, offset: 0, limit: 100 });
  await ask('runs.list', { limit: 10 });
  await ask('systems.statements', { name: 'Bank', from: '2026-03-01', to: '2026-03-01' });
  await ask('systems.read', { name: 'Bank' });
  await ask('systems.list', {});
  await ask('check.run', {});
  for (const name of ['call_tree.log', 'isps_ul.log', 'isps_uls.log']) await ask('home.log', { name });
}

describe('a password', () => {
  it('that was entered is nowhere in the home and in no answer, also where the database refuses it', async () => {
    const engine = await engineOn({ Source: withoutLogin() });
    const { folder, ask, sent } = engine;
    const { revision } = await ask('systems.read', { name: 'Bank' });
    const change = { kind: 'configuration', source: withoutLogin(), user: server.user, password: wrong };
    expect(await ask('systems.save', { name: 'Bank', revision, change })).toEqual({
      revision: expect.any(String),
    });
    const login = { name: 'Bank', source: withoutLogin(), user: server.user };
    const report = await ask('systems.test', login);
    expect(report).toMatchObject({ ok: false });
    expect(JSON.stringify(report)).toContain('ODBC_LOGIN_REFUSED');
    await ask('systems.test', { ...login, password: `${wrong} typed` });
    await everything(engine);
    expect(await ask('runs.read', { runId: 1 })).toMatchObject({
      status: 'failed',
      error: { code: 'ODBC_LOGIN_REFUSED' },
    });
    expect(await ask('systems.read', { name: 'Bank' })).toMatchObject({ password: 'store' });
    expect(saidWith(sent, [wrong])).toEqual([]);
    expect(await filesWith(folder, [wrong])).toEqual([]);
  });

  it('that is right opens the source, and is used by the command line of the same user', async () => {
    const engine = await engineOn({ Source: withoutLogin() });
    const { folder, secretKeyFile, ask, sent } = engine;
    const change = {
      kind: 'configuration',
      source: withoutLogin(),
      user: server.user,
      password: server.password,
    };
    await ask('systems.save', { name: 'Bank', change });
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({
      kinds: [{ queues: [['Sales']] }],
    });
    const environment = { XLINK_SECRET_KEY_FILE: secretKeyFile };
    const day = ['--from', '2026-03-01', '--to', '2026-03-01'];
    const cli = await xlink(folder, ['import', '--calls', ...day, '--json'], { environment });
    expect(cli.json()).toMatchObject({ status: 'completed', valuesWritten: 1 });
    await everything(engine);
    expect(saidWith([...sent, cli.stdout, cli.stderr], [server.password])).toEqual([]);
    expect(await filesWith(folder, [server.password])).toEqual([]);

    // Another user's key does not open it, and the error says what to do.
    const stranger = await xlink(folder, ['tree', 'Bank', '--json'], {
      environment: { XLINK_SECRET_KEY_FILE: path.join(folder, '..', 'no-such.key') },
    });
    expect(stranger.json()).toMatchObject({ error: { code: 'SECRET_UNREADABLE' } });
  });

  it('comes from the environment on machines without a person', async () => {
    const { folder, ask } = await engineOn({ Source: withoutLogin(), User: server.user });
    const result = await xlink(folder, ['tree', 'Bank', '--json'], {
      environment: { XLINK_PASSWORD_BANK: server.password },
    });
    expect(result.json()).toMatchObject({ kinds: [{ queues: [['Sales']] }] });
    expect(saidWith([result.stdout, result.stderr], [server.password])).toEqual([]);
    expect(await filesWith(folder, [server.password])).toEqual([]);
    expect(await ask('systems.read', { name: 'Bank' })).toMatchObject({ password: 'none' });
  });

  it('that stands in the ini is shown to nobody, and leaves the file when it is entered in the console', async () => {
    const inSource = 'Qu1et;L4ke{s}';
    const engine = await engineOn({
      Source: `${withoutLogin()};UID=${server.user};PWD={${inSource.replaceAll('}', '}}')}}`,
      Pwd: wrong,
    });
    const { folder, ask, sent } = engine;
    await ask('systems.test', { name: 'Bank', source: withoutLogin(), user: server.user });
    await everything(engine);
    expect(saidWith(sent, [wrong, inSource])).toEqual([]);
    expect(await filesWith(folder, [wrong, inSource], ['isps_ul.ini'])).toEqual([]);
    const { text, source } = await ask('systems.read', { name: 'Bank' });
    expect(text).toContain('Pwd=••••••••');

    // Saved back as it was shown, the file keeps what was hidden.
    const before = await readFile(path.join(folder, 'isps_ul.ini'), 'utf8');
    await ask('systems.save', { name: 'Bank', change: { kind: 'text', text } });
    expect(await readFile(path.join(folder, 'isps_ul.ini'), 'utf8')).toBe(before);

    // What is typed counts, though another password stands in the connection string.
    const login = { source, user: server.user, password: server.password };
    expect(await ask('systems.test', { name: 'Bank', ...login })).toMatchObject({ ok: true });
    await ask('systems.save', { name: 'Bank', change: { kind: 'configuration', ...login } });
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({
      kinds: [{ queues: [['Sales']] }],
    });
    const after = await readFile(path.join(folder, 'isps_ul.ini'), 'utf8');
    expect(after).not.toMatch(/pwd=/i);
    expect(after).toContain(`UID=${server.user}`);
    expect(await ask('systems.read', { name: 'Bank' })).toMatchObject({ password: 'store' });
  });

  it('encoded by the old program is named as such', async () => {
    const { ask } = await engineOn({ Source: withoutLogin(), User: server.user, Pwd: '$$$:0192837465' });
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({
      code: 'PASSWORD_ENCODED',
    });
  });

  it('that belongs to a system that is removed is removed with it', async () => {
    const { folder, ask } = await engineOn({ Source: withoutLogin() });
    await ask('systems.save', {
      name: 'Bank',
      change: { kind: 'configuration', source: withoutLogin(), user: 'me', password: wrong },
    });
    await ask('systems.remove', { name: 'Bank' });
    expect(JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8'))).toMatchObject({
      secrets: {},
    });
  });
});
