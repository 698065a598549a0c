import type { Home } from '#engine/home/home.ts';
import { eachPageOfProblems } from '#engine/runs/problem-groups.ts';
import type { RunDayKey, RunProblem, Zeroing } from '#engine/wfm/store.ts';
import { isConfirmed } from '../confirm.ts';
import { say, table } from '../output.ts';

/** Up to so many values become 0 without a question. */
const withoutQuestion = 10;
const shownLines = 100;

interface Findings {
  /** Stored values that would become 0, per queue and day. */
  readonly zeroes: readonly RunProblem[];
  /** Days for which the source returned nothing. */
  readonly emptyDays: readonly RunProblem[];
}

/**
 * Shows what a survey found and asks, when it is more than a few values or a day without any row is to become 0; undefined:
 * the answer was no. Throws `CONFIRMATION_NEEDED`.
 */
export async function confirmedZeroing(
  home: Home,
  surveyRunId: number,
  options: { readonly chosenDays: readonly RunDayKey[]; readonly yes: boolean; readonly asJson: boolean },
): Promise<Zeroing | undefined> {
  const { chosenDays, yes, asJson } = options;
  const names = new Map((await home.store.directory()).queues.map(({ id, name }) => [id, name]));
  const { zeroes, emptyDays } = await findings(home, surveyRunId);
  const zeroing: Zeroing = { surveyRunId, emptyDays: chosenDays.map((day) => asFound(day, emptyDays)) };
  const isChosen = (found: RunProblem) =>
    zeroing.emptyDays.some(({ system, day }) => system === found.system && day === found.day);
  const chosen = emptyDays.filter(isChosen);
  const left = emptyDays.filter((found) => !isChosen(found));
  const lines = [
    ...zeroes.map((found) => [found.day!, found.system!, names.get(found.queueId!) ?? '', found.count]),
    ...chosen.map((found) => [found.day!, found.system!, 'the whole day', found.count]),
  ];
  const values = [...zeroes, ...chosen].reduce((sum, { count }) => sum + count, 0);
  if (lines.length > 0) {
    say(table(['day', 'system', 'queue', 'values that become 0'], lines.slice(0, shownLines)));
    if (lines.length > shownLines)
      say(`… and ${lines.length - shownLines} more lines, see run ${surveyRunId}`);
  }
  for (const { system, day, count } of left.slice(0, shownLines)) {
    say(
      `${system} returned nothing for ${day}: that day stays as it is (${count} stored values; --zero-empty-day "${system}:${day}" sets them to 0)`,
    );
  }
  if (values <= withoutQuestion && chosen.length === 0) return zeroing;
  const question = `${values} stored values would become 0.`;
  const details = { surveyRunId, values, emptyDays: zeroing.emptyDays };
  return (await isConfirmed(question, { yes, asJson, details })) ? zeroing : undefined;
}

async function findings(home: Home, surveyRunId: number): Promise<Findings> {
  const zeroes: RunProblem[] = [];
  const emptyDays: RunProblem[] = [];
  for await (const problems of eachPageOfProblems(home.store, surveyRunId)) {
    zeroes.push(...problems.filter(({ code }) => code === 'WRITE_NULL_ZEROES'));
    emptyDays.push(...problems.filter(({ code }) => code === 'WRITE_NULL_DAY_EMPTY'));
  }
  return { zeroes, emptyDays };
}

/** Systems may be typed in any case. */
function asFound(typed: RunDayKey, emptyDays: readonly RunProblem[]): RunDayKey {
  const found = emptyDays.find(
    ({ system, day }) => day === typed.day && system?.toLowerCase() === typed.system.toLowerCase(),
  );
  return { system: found?.system ?? typed.system, day: typed.day };
}
