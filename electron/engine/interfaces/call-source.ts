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
  /** True for a column that not every release of the ACD has. */
  readonly optional?: boolean;
}

/**
 * What the time stamp is: text, Unix seconds, a date/time (`TimeStampType` 0, 1, 2), or a date beside a time of the
 * day that is a number: `hhmm` (0, 15, 45, 100 … 2345) or minutes since midnight.
 */
export const stampKinds = ['text', 'unix', 'datetime', 'date-hhmm', 'date-minutes'] as const;
export type StampKind = (typeof stampKinds)[number];

export interface StampColumns {
  readonly expression: string;
  readonly kind: StampKind;
  /** The time of the day, for the kinds that have it beside the date. */
  readonly time?: string;
  /** For text, in the letters of `TimeStampFormat`. */
  readonly format?: string;
  /** For Unix seconds: a column of dates beside them that the source has an index on, in whatever zone. */
  readonly date?: string;
  /** Minutes the row's clock is behind UTC (300 in New York in winter): what tells the two hours of a set-back apart. */
  readonly minutesWest?: string;
  /** A column with the offset or the zone of each row's clock, in whatever form: see `row-zone.ts`. */
  readonly zoneColumn?: string;
  /** The stamp is the end of the row's interval. */
  readonly isEnd?: true;
}

/** One level of the external queue's key in the call data: a column or an expression. */
export interface QueueKeyColumn {
  readonly expression: string;
  /** What rows have to fulfil as well, see `pasted-condition.ts`. */
  readonly condition?: string;
  /** Undefined: decided by the column's type in the source. */
  readonly type?: 'text' | 'number';
}

/** How a standard interface lists its queues. Columns are those of the statement's result, from 1. */
export interface QueueListing {
  readonly sql: string;
  /** Levels of the tree: a constant, or the first of these columns that is not empty. */
  readonly path: readonly (string | readonly number[])[];
  /** The columns of the queue's key, in the order of {@link CallSource.queueKey}. */
  readonly key: readonly number[];
  /** By column of the key: the level (from 0) that may hold the key instead of a name; undefined: none. */
  readonly keyLevels: readonly (number | undefined)[];
}

/** All the engine needs to read one kind of queues of an external system, whatever its interface. */
export interface CallSource {
  readonly system: string;
  /** What kind of queues these are (`split`, `vdn`); `''` where the interface has only one. */
  readonly kind: string;
  /** Table, view or join. */
  readonly table: string;
  /** The table with `{range:<expression>}` where the condition on the time shall stand as well. */
  readonly rangedTable?: string;
  /** What all rows have to fulfil. */
  readonly condition?: string;
  readonly stamp: StampColumns;
  readonly queueKey: readonly QueueKeyColumn[];
  readonly valueTypes: readonly ExternalValueType[];
  readonly listing?: QueueListing;
  /** Statement whose rows are the external queues, one column a level; undefined: the keys found in the data. */
  readonly queueSql?: string;
  /** Statement of name and key: the name is shown and stands in the map, the key is in the call data. */
  readonly queueNameSql?: string;
  /** The ACD's own aggregation; undefined where rows are single calls or nothing is known. */
  readonly intervalMinutes?: number;
  /** Column with the minutes of each row, where the ACD's aggregation may have been changed in between. */
  readonly intervalColumn?: string;
  /** What becomes of figures over more minutes than the WFM queue counts in. */
  readonly coarserInterval: 'refuse' | 'split';
  /** An interval is taken when it has been over for that long: the ACD writes its figures a little later. */
  readonly delayMinutes: number;
  /** How many days before today are read again with it: the ACD may still change them. */
  readonly lookBackDays: number;
  /** Undefined: the source's clock is that of the WFM queue the value goes to. */
  readonly zone?: Zone;
}

/** Rows that say that they count over more are not believed: nobody would find them on each day that they reach into. */
export const longestRowMinutes = 1440;

/** Identifies a source among those of all systems. */
export function sourceId({ system, kind }: Pick<CallSource, 'system' | 'kind'>): string {
  return kind === '' ? system : `${system}/${kind}`;
}

/** The columns that say when, in the order they are selected and read. */
export function stampColumns({ stamp, intervalColumn }: CallSource): string[] {
  const { expression, time, minutesWest, zoneColumn } = stamp;
  return [expression, time, minutesWest ?? zoneColumn, intervalColumn].flatMap((column) => column ?? []);
}

/** Why a section cannot be read, with its place. */
export interface SectionFinding {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly details?: Record<string, unknown>;
  /** Left out: it is about the section as a whole. */
  readonly key?: string;
  readonly line?: number;
}
