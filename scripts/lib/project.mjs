import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every script needs: where the project is, a word to the reader, and a way to run a program. */

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const onWindows = process.platform === 'win32';

/** The Node that the project runs on; there after the set-up, whatever the system's Node is. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** ODBC calls block threads of libuv's pool, so there have to be more than its four. */
export const projectEnvironment = { ...process.env, UV_THREADPOOL_SIZE: '24' };

/** A failure with its next step in the message; scripts print it without a stack. */
export class SetUpError extends Error {}

/** One line to stderr: stdout belongs to what the reader asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and hands on the signals that arrive meanwhile. Its output goes to stderr
 * unless `stdio` says otherwise; `timeoutMs` ends it with SIGTERM.
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, stdio = ['ignore', 2, 2], timeoutMs, shell } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio, timeout: timeoutMs, shell });
    // A terminal sends Ctrl-C to the child as well; a second one would read as "at once".
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, pass);
    const ended = () => {
      for (const signal of passedOn) process.off(signal, pass);
    };
    child.once('error', (error) => {
      ended();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      ended();
      resolve({ code, signal });
    });
  });
}

/** Ends this process the way `outcome` ended: same exit code, or same signal. */
export function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
}

/** Stdout of a short question to the system; undefined where the program is missing or says no. */
export function ask(command, ...args) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/** True where a program of that name is on the PATH. */
export function onPath(name) {
  const suffixes = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => suffixes.some((suffix) => isExecutable(join(folder, name + suffix))));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The file's text; undefined where it cannot be read. */
export function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** True for the script that was started, false for one that was imported. */
export function isStarted(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
}

/** Runs a script's main function; a {@link SetUpError} ends it with exit code 1 and its message alone. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    say(error instanceof SetUpError ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
