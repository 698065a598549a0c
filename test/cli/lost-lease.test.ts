import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { callTable, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

/* A program that said nothing for longer than others wait, as on a machine that slept. */

it('"xlink import" writes nothing more once others gave its run up, says why it failed, and is resumed', async () => {
  const folder = await handWrittenHome(
    smallCentre(
      callTable([
        ['2025-03-02T08:00:00Z', 'Sales', 10, 9],
        ['2025-12-31T08:00:00Z', 'Sales', 4, 4],
      ]),
    ),
  );
  // To a clock that is ahead everybody has been silent for too long.
  const later = await openSqliteStore(path.join(folder, 'wfm.db'), { now: () => Date.now() / 1000 + 300 });
  const importing = xlink(folder, ['import', '--calls', '--from', '2025-01-01', '--to', '2025-12-31']);
  let isOver = false;
  void importing.finally(() => {
    isOver = true;
  });
  let given: number[] = [];
  while (given.length === 0 && !isOver) {
    given = await later.recoverInterruptedRuns();
    await sleep(5);
  }
  expect(given).toEqual([1]);
  const { exitCode, stdout } = await importing;
  expect(stdout).toContain('run 1: failed\nRUN_NOT_OWNED: Run 1 is interrupted and takes no more days.');
  expect(exitCode).toBe(1);
  const { status, days } = await later.run(1);
  expect(status).toBe('interrupted');
  expect(days.at(-1)?.state).toBe('pending');
  await later.close();
  const resumed = await xlink(folder, ['import', '--resume', '1']);
  expect(resumed.stdout).toContain('2 rows read, 4 values written');
}, 120_000);
