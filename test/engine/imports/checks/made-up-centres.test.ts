import { describe, expect, it } from 'vitest';
import type { RunProblem } from '#engine/wfm/store.ts';
import { problemJumps } from '../../../../renderer/views/run-page/problem-jumps.ts';
import { consoleOn } from '../../../support/console.ts';
import { importCalls } from '../../../support/home.ts';
import { type MadeUpCentre, madeUpCentre } from '../../../support/made-up-centre.ts';

/*
 * The checks over whole centres: what honest figures give cause for, and what is wrong in them. 100 queues × 105 days are in
 * the guide; here are fewer of both, of the same kind.
 */

async function found(centre: MadeUpCentre, from = centre.from, to = centre.to): Promise<RunProblem[]> {
  const run = await importCalls(centre.home, { from, to });
  expect(['completed', 'completed-with-problems']).toContain(run.status);
  return (await centre.home.store.problems(run.runId, { limit: 10_000, offset: 0 })).problems;
}

const listed = (problems: readonly RunProblem[]) =>
  problems.map(({ code, day, queueId, details: { variant = '' } }) =>
    `${day} ${queueId} ${code} ${variant}`.trimEnd(),
  );

/** The codes of all that the runs found; each leads to an interval that the console shows. */
async function leadToIntervals({ home }: MadeUpCentre): Promise<Set<string>> {
  const client = await consoleOn(home.paths.folder);
  const codes = new Set<string>();
  for (const { runId } of await client.call('runs.list', { limit: 10 })) {
    const { problems } = await client.call('runs.problems', { runId, offset: 0, limit: 1000 });
    for (const problem of problems) {
      const [jump] = problemJumps(problem, () => true);
      if (jump?.kind !== 'interval') throw new Error(`${problem.code} leads to ${jump?.kind ?? 'nothing'}`);
      const { intervals } = await client.call('data.day', { ...jump.target, day: jump.day });
      expect(problem.system).toBe('ACD');
      expect(intervals.map(({ startUtc }) => Date.parse(startUtc))).toContain(
        Date.parse(jump.startUtc ?? ''),
      );
      codes.add(problem.code);
    }
  }
  return codes;
}

describe('An honest centre', () => {
  it('gives hardly any cause for a word: queues tiny, new, by night, weekends, a holiday, a clock change', async () => {
    const holiday = 60;
    const centre = await madeUpCentre({
      seed: 11,
      days: 91,
      from: '2026-08-03',
      zone: 'Europe/Berlin',
      queues: { office: 14, shop: 8, always: 10, tiny: 12, night: 6 },
      opened: 4,
      holidays: [holiday],
    });
    const problems = await found(centre);
    const [ofHoliday, others] = [
      problems.filter(({ day }) => day === centre.day(holiday)),
      problems.filter(({ day }) => day !== centre.day(holiday)),
    ];
    expect(ofHoliday).toMatchObject([{ code: 'CHECK_GAP', details: { variant: 'closed-many' } }]);
    // Of 4,550 days of queues.
    expect(listed(others).length).toBeLessThanOrEqual(2);
    expect(listed(await found(centre))).toEqual([]);
  }, 120_000);
});

describe('What is wrong in a centre', () => {
  it('is found, each on its day, and nothing else', async () => {
    const centre = await madeUpCentre({
      seed: 5,
      days: 84,
      from: '2026-04-06',
      zone: 'Europe/Berlin',
      queues: { office: 8, always: 6, tiny: 3, night: 3 },
    });
    const { database, queues, day } = centre;
    const busiest = queues.reduce((most, queue) =>
      queue.kind === 'office' && queue.calls > most.calls ? queue : most,
    );
    const queueId = queues.indexOf(busiest) + 1;
    const small = queues.findIndex(({ kind, calls }) => kind === 'always' && calls < 5) + 1;
    expect(small).toBeGreaterThan(0);
    /** Rows of a local day in June, hours by the clock. */
    const on = (index: number, name?: string, fromHour = 0, toHour = 24) => {
      const midnight = Date.parse(`${day(index)}T00:00:00+02:00`) / 1000;
      const of = name === undefined ? '' : ` AND queue = '${name}'`;
      return `stamp >= ${midnight + fromHour * 3600} AND stamp < ${midnight + toHour * 3600}${of}`;
    };
    const [tuesday, wednesday, thursday, friday] = [71, 72, 73, 74];
    const [monday, ...next] = [77, 78, 79, 80, 81];
    const clean = await found(centre, centre.from, day(70));
    expect(listed(clean).length).toBeLessThanOrEqual(1);

    const { name } = busiest;
    const smallName = queues[small - 1]!.name;
    const tenth = `offered = offered / 10, answered = offered / 10 - abandoned / 10, abandoned = abandoned / 10,
      talk = 200 * (offered / 10 - abandoned / 10)`;
    database.exec(`
      INSERT INTO calls SELECT * FROM calls WHERE ${on(tuesday, smallName)};
      UPDATE calls SET ${tenth} WHERE ${on(wednesday, name)};
      DELETE FROM calls WHERE ${on(thursday, name, 10, 11)};
      UPDATE calls SET answered = answered - 3 WHERE ${on(friday, name)} AND answered > 10;
      UPDATE calls SET abandoned = offered, answered = 0 WHERE ${on(monday!, smallName, 8, 16)};
      UPDATE calls SET talk = -5 WHERE ${on(next[0]!, name, 9, 10)};
      INSERT INTO calls SELECT * FROM calls WHERE ${on(next[1]!)};
      UPDATE calls SET ${tenth} WHERE ${on(next[2]!)};`);
    const problems = await found(centre, day(71), day(80));
    const told = listed(problems);
    const expected = [
      `${day(tuesday)} ${small} CHECK_VALUE_UNUSUAL doubled`,
      `${day(wednesday)} ${queueId} CHECK_VALUE_UNUSUAL low`,
      `${day(thursday)} ${queueId} CHECK_GAP`,
      `${day(friday)} ${queueId} CHECK_CALLS_UNBALANCED missing`,
      `${day(monday!)} ${small} CHECK_TIME_WITHOUT_CALLS`,
      `${day(next[0]!)} ${queueId} CHECK_VALUE_NEGATIVE`,
      `${day(next[1]!)} 1 CHECK_VALUE_UNUSUAL doubled-many`,
      `${day(next[2]!)} 1 CHECK_VALUE_UNUSUAL low-many`,
    ];
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(problems.find(({ code }) => code === 'CHECK_GAP')).toMatchObject({
      count: 4,
      startUtc: Date.parse(`${day(thursday)}T10:00:00+02:00`) / 1000,
    });

    // From the next day on the ACD counts in half hours.
    database.exec(`
      CREATE TEMP TABLE halves AS SELECT stamp - stamp % 1800 AS stamp, queue, SUM(offered) AS offered, SUM(answered) AS answered,
        SUM(abandoned) AS abandoned, SUM(talk) AS talk FROM calls WHERE ${on(next[3]!)} GROUP BY 1, 2;
      DELETE FROM calls WHERE ${on(next[3]!)};
      INSERT INTO calls SELECT * FROM halves;`);
    const halved = { from: day(next[3]!), to: day(next[3]!) };
    expect(await found(centre, halved.from, halved.to)).toContainEqual(
      expect.objectContaining({
        code: 'CHECK_SOURCE_INTERVAL',
        day: day(next[3]!),
        queueId: expect.any(Number),
        valueTypeId: expect.any(Number),
        startUtc: expect.any(Number),
        details: { variant: 'former', minutes: 30, before: 15 },
      }),
    );

    database.exec(`DELETE FROM calls WHERE ${on(next[3]!, name, 14, 15)}`);
    expect(
      (await found(centre, halved.from, halved.to)).find(({ code }) => code === 'CHECK_FEWER_ROWS'),
    ).toMatchObject({
      queueId,
      startUtc: Date.parse(`${halved.from}T14:00:00+02:00`) / 1000,
      details: { before: expect.any(Number) },
    });
    expect([...(await leadToIntervals(centre))].toSorted()).toEqual([
      'CHECK_CALLS_UNBALANCED',
      'CHECK_FEWER_ROWS',
      'CHECK_GAP',
      'CHECK_SOURCE_INTERVAL',
      'CHECK_TIME_WITHOUT_CALLS',
      'CHECK_VALUE_NEGATIVE',
      'CHECK_VALUE_UNUSUAL',
    ]);
  }, 120_000);
});
