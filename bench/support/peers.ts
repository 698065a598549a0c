import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProcessUse } from './process-use.ts';

export interface PeerRun extends ProcessUse {
  readonly rows: number;
  readonly seconds: number;
}

const python = '/usr/bin/python3';

/** Says what to install where a program of the comparison is missing. */
export function requirePeers(): void {
  if (spawnSync(python, ['-c', 'import pyodbc']).status !== 0) missing('python3-pyodbc');
  if (spawnSync('isql', ['--version']).error) missing('unixodbc');
}

function missing(debianPackage: string): never {
  console.error(
    `The comparison needs ${debianPackage}: sudo apt-get install -y ${debianPackage}\nWithout it: --skip-peer`,
  );
  process.exit(2);
}

/** Runs a program of `bench/peers`. */
export function runPeer(program: string, args: readonly string[]): PeerRun {
  const file = fileURLToPath(new URL(`../peers/${program}`, import.meta.url));
  return JSON.parse(execFileSync(python, [file, ...args], { encoding: 'utf8' })) as PeerRun;
}

/**
 * Seconds that `isql` takes to fetch the results of the statements, one a line, to nowhere: what the driver costs
 * whoever calls it.
 */
export function fetchSeconds(connectionString: string, statements: readonly string[]): number {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync('isql', ['-b', '-d|', '-k', connectionString], {
    input: `${statements.join('\n')}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`isql ended with ${status}: ${stderr}`);
  return (performance.now() - startedMs) / 1000;
}
