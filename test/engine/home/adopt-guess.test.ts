import { describe, expect, it } from 'vitest';
import { guessInterface } from '#engine/home/adopt-guess.ts';
import { interfaceDefinitions } from '#engine/interfaces/definitions.ts';

const definition = (id: string, name: string, ...keys: string[]) => ({
  id,
  name: { en: name },
  keys: ['Interval', 'TimeZone', ...keys].map((key) => ({ key })),
});
const definitions = [
  definition('universal', 'Universal', 'CallDataTable', 'QueueSQL', 'ValueTypes', 'ActivitySQL'),
  definition('avaya-cms', 'Avaya CMS', 'SplitAdditionalFields', 'VDNAdditionalFields', 'IgnoreBreaks'),
  definition('nortel-symposium', 'Nortel Symposium / Avaya Aura CC', 'ApplicationStat', 'SkillSetStat'),
  definition('bosch-bcc', 'Bosch BCC / Avaya CIE', 'CallDataTable', 'ValueTypes'),
];
const guess = (name: string, ...keys: string[]) => guessInterface(name, keys, definitions);

describe('The interface of a section of an old folder', () => {
  it('is told by the keys that only one interface has, in any case', () => {
    expect(guess('Telephony', 'callDATAtable', 'QUEUESQL', 'Interval')).toEqual({
      interface: 'universal',
      by: 'keys',
      keys: ['callDATAtable', 'QUEUESQL'],
    });
    expect(guess('Telephony', 'vdnadditionalfields')).toMatchObject({ interface: 'avaya-cms', by: 'keys' });
    expect(guess('Telephony', 'SkillSetStat', 'Interval')).toMatchObject({ interface: 'nortel-symposium' });
  });

  it('is what the keys say, also where the name says something else', () => {
    expect(guess('Avaya CMS', 'QueueSQL', 'CallDataTable')).toMatchObject({
      interface: 'universal',
      by: 'keys',
    });
  });

  it('is told by the name where the keys are those of all', () => {
    expect(guess('Avaya CMS Paris', 'Interval', 'Source')).toEqual({
      interface: 'avaya-cms',
      by: 'name',
      keys: [],
    });
    expect(guess('symposium')).toMatchObject({ interface: 'nortel-symposium', by: 'name' });
    expect(guess('BCC-2', 'CallDataTable')).toMatchObject({ interface: 'bosch-bcc', by: 'name' });
    // Three of them have Avaya in their name.
    expect(guess('Avaya')).toMatchObject({ by: 'nothing' });
  });

  it('is Universal where keys fit several and the name none, and where nothing tells', () => {
    expect(guess('Telephony', 'CallDataTable', 'ValueTypes')).toMatchObject({
      interface: 'universal',
      by: 'keys',
    });
    expect(guess('Telephony', 'Interval')).toEqual({ interface: 'universal', by: 'nothing', keys: [] });
    expect(guessInterface('x', [], [])).toEqual({ interface: 'universal', by: 'nothing', keys: [] });
  });

  it('is found among the interfaces of this program for sections as they are on real sites', async () => {
    const known = await interfaceDefinitions();
    const ids = known.map(({ id }) => id);
    const real: [expected: string, name: string, keys: string[]][] = [
      [
        'universal',
        'Hotline',
        ['Source', 'User', 'QueueSQL', 'CallDataTable', 'ValueTypes', 'TimeStampType'],
      ],
      [
        'avaya-cms',
        'Avaya CMS',
        ['Source', 'User', 'Interval', 'TimeZone', 'IgnoreBreaks', 'DisplayVDNValue'],
      ],
      ['avaya-cms', 'CMS', ['Source', 'Interval', 'TimeZone']],
      [
        'nortel-symposium',
        'Symposium',
        ['Source', 'ApplicationStat', 'SkillSetStat', 'IntervalDuration', 'NotReadyTime'],
      ],
      [
        'cisco-uccx',
        'Call centre',
        ['Source', 'ContactServiceQueueTable', 'ContactCallDetailTable', 'Interval'],
      ],
      ['cisco-icm', 'ICM', ['Source', 'CallDataTableName', 'ImportWhenNoCallsRouted']],
    ];
    for (const [expected, name, keys] of real.filter(([id]) => ids.includes(id))) {
      expect(guessInterface(name, keys, known).interface, name).toBe(expected);
    }
  });
});
