import { describe, expect, it } from 'vitest';
import { retried } from '#engine/odbc/retry.ts';
import { XlinkError } from '#shared/rpc/errors.ts';

const lost = () => new XlinkError('ODBC_CONNECTION_LOST', 'Lost.', {}, { retryable: true });

/** Fails with each of these, then succeeds. */
function failing(...errors: readonly Error[]) {
  let tries = 0;
  const work = async () => {
    const error = errors[tries];
    tries += 1;
    if (error) throw error;
    return `after ${tries}`;
  };
  return { work, tries: () => tries };
}

describe('what is tried again', () => {
  it('is what may pass; whoever asked is told of each failure', async () => {
    const { work } = failing(lost());
    const told: [string, boolean][] = [];
    const answer = await retried(work, {
      onFailed: ({ code }, isTriedAgain) => told.push([code, isTriedAgain]),
    });
    expect(answer).toBe('after 2');
    expect(told).toEqual([['ODBC_CONNECTION_LOST', true]]);
  });

  it('is nothing else: an error that stays is thrown at once', async () => {
    const wrong = new XlinkError('ODBC_TABLE_MISSING', 'No such table.');
    const { work, tries } = failing(wrong);
    await expect(retried(work)).rejects.toBe(wrong);
    expect(tries()).toBe(1);
  });

  it('waits longer each time and ends with the last error', async () => {
    const last = lost();
    const { work, tries } = failing(lost(), lost(), last);
    const startedMs = performance.now();
    await expect(retried(work)).rejects.toBe(last);
    expect(tries()).toBe(3);
    // A second and four of them, each a quarter shorter at most by chance.
    expect(performance.now() - startedMs).toBeGreaterThan(3_700);
  }, 20_000);

  it('is only what the caller finds worth it', async () => {
    const { work, tries } = failing(lost());
    await expect(retried(work, { isWorthRetrying: () => false })).rejects.toMatchObject({
      code: 'ODBC_CONNECTION_LOST',
    });
    expect(tries()).toBe(1);
  });

  it('is nothing after a cancel, which ends a wait as well', async () => {
    const first = new AbortController();
    const { work, tries } = failing(lost(), lost());
    const stopped = async () => {
      first.abort();
      return work();
    };
    await expect(retried(stopped, { signal: first.signal })).rejects.toMatchObject({
      code: 'ODBC_CONNECTION_LOST',
    });
    const second = new AbortController();
    const inWait = retried(failing(lost()).work, {
      signal: second.signal,
      onFailed: () => setTimeout(() => second.abort(), 50),
    });
    await expect(inWait).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(tries()).toBe(1);
  });
});
