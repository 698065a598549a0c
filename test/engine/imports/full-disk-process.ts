import { rmSync } from 'node:fs';
import { openHome } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';

/*
 * Imports into a home whose disk gets full, then makes room and resumes: `HOME BALLAST FROM TO`. Prints what came of
 * both as one line of JSON. Run by full-disk.test.ts, on a small disk of its own.
 */
const [homeFolder, ballast, from, to] = process.argv.slice(2) as [string, string, string, string];

const home = await openHome(homeFolder, `${homeFolder}/secret.key`);
const jobs = importJobs(home, 'cli');
const unwatched = new AbortController().signal;
const runId = await jobs.start({ from, to });
await jobs.watch(runId, unwatched, () => {});
const full = await jobs.read(runId);
const storedWhenFull = await stored();

rmSync(ballast);
await jobs.resume(runId);
await jobs.watch(runId, unwatched, () => {});
const resumed = await jobs.read(runId);
const values = await stored();
await jobs.close();
await home.close();
console.log(JSON.stringify({ full, storedWhenFull, resumed, values }));

/** How many values there are of each day. */
async function stored(): Promise<Record<string, number>> {
  const days: Record<string, number> = {};
  for await (const { startUtc } of home.store.intervals({ fromDay: from, toDay: to })) {
    const day = new Date(startUtc * 1000).toISOString().slice(0, 10);
    days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}
