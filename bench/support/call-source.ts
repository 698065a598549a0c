import { type Checksum, checksum } from './checksum.ts';
import type { CallTable } from './source.ts';

/** Raw call records of fifty days: one row a call, told by Unix seconds. The queues are in three zones. */
export const queueCount = 99;
export const days = 50;
export const zones: readonly string[] = Array.from(
  { length: queueCount },
  (_, index) => ['Europe/Paris', 'America/New_York', 'Asia/Kolkata'][index % 3]!,
);
/** With the clock changes of New York and Paris in them. */
export const firstUtc = Date.parse('2022-03-01') / 1000;

/** A figure and how the source's SQL puts rows together for it. */
export const figures = [
  { column: 'call_id', function: 'COUNT' },
  { column: 'answered', function: 'SUM' },
  { column: 'talk_s', function: 'SUM' },
  { column: 'acw_s', function: 'SUM' },
] as const;

interface Call {
  readonly startUtc: number;
  readonly queue: number;
  readonly answered: number;
  readonly talkSeconds: number;
  readonly acwSeconds: number;
}

function* calls(count: number): Generator<Call> {
  for (let index = 0; index < count; index += 1) {
    const mixed = Math.imul(Math.imul(index + 1, 0x9e3779b1) >>> 15, 0x85ebca6b) >>> 8;
    const answered = mixed % 13 === 0 ? 0 : 1;
    yield {
      startUtc: firstUtc + Math.floor((index * days * 86_400) / count),
      queue: 1 + (mixed % queueCount),
      answered,
      talkSeconds: answered * (20 + (mixed % 601)),
      acwSeconds: answered * (mixed % 91),
    };
  }
}

export function callTable(count: number): CallTable {
  const queues = Array.from({ length: queueCount }, (_, index) => `('Queue ${index + 1}')`);
  return {
    columns: {
      call_id: 'integer',
      started_s: 'integer',
      queue: 'varchar(40)',
      answered: 'integer',
      talk_s: 'integer',
      acw_s: 'integer',
    },
    timeColumn: 'started_s',
    more: `CREATE TABLE queues (name varchar(40)); INSERT INTO queues VALUES ${queues.join(', ')};`,
    *rows() {
      let id = 0;
      for (const call of calls(count)) {
        id += 1;
        yield [id, call.startUtc, `Queue ${call.queue}`, call.answered, call.talkSeconds, call.acwSeconds];
      }
    },
  };
}

/** The sums by quarter of an hour: their borders are the same in all three zones. */
export function expectedValues(count: number): Checksum {
  const intervals = days * 96;
  const sums = new Float64Array(queueCount * intervals * figures.length);
  for (const { startUtc, queue, answered, talkSeconds, acwSeconds } of calls(count)) {
    const at = ((queue - 1) * intervals + Math.floor((startUtc - firstUtc) / 900)) * figures.length;
    sums[at]! += 1;
    sums[at + 1]! += answered;
    sums[at + 2]! += talkSeconds;
    sums[at + 3]! += acwSeconds;
  }
  const expected = checksum();
  for (let cell = 0; cell < queueCount * intervals; cell += 1) {
    if (sums[cell * figures.length] === 0) continue;
    for (let figure = 0; figure < figures.length; figure += 1) {
      const startUtc = firstUtc + (cell % intervals) * 900;
      const value = sums[cell * figures.length + figure]!;
      expected.add(Math.floor(cell / intervals) + 1, figure + 1, startUtc, value);
    }
  }
  return expected.total;
}
