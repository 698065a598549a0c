import type { Home } from '#engine/home/home.ts';

const always = { fromDay: '1990-01-01', toDay: '2100-01-01' };

/** All that an import leaves in a store, value by value, but the times at which it did so and the numbers of runs. */
export async function leftBehind({ store }: Home, runId: number) {
  const values: string[] = [];
  for await (const { queueId, valueTypeId, startUtc, valueHundredths } of store.intervals(always)) {
    values.push([queueId, valueTypeId, new Date(startUtc * 1000).toISOString(), valueHundredths].join(' '));
  }
  const { id: _, startedUtc: __, finishedUtc: ___, ...run } = await store.run(runId);
  const { problems } = await store.problems(runId, { limit: 100_000, offset: 0 });
  const changes = [];
  for (const part of run.days) {
    for (const { nowRunId, ...change } of await store.runChanges(runId, part)) {
      changes.push({ ...change, isLast: nowRunId === runId });
    }
  }
  const watermarks = (await store.watermarks('calls', always.fromDay, always.toDay)).map(
    ({ importedUtc: _, runId: by, ...mark }) => ({ ...mark, isLast: by === runId }),
  );
  return { run, values, problems, changes, watermarks };
}
