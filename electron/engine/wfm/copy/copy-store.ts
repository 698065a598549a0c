import { createHash } from 'node:crypto';
import { XlinkError } from '#shared/rpc/errors.ts';
import { storableText } from '../postgres/copy-text.ts';
import { ownerGone } from '../run-row.ts';
import type { StoreTables, TableReader, TableWriter } from './store-tables.ts';
import { type CopyCell, type StoredTable, storedTables } from './stored-tables.ts';

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** Of all rows, whatever their order; 16 hexadecimal digits. */
  readonly checksum: string;
}

/**
 * Copies everything of a store into an empty one, table by table; memory does not grow with the store. What was written
 * is read again and compared before it counts: all of it or nothing.
 *
 * Throws `STORE_SAME`, `STORE_NOT_EMPTY`, `STORE_COPY_RUNNING` (retryable), `STORE_COPY_DIFFERS`, and what the stores
 * may throw.
 */
export async function copyStore(
  from: StoreTables,
  to: StoreTables,
  onTable: (copied: CopiedTable) => void = () => {},
): Promise<CopiedTable[]> {
  if (from.shown === to.shown) {
    throw new XlinkError('STORE_SAME', `${to.shown} is the store itself. Name another target.`, {
      file: to.shown,
    });
  }
  return from.reading((reader) =>
    to.writing(async (writer) => {
      await refuseRunning(from, reader);
      await refuseFilled(to, writer);
      const months = await reader.months();
      const copied: CopiedTable[] = [];
      for (const table of storedTables) {
        const read = tally(table);
        await writer.write(table, read.passing(reader.rows(table)), months);
        const written = tally(table);
        for await (const _ of written.passing(writer.rows(table))) {
          // Counting is all there is to do.
        }
        const result = read.result();
        if (written.result().checksum !== result.checksum || written.result().rows !== result.rows) {
          throw differs(to, result, written.result());
        }
        copied.push(result);
        onTable(result);
      }
      return copied;
    }),
  );
}

/** Counts rows and adds up their hashes, so that the order of rows does not matter. */
function tally(table: StoredTable) {
  let rows = 0;
  let sum = 0n;
  return {
    async *passing(items: AsyncIterable<CopyCell[]>): AsyncGenerator<CopyCell[]> {
      for await (const item of items) {
        rows += 1;
        sum = BigInt.asUintN(64, sum + hashOf(item));
        yield item;
      }
    },
    result: (): CopiedTable => ({
      table: table.name,
      rows,
      checksum: sum.toString(16).padStart(16, '0'),
    }),
  };
}

function hashOf(row: readonly CopyCell[]): bigint {
  const hash = createHash('md5');
  // Lengths part the cells, whatever is in them. A NUL counts as what it becomes in a store that has none.
  for (const cell of row) {
    const text = cell === null ? null : storableText(String(cell));
    hash.update(text === null ? '-' : `${text.length}:${text}`);
  }
  return hash.digest().readBigUInt64BE(0);
}

async function refuseRunning(from: StoreTables, reader: TableReader): Promise<void> {
  const nowUtc = Math.floor(Date.now() / 1000);
  const running = (await reader.runningRuns()).find((row) => !ownerGone(row, nowUtc));
  if (running === undefined) return;
  throw new XlinkError(
    'STORE_COPY_RUNNING',
    `Run ${running.id} is importing into ${from.shown}. Wait for its end, or cancel it; then copy.`,
    { runId: running.id, file: from.shown },
    { retryable: true },
  );
}

async function refuseFilled(to: StoreTables, writer: TableWriter): Promise<void> {
  const found: string[] = [];
  for (const table of storedTables) if (!(await writer.isEmpty(table))) found.push(table.name);
  if (found.length === 0) return;
  throw new XlinkError(
    'STORE_NOT_EMPTY',
    `${to.shown} is not empty (${found.join(', ')}): nothing was copied. Name a new file or schema, or delete that one.`,
    { file: to.shown, found },
  );
}

function differs(to: StoreTables, read: CopiedTable, written: CopiedTable): XlinkError {
  return new XlinkError(
    'STORE_COPY_DIFFERS',
    `The copy of ${read.table} in ${to.shown} is not as it was read (${written.rows} rows of ${read.rows}): nothing was kept. Try again.`,
    { file: to.shown, table: read.table, read, written },
  );
}
