import { numbers } from './numbers.ts';

export const infomartDays = { from: '2025-10-25', to: '2025-10-27' } as const;

export const infomartValueTypes = [
  'ENTERED',
  'ACCEPTED',
  'ACCEPTED_AGENT',
  'ABANDONED',
  'ABANDONED_SHORT',
  'ABANDONED_INVITE',
  'REDIRECTED',
  'ROUTED_OTHER',
  'CLEARED',
  'ACCEPTED_TIME',
  'ABANDONED_TIME',
  'INVITE_TIME',
  'ENGAGE_TIME',
  'HOLD_TIME',
  'WRAP_TIME',
  'ACCEPTED_TIME_MAX',
] as const;

/**
 * Views like those of Genesys Info Mart, for PostgreSQL: `DATE_TIME_KEY` is the start of the quarter of an hour in
 * Unix seconds, and a queue has a row for each tenant, media type and interaction type. In it: agents beside the
 * queues in `RESOURCE_`, a queue without a name, two of one name, nulls, and both hours of the set-back in Paris.
 */
export function infomartDatabase(): string {
  const next = numbers(815);
  const rows: string[] = [];
  for (let at = Date.UTC(2025, 9, 24, 21) / 1000; at < Date.UTC(2025, 9, 28, 1) / 1000; at += 900) {
    for (const queue of [11, 12, 13, 14]) {
      for (let type = 1; type <= next(4); type += 1) {
        const figures = infomartValueTypes.map(() => (next(12) === 0 ? 'NULL' : next(400)));
        rows.push(`(${at}, 1, ${queue}, ${type}, ${1 + next(2)}, ${figures.join(', ')}, ${next(50)})`);
      }
    }
  }
  return `
    CREATE TABLE RESOURCE_ (RESOURCE_KEY INTEGER PRIMARY KEY, RESOURCE_NAME VARCHAR(255), RESOURCE_TYPE_CODE VARCHAR(32));
    INSERT INTO RESOURCE_ VALUES (1, 'agent.one', 'AGENT'), (11, 'VQ_Sales', 'QUEUE'), (12, 'VQ_Service', 'QUEUE'),
      (13, 'VQ_Service', 'QUEUE'), (14, NULL, 'QUEUE'), (15, 'VQ_Unused', 'QUEUE');
    CREATE TABLE AG2_QUEUE_SUBHR (
      DATE_TIME_KEY INTEGER NOT NULL, TENANT_KEY INTEGER NOT NULL, RESOURCE_KEY INTEGER NOT NULL,
      MEDIA_TYPE_KEY INTEGER NOT NULL, INTERACTION_TYPE_KEY INTEGER NOT NULL,
      ${infomartValueTypes.map((type) => `${type} INTEGER`).join(', ')}, SITE_FIGURE INTEGER);
    INSERT INTO AG2_QUEUE_SUBHR VALUES ${rows.join(',')};`;
}
