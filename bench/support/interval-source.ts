import { type Checksum, checksum } from './checksum.ts';
import type { CallTable } from './source.ts';

/** Figures by quarter of an hour and queue, as an ACD's own aggregation has them. */
export const figures = ['offered', 'answered', 'abandoned', 'talk_s', 'acw_s'] as const;
export const queueCount = 100;
export const intervalsPerDay = 96;
export const firstDay = '2022-01-01';

const firstUtc = Date.parse(firstDay) / 1000;

export function dayAt(offset: number): string {
  return new Date((firstUtc + offset * 86_400) * 1000).toISOString().slice(0, 10);
}

/** `2022-01-01 00:15:00`, in UTC. */
export function stampAt(interval: number): string {
  return new Date((firstUtc + interval * 900) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** As a week looks like the one before: the checks of an import have nothing to say of it. */
export function figuresAt(interval: number, queue: number): number[] {
  const mixed = Math.imul(Math.imul(interval * 128 + queue, 0x9e3779b1) >>> 15, 0x85ebca6b) >>> 8;
  const slot = interval % intervalsPerDay;
  const untilNoon = Math.min(slot, intervalsPerDay - slot);
  const offered = 12 + ((queue * 7) % 23) + Math.floor(untilNoon / 2) + (mixed % 4);
  const abandoned = 1 + ((mixed >>> 3) % 2);
  const answered = offered - abandoned;
  return [offered, answered, abandoned, answered * (150 + (mixed % 17)), answered * (30 + (mixed % 7))];
}

export function intervalTable(days: number): CallTable {
  const columns = Object.fromEntries(figures.map((name) => [name, 'integer'] as const));
  return {
    columns: { stamp: 'stamp', queue: 'varchar(40)', ...columns },
    timeColumn: 'stamp',
    *rows() {
      for (let interval = 0; interval < days * intervalsPerDay; interval += 1) {
        const stamp = stampAt(interval);
        for (let queue = 1; queue <= queueCount; queue += 1) {
          yield [stamp, `Queue ${queue}`, ...figuresAt(interval, queue)];
        }
      }
    },
  };
}

export function expectedValues(days: number): Checksum {
  const sums = checksum();
  for (let interval = 0; interval < days * intervalsPerDay; interval += 1) {
    const startUtc = firstUtc + interval * 900;
    for (let queue = 1; queue <= queueCount; queue += 1) {
      figuresAt(interval, queue).forEach((value, index) => {
        sums.add(queue, index + 1, startUtc, value);
      });
    }
  }
  return sums.total;
}
