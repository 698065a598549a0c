import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { callKeys, callTable, section, settings, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';
import { startMariadb } from '../support/mariadb.ts';
import { muteProxy } from '../support/muteProxy.ts';

/* A server that has fallen silent: the driver waits for the rest of its answer for good. */

it('"xlink import" ends after Ctrl+C though its driver never comes back, with its answer and exit code', async () => {
  const server = await startMariadb();
  onTestFinished(() => server.stop());
  await server.exec(`CREATE TABLE calls (stamp BIGINT, queue VARCHAR(40), offered INT, answered INT);
    INSERT INTO calls SELECT 1772409600 + seq * 900, 'Sales', 1, 1 FROM seq_0_to_95;
    CREATE VIEW slow_calls AS SELECT stamp, queue, offered + 0 * SLEEP(1) AS offered, answered FROM calls;`);
  const proxy = await muteProxy(server.port);
  onTestFinished(() => proxy.close());
  const files = smallCentre(callTable([]));
  const Source = server.connectionString.replace(`Port=${server.port}`, `Port=${proxy.port}`);
  const folder = await handWrittenHome({
    ...files,
    settings: settings(section('ACD', { ...callKeys, Source, CallDataTable: 'slow_calls' })),
  });
  const isAsked = async () => (await server.exec('SHOW FULL PROCESSLIST')).includes('slow_calls');
  const result = await xlink(
    folder,
    ['import', '--calls', '--from', '2026-03-02', '--to', '2026-03-02', '--json'],
    {
      async onStarted(child) {
        // A second for each of its rows: there is time to see it.
        while (child.exitCode === null && !(await isAsked())) await sleep(100);
        proxy.mute();
        child.kill('SIGINT');
      },
    },
  );
  expect(result.json()).toMatchObject({ status: 'cancelled' });
  expect(result.exitCode).toBe(1);
}, 180_000);
