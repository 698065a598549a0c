import { describe, expect, it, onTestFinished } from 'vitest';
import type { WfmStore } from '#engine/wfm/store.ts';
import { hotline, storeDay } from './samples.ts';
import type { StoreHome } from './store-rules.ts';

const groupId = async (store: WfmStore) =>
  (await store.directory()).queues.find(({ name }) => name === 'Customer service')!.id;

/** How a store takes entries away and loads others, whatever database is under it. */
export function replaceRules(name: string, makeHome: () => Promise<StoreHome>): void {
  async function storeWithValues(): Promise<WfmStore> {
    const store = await (await makeHome()).open();
    onTestFinished(() => store.close());
    await store.load(hotline);
    await store.load({ queues: [{ id: 1, name: 'Own', timeZone: 'UTC', parent: null }] });
    await storeDay(store, 1002, 1, '2026-03-02', () => 500);
    await storeDay(store, 1002, 2, '2026-03-02', () => 700);
    await storeDay(store, 1, 1, '2026-03-02', () => 900);
    return store;
  }

  describe(`Replacing a part of what WFM knows (${name})`, () => {
    it('takes queues away with their values, groups with what is under them, systems, then loads', async () => {
      const store = await storeWithValues();
      const queueIds = [await groupId(store), 1002];
      await store.replace(
        { queueIds, valueTypeIds: [2], systems: ['Bank'] },
        { queues: [{ id: 1002, name: 'Queue 1002' }] },
      );
      const { queues, valueTypes, externalSystems } = await store.directory();
      expect(queues.map(({ id, name }) => [id, name])).toEqual([
        [1, 'Own'],
        [1002, 'Queue 1002'],
      ]);
      expect(valueTypes.map(({ id }) => id)).toEqual([1]);
      expect(externalSystems).toEqual([]);
      expect(await store.storedDays(1002, 1)).toBeUndefined();
      expect(await store.storedDays(1, 1)).toEqual({ firstDay: '2026-03-02', lastDay: '2026-03-02' });
    });

    it('leaves a group that others stand under, and a value type that other queues have values of', async () => {
      const store = await storeWithValues();
      await store.load({ queues: [{ id: 2, name: 'New', parent: 'Customer service' }] });
      const group = await groupId(store);
      await store.replace({ queueIds: [group, 1002], valueTypeIds: [1, 2], systems: [] }, {});
      const { queues, valueTypes } = await store.directory();
      expect(queues.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2, group].sort((a, b) => a - b));
      expect(valueTypes.map(({ id }) => id)).toEqual([1]);
    });

    it('takes nothing away where the document cannot be loaded', async () => {
      const store = await storeWithValues();
      const before = await store.directory();
      const gone = { queueIds: [1002], valueTypeIds: [2], systems: ['Bank'] };
      await expect(store.replace(gone, { queues: [{ id: 0, name: 'x' }] })).rejects.toMatchObject({
        code: 'WFM_LOAD_INVALID',
      });
      expect(await store.directory()).toEqual(before);
      expect(await store.storedDays(1002, 1)).toBeDefined();
    });
  });
}
