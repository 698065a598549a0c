import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The account a database server runs under: servers refuse to run as root. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** The first of `paths` that exists; otherwise an error that says what to install. */
export function requireProgram(paths: readonly string[], aptPackages: string): string {
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `This test needs ${paths[0]}, which is not installed. Run:\n  sudo apt-get install -y ${aptPackages}`,
  );
}

/** Fails unless a driver of that name is in odbcinst.ini. */
export function requireOdbcDriver(driverName: string, aptPackages: string): void {
  let listed = '';
  try {
    listed = execFileSync('odbcinst', ['-q', '-d'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // Said below: without odbcinst there is no driver either.
  }
  if (!listed.split(/\r?\n/).includes(`[${driverName}]`)) {
    throw new Error(
      `This test needs the ODBC driver "${driverName}". Run:\n  sudo apt-get install -y unixodbc odbcinst ${aptPackages}`,
    );
  }
}

/** Root becomes `userName`; anybody else stays who they are. */
export function serverAccount(userName: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, userName], { encoding: 'utf8' }).trim());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export function serverFolder(prefix: string, account: ServerAccount): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('The system gave no free port.')),
      );
    });
  });
}

/** Runs a program to its end; its output becomes the error text when it fails. */
export function runTool(
  program: string,
  args: readonly string[],
  account: ServerAccount,
  input = '',
): string {
  try {
    return execFileSync(program, [...args], {
      ...account,
      input,
      encoding: 'utf8',
      cwd: tmpdir(),
      stdio: 'pipe',
    });
  } catch (thrown) {
    const stderr = (thrown as { stderr?: string }).stderr ?? String(thrown);
    throw new Error(`${program} failed:\n${stderr}`);
  }
}

// The server's keeper: it lives as long as our end of its stdin is open, so the server also goes when the test
// process is killed. It runs in its own process group, so Ctrl-C in the terminal does not reach the server first.
const KEEPER = `
signal=$1; folder=$2; shift 2
"$@" </dev/null & server=$!
said=$(cat)
if [ "$said" != ended ]; then kill -s "$signal" $server 2>/dev/null; fi
wait $server
if [ "$said" != ended ]; then rm -rf "$folder"; fi
`;

export interface KeptServer {
  /** True while the keeper runs. */
  running(): boolean;
  log(): string;
  stop(): Promise<void>;
  /** Waits for the end of a server that something else ended; its folder stays for the next one. */
  leave(): Promise<void>;
}

/** Starts a server that stops (`stopSignal`) and removes `folder` on `stop()` or when this process ends in any way. */
export function keepServer(
  command: readonly string[],
  options: { folder: string; account: ServerAccount; stopSignal: 'INT' | 'TERM' | 'QUIT' },
): KeptServer {
  const logPath = join(options.folder, 'server.log');
  const logFile = openSync(logPath, 'a+');
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', options.stopSignal, options.folder, ...command], {
    ...options.account,
    cwd: options.folder,
    detached: true,
    stdio: ['pipe', logFile, logFile],
  });
  let running = true;
  const ended = new Promise<void>((resolve) => {
    keeper.once('exit', () => {
      running = false;
      resolve();
    });
  });
  // A test that never calls stop() may still end: the keeper then sees its stdin close.
  keeper.unref();
  (keeper.stdin as unknown as { unref?: () => void }).unref?.();
  const log = () => (existsSync(logPath) ? readFileSync(logPath, 'utf8') : '');
  return {
    running: () => running,
    log,
    stop: async () => {
      keeper.ref();
      keeper.stdin?.end();
      if (running) await ended;
      rmSync(options.folder, { recursive: true, force: true });
    },
    leave: async () => {
      keeper.ref();
      keeper.stdin?.end('ended');
      if (running) await ended;
    },
  };
}

const run = promisify(execFile);

/** The same as {@link runTool} for what takes a while: others get their turn meanwhile. */
export async function runLongTool(
  program: string,
  args: readonly string[],
  account: ServerAccount,
): Promise<void> {
  await run(program, [...args], { ...account, cwd: tmpdir() });
}

/** SIGKILL for a server with all its processes; resolves when none of them runs any more. */
export async function killServer(pidFile: string): Promise<void> {
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const pids = [pid, ...(await processes(['--ppid', String(pid)])).map(({ pid: child }) => child)];
  for (const victim of pids) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  // Nobody may be there to take note of the end of those whose parent is gone.
  const isRunning = async () =>
    (await processes(['-p', pids.join(',')])).some(({ state }) => !state.startsWith('Z'));
  while (await isRunning()) await sleep(20);
}

async function processes(which: readonly string[]): Promise<{ pid: number; state: string }[]> {
  // `ps` ends with 1 when it finds none.
  const listed = await run('ps', ['-o', 'pid=,stat=', ...which]).catch(() => ({ stdout: '' }));
  return listed.stdout.split('\n').flatMap((line) => {
    const [pid, state] = line.trim().split(/\s+/);
    return pid && state ? [{ pid: Number(pid), state }] : [];
  });
}

/** Tries `probe` until it succeeds; a server that has not come up in time is an error with its log. */
export async function untilUp(
  server: KeptServer,
  name: string,
  probe: () => Promise<unknown>,
): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await probe();
      return;
    } catch (thrown) {
      if (!server.running() || Date.now() > deadline) {
        const log = server.log();
        await server.stop();
        throw new Error(`${name} did not come up (${String(thrown)}). Its log:\n${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
