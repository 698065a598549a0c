import type { Zone } from '#shared/domain/time/zone.ts';
import type { StampKind } from './call-source.ts';

/** When something happened: a column, or a date and a time column. */
export interface AgentStamp {
  readonly columns: readonly string[];
  /** The first column is the date where there are two. */
  readonly kind: Extract<StampKind, 'text' | 'unix' | 'datetime'>;
  /** For text, one for each column. */
  readonly formats?: readonly string[];
}

/** `ActivityTimeSpanType`: what says how long an activity lasted. */
export type AgentSpan =
  | { readonly kind: 'duration'; readonly expression: string }
  | { readonly kind: 'end'; readonly end: AgentStamp }
  /** The next activity of the agent ends it; one of these ids ends the session. */
  | { readonly kind: 'next'; readonly logOffActivities: readonly string[] };

/** All that is needed to read the agents' activities of one external system. */
export interface AgentSource {
  readonly system: string;
  /** Name and id of each activity. */
  readonly activitySql: string;
  /** Table, view or join. */
  readonly table: string;
  readonly agent: string;
  /** Name or id of the activity, as `activitySql` lists them. */
  readonly activity: string;
  readonly start: AgentStamp;
  readonly span: AgentSpan;
  /** Shorter ones are left out. */
  readonly minimumSeconds?: number;
  /** Longer ones are left out. */
  readonly maximumSeconds?: number;
  /** `TimeZone_TimeLink`, else `TimeZone`; undefined: the clock of the employee's WFM zone. */
  readonly zone?: Zone;
}
