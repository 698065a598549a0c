import { z } from 'zod';
import { daySpans } from '../domain/time/day-span.ts';
import { call, stream } from '../rpc/contract.ts';
import { daySchema } from './common.ts';

export const dayDataSchema = z.object({
  queueId: z.number(),
  valueTypeId: z.number(),
  day: daySchema,
  timeZone: z.string(),
  intervalMinutes: z.number(),
  /** Every interval of the day (92, 96 or 100 quarter hours), null where nothing is stored. */
  intervals: z.array(
    z.object({
      /** ISO in UTC. */
      startUtc: z.string(),
      /** Wall clock in the queue's zone, `HH:MM`; the repeated hour appears twice. */
      startLocal: z.string(),
      /** Offset of the wall clock, `+02:00`: tells the two repeated hours apart. */
      offset: z.string(),
      value: z.number().nullable(),
    }),
  ),
  /** First and last day with a stored value, when there is any. */
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
});
export type DayData = z.infer<typeof dayDataSchema>;

export const spanSchema = z.enum(daySpans);

export const formatSchema = z.enum(['csv', 'parquet']);
export type ExportFormat = z.infer<typeof formatSchema>;

/** What is counted is added up; of anything else (an average, a percentage) the mean is taken. */
export const aggregateSchema = z.enum(['sum', 'mean']);
export type Aggregate = z.infer<typeof aggregateSchema>;

const targetSchema = z.object({ queueId: z.number().int(), valueTypeId: z.number().int() });

/** More curves than that nobody tells apart. */
export const mostCurves = 12;
/** Two years, both ends included. */
export const mostHeatMapDays = 732;

const seriesInput = z.object({
  curves: z.array(targetSchema).min(1).max(mostCurves),
  span: spanSchema,
  /** Any day of the span. Without one: the last day on which one of the curves has a value, else yesterday. */
  day: daySchema.optional(),
});

export const dataPointSchema = z.object({
  day: daySchema,
  /** First instant, ISO in UTC; where queues of several zones are shown, that of the first one which has the point. */
  startUtc: z.string(),
  /** `HH:MM` by the wall clock of the queue. */
  startLocal: z.string(),
  /** `+02:00`: tells the two repeated hours apart. */
  offset: z.string(),
});
export type DataPoint = z.infer<typeof dataPointSchema>;

export const dataCurveSchema = targetSchema.extend({
  timeZone: z.string(),
  intervalMinutes: z.number(),
  aggregate: aggregateSchema,
  /** By point; null where no interval of the point has a value. */
  values: z.array(z.number().nullable()),
  /** A week before each point: same weekday, same wall clock. Null too where that day did not have the point. */
  weekBefore: z.array(z.number().nullable()),
  /** Over every stored interval of the days shown: sum, or mean of the intervals. */
  figure: z.number().nullable(),
  /** The same, and a week before, over the intervals stored both times: a week that has begun is held against as much. */
  compared: z.object({ figure: z.number(), figureBefore: z.number() }).nullable(),
  /** How many intervals of the days shown have a value. */
  storedIntervals: z.number(),
});
export type DataCurve = z.infer<typeof dataCurveSchema>;

export const dataSeriesSchema = z.object({
  span: spanSchema,
  fromDay: daySchema,
  toDay: daySchema,
  /** How long a point is; null: a day. A clock change can cut one short. */
  stepMinutes: z.number().nullable(),
  /** In order, the same for all curves: the wall clock of each queue is laid over that of the others. */
  points: z.array(dataPointSchema),
  curves: z.array(dataCurveSchema),
  /** First and last day on which one of the curves has a value. */
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
});
export type DataSeries = z.infer<typeof dataSeriesSchema>;

export const heatMapSchema = z.object({
  queueId: z.number(),
  valueTypeId: z.number(),
  timeZone: z.string(),
  fromDay: daySchema,
  toDay: daySchema,
  stepMinutes: z.number(),
  aggregate: aggregateSchema,
  /** Monday to Sunday; cells from midnight on, by the wall clock of the queue. */
  rows: z.array(
    z.object({
      /** Sunday is 1, Saturday 7. */
      weekday: z.number(),
      /** `mean`: of what the steps at this time came to; null without any. `count`: how many there were. */
      cells: z.array(z.object({ mean: z.number().nullable(), count: z.number() })),
    }),
  ),
});
export type HeatMap = z.infer<typeof heatMapSchema>;

export const dataContract = {
  /** Without a day: the last one that has values, else yesterday. */
  'data.day': call({
    input: z.object({ queueId: z.number(), valueTypeId: z.number(), day: daySchema.optional() }),
    output: dayDataSchema,
  }),
  /** Several curves over a day (by interval), a week (by hour) or a month (by day), beside the week before. */
  'data.series': call({ input: seriesInput, output: dataSeriesSchema }),
  /** Weekday by time of day, over the days up to and with `toDay`. */
  'data.heatMap': call({
    input: targetSchema.extend({
      toDay: daySchema,
      days: z.number().int().min(1).max(mostHeatMapDays),
      stepMinutes: z.literal([15, 30, 60]),
    }),
    output: heatMapSchema,
  }),
  /** The stored intervals of a span as a file, piece by piece: the bytes of each in base64. */
  'data.export': stream({
    input: seriesInput.required({ day: true }).extend({ format: formatSchema }),
    event: z.object({ base64: z.string() }),
  }),
};
