import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Home, openHome } from '#engine/home/home.ts';
import { type ImportRequest, importJobs } from '#engine/imports/jobs.ts';
import { directoryNames, problemView } from '#engine/imports/problem-view.ts';
import type { RunDayKey } from '#engine/wfm/store.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';

/** What an operator has before the first import: hand-written files and a `wfm load`. */
export interface HomeFiles {
  readonly settings: string;
  readonly mapping: string;
  /** `{ 1: 'Sub Main() …' }` is `1.BAS`. */
  readonly scripts?: Readonly<Record<number, string>>;
  readonly wfm: WfmLoad;
}

export async function temporaryFolder(prefix = 'xlink-test-'): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A home as somebody would have written it by hand, open until the test ends. */
export async function homeWith(files: HomeFiles): Promise<Home> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), files.settings);
  await writeFile(path.join(folder, 'acd_map.ini'), files.mapping);
  for (const [number, text] of Object.entries(files.scripts ?? {})) {
    await writeFile(path.join(folder, `${number}.BAS`), text);
  }
  const home = await openHome(folder, path.join(folder, 'secret.key'));
  onTestFinished(() => home.close());
  await home.store.load(files.wfm);
  return home;
}

/** Imports and waits for the end. */
export async function importCalls(home: Home, request: ImportRequest): Promise<RunProgress> {
  const jobs = importJobs(home, 'cli');
  const runId = await jobs.start(request);
  await jobs.watch(runId, new AbortController().signal, () => {});
  return jobs.read(runId);
}

/** Imports with "write null values": what the survey finds is confirmed, and these days without any row. */
export async function importWithNulls(
  home: Home,
  request: ImportRequest,
  emptyDays: readonly RunDayKey[] = [],
): Promise<RunProgress> {
  const survey = await importMadeUp(home, { ...request, writeNull: true, dryRun: true });
  return importMadeUp(home, {
    ...request,
    writeNull: true,
    zeroing: { surveyRunId: survey.runId, emptyDays },
  });
}

/** Takes a run back and waits for the end. */
export async function undoRun(home: Home, runId: number): Promise<RunProgress> {
  const jobs = importJobs(home, 'cli');
  const undoId = await jobs.undo(runId);
  await jobs.watch(undoId, new AbortController().signal, () => {});
  return jobs.read(undoId);
}

/**
 * Imports figures that were made up without regard to each other: the run as if nobody had looked whether they can be
 * right.
 */
export async function importMadeUp(home: Home, request: ImportRequest): Promise<RunProgress> {
  const run = await importCalls(home, request);
  const stored = await home.store.problems(run.runId, { limit: 10_000, offset: 0 });
  const names = await directoryNames(home);
  const problems = stored.problems
    .filter(({ code }) => !code.startsWith('CHECK_'))
    .map((problem) => problemView(problem, names));
  const isClean = run.status === 'completed-with-problems' && problems.length === 0;
  return { ...run, status: isClean ? 'completed' : run.status, problems, problemCount: problems.length };
}

/** Stored values as `{ '2026-03-29T00:00:00Z': 12.5 }`, of one queue and value type. */
export async function storedValues(
  home: Home,
  queueId: number,
  valueTypeId: number,
): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  const range = {
    fromDay: '1990-01-01',
    toDay: '2100-01-01',
    queueIds: [queueId],
    valueTypeIds: [valueTypeId],
  };
  for await (const interval of home.store.intervals(range)) {
    values[new Date(interval.startUtc * 1000).toISOString().replace('.000Z', 'Z')] =
      interval.valueHundredths / 100;
  }
  return values;
}

export function readHomeText(home: Home, name: string): Promise<string> {
  return readFile(path.join(home.paths.folder, name), 'utf8');
}
