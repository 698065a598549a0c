import { describe, expect, it, onTestFinished } from 'vitest';
import type { WfmStore } from '#engine/wfm/store.ts';
import { hotline } from './samples.ts';
import type { StoreHome } from './store-rules.ts';

/** What `xlink wfm load` and `dump` promise, whatever database is under the store. The machine is in Berlin. */
export function loadRules(name: string, makeHome: () => Promise<StoreHome>): void {
  async function opened(): Promise<WfmStore> {
    const store = await (await makeHome()).open();
    onTestFinished(() => store.close());
    return store;
  }

  async function queuesAfter(...documents: object[]) {
    const store = await opened();
    for (const document of documents) await store.load(document);
    return (await store.dump()).queues;
  }

  describe(`Loading WFM queues, value types and systems (${name})`, () => {
    it('keeps the given ids and makes the group that a parent names, with the zone and interval of the child', async () => {
      const store = await opened();
      expect(await store.load(hotline)).toEqual({
        queues: { added: 2, changed: 0, unchanged: 0 },
        valueTypes: { added: 2, changed: 0, unchanged: 0 },
        externalSystems: { added: 1, changed: 0, unchanged: 0 },
      });
      const group = { name: 'Customer service', timeZone: 'Europe/Paris', intervalMinutes: 15, active: true };
      expect(await store.directory()).toEqual({
        queues: [
          { id: 1003, parentId: null, ...group },
          { ...group, id: 1002, name: 'Hotline', parentId: 1003 },
        ],
        valueTypes: hotline.valueTypes,
        externalSystems: hotline.externalSystems,
      });
    });

    it('changes nothing the second time', async () => {
      const store = await opened();
      await store.load(hotline);
      const token = await store.changeToken();
      expect(await store.load(hotline)).toMatchObject({
        queues: { added: 0, changed: 0, unchanged: 2 },
        valueTypes: { added: 0, changed: 0, unchanged: 2 },
        externalSystems: { added: 0, changed: 0, unchanged: 1 },
      });
      expect(await store.changeToken()).toBe(token);
    });

    it('takes a document without any list', async () => {
      const store = await opened();
      expect(await store.load({})).toMatchObject({ queues: { added: 0 } });
    });

    it('fills in what is left out: zone of the parent or the machine, 15 minutes, active, next free id', async () => {
      const queues = await queuesAfter({
        queues: [
          { name: 'Under', parent: 'Group' },
          { name: 'Group', timeZone: 'Asia/Tokyo', intervalMinutes: 30 },
          { name: 'Alone' },
        ],
      });
      expect(queues).toEqual([
        { id: 1001, name: 'Group', parent: null, timeZone: 'Asia/Tokyo', intervalMinutes: 30, active: true },
        {
          id: 1002,
          name: 'Under',
          parent: 'Group',
          timeZone: 'Asia/Tokyo',
          intervalMinutes: 15,
          active: true,
        },
        {
          id: 1003,
          name: 'Alone',
          parent: null,
          timeZone: 'Europe/Berlin',
          intervalMinutes: 15,
          active: true,
        },
      ]);
    });

    it('leaves alone what a later document does not say', async () => {
      const queues = await queuesAfter(
        {
          queues: [
            { id: 5, name: 'A', parent: 'G', timeZone: 'Asia/Tokyo', intervalMinutes: 60, active: false },
          ],
        },
        { queues: [{ id: 5, name: 'A' }] },
        { queues: [{ name: 'A' }] },
        { valueTypes: [{ name: 'Offered' }] },
      );
      expect(queues).toMatchObject([
        { name: 'G' },
        { id: 5, name: 'A', parent: 'G', timeZone: 'Asia/Tokyo', intervalMinutes: 60, active: false },
      ]);
    });

    it('forgets a system that is removed, and nothing else', async () => {
      const store = await opened();
      await store.load(hotline);
      await store.removeExternalSystem('Bank');
      await store.removeExternalSystem('Never there');
      const { externalSystems, queues } = await store.directory();
      expect(externalSystems).toEqual([]);
      expect(queues).toHaveLength(2);
    });

    it('renames and moves by id', async () => {
      const store = await opened();
      await store.load(hotline);
      await store.load({
        queues: [{ id: 1002, name: 'Line 2', parent: null }],
        valueTypes: [
          { id: 1, name: 'Handling time' },
          { id: 2, name: 'Calls offered' },
        ],
      });
      const { queues, valueTypes } = await store.dump();
      expect(queues).toMatchObject([
        { id: 1002, name: 'Line 2', parent: null },
        { name: 'Customer service', parent: null },
      ]);
      expect(valueTypes).toEqual([
        { id: 1, name: 'Handling time', unit: 'count' },
        { id: 2, name: 'Calls offered', unit: 'seconds' },
      ]);
    });

    it('tells queues of one name by their parents or ids', async () => {
      const document = {
        queues: [{ name: 'Sales', parent: 'Paris' }, { name: 'Sales', parent: 'Lyon' }, { name: 'Sales' }],
      };
      const once = await queuesAfter(document);
      expect(once.map(({ name, parent }) => `${parent} > ${name}`).sort()).toEqual([
        'Lyon > Sales',
        'Paris > Sales',
        'null > Lyon',
        'null > Paris',
        'null > Sales',
      ]);
      expect(await queuesAfter(document, document)).toEqual(once);
    });

    it('lets a queue stand under a group of its own name', async () => {
      const document = {
        queues: [
          { name: 'Hotline', parent: 'Hotline' },
          { name: 'Hotline', parent: null },
        ],
      };
      const once = await queuesAfter(document);
      expect(once).toMatchObject([
        { id: 1001, name: 'Hotline', parent: null },
        { id: 1002, name: 'Hotline', parent: 1001 },
      ]);
      expect(await queuesAfter(document, document)).toEqual(once);
    });

    it('spells a zone as the zone database does', async () => {
      const queues = await queuesAfter({
        queues: [
          { name: 'A', timeZone: 'europe/PARIS' },
          { name: 'B', timeZone: '+2' },
        ],
      });
      expect(queues.map(({ timeZone }) => timeZone)).toEqual(['Europe/Paris', '+02:00']);
    });

    it('dumps a document that gives the same store, names that are not unique included', async () => {
      const store = await opened();
      await store.load(hotline);
      await store.load({
        queues: [
          { id: 20, name: 'Sales', parent: 'Paris', active: false },
          { id: 21, name: 'Sales', parent: 'Lyon', intervalMinutes: 5 },
          { id: 22, name: 'Twin', parent: 20 },
          { id: 23, name: 'Twin', parent: 20 },
          { id: 24, name: 'Under a twin', parent: 23 },
          { id: 2, name: 'Child with a smaller id', parent: 'Under a twin' },
        ],
      });
      const dumped = await store.dump();
      const copy = await opened();
      await copy.load(JSON.parse(JSON.stringify(dumped)));
      expect(await copy.directory()).toEqual(await store.directory());
      expect(await copy.dump()).toEqual(dumped);
      expect(await store.load(dumped)).toMatchObject({ queues: { added: 0, changed: 0 } });
    });

    it.each([
      [
        'queues[0].timeZone: "Europe/Pari" is no time zone',
        { queues: [{ name: 'A', timeZone: 'Europe/Pari' }] },
      ],
      ['queues[1].name', { queues: [{ name: 'A' }, { id: 4 }] }],
      ['queues[0].intervalMinutes', { queues: [{ name: 'A', intervalMinutes: 7 }] }],
      ['queues[0].id', { queues: [{ id: 0, name: 'A' }] }],
      ['queues[0]: unknown key "timezone"', { queues: [{ name: 'A', timezone: 'UTC' }] }],
      ['queues: ', { queues: {} }],
      ['document: ', []],
      ['valueTypes[0].unit', { valueTypes: [{ name: 'A', unit: '' }] }],
      ['externalSystems[0].name', { externalSystems: [{ name: 'a:b' }] }],
      [
        'queues[1]: is the same queue as queues[0]',
        {
          queues: [
            { id: 4, name: 'A' },
            { id: 4, name: 'B' },
          ],
        },
      ],
      [
        'queues[1]: is the same queue as queues[0]',
        {
          queues: [
            { name: 'A', parent: null },
            { name: 'A', parent: null },
          ],
        },
      ],
      ['queues[0].parent: the queue would stand under itself', { queues: [{ name: 'A', parent: 'A' }] }],
      [
        'queues[1].parent: the queue would stand under itself',
        {
          queues: [
            { name: 'A', parent: 'B' },
            { name: 'B', parent: 'A' },
          ],
        },
      ],
      [
        'queues[0].parent: the queue would stand under itself',
        {
          queues: [
            { id: 1, name: 'A', parent: 'B' },
            { id: 2, name: 'B', parent: 'A' },
          ],
        },
      ],
      ['queues[0].parent: no queue has the id 9', { queues: [{ name: 'A', parent: 9 }] }],
      [
        'queues[2].parent: several queues are called "G"; write the parent\'s id instead',
        {
          queues: [
            { id: 1, name: 'G' },
            { id: 2, name: 'G' },
            { name: 'A', parent: 'G' },
          ],
        },
      ],
      [
        'queues[2].name: several queues are called "A"; give the id',
        { queues: [{ name: 'A', parent: 'G' }, { name: 'A', parent: 'H' }, { name: 'B' }] },
        { queues: [{ name: 'B' }, { name: 'C' }, { name: 'A' }] },
      ],
      [
        'valueTypes[1].name: value types 1 and 2 would both be called "A"',
        {
          valueTypes: [
            { id: 1, name: 'A' },
            { id: 2, name: 'A' },
          ],
        },
      ],
      ['valueTypes[1]: is the same value type as', { valueTypes: [{ name: 'A' }, { name: 'A' }] }],
      ['externalSystems[1]: is the same system as', { externalSystems: [{ name: 'A' }, { name: 'A' }] }],
    ])('refuses with the place: %s', async (place, ...documents) => {
      const store = await opened();
      for (const document of documents.slice(0, -1)) await store.load(document);
      const before = await store.dump();
      await expect(store.load(documents.at(-1))).rejects.toMatchObject({
        code: 'WFM_LOAD_INVALID',
        message: expect.stringContaining(place),
      });
      expect(await store.dump()).toEqual(before);
    });

    it('names every place that is wrong and loads nothing of the rest', async () => {
      const store = await opened();
      const document = { queues: [{ name: 'Good' }, { name: '' }], valueTypes: [{ name: 'x', unit: '' }] };
      await expect(store.load(document)).rejects.toMatchObject({
        details: { faults: [{ place: 'queues[1].name' }, { place: 'valueTypes[0].unit' }] },
      });
      expect(await store.directory()).toEqual({ queues: [], valueTypes: [], externalSystems: [] });
    });
  });
}
