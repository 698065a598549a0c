import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The built program: the project's own build, or the folder that XLINK_PROGRAM names, with `out/` in it. */
export const programFolder = path.resolve(process.env.XLINK_PROGRAM ?? projectFolder);

const commandLine = path.join(programFolder, 'out', 'main', 'cli.js');
const reaper = fileURLToPath(new URL('reaper.ts', import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end, whatever its exit code. */
export function runCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [commandLine, ...args],
      { env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024, timeout: 110_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

export interface ConsoleServer {
  readonly url: string;
  /** What the program has said on stderr. */
  readonly said: () => string;
  stop(): Promise<void>;
}

/** Serves the console to a browser; it ends with `stop`, and also when this process dies without a word. */
export async function serveConsole(
  homeFolder: string,
  env: Readonly<Record<string, string>>,
): Promise<ConsoleServer> {
  const program = [commandLine, '--home', homeFolder, 'console', '--no-open', '--port', '0'];
  const child = spawn(process.execPath, [reaper, process.execPath, ...program], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /^Console: (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      said: () => said,
      async stop() {
        child.stdin.end();
        await ended;
      },
    };
  }
  await ended;
  throw new Error(`The console did not start:\n${said}`);
}
