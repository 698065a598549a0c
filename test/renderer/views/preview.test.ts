import { describe, expect, it } from 'vitest';
import type { Preview, PreviewInterval } from '#shared/contract/preview.ts';
import { previewRows, previewSummary } from '../../../renderer/views/preview/preview-model.ts';
import { tryPreview } from '../../../renderer/views/preview/try-preview.ts';

/** A quarter hour from 09:00 on, as the engine gives it for a script that did nothing yet. */
function interval(index: number, more: Partial<PreviewInterval> = {}): PreviewInterval {
  const minutes = 540 + 15 * index;
  const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
  return {
    startUtc: `2025-11-19T${time}:00Z`,
    startLocal: time,
    offset: '+00:00',
    minutes,
    startLocalSeconds: Date.UTC(2025, 10, 19) / 1000 + minutes * 60,
    paras: [index, 2],
    state: 'computed',
    isOver: true,
    resultHundredths: 100,
    storedHundredths: 100,
    ...more,
  };
}

function preview(intervals: PreviewInterval[]): Preview {
  return {
    queueId: 1,
    valueTypeId: 1,
    day: '2025-11-19',
    timeZone: 'UTC',
    intervalMinutes: 15,
    weekday: 4,
    sources: [{ source: 'A:q:offered' }, { source: 'A:q:overflow' }],
    intervals,
    findings: [],
    problems: [],
    totals: { resultHundredths: 0, storedHundredths: 0 },
    rowsRead: intervals.length,
    fromMemory: false,
    readMs: 0,
    computeMs: 0,
  };
}

const untouched = new AbortController().signal;
const tried = async (source: Preview, text: string) => (await tryPreview(source, text, untouched))!;
const results = ({ intervals }: Preview) => intervals.map(({ resultHundredths }) => resultHundredths);
const differences = (intervals: PreviewInterval[]) =>
  previewRows(preview(intervals)).map(({ difference }) => difference);

describe('A script that is typed, on the rows of a preview', () => {
  it('gives what the import would store, with the figures, the weekday and the time of each interval', async () => {
    const source = preview([interval(0), interval(1)]);
    expect(results(await tried(source, 'Sub Main()\nResult = Para1 * 100 + Para2\nEnd Sub'))).toEqual([
      2, 102,
    ]);
    expect(results(await tried(source, 'Sub Main()\nResult = Weekday\nEnd Sub'))).toEqual([4, 4]);
    expect(results(await tried(source, 'Sub Main()\nResult = Minutes\nEnd Sub'))).toEqual([540, 555]);
    expect(results(await tried(source, 'Sub Main()\nResult = Day(Now) * 100 + Hour(Now)\nEnd Sub'))).toEqual([
      1909, 1909,
    ]);
  });

  it('is the sum where there is none', async () => {
    expect(results(await tried(preview([interval(3)]), ''))).toEqual([500]);
  });

  it('counts a figure that is missing as 0, and leaves intervals without any figure alone', async () => {
    const given = interval(1, { paras: [null, 2] });
    const none = interval(2, { paras: [null, null], state: 'none', resultHundredths: null });
    const unusable = interval(3, { state: 'unusable', resultHundredths: null });
    const after = await tried(preview([given, none, unusable]), '');
    expect(results(after)).toEqual([200, null, null]);
    expect(after.intervals.map(({ state }) => state)).toEqual(['computed', 'none', 'unusable']);
  });

  it('loses only the intervals it fails in, and says the line; the totals are those of the others', async () => {
    const text = 'Sub Main()\nPrint "in"\nResult = 100 / Para1\nEnd Sub';
    const after = await tried(preview([interval(0), interval(1), interval(2)]), text);
    expect(after.intervals[0]).toMatchObject({ state: 'failed', error: { line: 3 }, printed: ['in'] });
    expect(results(after)).toEqual([null, 100, 50]);
    expect(after.totals).toEqual({ resultHundredths: 150, storedHundredths: 300 });
    // What failed before may be right with the next text.
    expect((await tried(after, '')).intervals[0]).not.toHaveProperty('error');
  });

  it('with a mistake gives the mistake and no result', async () => {
    const after = await tried(preview([interval(1)]), 'Sub Main()\nResult = \nEnd Sub');
    expect(after.findings[0]).toMatchObject({ severity: 'error', line: 2 });
    expect(after.intervals[0]).toMatchObject({ state: 'failed', resultHundredths: null });
  });

  it('that never ends is stopped in each interval, and altogether when nobody waits for it any more', async () => {
    const endless = 'Sub Main()\nDo\nLoop\nEnd Sub';
    expect((await tried(preview([interval(0)]), endless)).intervals[0]?.error?.line).toBeGreaterThan(1);
    const controller = new AbortController();
    const running = tryPreview(
      preview(Array.from({ length: 96 }, (_, index) => interval(index % 20))),
      endless,
      controller.signal,
    );
    controller.abort();
    expect(await running).toBeUndefined();
  });
});

describe('What a preview says of each interval', () => {
  it('is what an import would do to the stored value', () => {
    expect(
      differences([
        interval(0),
        interval(1, { resultHundredths: 150 }),
        interval(2, { resultHundredths: 50 }),
        interval(3, { storedHundredths: null }),
        interval(4, { state: 'none', resultHundredths: null }),
        interval(5, { state: 'none', resultHundredths: null, storedHundredths: null }),
        interval(6, { state: 'failed', resultHundredths: null }),
        interval(7, { isOver: false, storedHundredths: null }),
      ]),
    ).toEqual(['same', 'more', 'less', 'new', 'kept', 'none', 'failed', 'waiting']);
  });

  it('the same error at the same place is told once, with its count and its first interval', () => {
    const error = { code: 'SCENARIO_DIVISION', message: 'Division by zero.', line: 3, column: 5 };
    const failed = { state: 'failed' as const, resultHundredths: null };
    const { failures } = previewSummary(
      previewRows(
        preview([
          interval(0),
          interval(1, { ...failed, error }),
          interval(2, { ...failed, error }),
          interval(3, { ...failed, error: { ...error, line: 4 } }),
        ]),
      ),
    );
    expect(failures.map(({ count, first, error: { line } }) => [line, count, first.start])).toEqual([
      [3, 2, '09:15'],
      [4, 1, '09:45'],
    ]);
  });

  it('decimals are those that show every value in full', () => {
    const decimals = (hundredths: number) =>
      previewSummary(previewRows(preview([interval(0, { resultHundredths: hundredths })]))).decimals;
    expect([300, 350, 355].map(decimals)).toEqual([0, 1, 2]);
  });
});
