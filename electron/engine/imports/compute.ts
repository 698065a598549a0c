import { runScenario } from '#shared/domain/scenario/index.ts';
import { weekdayOf } from '#shared/domain/time/day.ts';
import { invalidFigure } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import { mostWithDecimals } from './figure-cells.ts';
import type { PlannedMapping } from './plan.ts';
import type { ProblemCollector } from './problems.ts';
import type { ScriptLog } from './script-log.ts';

/** Hundredths by interval; undefined where the source gave nothing, null where there is no right value. */
export type ComputedDay = readonly (number | undefined | null)[];

/** The figure of a source of the mapping in an interval; NaN where the source gave none, or `invalidFigure`. */
export type ParaReader = (slot: number) => number;

/**
 * Runs the mapping's script on each interval for which at least one source gave a figure; the others of that
 * interval count as 0. A script that fails loses that interval only, and says where. What it prints goes to `printed`.
 */
export function computeDay(
  mapping: PlannedMapping,
  grid: DayGrid,
  readers: readonly ParaReader[],
  problems: ProblemCollector,
  printed: ScriptLog,
): ComputedDay {
  const weekday = weekdayOf(grid.day);
  const prints = printed.day(mapping, grid);
  const paras = new Array<number>(mapping.sources.length).fill(0);
  const values = grid.starts.map((startUtc, slot) => {
    let given = false;
    for (let source = 0; source < paras.length; source += 1) {
      const figure = readers[source]!(slot);
      if (figure === invalidFigure) return null;
      const known = !Number.isNaN(figure);
      paras[source] = known ? figure : 0;
      given ||= known;
    }
    if (!given) return undefined;
    const outcome = runScenario(mapping.scenario, {
      paras,
      weekday,
      minutes: grid.minutesOfDay[slot]!,
      startLocalSeconds: grid.startsLocal[slot]!,
    });
    if (outcome.printed.length > 0) prints.add(startUtc, outcome);
    if (outcome.ok && isExact(outcome.valueHundredths, paras)) return outcome.valueHundredths;
    if (outcome.ok) {
      problems.add({
        code: 'VALUE_TOO_LARGE',
        message: `${mapping.queue}, ${mapping.valueType}: a figure or result is larger than can be kept exactly (2^53). The value of the interval stays as it was. Check the script and the sources.`,
        queueId: mapping.queueId,
        valueTypeId: mapping.valueTypeId,
        day: grid.day,
        startUtc,
        ...(mapping.script === undefined ? {} : { script: mapping.script }),
        details: { paras: [...paras] },
      });
      return null;
    }
    problems.add({
      code: outcome.error.code,
      message: `${mapping.script ?? 'Default sum'}, line ${outcome.error.line}: ${outcome.error.message} The value of the interval stays as it was.`,
      queueId: mapping.queueId,
      valueTypeId: mapping.valueTypeId,
      day: grid.day,
      startUtc,
      line: outcome.error.line,
      column: outcome.error.column,
      ...(mapping.script === undefined ? {} : { script: mapping.script }),
      details: {
        ...outcome.error.details,
        effect: 'interval-kept',
        paras: [...paras],
        basicError: outcome.error.number,
      },
    });
    return null;
  });
  prints.write();
  return values;
}

/** Beyond 2^53 a number no longer says which whole number it was, and long before that no longer its hundredths. */
export function isExact(valueHundredths: number, paras: readonly number[]): boolean {
  return Number.isSafeInteger(valueHundredths) && paras.every(isKept);
}

function isKept(para: number): boolean {
  return Math.abs(para) <= (Number.isInteger(para) ? Number.MAX_SAFE_INTEGER : mostWithDecimals);
}
