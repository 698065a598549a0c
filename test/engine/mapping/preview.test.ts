import { readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Preview } from '#shared/contract/preview.ts';
import { today } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import {
  addCalls,
  type CallRow,
  callKeys,
  callTable,
  map,
  script,
  section,
  settings,
  smallCentre,
} from '../../support/acd.ts';
import { consoleOn } from '../../support/console.ts';
import { type HomeFiles, homeWith, importCalls, storedValues } from '../../support/home.ts';

const day = '2026-03-29';
const target = { queueId: 1, valueTypeId: 1 };

async function open(more: Partial<HomeFiles> = {}, rows?: readonly CallRow[]) {
  const database = callTable(
    rows ?? [
      ['2026-03-29T00:30:00Z', 'Sales', 10, 4],
      ['2026-03-29T01:00:00Z', 'Sales', 21, 0],
      ['2026-03-29T01:00:00Z', 'Support', 7, null],
    ],
  );
  const home = await homeWith(smallCentre(database, more));
  return { database, home, client: await consoleOn(home.paths.folder) };
}

/** The intervals of which there is something to tell, by their clock. */
function told({ intervals }: Preview) {
  const worth = intervals.filter(
    ({ state, storedHundredths }) => state !== 'none' || storedHundredths !== null,
  );
  return Object.fromEntries(
    worth.map(({ startLocal, offset, paras, state, resultHundredths, storedHundredths }) => [
      `${startLocal}${offset}`,
      { paras, state, resultHundredths, storedHundredths },
    ]),
  );
}

describe('the preview of a mapping', () => {
  it('gives what an import would store, interval by interval, and stores nothing', async () => {
    const { home, client } = await open();
    const preview = await client.call('mapping.preview', { ...target, day });
    expect(preview).toMatchObject({ day, timeZone: 'UTC', intervalMinutes: 15, weekday: 1, rowsRead: 2 });
    expect(preview.sources).toEqual([{ source: 'ACD:Sales:offered', system: 'ACD' }]);
    expect(preview.intervals).toHaveLength(96);
    expect(told(preview)).toEqual({
      '00:30+00:00': { paras: [10], state: 'computed', resultHundredths: 1000, storedHundredths: null },
      '01:00+00:00': { paras: [21], state: 'computed', resultHundredths: 2100, storedHundredths: null },
    });
    expect(preview.totals).toEqual({ resultHundredths: 3100, storedHundredths: 0 });
    expect(await storedValues(home, 1, 1)).toEqual({});

    await importCalls(home, { from: day, to: day });
    const after = await client.call('mapping.preview', { ...target, day });
    const stored = after.intervals.map(({ storedHundredths }) => storedHundredths);
    expect(stored).toEqual(after.intervals.map(({ resultHundredths }) => resultHundredths));
    expect(after.totals).toEqual({ resultHundredths: 3100, storedHundredths: 3100 });
  });

  it('reads rows once and computes again as the script is typed, with mistakes and failures in their place', async () => {
    const { client, database } = await open();
    const first = await client.call('mapping.preview', { ...target, day });
    expect(first.fromMemory).toBe(false);
    addCalls(database, [['2026-03-29T02:00:00Z', 'Sales', 5, 5]]);

    const half = script(1, 'Print "half of " & Para1', 'Result = Para1 * 50');
    const second = await client.call('mapping.preview', { ...target, day, text: half });
    expect(second).toMatchObject({ fromMemory: true, totals: { resultHundredths: 1550 } });
    expect(second.intervals[2]!.printed).toEqual(['half of 10']);

    const divides = script(1, 'Result = 100 / (Para1 - 10)');
    const third = await client.call('mapping.preview', { ...target, day, text: divides });
    expect(third.intervals[2]).toMatchObject({
      state: 'failed',
      resultHundredths: null,
      error: { code: 'SCENARIO_DIVISION_BY_ZERO', line: 7 },
    });
    expect(third.intervals[4]).toMatchObject({ state: 'computed', resultHundredths: 9 });

    const broken = await client.call('mapping.preview', { ...target, day, text: script(1, 'If Para1 > 0') });
    expect(broken.findings[0]).toMatchObject({ severity: 'error', line: 7 });
    expect(broken.intervals[2]).toMatchObject({ state: 'failed', error: { line: 7 } });

    const fresh = await client.call('mapping.preview', { ...target, day, text: '', fresh: true });
    expect(fresh).toMatchObject({ fromMemory: false, totals: { resultHundredths: 3600 } });
  });

  it('takes sources that are not saved yet; what one does not give counts as 0 beside another', async () => {
    const { client } = await open();
    const entries = ['ACD:Support:offered', 'ACD:Sales:answered'];
    const preview = await client.call('mapping.preview', { ...target, day, entries, text: '' });
    expect(told(preview)).toEqual({
      '00:30+00:00': { paras: [null, 4], state: 'computed', resultHundredths: 400, storedHundredths: null },
      '01:00+00:00': { paras: [7, 0], state: 'computed', resultHundredths: 700, storedHundredths: null },
    });
    // Only the source that is new is read.
    const more = await client.call('mapping.preview', {
      ...target,
      day,
      entries: [...entries, 'ACD:Sales:offered'],
      text: '',
    });
    expect(more.fromMemory).toBe(false);
    expect(more.totals.resultHundredths).toBe(400 + 700 + 3100);
    const unmapped = await client.call('mapping.preview', { queueId: 1, valueTypeId: 2, day, entries: [] });
    expect(unmapped.intervals.every(({ state, paras }) => state === 'none' && paras.length === 0)).toBe(true);
  });

  it('says of each source why it gives nothing, and computes nothing from the rest', async () => {
    const { client } = await open();
    const entries = ['ACD:Sales:offered', 'Nobody:Sales:offered', 'ACD:Sales:lost', 'ACD:Closed:offered'];
    const preview = await client.call('mapping.preview', { ...target, day, entries, text: '' });
    expect(preview.sources.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'MAP_SOURCE_SYSTEM',
      'MAP_SOURCE_VALUE_TYPE',
      'EXTERNAL_QUEUE_MISSING',
    ]);
    expect(preview.intervals[2]).toMatchObject({ paras: [10, null, null, null], state: 'none' });
    const lost = await open({
      settings: settings(section('ACD', { ...callKeys, Source: 'No such source' })),
    });
    const unread = await lost.client.call('mapping.preview', { ...target, day });
    expect(unread.sources[0]!.problem?.code).toBe('ODBC_NO_DATA_SOURCE');
    await expect(client.call('mapping.preview', { queueId: 9, valueTypeId: 1 })).rejects.toMatchObject({
      code: 'QUEUE_UNKNOWN',
    });
    await expect(client.call('mapping.preview', { queueId: 1, valueTypeId: 9 })).rejects.toMatchObject({
      code: 'VALUE_TYPE_UNKNOWN',
    });
  });

  it('without a day shows the last one for which the source has rows, else yesterday', async () => {
    const { client } = await open();
    expect((await client.call('mapping.preview', target)).day).toBe(day);
    const empty = await open({}, []);
    // Midnight may come between the two.
    vi.setSystemTime(new Date());
    onTestFinished(() => void vi.useRealTimers());
    const now = today(zoneOf('UTC'), Date.now() / 1000);
    const { day: shown, intervals } = await empty.client.call('mapping.preview', target);
    expect(Date.parse(now) - Date.parse(shown)).toBe(86_400_000);
    expect(intervals.every(({ isOver }) => isOver)).toBe(true);
  });

  it('shows the day of the WFM queue with its clock change, and the minutes and weekday a script gets', async () => {
    const wfm: HomeFiles['wfm'] = {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'Europe/Berlin', intervalMinutes: 60 }],
      valueTypes: [{ id: 1, name: 'Calls offered' }],
    };
    const { client } = await open({ wfm, mapping: map('0:1:1=ACD:Sales:offered') });
    const text = script(1, 'Result = Weekday * 10000 + Minutes');
    const preview = await client.call('mapping.preview', { ...target, day, text });
    expect(preview.intervals).toHaveLength(23);
    expect(told(preview)).toEqual({
      '01:00+01:00': { paras: [10], state: 'computed', resultHundredths: 10_060, storedHundredths: null },
      '03:00+02:00': { paras: [21], state: 'computed', resultHundredths: 10_180, storedHundredths: null },
    });
  });

  it('tells of a script whose file is gone, and goes on when it is back', async () => {
    const { client, home } = await open();
    await rm(home.paths.scenario(1));
    const preview = await client.call('mapping.preview', { ...target, day });
    expect(preview.findings).toMatchObject([{ code: 'SCENARIO_MISSING', severity: 'error' }]);
    expect(preview.intervals[2]!.state).toBe('failed');
    await writeFile(home.paths.scenario(1), await readFile(home.paths.scenario(2)));
    const again = await client.call('mapping.preview', { ...target, day });
    expect(again.fromMemory).toBe(true);
    expect(again.intervals[2]).toMatchObject({ state: 'computed', resultHundredths: 1000 });
  });

  it('marks intervals whose figure is no number, and says which it was', async () => {
    const { client, database, home } = await open();
    database.exec('ALTER TABLE calls ADD COLUMN word VARCHAR(10)');
    database.exec("UPDATE calls SET word = CASE offered WHEN 21 THEN 'many' ELSE '10' END");
    const keys = {
      ...callKeys,
      Source: database.connectionString,
      ValueTypes: 'word',
      ValueTypeFunctions: 'MAX',
    };
    await writeFile(home.paths.settings, settings(section('ACD', keys)));
    await writeFile(home.paths.mapping, map('0:1:1=ACD:Sales:word'));
    const preview = await client.call('mapping.preview', { ...target, day });
    expect(preview.intervals[4]).toMatchObject({ state: 'unusable', paras: [null], resultHundredths: null });
    expect(preview.intervals[2]).toMatchObject({ state: 'computed', resultHundredths: 1000 });
    expect(preview.problems).toMatchObject([{ system: 'ACD', count: 1 }]);
    expect(preview.problems[0]!.message).toContain('many');
  });

  it('that is cancelled is over at once', async () => {
    const { client } = await open();
    const controller = new AbortController();
    const asked = client.call('mapping.preview', { ...target, day }, { signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await client.call('mapping.preview', { ...target, day })).rowsRead).toBe(2);
  });
});
