import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** The logs of a home, by the names operators know. */
export type LogName = 'call_tree.log' | 'isps_ul.log' | 'isps_uls.log';

export interface Logs {
  /** Appends one entry with its UTC time; further lines are indented. A full disk loses the entry, not the work. */
  write(name: LogName, text: string): void;
}

export interface LogLimits {
  readonly maxFileBytes: number;
  readonly keptFiles: number;
  readonly keptDays: number;
}

const usualLimits: LogLimits = { maxFileBytes: 10 * 1024 * 1024, keptFiles: 5, keptDays: 90 };

/**
 * Console, command line and service append to the same files, so each entry opens, appends and closes: a
 * rotation done by one of them is seen by the others at their next entry.
 */
export function openLogs(folder: string, limits: LogLimits = usualLimits): Logs {
  return {
    write(name, text) {
      const file = path.join(folder, name);
      const entry = `${new Date().toISOString()} ${text.trimEnd().replace(/\r?\n/g, '\n  ')}\n`;
      try {
        mkdirSync(folder, { recursive: true });
        rotate(file, limits);
        appendFileSync(file, entry);
      } catch {
        // A log that cannot be written must never end an import; the run's report has the problem as well.
      }
    },
  };
}

function rotate(file: string, limits: LogLimits): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < limits.maxFileBytes) return;
  for (let n = limits.keptFiles; n >= 1; n -= 1) {
    const from = n === 1 ? file : `${file}.${n - 1}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${n}`);
  }
  const oldestMs = Date.now() - limits.keptDays * 86_400_000;
  for (const name of readdirSync(path.dirname(file))) {
    const rotated = path.join(path.dirname(file), name);
    if (/\.log\.\d+$/.test(name) && statSync(rotated).mtimeMs < oldestMs) rmSync(rotated);
  }
}
