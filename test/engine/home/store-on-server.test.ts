import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Engine, openEngine } from '#engine/engine.ts';
import { adoptFolder } from '#engine/home/adopt-take.ts';
import { type Home, openHome } from '#engine/home/home.ts';
import { homePaths } from '#engine/home/paths.ts';
import { storePlace } from '#engine/home/store-place.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { type CallRow, callTable, smallCentre } from '../../support/acd.ts';
import { cableTo } from '../../support/cable.ts';
import { homeWith, importCalls, storedValues, temporaryFolder, undoRun } from '../../support/home.ts';
import { oldFolder } from '../../support/old-folder.ts';
import { postgresServer } from '../wfm/postgres-home.ts';

const { server, freshUrl } = postgresServer();
const context = { client: 'test', signal: new AbortController().signal };

/** The settings with the address in their section `[DB]`. */
function onServer(settings: string, url: string): string {
  const head = '[DB]\r\n';
  return `${head}StoreUrl=${url}\r\n${settings.startsWith(head) ? settings.slice(head.length) : settings}`;
}

async function engineOn(url: string): Promise<Engine> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), onServer('[DB]\r\n1=DB,0,,\r\n', url));
  const engine = await openEngine({ homeFolder: folder, secretKeyFile: path.join(folder, 'secret.key') });
  onTestFinished(() => engine.close());
  return engine;
}

describe('An import into a store on a server', () => {
  it('brings the values that it brings into wfm.db; again it finds nothing to write; undone it leaves nothing', async () => {
    const rows: CallRow[] = [
      ['2026-02-28T08:00:00Z', 'Sales', 1, 1],
      ['2026-03-01T08:00:00Z', 'Sales', 10, 9],
      ['2026-03-01T08:15:00Z', 'Sales', 5, 5],
      ['2026-03-02T23:45:00Z', 'Sales', 2, 2],
    ];
    const files = smallCentre(callTable(rows));
    const [inFile, there] = [
      await homeWith(files),
      await homeWith({ ...files, settings: onServer(files.settings, freshUrl()) }),
    ];
    expect([inFile.storePlace.kind, there.storePlace.kind]).toEqual(['file', 'server']);
    const range = { from: '2026-02-28', to: '2026-03-03' };
    const values = async (home: Home) => [await storedValues(home, 1, 1), await storedValues(home, 1, 2)];
    const written = await importCalls(inFile, range);
    const first = await importCalls(there, range);
    expect(first.valuesWritten).toBe(written.valuesWritten);
    expect(await values(there)).toEqual(await values(inFile));
    expect(await importCalls(there, range)).toMatchObject({
      valuesWritten: 0,
      valuesUnchanged: written.valuesWritten,
    });
    await undoRun(there, first.runId);
    expect(await values(there)).toEqual([{}, {}]);
  });
});

describe('An import whose store goes away', { timeout: 180_000 }, () => {
  it('waits for it and goes on: the values are those of an undisturbed one', async () => {
    const cable = await cableTo(server().port);
    const url = new URL(freshUrl());
    url.port = String(cable.port);
    const rows = Array.from({ length: 80 }, (_, index): CallRow => {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      return [`${day}T08:00:00Z`, 'Sales', index + 1, index];
    });
    const files = smallCentre(callTable(rows));
    const home = await homeWith({ ...files, settings: onServer(files.settings, url.href) });
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start({ from: '2026-01-01', to: '2026-03-21' });
    await vi.waitFor(
      async () => expect((await home.store.run(runId)).valuesWritten).toBeGreaterThan(3),
      60_000,
    );
    await cable.pull();
    expect(await jobs.read(runId).catch(() => undefined)).not.toMatchObject({ status: 'completed' });
    await expect(home.store.directory()).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await cable.plug();
    await jobs.watch(runId, new AbortController().signal, () => {});
    const run = await jobs.read(runId);
    expect(run.error).toBeUndefined();
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expect(Object.values(await storedValues(home, 1, 1))).toEqual(rows.map(([, , offered]) => offered));
  });
});

describe('A console whose store is away', { timeout: 120_000 }, () => {
  it('opens, says so where the store is needed, and goes on when it is back', async () => {
    const cable = await cableTo(server().port);
    const url = new URL(freshUrl());
    url.port = String(cable.port);
    await cable.pull();
    const { handlers } = await engineOn(url.href);
    expect(await handlers['home.info']({}, context)).toMatchObject({
      databaseName: 'DB',
      sample: false,
    });
    await expect(handlers['wfm.read']({}, context)).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      retryable: true,
    });
    const told: string[] = [];
    const end = new AbortController();
    const watching = handlers['home.watch']({}, { ...context, signal: end.signal }, ({ kind }) => {
      told.push(kind);
    });
    await cable.plug();
    expect(await handlers['wfm.read']({}, context)).toMatchObject({ queues: [] });
    await vi.waitFor(() => expect(told).toContain('wfm'), 60_000);
    end.abort();
    await watching;
  });

  it('does not open on a store that a newer program has made', async () => {
    const url = freshUrl();
    const engine = await engineOn(url);
    await engine.handlers['wfm.read']({}, context);
    const schema = new URL(url).searchParams.get('schema');
    await server().exec(`INSERT INTO ${schema}.schema_version (version, name) VALUES (999, 'future')`);
    await expect(engineOn(url)).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
  });

  it('puts no sample into a store that others may share', async () => {
    const url = freshUrl();
    vi.stubEnv('XLINK_STORE_URL', url);
    onTestFinished(() => void vi.unstubAllEnvs());
    const folder = await temporaryFolder();
    const engine = await openEngine({ homeFolder: folder, secretKeyFile: path.join(folder, 'secret.key') });
    onTestFinished(() => engine.close());
    expect(await engine.handlers['wfm.read']({}, context)).toMatchObject({
      queues: [],
      valueTypes: [],
    });
  });
});

describe('A home that takes over an existing folder', () => {
  it('keeps the store it has', async () => {
    const url = freshUrl();
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'isps_ul.ini'), onServer('[DB]\r\n1=DB,0,,\r\n', url));
    const home = await openHome(folder, path.join(folder, 'secret.key'));
    onTestFinished(() => home.close());
    const old = await oldFolder();
    await adoptFolder(home, { folder: old.folder, createMissing: true, passwords: 'keep', replace: true });
    expect(await storePlace(homePaths(folder))).toMatchObject({ kind: 'server', url });
    const settings = await readFile(path.join(folder, 'isps_ul.ini'), 'latin1');
    expect(settings.match(/StoreUrl=/g)).toHaveLength(1);
  });
});
