import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OdbcConnection, openConnection } from '#engine/odbc/connection.ts';
import type { Source } from './source.ts';

export function cancelRules(source: () => Source): void {
  describe('cancel', () => {
    let connection: OdbcConnection;

    beforeAll(async () => {
      connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
    });
    afterAll(() => connection.close());

    async function abortedAfter(delayMs: number, work: (signal: AbortSignal) => Promise<unknown>) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), delayMs);
      await expect(work(controller.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    }

    /** A connection whose driver had not answered the cancel in five seconds would be given up. */
    async function stillWorks() {
      const rows = await connection.query(`SELECT x FROM ${source().sql.numbers(1200)}`, [], {
        maxRows: 5000,
      });
      expect(rows).toHaveLength(1200);
    }

    it('ends a statement that runs; its connection goes on', async () => {
      await abortedAfter(400, (signal) => connection.query(source().sql.slow, [], { maxRows: 1, signal }));
      await stillWorks();
    });

    it('ends the reading of rows; their connection goes on', async () => {
      await abortedAfter(700, async (signal) => {
        for await (const rows of connection.read(source().sql.endless, [], { signal })) {
          expect(rows.length).toBeGreaterThan(0);
        }
      });
      await stillWorks();
    });

    it('sends nothing when it was wanted before', async () => {
      await expect(
        connection.query('SELECT nothing FROM nowhere', [], { maxRows: 1, signal: AbortSignal.abort() }),
      ).rejects.toMatchObject({ code: 'CANCELLED' });
      await stillWorks();
    });

    it('that comes too late hits no later statement', async () => {
      for (let round = 0; round < 10; round += 1) {
        const controller = new AbortController();
        const first = connection
          .query(`SELECT x FROM ${source().sql.numbers(300)}`, [], {
            maxRows: 500,
            signal: controller.signal,
          })
          .catch((error: unknown) => error);
        setTimeout(() => controller.abort(), round);
        await first;
        await stillWorks();
      }
    });

    it('comes by itself when a statement takes longer than it may', async () => {
      await expect(
        connection.query(source().sql.slow, [], { maxRows: 1, statementTimeoutMs: 300 }),
      ).rejects.toMatchObject({ code: 'ODBC_TIMEOUT', retryable: true });
      await stillWorks();
    });
  });
}
