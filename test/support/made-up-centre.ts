import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { type Random, randomFrom } from '#engine/sample/random.ts';
import { addDays, dayNumber, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals, minutesOfDay } from '#shared/domain/time/interval.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { map, section, settings } from './acd.ts';
import { homeWith } from './home.ts';
import { type SqliteFile, sqliteFile } from './sqlite.ts';

/** How a queue is open and called; hours in minutes of the day, a night queue's go over midnight. */
interface QueueKind {
  /** Mean calls of a quarter of an hour at the busiest time, from and to. */
  readonly calls: readonly [number, number];
  readonly opens: number;
  readonly closes: number;
  /** Share of a usual day by weekday, Monday first; 0: closed. */
  readonly week: readonly number[];
  readonly onHolidays: number;
}

const office = [1.2, 1.05, 1, 0.95, 0.9, 0, 0];
const kinds = {
  office: { calls: [3, 40], opens: 480, closes: 1080, week: office, onHolidays: 0 },
  shop: { calls: [2, 20], opens: 480, closes: 1200, week: [1.2, 1, 1, 1, 1, 0.4, 0], onHolidays: 0 },
  always: {
    calls: [1, 20],
    opens: 0,
    closes: 1440,
    week: [1.1, 1, 1, 1, 1, 0.8, 0.7],
    onHolidays: 0.6,
  },
  tiny: { calls: [0.05, 1.2], opens: 480, closes: 1080, week: office, onHolidays: 0 },
  night: { calls: [1, 8], opens: 1320, closes: 360, week: [1, 1, 1, 1, 1.2, 1.2, 0.8], onHolidays: 1 },
} satisfies Record<string, QueueKind>;

export type MadeUpKind = keyof typeof kinds;

export interface MadeUpQueue {
  readonly name: string;
  readonly kind: MadeUpKind;
  /** Mean calls of a quarter of an hour at the busiest time. */
  readonly calls: number;
  /** Number of the day on which it is opened; 0: it was always there. */
  readonly from: number;
  /** No row where nobody called. */
  readonly sparse: boolean;
  /** The first five days of a month bring more calls. */
  readonly invoices: boolean;
}

export interface MadeUpCentre {
  readonly home: Home;
  readonly database: SqliteFile;
  readonly queues: readonly MadeUpQueue[];
  readonly from: string;
  readonly to: string;
  /** The date of a day by its number. */
  readonly day: (index: number) => string;
}

export interface MadeUpOptions {
  readonly seed: number;
  readonly days: number;
  readonly from: string;
  readonly zone: string;
  readonly queues: Readonly<Partial<Record<MadeUpKind, number>>>;
  /** Of these how many are opened in the course of the days. */
  readonly opened?: number;
  /** Numbers of days. */
  readonly holidays?: readonly number[];
  /** Twice the calls of every third queue. */
  readonly campaign?: { readonly from: number; readonly days: number };
}

const columns = ['offered', 'answered', 'abandoned', 'talk'] as const;
const valueTypes = ['Calls offered', 'Calls answered', 'Calls abandoned', 'Talk time'];

/**
 * A contact centre whose figures are as honest as an ACD's are: weekdays, growth, chance by day, queue and call, calls that are
 * answered in the interval after the one they came in, holidays. The same for the same seed.
 */
export async function madeUpCentre(options: MadeUpOptions): Promise<MadeUpCentre> {
  const random = randomFrom(options.seed);
  const queues = madeUpQueues(options, random);
  const database = sqliteFile(
    'CREATE TABLE calls (stamp INTEGER, queue VARCHAR(20), offered INTEGER, answered INTEGER, abandoned INTEGER, talk INTEGER)',
  );
  onTestFinished(database.remove);
  fill(database, options, queues, random);
  const home = await homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        QueueSQL: 'SELECT DISTINCT queue FROM calls ORDER BY queue',
        CallDataTable: 'calls',
        TimeStampColumn: 'stamp',
        TimeStampType: '1',
        QueueNameColumn: 'queue',
        ValueTypes: columns.join(';'),
        Interval: '15',
      }),
    ),
    mapping: map(
      ...queues.flatMap(({ name }, index) =>
        columns.map((column, type) => `0:${index + 1}:${type + 1}=ACD:${name}:${column}`),
      ),
    ),
    wfm: {
      queues: queues.map(({ name }, index) => ({ id: index + 1, name, timeZone: options.zone })),
      valueTypes: valueTypes.map((name, index) => ({ id: index + 1, name })),
    },
  });
  const day = (index: number) => addDays(parseDay(options.from), index);
  return { home, database, queues, from: options.from, to: day(options.days - 1), day };
}

function madeUpQueues({ queues, opened = 0, days }: MadeUpOptions, random: Random): MadeUpQueue[] {
  const all = Object.entries(queues).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index): MadeUpQueue => {
      const [least, most] = kinds[name as MadeUpKind].calls;
      return {
        name: `${name} ${index + 1}`,
        kind: name as MadeUpKind,
        calls: least * (most / least) ** random.unit(),
        from: 0,
        sparse: random.chance(0.5),
        invoices: random.chance(0.2),
      };
    }),
  );
  const step = Math.max(1, Math.floor(all.length / Math.max(1, opened)));
  return all.map((queue, index) =>
    opened > 0 && index % step === 1 ? { ...queue, from: random.integer(5, days - 20) } : queue,
  );
}

function fill(
  database: SqliteFile,
  { from, days, zone: zoneName, holidays = [], campaign }: MadeUpOptions,
  queues: readonly MadeUpQueue[],
  random: Random,
): void {
  const file = new Database(database.path);
  const insert = file.prepare('INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?)');
  const zone = zoneOf(zoneName);
  file.transaction(() => {
    for (let index = 0; index < days; index += 1) {
      const day = addDays(parseDay(from), index);
      const starts = dayIntervals(zone, 15, day);
      const weekday = (dayNumber(day) + 3) % 7;
      const ofMonth = Number(day.slice(8));
      const centre = (1 + index * 0.001) * random.logNormal(1, 0.06);
      queues.forEach((queue, at) => {
        const kind: QueueKind = kinds[queue.kind];
        if (index < queue.from) return;
        const isCampaign =
          campaign && at % 3 === 0 && index >= campaign.from && index < campaign.from + campaign.days;
        const share = holidays.includes(index) ? kind.onHolidays : kind.week[weekday]!;
        const busy = (queue.invoices && ofMonth <= 5 ? 1.4 : 1) * (isCampaign ? 2 : 1);
        const mean = queue.calls * share * centre * busy * random.logNormal(1, 0.08);
        let carried = 0;
        for (const start of starts) {
          const minute = minutesOfDay(zone, start);
          const isNight = kind.opens > kind.closes;
          const isOpen = isNight
            ? minute >= kind.opens || minute < kind.closes
            : minute >= kind.opens && minute < kind.closes;
          const offered = isOpen ? random.poisson(mean * shape(kind, minute)) : 0;
          let abandoned = 0;
          let waiting = 0;
          for (let call = 0; call < offered; call += 1) {
            const fate = random.unit();
            if (fate < 0.06) abandoned += 1;
            else if (fate < 0.12) waiting += 1;
          }
          const answered = carried + offered - abandoned - waiting;
          carried = waiting;
          const isSilent = offered + answered === 0;
          if (isSilent && (queue.sparse || !isOpen || share === 0)) continue;
          const talk = Math.round(answered * random.logNormal(200, 0.3));
          insert.run(start, queue.name, offered, answered, abandoned, talk);
        }
      });
    }
  })();
  file.close();
}

/** Two peaks and a dip at noon by day; few in the small hours. */
function shape({ opens, closes }: QueueKind, minute: number): number {
  const bell = (centre: number, width: number) => Math.exp(-(((minute - centre) / width) ** 2) / 2);
  if (opens > closes) return 0.4 + 0.6 * bell(minute > 720 ? 1380 : -60, 120);
  return (
    Math.min(1, bell(630, 120) + 0.9 * bell(930, 130) + 0.35 * bell(1170, 90)) + (closes === 1440 ? 0.08 : 0)
  );
}
