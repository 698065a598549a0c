import { join } from 'node:path';
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

export interface MariadbServer {
  readonly connectionString: string;
  readonly driver: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Runs statements beside ODBC; gives what the client prints (tab separated, no heading). */
  exec(sql: string): Promise<string>;
  /** Ends it with what is connected: by its own tool, or by SIGKILL. What it holds stays. */
  halt(how: 'fast' | 'kill'): Promise<void>;
  /** Starts it again after {@link halt}; resolves when it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const APT = 'mariadb-server odbc-mariadb';
const DRIVER = 'MariaDB Unicode';
const USER = 'acd_reader';
const PASSWORD = 'ma;p{w}d=1';
const DATABASE = 'acd';

/**
 * A MariaDB of its own: temporary folder, loopback, random port, a user with a password. It stops with `stop()`
 * and also when the process that started it ends in any way.
 */
export async function startMariadb(): Promise<MariadbServer> {
  const daemon = requireProgram(['/usr/sbin/mariadbd', '/usr/sbin/mysqld'], APT);
  const install = requireProgram(['/usr/bin/mariadb-install-db'], APT);
  const client = requireProgram(['/usr/bin/mariadb'], APT);
  const admin = requireProgram(['/usr/bin/mariadb-admin'], APT);
  requireOdbcDriver(DRIVER, APT);
  const account = serverAccount('mysql');
  const folder = serverFolder('xlink-my-', account);
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const pidFile = join(folder, 'pid');
  runTool(
    install,
    [
      '--no-defaults',
      `--datadir=${data}`,
      // Two servers made at once would take each other's temporary tables in the common folder.
      `--tmpdir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    account,
  );
  const port = await freePort();
  const command = [
    daemon,
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${folder}`,
    `--socket=${socket}`,
    `--pid-file=${pidFile}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=16M',
    '--skip-log-bin',
  ];
  const keep = () => keepServer(command, { folder, account, stopSignal: 'TERM' });
  let server = keep();
  const asRoot = async (database: string, sql: string) =>
    runTool(
      client,
      [
        '--no-defaults',
        `--socket=${socket}`,
        '--user=root',
        '--batch',
        '--skip-column-names',
        '--default-character-set=utf8mb4',
        database,
      ],
      {},
      sql,
    );
  const isUp = () => untilUp(server, 'MariaDB', () => asRoot('mysql', 'SELECT 1'));
  await isUp();
  await asRoot(
    'mysql',
    `CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4;
     CREATE USER '${USER}'@'%' IDENTIFIED BY '${PASSWORD}';
     GRANT ALL ON ${DATABASE}.* TO '${USER}'@'%';`,
  );
  return {
    connectionString: `Driver={${DRIVER}};Server=127.0.0.1;Port=${port};Database=${DATABASE};UID=${USER};PWD={${PASSWORD.replaceAll('}', '}}')}}`,
    driver: DRIVER,
    host: '127.0.0.1',
    port,
    database: DATABASE,
    user: USER,
    password: PASSWORD,
    exec: (sql) => asRoot(DATABASE, sql),
    async halt(how) {
      if (how === 'kill') await killServer(pidFile);
      else {
        await runLongTool(admin, ['--no-defaults', `--socket=${socket}`, '--user=root', 'shutdown'], {});
      }
      await server.leave();
    },
    async start() {
      server = keep();
      await isUp();
    },
    stop: () => server.stop(),
  };
}
