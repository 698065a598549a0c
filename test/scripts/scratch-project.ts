import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** A folder with the project's scripts and `files` (path → text); `remove` deletes it. */
export function scratchProject(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'xlink-scripts-'));
  for (const part of ['scripts', '.ci']) {
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a project holds whose packages are installed; its build tool writes a command line that shows what it got. */
export function installedProject() {
  const cli = `console.log(JSON.stringify({ args: process.argv.slice(2), pool: process.env.UV_THREADPOOL_SIZE }));
if (process.argv[2] === 'fail') process.exitCode = 3;
if (process.argv[2] === 'wait') setTimeout(() => {}, 60_000);`;
  const project = scratchProject({
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{ "packages": { "": {}, "node_modules/odbc": { "version": "2.6.0" } } }',
    'node_modules/.package-lock.json': '{ "packages": { "node_modules/odbc": { "version": "2.6.0" } } }',
    'node_modules/odbc/lib/bindings/napi-v8/odbc.node': '',
    'node_modules/electron-vite/bin/electron-vite.js': `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('out/main', { recursive: true });
appendFileSync('builds', 'x');
console.log('the build tool speaks');
writeFileSync('out/main/cli.js', ${JSON.stringify(cli)});`,
    'shared/source.ts': 'export {};',
  });
  mkdirSync(join(project.folder, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(project.folder, 'node_modules', 'node', 'bin', 'node'));
  return project;
}

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in `folder` to its end; `started` gets the process and what it has printed so far. */
export function runIn(
  folder: string,
  command: readonly string[],
  options: {
    env?: Readonly<Record<string, string>>;
    started?: (child: ChildProcess, stdout: string) => void;
  } = {},
): Promise<Outcome> {
  const [program = '', ...args] = command;
  const { INIT_CWD: _, CI: __, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...inherited, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
      options.started?.(child, stdout);
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
