import { numbers } from './numbers.ts';

export const mitelDays = { from: '2025-10-25', to: '2025-10-27' } as const;

export const mitelValueTypes = [
  'QueueOffered',
  'QueueAnswered',
  'QueueAbandoned',
  'QueueShortAbandoned',
  'QueueInterflowed',
  'QueueRequeued',
  'QueueUnavailable',
  'QueueServiceCount',
  'QueueTotalTalkTime',
  'QueueTimeToAnswerTotal',
  'QueueTimeToAbandonTotal',
  'QueueTimeToInterflowTotal',
] as const;

/**
 * A view like `QueuePerformanceByPeriodStats` of Mitel's CCMData, for PostgreSQL: the day in `MidnightStartDate`, the
 * quarter of an hour in `TimeIntervalID` from 0 to 95. In it: two rows for each quarter of the hour that Paris has
 * twice, a queue without a name, one with `:` in it, and nulls.
 */
export function mitelDatabase(talkTime = 'QueueTotalTalkTime'): string {
  const next = numbers(4711);
  const rows: string[] = [];
  for (const day of [24, 25, 26, 27, 28]) {
    for (let quarter = 0; quarter < 96; quarter += 1) {
      const isRepeated = day === 26 && quarter >= 8 && quarter < 12;
      for (const queue of ["'Sales'", "'P1: Service'", 'NULL']) {
        for (let row = 0; row < (isRepeated ? 2 : 1); row += 1) {
          const figures = mitelValueTypes.map(() => (next(12) === 0 ? 'NULL' : next(300)));
          rows.push(`('2025-10-${day} 00:00:00', ${quarter}, ${queue}, ${figures.join(', ')})`);
        }
      }
    }
  }
  const columns = mitelValueTypes.map((type) => `${type.replace('QueueTotalTalkTime', talkTime)} INTEGER`);
  return `
    CREATE TABLE QueuePerformanceByPeriodStats (
      MidnightStartDate TIMESTAMP NOT NULL, TimeIntervalID INTEGER NOT NULL, QueueName VARCHAR(50), ${columns.join(', ')});
    INSERT INTO QueuePerformanceByPeriodStats VALUES ${rows.join(',')};`;
}
