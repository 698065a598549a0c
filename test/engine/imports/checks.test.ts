import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Problem } from '#shared/contract/imports.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/* "What the program checks after an import" of the operator's guide, each rule as a test. */

const quarter = 900;
const daySeconds = 86_400;
const unix = (text: string) => Date.parse(text) / 1000;
const monday = '2026-03-02';
const dayOf = (first: string, days: number) =>
  new Date((unix(first) + days * daySeconds) * 1000).toISOString().slice(0, 10);

interface Row {
  readonly stamp: number;
  readonly queue: string;
  offered: number | null;
  answered: number | null;
  abandoned: number | null;
  overflow: number | null;
  talk: number | null;
}

/** Calls by the quarter of an hour from 8 to 18 o'clock, as an honest ACD would count them; a little other every week. */
function usualDays(first: string, days: number, queues: readonly string[] = ['Sales']): Row[] {
  const rows: Row[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let slot = 32; slot < 72; slot += 1) {
      for (const queue of queues) {
        const offered = 20 + ((slot * 7 + day * 5) % 9);
        const abandoned = slot % 3 === 0 ? 1 : 0;
        const answered = offered - abandoned;
        const stamp = unix(`${first}T00:00:00Z`) + day * daySeconds + slot * quarter;
        rows.push({ stamp, queue, offered, answered, abandoned, overflow: 0, talk: answered * 180 });
      }
    }
  }
  return rows;
}

const at = (rows: readonly Row[], stamp: string) => rows.find((row) => row.stamp === unix(stamp))!;

const columns = ['offered', 'answered', 'abandoned', 'overflow', 'talk'] as const;
const valueTypes = ['Calls offered', 'Calls answered', 'Calls abandoned', 'Overflow calls', 'Talk time'];

/** A home that maps these value types (by their number) of each queue, over a real source with the rows. */
async function centre(
  rows: readonly Row[],
  {
    mapped = [1, 2, 3, 5],
    keys = {},
    queues = ['Sales'],
  }: { mapped?: readonly number[]; keys?: Record<string, string>; queues?: readonly string[] } = {},
) {
  const database = sqliteFile(
    `CREATE TABLE calls (stamp INTEGER, queue VARCHAR(20), ${columns.map((name) => `${name} INTEGER`).join(', ')})`,
  );
  onTestFinished(database.remove);
  const fill = (more: readonly Row[]) => {
    const values = more.map(({ stamp, queue, ...figures }) => {
      const list = columns.map((name) => figures[name] ?? 'NULL');
      return `(${stamp}, '${queue}', ${list.join(', ')})`;
    });
    database.exec(`INSERT INTO calls VALUES ${values.join(',')}`);
  };
  fill(rows);
  const home = await homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        QueueSQL: 'SELECT DISTINCT queue FROM calls ORDER BY queue',
        CallDataTable: 'calls',
        TimeStampColumn: 'stamp',
        TimeStampType: '1',
        QueueNameColumn: 'queue',
        ValueTypes: columns.join(';'),
        Interval: '15',
        ...keys,
      }),
    ),
    mapping: map(
      ...queues.flatMap((queue, index) =>
        mapped.map((type) => `0:${index + 1}:${type}=ACD:${queue}:${columns[type - 1]}`),
      ),
    ),
    wfm: {
      queues: queues.map((_, index) => ({ id: index + 1, name: `Hotline ${index + 1}`, timeZone: 'UTC' })),
      valueTypes: valueTypes.map((name, index) => ({ id: index + 1, name })),
    },
  });
  return { home, database, fill };
}

type Centre = Awaited<ReturnType<typeof centre>>;

async function imported(
  { home }: Pick<Centre, 'home'>,
  from = monday,
  to = from,
): Promise<readonly Problem[]> {
  return (await importCalls(home, { from, to })).problems;
}

describe('figures that can be right', () => {
  it('are imported without a word, nine weeks of them, and again', async () => {
    const open = await centre(usualDays(monday, 63));
    const range = { from: monday, to: dayOf(monday, 62) };
    expect(await importCalls(open.home, range)).toMatchObject({ status: 'completed', problems: [] });
    expect(await importCalls(open.home, range)).toMatchObject({ status: 'completed', problems: [] });
  });
});

describe('offered is answered and abandoned', () => {
  const code = 'CHECK_CALLS_UNBALANCED';

  it('or some are missing: told of with the sums of the day and the first interval', async () => {
    const rows = usualDays(monday, 1);
    at(rows, `${monday}T10:00:00Z`).answered! -= 12;
    at(rows, `${monday}T11:15:00Z`).answered! -= 12;
    const offered = rows.reduce((sum, row) => sum + row.offered!, 0);
    const answered = rows.reduce((sum, row) => sum + row.answered!, 0);
    const [problem, ...others] = await imported(await centre(rows));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code,
      queueId: 1,
      valueTypeId: 1,
      day: monday,
      startUtc: `${monday}T10:00:00.000Z`,
      count: 2,
      details: { variant: 'missing', queue: 'Hotline 1', offered, answered, difference: 24 },
    });
    expect(problem?.message).toContain('24 of those offered were neither answered nor abandoned');
  });

  it('or too many ended: a figure that is taken twice', async () => {
    const rows = usualDays(monday, 1).map((row) => ({ ...row, abandoned: row.abandoned! + 3 }));
    expect(await imported(await centre(rows))).toMatchObject([
      {
        code,
        startUtc: `${monday}T08:00:00.000Z`,
        count: 40,
        details: { variant: 'excess', difference: 120 },
      },
    ]);
  });

  it('in a single interval too, where the day as a whole is as it should be', async () => {
    const rows = usualDays(monday, 1);
    at(rows, `${monday}T10:00:00Z`).answered! -= 12;
    expect(await imported(await centre(rows))).toMatchObject([
      {
        code,
        startUtc: `${monday}T10:00:00.000Z`,
        count: 1,
        details: { variant: 'missing', difference: 12 },
      },
    ]);
  });

  it('within 2 calls of a day, 5 of an interval, or 5 % of them', async () => {
    const rows = usualDays(monday, 1);
    at(rows, `${monday}T10:00:00Z`).answered! -= 5;
    for (const row of rows.filter(({ stamp }) => stamp >= unix(`${monday}T11:00:00Z`))) row.answered! -= 1;
    expect(await imported(await centre(rows))).toEqual([]);
  });

  it('in one interval or a later one: a queue that grows for two hours and is worked off is none', async () => {
    const rows = usualDays(monday, 1);
    for (const row of rows.slice(8, 16)) row.answered! -= 6;
    for (const row of rows.slice(16, 28)) row.answered! += 4;
    expect(await imported(await centre(rows))).toEqual([]);
  });

  it('or went elsewhere, where that is mapped too', async () => {
    const rows = usualDays(monday, 1).map((row) => ({ ...row, answered: row.answered! - 4, overflow: 4 }));
    expect(await imported(await centre(rows))).toMatchObject([{ code, count: 40 }]);
    expect(await imported(await centre(rows, { mapped: [1, 2, 3, 4, 5] }))).toEqual([]);
  });

  it('which nobody knows of a queue that has only two of the three', async () => {
    const rows = usualDays(monday, 1).map((row) => ({ ...row, answered: 0, talk: 0 }));
    expect(await imported(await centre(rows, { mapped: [1, 2] }))).toEqual([]);
  });
});

describe('handled time', () => {
  const quiet = (rows: Row[], fromSlot: number, toSlot: number) => {
    for (const row of rows.slice(fromSlot, toSlot)) {
      row.abandoned = row.offered;
      row.answered = 0;
      row.talk = 0;
    }
    return rows;
  };

  it('without an answered call in the hour before and after is told of', async () => {
    const rows = quiet(usualDays(monday, 1), 10, 25);
    rows[17]!.talk = 240;
    expect(await imported(await centre(rows))).toMatchObject([
      {
        code: 'CHECK_TIME_WITHOUT_CALLS',
        queueId: 1,
        valueTypeId: 5,
        startUtc: `${monday}T12:15:00.000Z`,
        count: 1,
        details: { value: 240 },
      },
    ]);
  });

  it('may go on in the interval after the one in which the call is counted', async () => {
    const rows = quiet(usualDays(monday, 1), 10, 25);
    rows[10]!.talk = 240;
    rows[24]!.talk = 240;
    expect(await imported(await centre(rows))).toEqual([]);
  });
});

describe('values below 0', () => {
  it('are told of with their first place and their number', async () => {
    const rows = usualDays(monday, 1);
    for (const clock of ['09:00', '09:15']) at(rows, `${monday}T${clock}:00Z`).talk = -5;
    expect(await imported(await centre(rows))).toMatchObject([
      {
        code: 'CHECK_VALUE_NEGATIVE',
        valueTypeId: 5,
        startUtc: `${monday}T09:00:00.000Z`,
        count: 2,
        details: { value: -5 },
      },
    ]);
  });
});

describe("values far from the queue's own history", () => {
  const week = (number: number) => dayOf(monday, number * 7);
  const spike = (rows: readonly Row[], day: string, calls: number) => {
    const row = at(rows, `${day}T10:00:00Z`);
    row.offered = calls;
    row.answered = calls - row.abandoned!;
    return rows;
  };

  it('are told of from the fifth week on, by weekday and time', async () => {
    const rows = spike(usualDays(monday, 42), week(5), 250);
    const found = await imported(await centre(rows), monday, dayOf(monday, 41));
    expect(found).toMatchObject([
      {
        code: 'CHECK_VALUE_UNUSUAL',
        queueId: 1,
        valueTypeId: 1,
        day: week(5),
        startUtc: `${week(5)}T10:00:00.000Z`,
        count: 1,
        details: { value: 250, weeks: 5 },
      },
      { code: 'CHECK_VALUE_UNUSUAL', valueTypeId: 2 },
    ]);
  });

  it('need four former weeks', async () => {
    const rows = spike(usualDays(monday, 28), week(3), 250);
    expect(await imported(await centre(rows), monday, dayOf(monday, 27))).toEqual([]);
  });

  it('are held against what earlier runs stored', async () => {
    const rows = spike(usualDays(monday, 42), week(5), 250);
    const open = await centre(rows);
    await importCalls(open.home, { from: monday, to: dayOf(week(5), -1) });
    expect(await imported(open, week(5))).toMatchObject([
      { code: 'CHECK_VALUE_UNUSUAL', valueTypeId: 1, details: { weeks: 5 } },
      { code: 'CHECK_VALUE_UNUSUAL', valueTypeId: 2 },
    ]);
  });

  it('are not told of twice, and later only what has changed', async () => {
    const rows = spike(usualDays(monday, 42), week(5), 250);
    const open = await centre(rows);
    await importCalls(open.home, { from: monday, to: week(5) });
    expect(await imported(open, week(5))).toEqual([]);
    open.database.exec(`UPDATE calls SET offered = 300, answered = 300, abandoned = 0
      WHERE stamp = ${unix(`${week(5)}T15:00:00Z`)}`);
    expect(await imported(open, week(5))).toMatchObject([
      { code: 'CHECK_VALUE_UNUSUAL', valueTypeId: 1, startUtc: `${week(5)}T15:00:00.000Z`, count: 1 },
      { code: 'CHECK_VALUE_UNUSUAL', valueTypeId: 2, count: 1 },
    ]);
  });

  it('are also 0 for so long that calls must be missing', async () => {
    const rows = usualDays(monday, 42).map((row) => {
      const isOut = row.stamp >= unix(`${week(5)}T14:00:00Z`) && row.stamp < unix(`${week(5)}T16:00:00Z`);
      const offered = isOut ? 0 : Math.round(row.offered! / 4);
      return { ...row, offered, answered: offered, abandoned: 0, talk: offered * 180 };
    });
    expect(await imported(await centre(rows), monday, dayOf(monday, 41))).toMatchObject([
      {
        code: 'CHECK_VALUE_UNUSUAL',
        valueTypeId: 1,
        startUtc: `${week(5)}T14:00:00.000Z`,
        count: 8,
        details: { variant: 'silent', calls: expect.closeTo(48, -1) },
      },
    ]);
  });

  it('are not those of a busy day: twice the calls are no news', async () => {
    const rows = usualDays(monday, 42);
    for (const row of rows.filter(({ stamp }) => stamp >= unix(`${week(5)}T00:00:00Z`))) {
      row.offered! += 15;
      row.answered! += 15;
    }
    expect(await imported(await centre(rows), monday, dayOf(monday, 41))).toEqual([]);
  });
});

describe('gaps', () => {
  const without = (rows: readonly Row[], from: string, to: string, queue?: string) =>
    rows.filter(
      (row) =>
        row.stamp < unix(from) || row.stamp >= unix(to) || (queue !== undefined && row.queue !== queue),
    );

  it('inside the usual hours are told of with what former weeks had there', async () => {
    const day = dayOf(monday, 35);
    const rows = without(usualDays(monday, 42), `${day}T14:00:00Z`, `${day}T16:00:00Z`);
    expect(await imported(await centre(rows), monday, dayOf(monday, 41))).toMatchObject([
      {
        code: 'CHECK_GAP',
        queueId: 1,
        valueTypeId: 1,
        day,
        startUtc: `${day}T14:00:00.000Z`,
        count: 8,
        details: { intervals: 8, calls: expect.closeTo(192, -1) },
      },
    ]);
  });

  it('are also a queue that has nothing while others have', async () => {
    const day = dayOf(monday, 35);
    const queues = ['Sales', 'Support'];
    const rows = without(usualDays(monday, 42, queues), `${day}T00:00:00Z`, `${day}T23:00:00Z`, 'Support');
    const found = await imported(await centre(rows, { queues }), monday, dayOf(monday, 41));
    expect(found).toMatchObject([
      { code: 'CHECK_GAP', queueId: 2, day, startUtc: `${day}T08:00:00.000Z`, count: 40 },
    ]);
  });

  it('are not a day for which the source has nothing at all, nor a quiet hour', async () => {
    const closed = dayOf(monday, 35);
    const quiet = dayOf(monday, 36);
    const rows = without(
      without(usualDays(monday, 42), `${closed}T00:00:00Z`, `${closed}T23:00:00Z`),
      `${quiet}T14:00:00Z`,
      `${quiet}T15:00:00Z`,
    ).map((row) =>
      new Date(row.stamp * 1000).getUTCHours() === 14
        ? { ...row, offered: 2, answered: 2, abandoned: 0 }
        : row,
    );
    expect(await imported(await centre(rows), monday, dayOf(monday, 41))).toEqual([]);
  });
});

describe('the interval of the source', () => {
  const everyMinutes = (rows: readonly Row[], minutes: number) =>
    rows.filter(({ stamp }) => stamp % (minutes * 60) === 0);

  it('that changed is told of on the first day with the other one', async () => {
    const changed = dayOf(monday, 3);
    const rows = [...usualDays(monday, 3), ...everyMinutes(usualDays(changed, 4), 30)];
    const open = await centre(rows, { keys: { Interval: '' } });
    expect(await imported(open, monday, dayOf(monday, 6))).toMatchObject([
      {
        code: 'CHECK_SOURCE_INTERVAL',
        system: 'ACD',
        day: changed,
        details: { variant: 'former', minutes: 30, before: 15 },
      },
    ]);
  });

  it('is held against the days that earlier runs stored', async () => {
    const changed = dayOf(monday, 3);
    const open = await centre([...usualDays(monday, 1), ...everyMinutes(usualDays(changed, 1), 30)]);
    await importCalls(open.home, { from: monday, to: monday });
    expect(await imported(open, changed)).toMatchObject([
      {
        code: 'CHECK_SOURCE_INTERVAL',
        day: changed,
        details: { variant: 'former', minutes: 30, before: 15 },
      },
    ]);
  });

  it('that is longer than the section says is told of, and not again by the run of the next day', async () => {
    const open = await centre(everyMinutes(usualDays(monday, 2), 30));
    expect(await imported(open)).toMatchObject([
      { code: 'CHECK_SOURCE_INTERVAL', details: { variant: 'section', minutes: 30, before: 15 } },
    ]);
    expect(await imported(open, dayOf(monday, 1))).toEqual([]);
  });
});

describe('fewer rows than at the last import of a day', () => {
  it('are told of with both numbers', async () => {
    const open = await centre(usualDays(monday, 2));
    await importCalls(open.home, { from: monday, to: dayOf(monday, 1) });
    open.database.exec(
      `DELETE FROM calls WHERE stamp >= ${unix(`${monday}T17:00:00Z`)} AND stamp < ${unix(`${monday}T18:00:00Z`)}`,
    );
    expect(await imported(open, monday, dayOf(monday, 1))).toMatchObject([
      { code: 'CHECK_FEWER_ROWS', system: 'ACD', day: monday, count: 4, details: { rows: 36, before: 40 } },
    ]);
    open.database.exec(`DELETE FROM calls WHERE stamp < ${unix(`${dayOf(monday, 1)}T00:00:00Z`)}`);
    expect(await imported(open, monday, dayOf(monday, 1))).toMatchObject([
      { code: 'CHECK_FEWER_ROWS', day: monday, details: { rows: 0, before: 36 } },
    ]);
  });
});

describe('a day that is not over', () => {
  const clock = (text: string) => vi.setSystemTime(new Date(text));

  it('is looked at as a whole by the first import after its end, and not again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const rows = usualDays(monday, 1);
    for (const row of rows) row.answered! -= 6;
    const open = await centre(rows);
    clock(`${monday}T15:00:00Z`);
    expect(await imported(open)).toEqual([]);
    clock(`${monday}T23:50:00Z`);
    expect(await imported(open)).toEqual([]);
    clock(`${dayOf(monday, 1)}T00:10:00Z`);
    expect(await imported(open)).toMatchObject([{ code: 'CHECK_CALLS_UNBALANCED', count: 40 }]);
    expect(await imported(open)).toEqual([]);
  });

  it('has its values looked at as they come', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const rows = usualDays(monday, 1);
    at(rows, `${monday}T10:00:00Z`).talk = -1;
    at(rows, `${monday}T16:00:00Z`).talk = -1;
    const open = await centre(rows);
    clock(`${monday}T15:00:00Z`);
    const code = 'CHECK_VALUE_NEGATIVE';
    expect(await imported(open)).toMatchObject([{ code, startUtc: `${monday}T10:00:00.000Z`, count: 1 }]);
    clock(`${monday}T17:00:00Z`);
    expect(await imported(open)).toMatchObject([{ code, startUtc: `${monday}T16:00:00.000Z`, count: 1 }]);
  });
});

describe('a source that is wrong all along', () => {
  it('is told of 500 times one by one, then once a day', async () => {
    const queues = Array.from({ length: 60 }, (_, index) => `Queue ${index}`);
    const rows = usualDays(monday, 10, queues)
      .filter(({ stamp }) => stamp % 7200 === 0)
      .map((row) => ({ ...row, talk: -1 }));
    const { home } = await centre(rows, { queues, mapped: [5] });
    const run = await importCalls(home, { from: monday, to: dayOf(monday, 9) });
    const { problems } = await home.store.problems(run.runId, { limit: 1000, offset: 0 });
    const negative = problems.filter(({ code }) => code === 'CHECK_VALUE_NEGATIVE');
    const isSummary = ({ details: { variant } }: (typeof problems)[number]) => variant === 'further';
    expect(negative.filter((problem) => !isSummary(problem))).toHaveLength(500);
    expect(negative.filter(isSummary)).toMatchObject([
      { day: dayOf(monday, 8), count: 40, details: { findings: 40 }, queueId: 21, valueTypeId: 5 },
      { day: dayOf(monday, 9), count: 60, queueId: 1, startUtc: unix(`${dayOf(monday, 9)}T08:00:00Z`) },
    ]);
  });
});
