import type { CallSource } from '../interfaces/call-source.ts';
import type { CallStatement } from '../interfaces/call-statement.ts';
import { commonStepMinutes, flooredStamp } from '../interfaces/floor-stamp.ts';
import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { RowCount } from '../wfm/store.ts';
import { keyText } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What the rows of a day are that a statement counts. */
export type RowCounting = Pick<RowCount, 'scope' | 'by'>;

/** Of the same scope are rows of the same table, conditions and queues, in the days of the same clocks. */
export function rowCounting(options: {
  readonly source: CallSource;
  readonly product: DatabaseProduct;
  readonly keys: readonly (readonly (string | number)[])[];
  readonly numericKeys: readonly boolean[];
  readonly statement: CallStatement;
  readonly grids: ReadonlyMap<string, DayGrid>;
}): RowCounting {
  const { source, product, keys, numericKeys, statement, grids } = options;
  const { table, rangedTable, condition, stamp, queueKey, intervalMinutes, intervalColumn, zone } = source;
  const rows = { table, rangedTable, condition, stamp, queueKey, intervalMinutes, intervalColumn };
  const queues = keys.map((key) => keyText(key, 0, numericKeys)).sort();
  const scope = fingerprintOf([JSON.stringify([rows, zone?.id, queues, [...grids.keys()].sort()])]);
  return { scope: scope.slice(0, 16), by: countedBy() };

  function countedBy(): RowCount['by'] {
    if (!statement.isSummed) return 'row';
    if (intervalMinutes !== undefined) return 'stamp';
    const minutes = commonStepMinutes([...grids.values()].map((grid) => grid.intervalMinutes));
    return flooredStamp(source, product, minutes) === undefined ? 'stamp' : minutes;
  }
}

/**
 * The sources that gave fewer rows than before, together; undefined: none did as far as that can be told. What is told apart
 * more finely now is never fewer of the same: where it is all the same, rows are missing.
 */
export function fewerRows(
  counts: readonly RowCount[],
  before: readonly RowCount[],
): { readonly rows: number; readonly before: number } | undefined {
  let found: { rows: number; before: number } | undefined;
  for (const count of counts) {
    const former = before.find(({ source, scope }) => source === count.source && scope === count.scope);
    if (!former || count.rows >= former.rows || !isAsFine(count.by, former.by)) continue;
    found = { rows: (found?.rows ?? 0) + count.rows, before: (found?.before ?? 0) + former.rows };
  }
  return found;
}

function isAsFine(by: RowCount['by'], former: RowCount['by']): boolean {
  if (by === former || by === 'row') return true;
  if (former === 'row') return false;
  if (by === 'stamp') return true;
  return former !== 'stamp' && former % by === 0;
}
