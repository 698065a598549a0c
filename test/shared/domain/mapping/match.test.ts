import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OfferedQueue, proposeMatches, type WantingQueue } from '#shared/domain/mapping/match.ts';

const wanting = (...names: (string | readonly [string, ...string[]])[]): WantingQueue[] =>
  names.map((named, index) => {
    const [name, ...parents] = typeof named === 'string' ? [named] : named;
    return { id: index + 1, name: name!, parents };
  });
const offered = (...paths: (string | readonly string[])[]): OfferedQueue[] =>
  paths.map((path) => ({ kind: '', path: typeof path === 'string' ? [path] : path }));

/** By WFM queue: the external queue that is proposed, how sure, and why. */
function proposed(queues: readonly WantingQueue[], externals: readonly OfferedQueue[]) {
  return Object.fromEntries(
    proposeMatches(queues, externals).map(({ queueId, candidates, proposed: at }) => {
      const found = at === null ? undefined : candidates[at];
      const { name } = queues.find(({ id }) => id === queueId)!;
      return [
        name,
        found && [found.path.join('/'), found.confidence >= 0.85 ? 'sure' : 'unsure', found.reason],
      ];
    }),
  );
}

describe('A proposal for a WFM queue', () => {
  it('is the external queue of the same name, else of the same letters', () => {
    expect(
      proposed(
        wanting('Sales', 'Après-vente', 'Größe XL'),
        offered('SALES', 'Sales', 'APRES_VENTE', 'groesse-xl'),
      ),
    ).toEqual({
      Sales: ['Sales', 'sure', 'same-name'],
      'Après-vente': ['APRES_VENTE', 'sure', 'same-letters'],
      'Größe XL': ['groesse-xl', 'sure', 'same-letters'],
    });
  });

  it('is the one whose words mean the same, in another order or language', () => {
    const queues = wanting('Customer service Berlin', 'Rechnungen Nord', 'Support technique');
    const externals = offered(
      'Berlin Kundenservice',
      'NORTH BILLING',
      'Technical Support',
      'Paris Kundenservice',
    );
    expect(proposed(queues, externals)).toEqual({
      'Customer service Berlin': ['Berlin Kundenservice', 'sure', 'same-words'],
      'Rechnungen Nord': ['NORTH BILLING', 'sure', 'same-words'],
      'Support technique': ['Technical Support', 'sure', 'same-words'],
    });
  });

  it('is the one with a number that only the two have', () => {
    const queues = wanting('Hotline (4711)', 'Orders 4712', 'Sales 2');
    const externals = offered('VDN 4711', 'Bestellungen 4712', 'Split 2', 'Sales 3');
    const found = proposed(queues, externals);
    expect(found['Hotline (4711)']).toEqual(['VDN 4711', 'sure', 'same-number']);
    expect(found['Orders 4712']![0]).toBe('Bestellungen 4712');
    expect(found['Sales 2']).toBeUndefined();
  });

  it('is unsure where names are alike: typing errors, abbreviations, a word more', () => {
    const queues = wanting('Complaints', 'Technology Lyon', 'Customer Service');
    const externals = offered('Complants', 'Tech Lyon', 'CS');
    const found = proposed(queues, externals);
    expect(found.Complaints).toEqual(['Complants', 'unsure', 'similar']);
    expect(found['Technology Lyon']![0]).toBe('Tech Lyon');
    expect(found['Customer Service']).toEqual(['CS', 'unsure', 'similar']);
  });

  it('is none where nothing resembles it', () => {
    expect(proposeMatches(wanting('Emergency'), offered('Sales', 'Billing'))).toEqual([
      { queueId: 1, candidates: [], proposed: null },
    ]);
    expect(proposeMatches(wanting('', '???'), offered('', '!!!')).map((row) => row.proposed)).toEqual([
      0,
      null,
    ]);
    expect(proposeMatches([], offered('Sales'))).toEqual([]);
    expect(proposeMatches(wanting('Sales'), [])).toEqual([{ queueId: 1, candidates: [], proposed: null }]);
  });

  it('is a question where two come into question equally, unless what they stand under tells them apart', () => {
    const sites = offered(['Berlin', 'Sales'], ['Paris', 'Sales']);
    const [row] = proposeMatches(wanting('Sales'), sites);
    expect(row!.candidates.map(({ confidence }) => confidence)).toEqual([0.6, 0.6]);
    expect(proposed(wanting(['Sales', 'Agence Paris']), sites)).toEqual({
      Sales: ['Paris/Sales', 'sure', 'same-name'],
    });
    const two = proposeMatches(wanting(['Hotline', 'North'], ['Hotline', 'South']), offered('Hotline'));
    expect(two.map(({ candidates }) => candidates[0]!.confidence)).toEqual([0.6, 0.6]);
    expect(two.filter(({ proposed: at }) => at !== null)).toHaveLength(1);
  });

  it('gives each external queue once; the other row says who has it', () => {
    const [first, second] = proposeMatches(wanting('Sales', 'Sales Team B'), offered('Sales'));
    expect(first).toMatchObject({ proposed: 0 });
    expect(second).toMatchObject({ proposed: null, candidates: [{ takenBy: 1 }] });
    const used = proposeMatches(wanting('Sales'), [{ kind: '', path: ['Sales'], usedBy: 77 }]);
    expect(used).toMatchObject([{ proposed: null, candidates: [{ takenBy: 77 }] }]);
  });

  it('of an ACD with several kinds of queues is one of the first kind', () => {
    const kinds: OfferedQueue[] = [
      { kind: 'split', path: ['1', 'Split', 'Sales'] },
      { kind: 'vdn', path: ['1', 'VDN', 'Sales'] },
    ];
    const [row] = proposeMatches(wanting('Sales'), kinds);
    expect(row!.candidates[row!.proposed!]).toMatchObject({ kind: 'split', reason: 'same-name' });
    expect(row!.candidates).toHaveLength(2);
  });

  it('is one to one and between 0 and 1, whatever the names', () => {
    const name = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('Sales', 'SALES', 'Vertrieb', 'Sales 1', 'Sales 2', 'Sales 4711', 'Kundenservice', ''),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 12 }), (wfm, acd) => {
        const rows = proposeMatches(wanting(...wfm), offered(...acd));
        expect(rows.map(({ queueId }) => queueId)).toEqual(wfm.map((_, index) => index + 1));
        const chosen = rows.flatMap((row) => (row.proposed === null ? [] : [row.candidates[row.proposed]!]));
        for (const { confidence } of rows.flatMap(({ candidates }) => candidates)) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        for (const path of new Set(acd)) {
          const uses = chosen.filter((one) => one.path[0] === path).length;
          expect(uses).toBeLessThanOrEqual(acd.filter((other) => other === path).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
