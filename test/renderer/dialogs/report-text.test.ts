import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { durationText } from '#shared/i18n/duration.ts';
import { formatsFor } from '#shared/i18n/formats.ts';
import { createWords, type Language } from '#shared/i18n/index.ts';
import { type MessageShape, messageText } from '#shared/i18n/messages.ts';
import { problemPlace } from '#shared/i18n/problem-place.ts';
import { outcomeSentences, reportText } from '../../../renderer/dialogs/run/report-text.ts';

const tellIn = (language: Language) => (shape: MessageShape) => messageText(language, shape);

const problem: Problem = {
  code: 'SCENARIO_DIVISION_BY_ZERO',
  message: 'Division by zero.',
  system: 'Bank',
  queueId: 2,
  queue: 'Hotline',
  valueTypeId: 1,
  valueType: 'Calls offered',
  day: '2026-10-25',
  startUtc: '2026-10-25T00:30:00Z',
  script: '3.BAS',
  line: 5,
  column: 14,
  count: 12,
};

const run: RunProgress = {
  runId: 7,
  stream: 'calls',
  status: 'completed-with-problems',
  systems: ['Bank'],
  fromDay: '2026-10-24',
  toDay: '2026-10-25',
  dryRun: false,
  writeNull: false,
  origin: 'console',
  undoable: false,
  resumable: false,
  startedUtc: '2026-11-22T10:00:00Z',
  finishedUtc: '2026-11-22T10:01:05Z',
  rowsRead: 1_200,
  valuesWritten: 0,
  valuesUnchanged: 960,
  problemCount: 3,
  days: [
    { system: 'Bank', day: '2026-10-24', state: 'done', unusual: false, rowsRead: 600, valuesWritten: 0 },
    { system: 'Bank', day: '2026-10-25', state: 'done', unusual: true, rowsRead: 600, valuesWritten: 0 },
  ],
  daysDone: 2,
  rowsPerSecond: 0,
  problems: [problem],
};

const zoneOf = () => 'Europe/Paris';

function words(language: Language): TFunction<'dialogs'> {
  return createWords(language).getFixedT(language, 'dialogs');
}

describe('the report of a run', () => {
  it('says that nothing changed when nothing was written', () => {
    expect(outcomeSentences(run, words('en'))).toEqual([
      'Nothing changed: what is stored equals what the source returned.',
    ]);
  });

  it('says that the source was empty when no row came', () => {
    const empty = { ...run, rowsRead: 0, valuesUnchanged: 0 };
    expect(outcomeSentences(empty, words('en'))[0]).toMatch(/returned no rows/);
  });

  it('does not claim that nothing changed when days were left out', () => {
    const cut = {
      ...run,
      status: 'cancelled' as const,
      days: [run.days[0]!, { ...run.days[1]!, state: 'pending' as const }],
    };
    expect(outcomeSentences(cut, words('en'))).toEqual(['0 values were written.', '1 day was not imported.']);
  });

  it('says what to do about days that are left, and that a run ended with its program', () => {
    const left = {
      ...run,
      status: 'interrupted' as const,
      resumable: true,
      days: [run.days[0]!, { ...run.days[1]!, state: 'pending' as const }],
    };
    expect(outcomeSentences(left, words('en'))).toEqual([
      '0 values were written.',
      'The program that did the run ended before it was through. Days already done are stored.',
      '1 day was not imported. Resume does what is left.',
    ]);
  });

  it('says of a dry run that nothing was written', () => {
    expect(outcomeSentences({ ...run, dryRun: true }, words('de'))[0]).toBe(
      'Vorschau: Es wurde nichts geschrieben.',
    );
  });

  it('gives the place of a problem by queue, value type, interval in the queue’s zone and line of the script', () => {
    expect(problemPlace(problem, words('en'), formatsFor('en', ['en-GB']), zoneOf)).toBe(
      'Bank › Hotline › Calls offered › 25 Oct 2026, 02:30 (Europe/Paris) › 3.BAS, line 5, column 14',
    );
  });

  it('can be copied whole', () => {
    const text = reportText(
      run,
      run.problems,
      words('en'),
      formatsFor('en', ['en-GB']),
      zoneOf,
      tellIn('en'),
    );
    expect(text).toContain('Import of call data · Run 7');
    expect(text).toMatch(/rows read +1,200/);
    expect(text).toMatch(/Finished.*\(65 s\)/);
    expect(text).toContain('- SCENARIO_DIVISION_BY_ZERO: Division by zero. (12 ×)');
    expect(text).toContain('and 2 more');
  });

  it('speaks the reader’s language, with its numbers', () => {
    const text = reportText(run, [], words('de'), formatsFor('de'), zoneOf, tellIn('de'));
    expect(text).toMatch(/Zeilen gelesen +1\.200/);
    expect(text).toContain('24.–25. Oktober 2026');
  });

  it('says a duration no more exactly than a person would', () => {
    const t = words('en');
    expect([40, 65, 130, 3_600, 3_900].map((seconds) => durationText(seconds, t))).toEqual([
      '40 s',
      '65 s',
      '2 min',
      '1 h',
      '1 h 5 min',
    ]);
  });
});
