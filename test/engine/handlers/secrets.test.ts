import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { map, section, settings } from '../../support/acd.ts';
import { xlink } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ('2026-03-01 08:00:00', 'Sales', 3);`);
});
afterAll(() => server.stop());

const wrong = 'n0t;the{one}=für 5A1es';
const call = { client: 'test', signal: new AbortController().signal };

/** A home with one PostgreSQL system and a mapping, opened as the engine opens it; the key lies elsewhere. */
async function engineOn(keys: Record<string, string>) {
  const folder = await temporaryFolder();
  const secretKeyFile = path.join(await temporaryFolder(), 'secret.key');
  await writeFile(
    path.join(folder, 'isps_ul.ini'),
    settings(
      section('Bank', {
        CallDataTable: 'calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        ValueTypes: 'offered',
        ...keys,
      }),
    ),
  );
  await writeFile(path.join(folder, 'acd_map.ini'), map('0:1:1=Bank:Sales:offered'));
  const wfm = {
    queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC' }],
    valueTypes: [{ id: 1, name: 'Calls' }],
  };
  await xlink(folder, ['wfm', 'load', '-'], { stdin: JSON.stringify(wfm) });
  const engine = await openEngine({ homeFolder: folder, secretKeyFile });
  onTestFinished(() => engine.close());
  const said: unknown[] = [];
  /** Asks as a page does, and keeps what was answered, an error as well. */
  const ask = async (method: keyof typeof engine.handlers, input: object) => {
    const handler = engine.handlers[method] as (...all: unknown[]) => Promise<unknown>;
    const answer = await handler(input, call, (event: unknown) => said.push(event)).catch(errorShape);
    said.push(answer);
    return answer as Record<string, never>;
  };
  return { folder, secretKeyFile, ask, said };
}

/** Every way in which a secret could stand in a file or an answer. */
function forms(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('}', '}}'),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret, 'utf16le').toString('latin1'),
    Buffer.from(secret, 'latin1').toString('base64').replace(/=+$/, ''),
    // What would be left were only a part of it taken out.
    ...secret.split(/[;{}= ]/).filter((part) => part.length >= 4),
  ];
}

async function filesWith(folder: string, secrets: readonly string[], except: readonly string[] = []) {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || except.includes(entry.name)) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    const texts = [bytes.toString('utf8'), bytes.toString('latin1')];
    for (const secret of secrets.flatMap(forms)) {
      if (texts.some((text) => text.includes(secret))) found.push(`${entry.name}: ${secret}`);
    }
  }
  return found;
}

function saidWith(said: readonly unknown[], secrets: readonly string[]) {
  const text = JSON.stringify(said);
  return secrets.flatMap(forms).filter((secret) => text.includes(secret));
}

const withoutLogin = () => server.connectionString.replace(/;UID=.*$/, '');

/** All that an operator does while the login is wrong. */
async function everything(ask: Awaited<ReturnType<typeof engineOn>>['ask']) {
  await ask('tree.read', { system: 'Bank', fresh: true });
  const started = await ask('imports.start', { stream: 'calls', from: '2026-03-01', to: '2026-03-01' });
  await ask('imports.watch', started);
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
    const { folder, ask, said } = await engineOn({ Source: withoutLogin() });
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
    await everything(ask);
    expect(await ask('runs.read', { runId: 1 })).toMatchObject({
      status: 'failed',
      error: { code: 'ODBC_LOGIN_REFUSED' },
    });
    expect(await ask('systems.read', { name: 'Bank' })).toMatchObject({ password: 'store' });
    expect(saidWith(said, [wrong])).toEqual([]);
    expect(await filesWith(folder, [wrong])).toEqual([]);
  });

  it('that is right opens the source, and is used by the command line of the same user', async () => {
    const { folder, secretKeyFile, ask, said } = await engineOn({ Source: withoutLogin() });
    const change = {
      kind: 'configuration',
      source: withoutLogin(),
      user: server.user,
      password: server.password,
    };
    await ask('systems.save', { name: 'Bank', change });
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({ queues: [['Sales']] });
    const environment = { XLINK_SECRET_KEY_FILE: secretKeyFile };
    const day = ['--from', '2026-03-01', '--to', '2026-03-01'];
    const cli = await xlink(folder, ['import', '--calls', ...day, '--json'], { environment });
    expect(cli.json()).toMatchObject({ status: 'completed', valuesWritten: 1 });
    await everything(ask);
    expect(saidWith([...said, cli.stdout, cli.stderr], [server.password])).toEqual([]);
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
    expect(result.json()).toMatchObject({ queues: [['Sales']] });
    expect(saidWith([result.stdout, result.stderr], [server.password])).toEqual([]);
    expect(await filesWith(folder, [server.password])).toEqual([]);
    expect(await ask('systems.read', { name: 'Bank' })).toMatchObject({ password: 'none' });
  });

  it('that stands in the ini is shown to nobody, and leaves the file when it is entered in the console', async () => {
    const inSource = 'Qu1et;L4ke{s}';
    const { folder, ask, said } = await engineOn({
      Source: `${withoutLogin()};UID=${server.user};PWD={${inSource.replaceAll('}', '}}')}}`,
      Pwd: wrong,
    });
    await ask('systems.test', { name: 'Bank', source: withoutLogin(), user: server.user });
    await everything(ask);
    expect(saidWith(said, [wrong, inSource])).toEqual([]);
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
    expect(await ask('tree.read', { system: 'Bank', fresh: true })).toMatchObject({ queues: [['Sales']] });
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
