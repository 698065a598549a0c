import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { HomeFiles } from './home.ts';
import { temporaryFolder } from './home.ts';

/** What a command line call came to. */
export interface CliResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON document it has to be. */
  json<T = Record<string, unknown>>(): T;
}

export interface CliOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Gets the process when it has started, for signals. */
  readonly onStarted?: (child: ChildProcess) => void;
  readonly onStderr?: (text: string, child: ChildProcess) => void;
}

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** Runs the built command line as a process of its own, as `npm run xlink` does; it ends with the test at the latest. */
export function xlink(home: string, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  if (!existsSync(program)) throw new Error('out/main/cli.js is missing. Run "npm run build" first.');
  const child = spawn(process.execPath, [program, '--home', home, ...args], {
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '24',
      XLINK_SECRET_KEY_FILE: path.join(home, 'secret.key'),
      ...options.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    options.onStderr?.(text, child);
  });
  child.stdin.end(options.stdin ?? '');
  options.onStarted?.(child);
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr, json: <T>() => JSON.parse(stdout) as T });
    });
  });
  onTestFinished(async () => {
    if (child.kill('SIGKILL')) await ended;
  });
  return ended;
}

/** A folder with the files that somebody wrote by hand; WFM's side goes in by `xlink wfm load`. */
export async function handWrittenHome(files: HomeFiles): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), files.settings);
  await writeFile(path.join(folder, 'acd_map.ini'), files.mapping);
  await writeFile(path.join(folder, 'wfm.json'), JSON.stringify(files.wfm));
  for (const [number, text] of Object.entries(files.scripts ?? {})) {
    await writeFile(path.join(folder, `${number}.BAS`), text);
  }
  const loaded = await xlink(folder, ['wfm', 'load', path.join(folder, 'wfm.json')]);
  if (loaded.exitCode !== 0) throw new Error(`wfm load failed: ${loaded.stderr}`);
  return folder;
}
