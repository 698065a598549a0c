import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import { map, section, settings } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/home.ts';
import { mountShell } from '../../support/mount.ts';
import { sqliteFile } from '../../support/sqlite.ts';

const queueCount = 20;
const dayCount = 100;
const range = { from: '2026-01-01', to: '2026-04-10' };
const valuesPerDay = queueCount * 2 * 96;
const helper = fileURLToPath(new URL('full-disk-process.ts', import.meta.url));

const shell = mountShell();
if (!shell) {
  console.warn(
    'Not run: an import onto a full disk. This system lets no test mount a small tmpfs (unshare, mount).',
  );
}

interface Outcome {
  readonly full: RunProgress;
  readonly storedWhenFull: Readonly<Record<string, number>>;
  readonly resumed: RunProgress;
  readonly values: Readonly<Record<string, number>>;
}

describe.skipIf(!shell)('an import onto a disk that gets full', { timeout: 120_000 }, () => {
  it('fails and says why, with whole days only; once there is room, a resume does the rest', async () => {
    const source = sqliteFile(`
      CREATE TABLE calls (stamp INTEGER, queue VARCHAR(20), offered INTEGER, answered INTEGER);
      WITH RECURSIVE slot(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM slot WHERE n < ${dayCount * 96 - 1}),
        queue(q) AS (SELECT 1 UNION ALL SELECT q + 1 FROM queue WHERE q < ${queueCount})
      INSERT INTO calls SELECT ${Date.UTC(2026, 0, 1) / 1000} + n * 900, 'Queue ' || q, 1000 + n % 96, 900 + n % 96
      FROM slot, queue`);
    const queues = Array.from({ length: queueCount }, (_, index) => index + 1);
    const home = await handWrittenHome({
      settings: settings(
        section('ACD', {
          Source: source.connectionString,
          QueueSQL: 'SELECT DISTINCT queue FROM calls',
          CallDataTable: 'calls',
          TimeStampColumn: 'stamp',
          TimeStampType: '1',
          QueueNameColumn: 'queue',
          ValueTypes: 'offered;answered',
          Interval: '15',
        }),
      ),
      mapping: map(
        ...queues.flatMap((id) => [
          `0:${id}:1=ACD:Queue ${id}:offered`,
          `0:${id}:2=ACD:Queue ${id}:answered`,
        ]),
      ),
      wfm: {
        queues: queues.map((id) => ({ id, name: `Queue ${id}`, timeZone: 'UTC', intervalMinutes: 15 })),
        valueTypes: [
          { id: 1, name: 'Offered' },
          { id: 2, name: 'Answered' },
        ],
      },
    });
    const disk = await temporaryFolder();
    const script = `mount -t tmpfs -o size=12m tmpfs "$1"
      cp -r "$2"/. "$1" && head -c 9500000 /dev/zero > "$1/ballast"
      "$3" "$4" "$1" "$1/ballast" "$5" "$6"`;
    const args = ['sh', disk, home, process.execPath, helper, range.from, range.to];
    const printed = execFileSync('unshare', [...shell!, script, ...args], { encoding: 'utf8' });
    source.remove();
    const { full, storedWhenFull, resumed, values } = JSON.parse(printed) as Outcome;

    expect(full).toMatchObject({ status: 'failed', error: { code: 'STORE_DISK_FULL', retryable: true } });
    const daysDone = full.days.filter(({ state }) => state === 'done').map(({ day }) => day);
    expect(daysDone.length).toBeGreaterThan(0);
    expect(daysDone.length).toBeLessThan(dayCount);
    expect(storedWhenFull).toEqual(Object.fromEntries(daysDone.map((day) => [day, valuesPerDay])));

    expect(resumed).toMatchObject({ status: 'completed', daysDone: dayCount });
    expect(resumed.valuesWritten).toBe(dayCount * valuesPerDay);
    expect(Object.keys(values)).toHaveLength(dayCount);
    expect(Object.values(values).every((count) => count === valuesPerDay)).toBe(true);
  });
});
