import { loadavg } from 'node:os';

/** What was measured of one program; what is not known is left out. */
export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds?: number;
  readonly peakMb?: number;
}

/** Prints the head of a table; gives what prints a line. `counts` are what the rates are of, by their name. */
export function openTable(title: string, counts: Readonly<Record<string, number>>) {
  console.log(`\n${title}; ${new Date().toISOString()}, load ${loadavg()[0]!.toFixed(1)}`);
  console.log(
    line('', ['seconds', ...Object.keys(counts).map((name) => `${name}/s`), 'processor s', 'peak MB']),
  );
  return (what: string, { seconds, cpuSeconds, peakMb }: Measured) =>
    console.log(
      line(what, [
        seconds.toFixed(2),
        ...Object.values(counts).map((count) => Math.round(count / seconds).toLocaleString('en')),
        cpuSeconds?.toFixed(2) ?? '',
        peakMb?.toFixed(0) ?? '',
      ]),
    );
}

export type PrintLine = ReturnType<typeof openTable>;

/** Prints whether what was asked for holds; the program then ends with 1 when it does not. */
export function mustHold(what: string, measured: number, limit: number): void {
  const holds = measured <= limit;
  const text = (value: number) => (value < 10 ? value.toFixed(3) : value.toFixed(0));
  console.log(`  ${what}: ${text(measured)}, asked for ${text(limit)}: ${holds ? 'holds' : 'DOES NOT HOLD'}`);
  if (!holds) process.exitCode = 1;
}

function line(what: string, cells: readonly string[]): string {
  return `  ${what.padEnd(26)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}
