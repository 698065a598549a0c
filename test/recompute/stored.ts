import type { Home } from '#engine/home/home.ts';

/** All that is stored: hundredths by `queue/value type` and instant. */
export async function storedIn(home: Home): Promise<Map<string, Record<string, number>>> {
  const stored = new Map<string, Record<string, number>>();
  const always = { fromDay: '1990-01-01', toDay: '2100-01-01' };
  for await (const { queueId, valueTypeId, startUtc, valueHundredths } of home.store.intervals(always)) {
    const key = `${queueId}/${valueTypeId}`;
    const values = stored.get(key) ?? {};
    values[String(startUtc)] = valueHundredths;
    stored.set(key, values);
  }
  return stored;
}
