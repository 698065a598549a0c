import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { map, section, settings } from '../../support/acd.ts';
import { cableTo } from '../../support/cable.ts';
import { homeWith, readHomeText } from '../../support/home.ts';
import { muteProxy } from '../../support/muteProxy.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  // The list of queues takes its time, so that something can happen meanwhile.
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ('2026-03-01 08:00:00', 'Sales', 3);
    CREATE VIEW slow_queues AS
      WITH slow AS MATERIALIZED (SELECT pg_sleep(1)) SELECT DISTINCT queue FROM calls, slow;`);
});
afterAll(() => server.stop());

async function centre(port: number): Promise<Home> {
  return homeWith({
    settings: settings(
      section('ACD', {
        Source: server.connectionString.replace(`Port=${server.port}`, `Port=${port}`),
        QueueSQL: 'SELECT queue FROM slow_queues',
        CallDataTable: 'calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        ValueTypes: 'offered',
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: { queues: [{ id: 1, name: 'Hotline' }], valueTypes: [{ id: 1, name: 'Calls' }] },
  });
}

/** Waits until the statement is under way. */
async function whileQueuesAreRead(): Promise<void> {
  for (;;) {
    const [row] = await server.exec(`SELECT count(*)::int AS running FROM pg_stat_activity
      WHERE state = 'active' AND query LIKE '%slow_queues%' AND pid <> pg_backend_pid()`);
    if (Number(row?.running) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a tree that is being read', { timeout: 60_000 }, () => {
  it('is read again when its connection is cut and the server is there', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    const reading = readExternalTree(home, 'ACD');
    await whileQueuesAreRead();
    await cable.pull();
    await cable.plug();
    expect(await reading).toMatchObject({ kinds: [{ queues: [['Sales']] }] });
    const log = await readHomeText(home, 'logs/call_tree.log');
    expect(log).toMatch(/ODBC_CONNECTION_LOST: .* Tried again\./);
    expect(log).toMatch(/1 queues, 1 value types read/);
  });

  it('says so when the server stays away', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    const reading = readExternalTree(home, 'ACD');
    const failure = expect(reading).rejects.toMatchObject({ code: 'ODBC_SERVER_UNREACHABLE' });
    await whileQueuesAreRead();
    await cable.pull();
    await failure;
    const log = await readHomeText(home, 'logs/call_tree.log');
    expect(log.match(/Tried again\./g)).toHaveLength(2);
    expect(log).toContain('the tree was not read. ODBC_SERVER_UNREACHABLE');
    expect(log).not.toContain(server.password);
  });

  it('says at once what could not be reached to begin with', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    await cable.pull();
    await expect(readExternalTree(home, 'ACD')).rejects.toMatchObject({ code: 'ODBC_SERVER_UNREACHABLE' });
    expect(await readHomeText(home, 'logs/call_tree.log')).not.toContain('Tried again');
  });

  it('ends when it is cancelled, also while it waits to be tried again', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    const controller = new AbortController();
    const reading = readExternalTree(home, 'ACD', controller.signal);
    const cancelled = expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    await whileQueuesAreRead();
    await cable.pull();
    await expect.poll(() => readHomeText(home, 'logs/call_tree.log')).toContain('Tried again');
    controller.abort();
    await cancelled;
  });

  it('ends at the deadline of the connect when the server does not answer', async () => {
    const proxy = await muteProxy(server.port);
    proxy.mute();
    const home = await centre(proxy.port);
    const startedMs = performance.now();
    await expect(readExternalTree(home, 'ACD')).rejects.toMatchObject({ code: 'ODBC_CONNECT_TIMEOUT' });
    expect(performance.now() - startedMs).toBeLessThan(20_000);
    await proxy.close();
  });
});
