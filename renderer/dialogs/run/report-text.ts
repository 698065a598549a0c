import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { durationText } from '#shared/i18n/duration.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import { problemPlace, type ZoneOf } from '#shared/i18n/problem-place.ts';
import type { TellMessage } from '../../ui/index.ts';
import type { Translate } from '../words.ts';

/** What a run that is over comes to, one sentence each. */
export function outcomeSentences(
  run: Pick<
    RunProgress,
    'status' | 'resumable' | 'dryRun' | 'undoOf' | 'rowsRead' | 'valuesWritten' | 'valuesUnchanged' | 'days'
  >,
  t: Translate,
): string[] {
  const sentences: string[] = [];
  const over = run.status === 'completed' || run.status === 'completed-with-problems';
  if (run.undoOf !== undefined) sentences.push(t('run.someRestored', { count: run.valuesWritten }));
  else if (run.dryRun) sentences.push(t('run.dryRunDone'));
  else if (over && run.rowsRead === 0 && run.valuesWritten === 0) sentences.push(t('run.nothingRead'));
  else if (over && run.valuesWritten === 0) sentences.push(t('run.nothingChanged'));
  else sentences.push(t('run.someWritten', { count: run.valuesWritten }));
  const open = run.days.filter((day) => day.state !== 'done' && day.state !== 'skipped').length;
  if (run.status === 'interrupted') sentences.push(t('run.processEnded'));
  if (open > 0) {
    const openDays = t('run.openDays', { count: open });
    sentences.push(run.resumable ? `${openDays} ${t('run.resumeDoes')}` : openDays);
  }
  return sentences;
}

/** The report as plain text, for a mail or a ticket. */
export function reportText(
  run: RunProgress,
  problems: readonly Problem[],
  t: Translate,
  formats: Formats,
  zoneOf: ZoneOf,
  tell: TellMessage,
): string {
  const rows: [string, string][] = [
    [t('run.days'), formats.dayRange(run.fromDay, run.toDay)],
    [t('run.systems'), run.systems.join(', ')],
    [t('run.statusWord'), t(`run.status.${run.status}`)],
    [t('run.startedWord'), formats.dateTime(run.startedUtc)],
  ];
  if (run.finishedUtc !== undefined) {
    const seconds = (Date.parse(run.finishedUtc) - Date.parse(run.startedUtc)) / 1000;
    rows.push([
      t('run.finishedWord'),
      `${formats.dateTime(run.finishedUtc)} (${durationText(Math.max(0, seconds), t)})`,
    ]);
  }
  rows.push(
    [t('run.rowsRead'), formats.number(run.rowsRead)],
    [t(run.dryRun ? 'run.valuesWouldWrite' : 'run.valuesWritten'), formats.number(run.valuesWritten)],
    [t('run.valuesUnchanged'), formats.number(run.valuesUnchanged)],
    [t('run.problems'), formats.number(run.problemCount)],
  );
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = [
    `${t(`run.title.${run.stream}`)} · ${t('run.runNumber', { runId: run.runId })}`,
    '',
    ...rows.map(([name, value]) => `${name.padEnd(width)}${value}`),
    '',
    ...outcomeSentences(run, t),
  ];
  if (run.error !== undefined) lines.push(`${run.error.code}: ${tell(run.error)}`);
  if (problems.length > 0) {
    lines.push('', t('run.problemsTitle'));
    for (const problem of problems) {
      const place = problemPlace(problem, t, formats, zoneOf);
      const times = problem.count > 1 ? ` (${t('run.times', { count: problem.count })})` : '';
      lines.push(`- ${problem.code}: ${tell(problem)}${times}`, ...(place === '' ? [] : [`  ${place}`]));
    }
    const more = run.problemCount - problems.length;
    if (more > 0) lines.push(`  ${t('run.moreProblems', { count: more })}`);
  }
  return `${lines.join('\n')}\n`;
}
