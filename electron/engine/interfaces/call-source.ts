import type { Zone } from '#shared/domain/time/zone.ts';

/** How the source's SQL puts the rows of one time stamp and queue together. */
export const valueFunctions = ['SUM', 'COUNT', 'AVG', 'MIN', 'MAX'] as const;
export type ValueFunction = (typeof valueFunctions)[number];

/** One external value type: what the tree shows and what is selected for it. */
export interface ExternalValueType {
  /** As it stands last in a source of `acd_map.ini`. */
  readonly name: string;
  /** Column or SQL expression; `*` only with COUNT. */
  readonly expression: string;
  readonly function: ValueFunction;
}

/** What `TimeStampType` says of the column: 0 text, 1 Unix seconds, 2 date/time. */
export type StampKind = 'text' | 'unix' | 'datetime';

/** One level of the external queue's key in the call data: a column or an expression. */
export interface QueueKeyColumn {
  readonly expression: string;
  /** What rows have to fulfil as well, see `pasted-condition.ts`. */
  readonly condition?: string;
  /** Undefined: decided by the column's type in the source. */
  readonly type?: 'text' | 'number';
}

/** All the engine needs to read the call data of one external system, whatever its interface. */
export interface CallSource {
  readonly system: string;
  /** Table, view or join. */
  readonly table: string;
  readonly stamp: { readonly expression: string; readonly kind: StampKind; readonly format?: string };
  readonly queueKey: readonly QueueKeyColumn[];
  readonly valueTypes: readonly ExternalValueType[];
  /** Statement whose rows are the external queues, one column a level; undefined: the keys found in the data. */
  readonly queueSql?: string;
  /** Statement of name and key: the name is shown and stands in the map, the key is in the call data. */
  readonly queueNameSql?: string;
  /** The ACD's own aggregation; undefined where rows are single calls or nothing is known. */
  readonly intervalMinutes?: number;
  /** Undefined: the source's clock is that of the WFM queue the value goes to. */
  readonly zone?: Zone;
}

/** Why a section cannot be read, with its place. */
export interface SectionFinding {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly details?: Record<string, unknown>;
  readonly key: string;
  readonly line?: number;
}
