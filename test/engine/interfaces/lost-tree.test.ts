import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
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
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ('2026-03-01 08:00:00', 'Sales', 3);`);
});
afterAll(() => server.stop());

async function centre(port: number): Promise<Home> {
  return homeWith({
    settings: settings(
      section('ACD', {
        Source: server.connectionString.replace(`Port=${server.port}`, `Port=${port}`),
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
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

interface HeldQueues {
  /** Resolves when the statement is under way, which it stays. */
  whileRead(): Promise<void>;
  letGo(): Promise<void>;
}

/** The list of queues is not answered before it is let go, so that something can happen meanwhile. */
async function heldQueues(): Promise<HeldQueues> {
  const holder = new pg.Client({ connectionString: server.url });
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query('BEGIN; LOCK TABLE calls IN ACCESS EXCLUSIVE MODE');
  return {
    async whileRead() {
      // Not by the holder: within a transaction it sees the same activity again and again.
      const waiting = () => server.exec(`SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
      while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    letGo: async () => void (await holder.query('ROLLBACK')),
  };
}

describe('a tree that is being read', { timeout: 60_000 }, () => {
  it('is read again when its connection is cut and the server is there', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    const queues = await heldQueues();
    const reading = readExternalTree(home, 'ACD');
    await queues.whileRead();
    await cable.pull();
    await cable.plug();
    await queues.letGo();
    expect(await reading).toMatchObject({ kinds: [{ queues: [['Sales']] }] });
    const log = await readHomeText(home, 'logs/call_tree.log');
    expect(log).toMatch(/ODBC_CONNECTION_LOST: .* Tried again\./);
    expect(log).toMatch(/1 queues, 1 value types read/);
  });

  it('says so when the server stays away', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable.port);
    const queues = await heldQueues();
    const reading = readExternalTree(home, 'ACD');
    const failure = expect(reading).rejects.toMatchObject({ code: 'ODBC_SERVER_UNREACHABLE' });
    await queues.whileRead();
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
    const queues = await heldQueues();
    const controller = new AbortController();
    const reading = readExternalTree(home, 'ACD', controller.signal);
    const cancelled = expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    await queues.whileRead();
    await cable.pull();
    const log = () => readHomeText(home, 'logs/call_tree.log').catch(() => '');
    await expect.poll(log, { timeout: 20_000 }).toContain('Tried again');
    controller.abort();
    await cancelled;
  });

  it('ends at the deadline of the connect when the server does not answer, which is waited for once', async () => {
    const proxy = await muteProxy(server.port);
    proxy.mute();
    const home = await centre(proxy.port);
    await expect(readExternalTree(home, 'ACD')).rejects.toMatchObject({ code: 'ODBC_CONNECT_TIMEOUT' });
    expect(await readHomeText(home, 'logs/call_tree.log')).not.toContain('Tried again');
    await proxy.close();
  });
});
