import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliResult, xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let server: PostgresServer;
let schemas = 0;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** The address of a store that nobody has used, with or without the password. */
function freshUrl(options: { readonly password: boolean }): string {
  schemas += 1;
  const url = new URL(server.url);
  if (!options.password) url.password = '';
  url.searchParams.set('schema', `home_${schemas}`);
  return url.href;
}

const document = {
  queues: [{ id: 5, name: 'Hotline', timeZone: 'Europe/Paris', intervalMinutes: 15 }],
  valueTypes: [{ id: 1, name: 'Offered' }],
};

async function homeOf(settings?: string): Promise<string> {
  const folder = await temporaryFolder();
  if (settings !== undefined) await writeFile(path.join(folder, 'isps_ul.ini'), settings);
  return folder;
}

const load = (home: string, environment = {}) =>
  xlink(home, ['wfm', 'load', '-', '--json'], { stdin: JSON.stringify(document), environment });

function expectNoPassword(...results: readonly CliResult[]): void {
  for (const { stdout, stderr } of results) {
    for (const secret of [server.password, encodeURIComponent(server.password)]) {
      expect(stdout + stderr).not.toContain(secret);
    }
  }
}

describe('The store of a home', () => {
  it('is wfm.db, until StoreUrl in [DB] names a server whose password is in the secret store', async () => {
    const home = await homeOf('[DB]\r\n1=DB,0,,\r\n');
    expect((await xlink(home, ['store', 'info', '--json'])).json()).toMatchObject({
      kind: 'file',
      store: path.join(home, 'wfm.db'),
    });
    const url = freshUrl({ password: false });
    await writeFile(path.join(home, 'isps_ul.ini'), `[DB]\r\n1=DB,0,,\r\nStoreUrl=${url}\r\n`);
    const refused = await load(home);
    expect(refused.exitCode).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'STORE_LOGIN_REFUSED' } });

    const kept = await xlink(home, ['store', 'password'], { stdin: `${server.password}\n` });
    expect(kept).toMatchObject({ exitCode: 0, stdout: 'The password of the store is stored.\n' });
    const loaded = await load(home);
    expect(loaded.json()).toMatchObject({ queues: { added: 1 } });
    const info = await xlink(home, ['store', 'info', '--json']);
    expect(info.json()).toMatchObject({
      kind: 'server',
      store: url,
      rows: { queue: 1, value_type: 1, run: 0 },
    });
    const text = await xlink(home, ['store', 'info']);
    expect(text.stdout).toContain(`store: ${url}\n`);
    expectNoPassword(refused, kept, loaded, info, text);
    for (const file of ['isps_ul.ini', 'secrets.json']) {
      expect(await readFile(path.join(home, file), 'utf8')).not.toContain(server.password);
    }
  });

  it('is named by the environment on machines without a person, before the file', async () => {
    const home = await homeOf('[DB]\nStoreUrl=postgresql://nobody@127.0.0.1:1/none\n');
    const environment = {
      XLINK_STORE_URL: freshUrl({ password: false }),
      XLINK_STORE_PASSWORD: server.password,
    };
    expect((await load(home, environment)).exitCode).toBe(0);
    const away = await load(home);
    expect(away.exitCode).toBe(1);
    expect(away.json()).toMatchObject({ error: { code: 'STORE_UNREACHABLE', retryable: true } });
  });

  it('works with the password in StoreUrl, which is a finding and is shown nowhere', async () => {
    const home = await homeOf(`[DB]\nStoreUrl=${freshUrl({ password: true })}\n`);
    const loaded = await load(home);
    expect(loaded.exitCode).toBe(0);
    const found = await xlink(home, ['check', '--json']);
    expect(found.json<{ findings: unknown[] }>().findings).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        code: 'STORE_PASSWORD_IN_FILE',
        file: 'isps_ul.ini',
        line: 2,
      }),
    );
    const broken = await homeOf(`[DB]\nStoreUrl=${freshUrl({ password: true })}&colour=red\n`);
    const refused = await load(broken);
    expect(refused.json()).toMatchObject({ error: { code: 'STORE_URL_INVALID' } });
    expectNoPassword(loaded, found, refused, await xlink(home, ['store', 'info']));
  });
});

describe('xlink store copy', () => {
  it('moves a home to a server and back: the tables are equal, and the home goes on there', async () => {
    const home = await homeOf('[DB]\n');
    await load(home);
    const url = freshUrl({ password: true });
    const there = await xlink(home, ['store', 'copy', '--to', url, '--json']);
    expect(there.exitCode).toBe(0);
    const back = path.join(home, 'back.db');
    const again = await xlink(home, ['store', 'copy', '--from', url, '--to', back, '--json']);
    expect(again.json().tables).toEqual(there.json().tables);
    expect(again.json().tables).toContainEqual(expect.objectContaining({ table: 'queue', rows: 1 }));
    const dump = await xlink(home, ['wfm', 'dump']);
    await writeFile(path.join(home, 'isps_ul.ini'), `[DB]\nStoreUrl=${url}\n`);
    expect((await xlink(home, ['wfm', 'dump'])).stdout).toBe(dump.stdout);
    expect(there.stderr).toContain('queue: 1 rows');
    expectNoPassword(there, again);
  });

  it('refuses a target that has something in it, and a source that is not there', async () => {
    const home = await homeOf('[DB]\n');
    await load(home);
    const url = freshUrl({ password: true });
    await xlink(home, ['store', 'copy', '--to', url]);
    const twice = await xlink(home, ['store', 'copy', '--to', url, '--json']);
    expect(twice.exitCode).toBe(1);
    expect(twice.json()).toMatchObject({ error: { code: 'STORE_NOT_EMPTY' } });
    const nothing = path.join(home, 'nothing.db');
    const absent = await xlink(home, ['store', 'copy', '--from', nothing, '--to', url, '--json']);
    expect(absent.json()).toMatchObject({ error: { code: 'STORE_CANNOT_OPEN' } });
    await expect(readFile(nothing)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
