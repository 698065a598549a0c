import { execFile } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { connectDatabase } from '#engine/wfm/postgres/connection.ts';
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { migrate, migrations } from '#engine/wfm/postgres/migrations.ts';
import { postgresStore } from '#engine/wfm/postgres/open.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { messageText } from '#shared/i18n/messages.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { cableTo } from '../../support/cable.ts';
import { postgresServer } from './postgres-home.ts';
import { changeOf, done, hotline, noCounters, request, storeDay } from './samples.ts';

const { server, freshUrl, open, exec } = postgresServer();

async function opened(url = freshUrl()): Promise<{ url: string; store: WfmStore }> {
  const store = await open(url);
  onTestFinished(() => store.close());
  return { url, store };
}

function using(url: string): WfmStore {
  const store = postgresStore(postgresLocation(url));
  onTestFinished(() => store.close());
  return store;
}

/** The address of the test's server with something else in it. */
function changed(
  parts: Partial<Pick<URL, 'hostname' | 'password' | 'pathname' | 'port' | 'search' | 'username'>>,
): string {
  return Object.assign(new URL(freshUrl()), parts).href;
}

describe('The view interval_value of a PostgreSQL store', () => {
  it('gives one row a stored value: queue, value type, start, value as a number, and its day', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    await storeDay(store, 1002, 1, '2026-03-29', (index) => (index >= 7 && index < 9 ? 8023 + index : null));
    await storeDay(store, 1002, 2, '2026-10-25', (index) => ({ 0: 0, 99: -150 })[index] ?? null);
    const rows = await exec(
      url,
      `SELECT queue_id::int AS queue, value_type_id::int AS type, to_char(start_utc, 'YYYY-MM-DD"T"HH24:MI:SS') AS start,
         value::float8 AS value, day::text AS day FROM interval_value ORDER BY 1, 2, 3`,
    );
    expect(rows.map((row) => Object.values(row).join('|'))).toEqual([
      '1002|1|2026-03-29T00:45:00|80.3|2026-03-29',
      '1002|1|2026-03-29T01:00:00|80.31|2026-03-29',
      '1002|2|2026-10-24T22:00:00|0|2026-10-25',
      '1002|2|2026-10-25T22:45:00|-1.5|2026-10-25',
    ]);
  });

  it('reads the months only that a condition on day leaves, and one queue by the index', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    for (const month of ['01', '02', '03']) await storeDay(store, 1002, 1, `2026-${month}-05`, () => 1);
    const plan = await exec(
      url,
      `SET enable_seqscan = off; EXPLAIN SELECT * FROM interval_value
       WHERE queue_id = 1002 AND day BETWEEN '2026-02-01' AND '2026-02-28'`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/day_values_2026_02.*_pkey/);
    expect(text).not.toContain('2026_01');
    expect(text).not.toContain('2026_03');
  });
});

describe('Programs on one PostgreSQL store', () => {
  it('make it once when they open it for the first time together', async () => {
    const url = freshUrl();
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    for (const store of stores) onTestFinished(() => store.close());
    expect(await exec(url, 'SELECT version FROM schema_version')).toHaveLength(migrations.length);
  });

  it('make the partition of a month once when they need it together', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    const others = await Promise.all(Array.from({ length: 4 }, () => open(url)));
    await Promise.all(
      others.map(async (other, index) => {
        onTestFinished(() => other.close());
        const day = `2026-05-0${index + 1}`;
        const { id } = await other.createRun(request({ systems: [`S${index}`], fromDay: day, toDay: day }));
        const changes = [await changeOf(other, 1002, 1, day, () => index)];
        await other.commitDay(id, `S${index}`, day, done({ changes }));
      }),
    );
    expect(await store.storedDays(1002, 1)).toEqual({ firstDay: '2026-05-01', lastDay: '2026-05-04' });
  });

  it('get a system to one of them only, however close together they ask', async () => {
    const { url } = await opened();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    for (const store of stores) onTestFinished(() => store.close());
    const asked = await Promise.allSettled(stores.map((store) => store.createRun(request())));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: { code: 'IMPORT_RUNNING', retryable: true } });
    }
  });

  it('do not write over each other: of two that change a day, new or not, one is told', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    const other = await open(url);
    onTestFinished(() => other.close());
    const [mine, theirs] = [
      await store.createRun(request({ systems: ['Mine'] })),
      await other.createRun(request({ systems: ['Theirs'] })),
    ];
    for (let round = 1; round <= 10; round += 1) {
      const [one, two] = await Promise.all([
        changeOf(store, 1002, 1, '2026-03-28', () => round),
        changeOf(other, 1002, 1, '2026-03-28', () => -round),
      ]);
      const outcomes = await Promise.allSettled([
        store.commitDay(mine.id, 'Mine', '2026-03-28', done({ changes: [one] })),
        other.commitDay(theirs.id, 'Theirs', '2026-03-28', done({ changes: [two] })),
      ]);
      const lost = outcomes.filter(({ status }) => status === 'rejected');
      expect(lost).toMatchObject([{ reason: { code: 'STORE_CONFLICT', retryable: true } }]);
      const won = outcomes[0]!.status === 'fulfilled' ? one : two;
      expect(await store.readDays([one])).toEqual([won.after]);
    }
  });

  it('see at once what another process did, and take over what it left when it was killed', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    const child = execFile(process.execPath, [join(import.meta.dirname, 'postgres-process.ts'), url]);
    onTestFinished(() => void child.kill('SIGKILL'));
    await vi.waitFor(async () => {
      const [newest] = await store.runs({ limit: 1 });
      expect(newest).toMatchObject({ rowsRead: 7, status: 'running' });
    }, 90_000);
    const id = (await store.runs({ limit: 1 }))[0]!.id;
    expect(await store.recoverInterruptedRuns()).toEqual([]);
    await expect(store.createRun(request())).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(await store.resumeRun(id)).toMatchObject({ status: 'running' });
    expect(await store.unfinishedDays(id)).toHaveLength(2);
  }, 120_000);

  it('go by the clock of the server: a run is given up after two silent minutes', async () => {
    const { url, store } = await opened();
    const { id } = await store.createRun(request());
    await exec(url, `UPDATE run SET owner_host = 'elsewhere', owner_token = 'other'`);
    const beat = (seconds: number) =>
      exec(url, `UPDATE run SET heartbeat_utc_s = extract(epoch FROM now())::bigint - ${seconds}`);
    await beat(100);
    expect(await store.recoverInterruptedRuns()).toEqual([]);
    await beat(125);
    expect(await store.recoverInterruptedRuns()).toEqual([id]);
  });
});

describe('Migrations of a PostgreSQL store', () => {
  it('are done in order, each once, and leave nothing of a step that fails', async () => {
    const location = postgresLocation(freshUrl());
    const database = connectDatabase(location);
    onTestFinished(() => database.close());
    const first = { version: 1, name: 'one', sql: 'CREATE TABLE one (id integer)' };
    const second = {
      version: 2,
      name: 'two',
      sql: 'CREATE TABLE two (id integer); INSERT INTO one VALUES (2)',
    };
    const broken = { version: 3, name: 'three', sql: 'CREATE TABLE three (id integer); SELECT nonsense' };
    await migrate(database, location, [first]);
    await migrate(database, location, [first, second]);
    await expect(migrate(database, location, [first, second, broken])).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining('nonsense'),
    });
    expect(await database.rows('SELECT * FROM one')).toEqual([{ id: 2 }]);
    const tables = await database.rows(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
    );
    expect(tables).toEqual([{ name: 'one' }, { name: 'schema_version' }, { name: 'two' }]);
  });

  it('refuse what a newer program has made', async () => {
    const { url } = await opened();
    await exec(url, `INSERT INTO schema_version (version, name) VALUES (999, 'future')`);
    await expect(open(url)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      retryable: false,
      details: { schemaVersion: 999 },
    });
  });
});

describe('A server that cannot be used', () => {
  it.each([
    ['no password', { password: '' }, 'STORE_LOGIN_REFUSED'],
    ['a wrong password', { password: 'wrong' }, 'STORE_LOGIN_REFUSED'],
    ['a user it does not know', { username: 'nobody' }, 'STORE_LOGIN_REFUSED'],
    ['no such database', { pathname: '/nothing' }, 'STORE_CANNOT_OPEN'],
    ['no encryption', { search: '?sslmode=require' }, 'STORE_TLS'],
    ['no such host', { hostname: 'nowhere.invalid' }, 'STORE_UNREACHABLE'],
  ])('says what to do: %s', async (_, parts, code) => {
    const url = changed(parts);
    const error = errorShape(await open(url).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code, retryable: code === 'STORE_UNREACHABLE' });
    expect(JSON.stringify(error)).not.toContain(server().password);
    expect(JSON.stringify(error)).not.toContain(encodeURIComponent(server().password));
    for (const language of ['fr', 'de'] as const) {
      expect(messageText(language, error)).not.toBe(error.message);
    }
  });

  it('that is away is asked again by the next request', async () => {
    const cable = await cableTo(server().port);
    await cable.pull();
    const store = using(changed({ port: String(cable.port) }));
    await expect(store.directory()).rejects.toMatchObject({ code: 'STORE_UNREACHABLE', retryable: true });
    await cable.plug();
    expect((await store.directory()).queues).toEqual([]);
  });

  it('and ends connections costs the request on them, and nothing half is written', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    const { id } = await store.createRun(request());
    const blocker = new pg.Client({ connectionString: new URL(url).href.split('?')[0]! });
    await blocker.connect();
    onTestFinished(() => blocker.end());
    const schema = new URL(url).searchParams.get('schema');
    await blocker.query(`BEGIN; SELECT * FROM ${schema}.run WHERE id = ${id} FOR UPDATE`);
    const change = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
    const commit = store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [change] }));
    const refused = expect(commit).rejects.toMatchObject({ code: 'STORE_UNREACHABLE', retryable: true });
    await vi.waitFor(async () => {
      const ended = await server().exec(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
      );
      expect(ended).toHaveLength(1);
    }, 20_000);
    await refused;
    await blocker.query('ROLLBACK');
    expect(await store.readDays([change])).toEqual([undefined]);
    await store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [change], counters: noCounters }));
    expect(await store.readDays([change])).toEqual([change.after]);
  });

  it.each([
    ['53100', 'STORE_DISK_FULL', true],
    ['40001', 'STORE_BUSY', true],
    ['40P01', 'STORE_BUSY', true],
    ['55P03', 'STORE_BUSY', true],
    ['25006', 'STORE_READ_ONLY', false],
    ['XX001', 'STORE_DAMAGED', false],
    ['57P01', 'STORE_UNREACHABLE', true],
    ['22012', 'STORE_FAILED', false],
  ])('tells SQLSTATE %s as %s and leaves nothing of the day', async (sqlState, code, retryable) => {
    const { url, store } = await opened();
    await store.load(hotline);
    await exec(
      url,
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'so' USING ERRCODE = '${sqlState}'; END $$;
       CREATE TRIGGER fail BEFORE INSERT ON watermark FOR EACH ROW EXECUTE FUNCTION fail()`,
    );
    const { id } = await store.createRun(request());
    const change = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
    const commit = store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [change] }));
    const error = errorShape(await commit.catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code, retryable });
    expect(messageText('de', error)).not.toBe(error.message);
    expect(await store.readDays([change])).toEqual([undefined]);
    expect((await store.run(id)).days[0]).toMatchObject({ state: 'pending' });
  });

  it('lets a role write that may, and tells one that may only read', async () => {
    const { url, store } = await opened();
    await store.load(hotline);
    const schema = new URL(url).searchParams.get('schema');
    await server().exec(
      `CREATE ROLE reader LOGIN PASSWORD 'reads'; GRANT USAGE ON SCHEMA ${schema} TO reader;
       GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO reader`,
    );
    const reading = new URL(url);
    reading.username = 'reader';
    reading.password = 'reads';
    const readOnly = using(reading.href);
    expect((await readOnly.directory()).queues).toHaveLength(2);
    await expect(readOnly.load({ valueTypes: [{ name: 'New' }] })).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
      details: { variant: 'no-right' },
    });
  });
});

describe('The address of a store', () => {
  it.each([
    ['mysql://a@b/c', 'form'],
    ['postgresql://host/database', 'form'],
    ['postgresql://user@host', 'form'],
    ['postgresql://user:p%zz@host/db', 'form'],
    ['postgresql://user@host/db?pooling=1', 'parameter'],
    ['postgresql://user@host/db?schema=a;b', 'schema'],
    ['postgresql://user@host/db?sslmode=maybe', 'sslmode'],
    ['postgresql://user@host/db?sslmode=verify-ca&sslrootcert=/nowhere.pem', 'root-certificate'],
  ])('%s is refused and not shown', (url, variant) => {
    const error = (() => {
      try {
        return postgresLocation(url.replace('user@', 'user:s3cret@'));
      } catch (thrown) {
        return errorShape(thrown);
      }
    })();
    expect(error).toMatchObject({ code: 'STORE_URL_INVALID', details: { variant } });
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });

  it('is shown without its password, which comes last of those that are known', async () => {
    const written = postgresLocation('postgresql://us%20er:p%7Bw%7D@db.example:6543/wfm?schema=site_1');
    expect(written).toMatchObject({
      host: 'db.example',
      port: 6543,
      database: 'wfm',
      user: 'us er',
      schema: 'site_1',
      shown: 'postgresql://us%20er@db.example:6543/wfm?schema=site_1',
    });
    expect(await written.password()).toBe('p{w}');
    const kept = postgresLocation('postgresql://u:p@h/d', async () => 'kept');
    expect(await kept.password()).toBe('kept');
  });

  it('asks servers elsewhere for encryption when it says nothing of it', () => {
    const tlsOf = (url: string) => postgresLocation(url).tls;
    expect(tlsOf('postgresql://u@db.example/d')).toEqual({ rejectUnauthorized: false });
    expect(tlsOf('postgresql://u@db.example/d?sslmode=verify-full')).toEqual({});
    expect(tlsOf('postgresql://u@127.0.0.1/d')).toBeUndefined();
    expect(tlsOf('postgresql://u@db.example/d?sslmode=disable')).toBeUndefined();
  });
});
