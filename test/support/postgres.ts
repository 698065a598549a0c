import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  freePort,
  keepServer,
  killServer,
  requireOdbcDriver,
  requireProgram,
  runLongTool,
  runTool,
  serverAccount,
  serverFolder,
  untilUp,
} from './throwAwayServer.ts';

export interface PostgresServer {
  readonly connectionString: string;
  readonly driver: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** For the npm package `pg`. */
  readonly url: string;
  /** Runs statements beside ODBC; gives the rows of the last one. */
  exec(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends it with what is connected: by its own tool, or by SIGKILL for all its processes. What it holds stays. */
  halt(how: 'fast' | 'immediate' | 'kill'): Promise<void>;
  /** Starts it again after {@link halt}; resolves when it answers. */
  start(): Promise<void>;
  /** Starts it again, but it refuses connections ("the database system is starting up") until `letGo`. */
  startHeld(): Promise<{ letGo(): Promise<void> }>;
  stop(): Promise<void>;
}

const APT = 'postgresql odbc-postgresql';
const DRIVER = 'PostgreSQL Unicode';
const USER = 'acd reader';
const PASSWORD = 'pg;p{w}d=é 1';
const DATABASE = 'acd';

function programFolder(): string {
  const root = '/usr/lib/postgresql';
  const versions = (() => {
    try {
      return readdirSync(root).sort((a, b) => Number(b) - Number(a));
    } catch {
      return [];
    }
  })();
  const initdb = requireProgram(
    [...versions.map((version) => join(root, version, 'bin/initdb')), `${root}/*/bin/initdb`],
    APT,
  );
  return join(initdb, '..');
}

/**
 * A PostgreSQL of its own: temporary folder, loopback, random port, password login, no fsync. It stops with
 * `stop()` and also when the process that started it ends in any way. Settings in `own` come before these.
 */
export async function startPostgres(own: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const bin = programFolder();
  requireOdbcDriver(DRIVER, APT);
  const account = serverAccount('postgres');
  const folder = serverFolder('xlink-pg-', account);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  runTool('sh', ['-c', 'umask 077; cat > "$1"', 'sh', passwordFile], account, `${PASSWORD}\n`);
  runTool(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      USER,
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale',
      'C.UTF-8',
      '--no-sync',
    ],
    account,
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
    timezone: 'UTC',
    ...own,
  };
  const keep = (more: Readonly<Record<string, string>> = {}) =>
    keepServer(
      [
        join(bin, 'postgres'),
        '-D',
        data,
        ...Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { folder, account, stopSignal: 'INT' },
    );
  let server = keep();
  const login = { host: '127.0.0.1', port, user: USER, password: PASSWORD };
  const run = async (database: string, sql: string) => {
    const client = new pg.Client({ ...login, database });
    await client.connect();
    try {
      const result = (await client.query(sql)) as pg.QueryResult | pg.QueryResult[];
      const last = Array.isArray(result) ? result.at(-1) : result;
      return (last?.rows ?? []) as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const isUp = () => untilUp(server, 'PostgreSQL', () => run('postgres', 'SELECT 1'));
  await isUp();
  await run('postgres', `CREATE DATABASE ${DATABASE}`);
  return {
    connectionString: `Driver={${DRIVER}};Server=127.0.0.1;Port=${port};Database=${DATABASE};UID=${USER};PWD={${PASSWORD.replaceAll('}', '}}')}}`,
    driver: DRIVER,
    host: '127.0.0.1',
    port,
    database: DATABASE,
    user: USER,
    password: PASSWORD,
    url: `postgresql://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${DATABASE}`,
    exec: (sql) => run(DATABASE, sql),
    async halt(how) {
      if (how === 'kill') await killServer(join(data, 'postmaster.pid'));
      else await runLongTool(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', how], account);
      await server.leave();
    },
    async start() {
      server = keep();
      await isUp();
    },
    async startHeld() {
      // It asks for what may have been archived before it looks at what it has, and here the answer takes its time.
      const go = join(folder, 'go');
      runTool('touch', [join(data, 'recovery.signal')], account);
      server = keep({ restore_command: `while ! test -e '${go}'; do sleep 0.05; done; false` });
      await untilUp(server, 'PostgreSQL', async () => {
        const refusal = await run('postgres', 'SELECT 1').catch((error: unknown) => error);
        if ((refusal as { code?: string }).code !== '57P03') throw refusal;
      });
      return {
        async letGo() {
          runTool('touch', [go], account);
          await isUp();
        },
      };
    },
    stop: () => server.stop(),
  };
}
