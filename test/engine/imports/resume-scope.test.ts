import { describe, expect, it, onTestFinished } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { callKeys, callTable, map, script, section, settings } from '../../support/acd.ts';
import { brittleSource } from '../../support/brittle-source.ts';
import { consoleOn } from '../../support/console.ts';
import { homeWith, importCalls, importMadeUp, storedValues } from '../../support/home.ts';
import { writeMap, writeScript, writeSettings } from '../../support/home-files.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/* What a run is resumed for: what it was started for, by the mappings of now. */

const days = ['2026-03-02', '2026-03-03'] as const;
const range = { from: days[0], to: days[1] };
const at = (day: string) => `${day}T08:00:00Z`;
const own = '0:1:1=ACD:Sales:offered';
const shared = ['0:1:2=ACD:Sales:offered', '0:1:2=Bank:Sales:answered'];
const ofBank = '0:1:3=Bank:Sales:answered';

async function centre(mapping = map(own, ...shared, ofBank)) {
  const acd = brittleSource(days, 10);
  const bank = sqliteFile(
    'CREATE TABLE calls (stamp INTEGER, queue VARCHAR(20), offered INTEGER, answered INTEGER)',
  );
  onTestFinished(bank.remove);
  for (const day of days)
    bank.exec(`INSERT INTO calls VALUES (${Date.parse(at(day)) / 1000}, 'Sales', 7, 7)`);
  const bankSection = section('Bank', { Source: bank.connectionString, ...callKeys });
  const home = await homeWith({
    settings: settings(section('ACD', { Source: acd.database.connectionString, ...callKeys }), bankSection),
    mapping,
    scripts: { 1: script(1, 'Result = Para1 * 100'), 2: script(1, 'Result = Para1 * 200') },
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [1, 2, 3, 4].map((id) => ({ id, name: `Figure ${id}` })),
    },
  });
  const withoutAcd = () => writeSettings(home, settings(bankSection));
  const acdFrom = (source: string) =>
    writeSettings(home, settings(section('ACD', { Source: source, ...callKeys }), bankSection));
  return { home, mend: acd.mend, withoutAcd, acdFrom, source: acd.database.connectionString };
}

async function resumed(home: Home, runId: number) {
  const jobs = importJobs(home, 'cli');
  await jobs.resume(runId);
  await jobs.watch(runId, new AbortController().signal, () => {});
  return jobs.read(runId);
}

const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe('A run that was started for one system', () => {
  it('is resumed for its mappings only, though they belong to another', async () => {
    const { home, mend } = await centre();
    const begun = await importCalls(home, { ...range, systems: ['Bank'] });
    expect(begun).toMatchObject({ status: 'completed-with-problems', systems: ['ACD', 'Bank'] });
    expect(await storedValues(home, 1, 1)).toEqual({});
    mend();
    expect(await resumed(home, begun.runId)).toMatchObject({ status: 'completed', problems: [] });
    expect(await storedValues(home, 1, 2)).toEqual({ [at(days[0])]: 17, [at(days[1])]: 17 });
    expect(await storedValues(home, 1, 1)).toEqual({});
  });

  it('says in its picture and in the list what it was asked for', async () => {
    const { home } = await centre();
    const { runId } = await importCalls(home, { ...range, systems: ['Bank'] });
    const all = await importCalls(home, range);
    const client = await consoleOn(home.paths.folder);
    expect(await client.call('runs.read', { runId })).toMatchObject({ chosenSystems: ['Bank'] });
    expect(await client.call('runs.list', { limit: 2 })).toMatchObject([
      { runId: all.runId },
      { runId, chosenSystems: ['Bank'] },
    ]);
    expect((await client.call('runs.read', { runId: all.runId })).chosenSystems).toBeUndefined();
    const report = await client.call('runs.report', { runId, format: 'html' });
    expect(report.text).toContain('Only mappings with Bank');
    expect((await client.call('runs.report', { runId: all.runId, format: 'html' })).text).not.toContain(
      'Only mappings',
    );
  });

  it('does not confirm what would become 0 of the other mappings of their owner', async () => {
    const { home, mend } = await centre();
    mend();
    await importCalls(home, range);
    const nulls = { ...range, writeNull: true };
    const survey = await importMadeUp(home, { ...nulls, systems: ['Bank'], dryRun: true });
    const zeroing = { surveyRunId: survey.runId, emptyDays: [] };
    for (const systems of [['ACD'], ['ACD', 'Bank'], undefined]) {
      await expect(importMadeUp(home, { ...nulls, systems, zeroing })).rejects.toMatchObject({
        code: 'WRITE_NULL_UNCONFIRMED',
        details: { variant: 'survey' },
      });
    }
    expect(await importMadeUp(home, { ...nulls, systems: ['Bank'], zeroing })).toMatchObject({
      status: 'completed',
    });
  });
});

describe('Mappings that were changed before a run is resumed', () => {
  it('are taken as they are now, for the days that were left, and the run says so', async () => {
    const { home, mend } = await centre(map(own, '0:1:1=$1.BAS'));
    const { runId } = await importCalls(home, range);
    mend();
    await writeMap(home, map(own, '0:1:1=$2.BAS', '0:1:4=ACD:Sales:answered'));
    const run = await resumed(home, runId);
    expect(run).toMatchObject({ status: 'completed-with-problems' });
    expect(codesOf(run)).toEqual(['RUN_PLAN_CHANGED']);
    expect(await storedValues(home, 1, 1)).toEqual({ [at(days[0])]: 10, [at(days[1])]: 20 });
    expect(await storedValues(home, 1, 4)).toEqual({ [at(days[1])]: 1 });
  });

  it('are told of for a script that was edited, and still when the run was broken off once more', async () => {
    const { home, mend } = await centre(map(own, '0:1:1=$1.BAS'));
    const { runId } = await importCalls(home, range);
    await writeScript(home, 1, script(1, 'Result = Para1 * 300'));
    expect(codesOf(await resumed(home, runId))).toContain('RUN_PLAN_CHANGED');
    mend();
    const run = await resumed(home, runId);
    expect(codesOf(run)).toEqual(['RUN_PLAN_CHANGED']);
    expect(await storedValues(home, 1, 1)).toEqual({ [at(days[0])]: 10, [at(days[1])]: 30 });
  });

  it('are told of for a system that is read from another database, not for another password', async () => {
    const { home, acdFrom, source, mend } = await centre(map(own));
    const { runId } = await importCalls(home, range);
    await acdFrom(`${source};PWD=another`);
    expect(codesOf(await resumed(home, runId))).not.toContain('RUN_PLAN_CHANGED');
    const other = callTable([[at(days[1]), 'Sales', 50, 50]]);
    await acdFrom(other.connectionString);
    mend();
    expect(codesOf(await resumed(home, runId))).toEqual(['RUN_PLAN_CHANGED']);
    expect(await storedValues(home, 1, 1)).toEqual({ [at(days[0])]: 10, [at(days[1])]: 50 });
  });

  it('are none when only lines and entries of the files stand elsewhere, or no day had been done', async () => {
    const { home, mend } = await centre(map(own, ofBank));
    const { runId } = await importCalls(home, range);
    const failed = await importCalls(home, { from: days[1], to: days[1], systems: ['ACD'] });
    mend();
    await writeMap(home, map(ofBank, own));
    expect(codesOf(await resumed(home, runId))).toEqual([]);
    await writeMap(home, map(own));
    expect(codesOf(await resumed(home, failed.runId))).toEqual([]);
  });

  it('leave a removed one out, and a run with none left skips its days', async () => {
    const { home, mend } = await centre(map(own, '0:1:4=ACD:Sales:answered'));
    const { runId } = await importCalls(home, range);
    mend();
    await writeMap(home, map('0:1:4=ACD:Sales:answered'));
    expect(codesOf(await resumed(home, runId))).toEqual(['RUN_PLAN_CHANGED']);
    expect(await storedValues(home, 1, 1)).toEqual({ [at(days[0])]: 10 });
    expect(Object.keys(await storedValues(home, 1, 4))).toHaveLength(2);
  });

  it('may belong to a system now that is not of the run: that is told', async () => {
    const { home, mend } = await centre(map(own, ...shared));
    const { runId, systems } = await importCalls(home, range);
    expect(systems).toEqual(['ACD']);
    mend();
    await writeMap(home, map(own, shared[1]!, shared[0]!));
    const run = await resumed(home, runId);
    expect(run.problems).toMatchObject([
      { code: 'RUN_PLAN_CHANGED' },
      { code: 'RUN_SYSTEM_ADDED', system: 'Bank', details: { mappings: 1 } },
    ]);
    expect(await storedValues(home, 1, 2)).toEqual({ [at(days[0])]: 17 });
  });
});

describe('A system that is gone before a run is resumed', () => {
  it('is told of, and what was left of it skipped', async () => {
    const { home, mend, withoutAcd } = await centre(map(own, ofBank));
    const { runId } = await importCalls(home, range);
    mend();
    await withoutAcd();
    const run = await resumed(home, runId);
    expect(run.problems).toMatchObject([
      { code: 'RUN_PLAN_CHANGED' },
      { code: 'RUN_SYSTEM_GONE', system: 'ACD' },
      { code: 'MAPPING_SOURCE_UNKNOWN', valueTypeId: 1 },
    ]);
    expect(run.days.map(({ system, state }) => `${system} ${state}`)).toEqual([
      'ACD done',
      'ACD skipped',
      'Bank done',
      'Bank done',
    ]);
    expect(await storedValues(home, 1, 1)).toEqual({ [at(days[0])]: 10 });
  });

  it('was the only one: the run stays as it is', async () => {
    const { home, withoutAcd } = await centre(map(own, ofBank));
    const { runId } = await importCalls(home, { ...range, systems: ['ACD'] });
    await withoutAcd();
    await expect(importJobs(home, 'cli').resume(runId)).rejects.toMatchObject({
      code: 'SYSTEM_UNKNOWN',
      details: { system: 'ACD' },
    });
    expect(await home.store.unfinishedDays(runId)).toEqual([{ system: 'ACD', day: days[1] }]);
  });
});
