import { describe, expect, it, onTestFinished } from 'vitest';
import type { WfmStore } from '#engine/wfm/store.ts';
import { done, request } from './samples.ts';
import type { StoreHome } from './store-rules.ts';

/** Who may do which run, and how it is told to stop, whatever database is under the store. */
export function leaseRules(name: string, makeHome: () => Promise<StoreHome>): void {
  async function twoPrograms(): Promise<[WfmStore, WfmStore]> {
    const home = await makeHome();
    const [first, second] = [await home.open(), await home.open()];
    onTestFinished(() => second.close());
    return [first, second];
  }

  describe(`Two runs of one system (${name})`, () => {
    it('never overlap, in one program or two', async () => {
      const [first, second] = await twoPrograms();
      onTestFinished(() => first.close());
      const { id } = await first.createRun(request({ systems: ['Avaya', 'Bank'] }));
      const refusal = { code: 'IMPORT_RUNNING', retryable: true, details: { runId: id, system: 'Bank' } };
      for (const store of [first, second]) {
        await expect(store.createRun(request({ systems: ['Cisco', 'Bank'] }))).rejects.toMatchObject(refusal);
      }
      expect(await second.runs({ limit: 10 })).toHaveLength(1);
      await first.finishRun(id, 'completed');
      expect(await second.createRun(request())).toMatchObject({ status: 'running' });
    });

    it('may run side by side when they are of other systems, or of the other stream', async () => {
      const [first, second] = await twoPrograms();
      onTestFinished(() => first.close());
      await first.createRun(request());
      expect(await second.createRun(request({ systems: ['Avaya'] }))).toMatchObject({ status: 'running' });
      expect(await second.createRun(request({ stream: 'agents' }))).toMatchObject({ status: 'running' });
    });

    it('are refused on resuming too', async () => {
      const [first, second] = await twoPrograms();
      onTestFinished(() => first.close());
      const old = await first.createRun(request());
      await first.finishRun(old.id, 'cancelled');
      const { id } = await second.createRun(request());
      await expect(first.resumeRun(old.id)).rejects.toMatchObject({
        code: 'IMPORT_RUNNING',
        details: { runId: id, system: 'Bank' },
      });
      await second.finishRun(id, 'completed');
      expect(await first.resumeRun(old.id)).toMatchObject({ status: 'running' });
    });

    it('may follow each other when the first one is left by a program that is gone', async () => {
      const [first, second] = await twoPrograms();
      const { id } = await first.createRun(request());
      await first.close();
      const next = await second.createRun(request());
      expect(await second.run(id)).toMatchObject({ status: 'interrupted' });
      await second.finishRun(next.id, 'completed');
      expect(await second.resumeRun(id)).toMatchObject({ status: 'running' });
    });
  });

  describe(`A run whose program is gone (${name})`, () => {
    const error = { code: 'CANCELLED', message: 'Given up.', details: {}, retryable: false };

    it('can be ended by another', async () => {
      const [first, second] = await twoPrograms();
      const { id } = await first.createRun(request());
      await expect(second.endLostRun(id, 'cancelled')).rejects.toMatchObject({ code: 'RUN_IS_RUNNING' });
      await first.close();
      expect(await second.endLostRun(id, 'failed', error)).toMatchObject({ status: 'failed', error });
      expect(await second.resumeRun(id)).toMatchObject({ status: 'running' });
    });

    it('can be ended after it was found interrupted, but not once it has ended otherwise', async () => {
      const [first, second] = await twoPrograms();
      const lost = await first.createRun(request());
      const ended = await first.createRun(request({ systems: ['Avaya'] }));
      await first.finishRun(ended.id, 'completed');
      await first.close();
      await second.recoverInterruptedRuns();
      expect(await second.endLostRun(lost.id, 'cancelled')).toMatchObject({ status: 'cancelled' });
      expect(await second.endLostRun(ended.id, 'cancelled')).toMatchObject({ status: 'completed' });
      await expect(second.endLostRun(77, 'cancelled')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
    });
  });

  describe(`A request to cancel (${name})`, () => {
    it('reaches the program that does the run', async () => {
      const [first, second] = await twoPrograms();
      onTestFinished(() => first.close());
      const { id } = await first.createRun(request());
      expect(await first.cancelRequested(id)).toBe(false);
      await second.requestCancel(id);
      expect(await first.cancelRequested(id)).toBe(true);
      await first.commitDay(id, 'Bank', '2026-03-28', done({}));
      expect((await first.finishRun(id, 'cancelled')).status).toBe('cancelled');
    });

    it('is forgotten when the run is resumed, and means nothing to a run that is not running', async () => {
      const [first, second] = await twoPrograms();
      onTestFinished(() => first.close());
      const { id } = await first.createRun(request());
      await second.requestCancel(id);
      await first.finishRun(id, 'cancelled');
      await second.resumeRun(id);
      expect(await second.cancelRequested(id)).toBe(false);
      await second.finishRun(id, 'cancelled');
      await first.requestCancel(id);
      expect(await second.cancelRequested(id)).toBe(false);
      await expect(first.requestCancel(77)).resolves.toBeUndefined();
    });
  });
}
