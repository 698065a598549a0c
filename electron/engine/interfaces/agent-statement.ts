import { stampFormatSorts } from '#shared/domain/time/stamp.ts';
import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { AgentSource, AgentSpan, AgentStamp } from './agent-source.ts';
import { type Condition, type DayWindow, timeCondition } from './time-condition.ts';

/** A statement for the agents' activities of one day; values are parameters, never text. */
export interface AgentStatement extends Condition {
  /** The columns of the result, in their order; those of the end or duration are none where the next one ends it. */
  readonly columns: {
    readonly agent: 0;
    readonly activity: 1;
    readonly start: readonly number[];
    /** Of the end's time stamp, or of the seconds. */
    readonly span: readonly number[];
  };
  /** Whether the rows come by agent and time. */
  readonly isOrdered: boolean;
  /** So much before the day the activities may have begun that are read with it. */
  readonly lookBackSeconds: number;
}

export interface AgentStatementOptions {
  readonly source: AgentSource;
  readonly product: DatabaseProduct;
  /** The day as each of the employees' clocks has it. */
  readonly windows: readonly DayWindow[];
}

/** Nobody does one thing for longer; what seems to last longer is a log-off that was never written. */
const usualLookBackSeconds = 86_400;

/**
 * One statement for a system and day. It reads what began on the day and, as activities go on over midnight, what
 * began up to the look-back before it: so the reader finds what each agent was doing when the day began. The reader
 * cuts activities off at the borders of the day, so that a night's two halves are on two days and none is there twice,
 * and drops those that ended before it; it knows the ends that are computed (seconds, the next activity), in texts
 * that do not sort, or not there yet (null: going on), which no condition of a source can tell in one way for all.
 */
export function agentStatement({ source, product, windows }: AgentStatementOptions): AgentStatement {
  const { start, span, zone, table } = source;
  // What lasts longer than the limit is left out anyway.
  const lookBackSeconds = source.maximumSeconds ?? usualLookBackSeconds;
  const time = startCondition(start, { product, windows, zone, lookBackSeconds });
  const ends = spanColumns(span);
  const startAt = start.columns.map((_, index) => 2 + index);
  const isOrdered = span.kind === 'next' && sorts(start);
  const named = (columns: readonly string[], name: string) =>
    columns.map((column, index) => `${column} AS ${name}${index === 0 ? '' : index + 1}`);
  const selected = [
    ...named([source.agent], 'xl_agent'),
    ...named([source.activity], 'xl_activity'),
    ...named(start.columns, 'xl_start'),
    ...named(ends, span.kind === 'end' ? 'xl_end' : 'xl_seconds'),
  ];
  return {
    sql: [
      `SELECT ${selected.join(', ')}`,
      `FROM ${table}`,
      `WHERE ${time.sql}`,
      // By number, since not every product orders by an expression.
      ...(isOrdered ? [`ORDER BY ${[0, ...startAt].map((at) => at + 1).join(', ')}`] : []),
    ].join('\n'),
    parameters: time.parameters,
    columns: {
      agent: 0,
      activity: 1,
      start: startAt,
      span: ends.map((_, index) => 2 + startAt.length + index),
    },
    isOrdered,
    lookBackSeconds,
  };
}

function spanColumns(span: AgentSpan): readonly string[] {
  switch (span.kind) {
    case 'duration':
      return [span.expression];
    case 'end':
      return span.end.columns;
    case 'next':
      return [];
  }
}

function startCondition(
  { columns, kind, formats }: AgentStamp,
  range: Parameters<typeof timeCondition>[2],
): Condition {
  const [column] = columns;
  const format = formats?.[0];
  if (columns.length === 1) {
    return timeCondition({ kind, ...(format === undefined ? {} : { format }) }, column!, range);
  }
  // Of a date and a time column the date says which rows; the time is read with them.
  return kind === 'text'
    ? timeCondition({ kind, format: format ?? 'yyyy-mm-dd' }, column!, range)
    : timeCondition({ kind: 'date-hhmm' }, column!, range);
}

function sorts({ kind, formats }: AgentStamp): boolean {
  return kind !== 'text' || formats === undefined || stampFormatSorts(formats.join(' '));
}
