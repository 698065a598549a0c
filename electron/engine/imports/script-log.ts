import type { ScenarioOutcome } from '#shared/domain/scenario/index.ts';
import { minutesOfDay } from '#shared/domain/time/interval.ts';
import type { Logs } from '../home/logs.ts';
import type { DayGrid } from './day-grid.ts';
import type { PlannedMapping } from './plan.ts';

/** Printed lines a run keeps: scripts run for every interval of years. */
const keptLines = 1000;

/** What the scripts of one run print, written to the log of imports; bounded, and says how much was left out. */
export interface ScriptLog {
  /** Takes what the script of a mapping printed in the intervals of one day. */
  day(mapping: PlannedMapping, grid: DayGrid): DayPrints;
  /** Writes how many lines were left out, if any. */
  end(): void;
}

export interface DayPrints {
  add(startUtc: number, outcome: ScenarioOutcome): void;
  /** Writes the lines of the day as one entry. */
  write(): void;
}

export function scriptLog(logs: Logs, runId: number): ScriptLog {
  let left = keptLines;
  let leftOut = 0;
  return {
    day(mapping, grid) {
      const lines: string[] = [];
      return {
        add(startUtc, { printed, printedLeftOut }) {
          const kept = printed.slice(0, left);
          left -= kept.length;
          leftOut += printed.length - kept.length + printedLeftOut;
          if (kept.length === 0) return;
          const time = clockText(minutesOfDay(grid.zone, startUtc));
          lines.push(...kept.map((line) => `${time} ${onOneLine(line)}`));
        },
        write() {
          if (lines.length === 0) return;
          const { script = 'default sum', queue, valueType } = mapping;
          const head = `run ${runId}: ${script} (${queue}, ${valueType}) printed on ${grid.day}:`;
          logs.write('isps_uls.log', [head, ...lines].join('\n'));
        },
      };
    },
    end() {
      if (leftOut === 0) return;
      logs.write(
        'isps_uls.log',
        `run ${runId}: scripts printed ${leftOut} more lines, which were left out (a run keeps ${keptLines}).`,
      );
    },
  };
}

function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A printed text may hold line ends and other controls; in the log it stays one line. */
function onOneLine(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ').trimEnd();
}
