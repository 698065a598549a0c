import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Case } from './cases.ts';

const program = fileURLToPath(new URL('recompute.py', import.meta.url));

/** By case: hundredths by `queue/value type` and instant, and rows by the code of what was odd about them. */
export interface Recomputed {
  readonly cases: Readonly<
    Record<
      string,
      {
        readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
        /** By `queue/value type`: where nothing was counted, which "write null values" sets to 0. */
        readonly gaps: Readonly<Record<string, readonly string[]>>;
        /** By code: rows if those of one time stamp and queue count as one, and if each counts. */
        readonly problems: Readonly<Record<string, readonly [number, number]>>;
        /** Whether rows have to be reported for their offset or zone. */
        readonly unknownZones: 'none' | 'may' | 'must';
      }
    >
  >;
}

/** What Python says has to come out of these sources. */
export function recompute(database: string, cases: readonly Case[]): Promise<Recomputed> {
  return python<Recomputed>({ database, cases });
}

/** What Python knows of time zones: those it has no data of, and versions. */
export function pythonZones(
  zones: readonly string[],
): Promise<{ readonly unknown: readonly string[]; readonly python: string; readonly zoneData: string }> {
  return python({ zones });
}

function python<T>(input: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as T);
      else reject(new Error(`recompute.py ended with ${code}`));
    });
    child.stdin.end(JSON.stringify(input));
  });
}
