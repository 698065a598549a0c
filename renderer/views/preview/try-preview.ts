import type { Preview, PreviewInterval } from '#shared/contract/preview.ts';
import {
  compileScenario,
  defaultScenario,
  runScenario,
  type ScenarioProgram,
} from '#shared/domain/scenario/index.ts';

/** How long one stretch of computing may keep the page from answering. */
const STRETCH_MS = 12;

/**
 * The preview as it would be with another script, from the rows that were read already. An empty text is the sum that
 * an import takes where there is no script. The page stays responsive: a script that loops is stopped by its budget in
 * each interval, and between intervals the page gets its turn. Undefined when it was aborted.
 */
export async function tryPreview(
  source: Preview,
  text: string,
  signal: AbortSignal,
): Promise<Preview | undefined> {
  const { program, findings } = compileScenario(
    text.trim() === '' ? defaultScenario(source.sources.length) : text,
  );
  const intervals: PreviewInterval[] = [];
  let stretchStart = performance.now();
  for (const interval of source.intervals) {
    if (performance.now() - stretchStart > STRETCH_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return undefined;
      stretchStart = performance.now();
    }
    intervals.push(tryInterval(program, source, interval));
  }
  if (signal.aborted) return undefined;
  return { ...source, intervals, findings, totals: totalsOf(intervals) };
}

/** One interval with the script; what the source gave for it stays. Without a program it has no result. */
export function tryInterval(
  program: ScenarioProgram | undefined,
  { weekday }: Pick<Preview, 'weekday'>,
  interval: PreviewInterval,
): PreviewInterval {
  const { error: _error, printed: _printed, ...given } = interval;
  if (interval.state === 'none' || interval.state === 'unusable') return interval;
  const failed = { ...given, state: 'failed' as const, resultHundredths: null };
  if (program === undefined) return failed;
  const outcome = runScenario(program, {
    paras: interval.paras.map((para) => para ?? 0),
    weekday,
    minutes: interval.minutes,
    startLocalSeconds: interval.startLocalSeconds,
  });
  const printed = outcome.printed.length === 0 ? {} : { printed: outcome.printed };
  if (!outcome.ok) {
    const { code, message, details = {}, line, column } = outcome.error;
    return { ...failed, ...printed, error: { code, message, details, line, column } };
  }
  // An import leaves out what can no longer be kept exactly.
  if (!Number.isSafeInteger(outcome.valueHundredths)) return { ...failed, ...printed };
  return { ...given, ...printed, state: 'computed', resultHundredths: outcome.valueHundredths };
}

function totalsOf(intervals: readonly PreviewInterval[]): Preview['totals'] {
  const sum = (value: (interval: PreviewInterval) => number | null) =>
    intervals.reduce((total, interval) => total + (value(interval) ?? 0), 0);
  return {
    resultHundredths: sum((interval) => interval.resultHundredths),
    storedHundredths: sum((interval) => interval.storedHundredths),
  };
}
