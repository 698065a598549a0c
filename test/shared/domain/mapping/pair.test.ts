import { describe, expect, it } from 'vitest';
import { pairValueTypes } from '#shared/domain/mapping/pair.ts';

const named = (...names: string[]) => names.map((name, index) => ({ id: index + 1, name }));

const english = named(
  'Calls offered',
  'Calls answered',
  'Calls abandoned',
  'Average handling time',
  'Service level',
  'Talk time',
  'Wrap-up time',
  'Waiting time',
);
const german = named(
  'Angebotene Anrufe',
  'Beantwortete Anrufe',
  'Verlorene Anrufe',
  'Gesprächszeit',
  'Wartezeit',
);
const french = named(
  'Appels proposés',
  'Appels traités',
  'Appels abandonnés',
  'Temps de conversation',
  'Temps d’attente',
);

/** Certain pairs as `{ external: name in WFM }`. */
function sure(external: readonly string[], wfm: readonly { id: number; name: string }[]) {
  const { pairs } = pairValueTypes(external, wfm);
  return Object.fromEntries(
    pairs.map(({ valueType, valueTypeId }) => [valueType, wfm.find(({ id }) => id === valueTypeId)!.name]),
  );
}

describe('Value types of an external queue and those of WFM', () => {
  it('are pairs where their names are the same but for case, accents, blanks and separators', () => {
    const wfm = named('Rückrufe', 'Temps d’attente', 'Calls offered');
    expect(pairValueTypes(['RUECKRUFE', 'temps_d_attente', 'Calls offered'], wfm).pairs).toEqual([
      { valueType: 'RUECKRUFE', valueTypeId: 1, reason: 'same-letters' },
      { valueType: 'temps_d_attente', valueTypeId: 2, reason: 'same-letters' },
      { valueType: 'Calls offered', valueTypeId: 3, reason: 'same-name' },
    ]);
  });

  it.each([
    ['Avaya CMS', ['CALLSOFFERED', 'ACDCALLS', 'ABNCALLS', 'ACDTIME', 'ACWTIME', 'HOLDTIME', 'BUSYCALLS']],
    ['Nortel', ['CallsOffered', 'CallsAnswered', 'SkillsetAbandoned', 'TalkTime', 'PostCallProcessingTime']],
    ['Genesys', ['ENTERED', 'ACCEPTED', 'ABANDONED', 'tTalkAcd', 'WRAP_TIME', 'ACCEPTED_TIME']],
    ['Mitel', ['QueueOffered', 'QueueAnswered', 'QueueAbandoned', 'QueueTotalTalkTime', 'tACW']],
    ['own columns', ['"offered"', 'stat.answered', 'ABANDONED', 'TALKTIME', 'wrap_up_time']],
  ])('are pairs where they mean the same in the words of %s', (_, external) => {
    const found = sure(external, english);
    const [offered, answered, abandoned, talk, wrap] = external;
    expect(found).toEqual({
      [offered!]: 'Calls offered',
      [answered!]: 'Calls answered',
      [abandoned!]: 'Calls abandoned',
      [talk!]: 'Talk time',
      [wrap!]: 'Wrap-up time',
    });
  });

  it('are pairs in the languages of WFM too', () => {
    const external = ['offered', 'answered', 'lost', 'talk_time', 'waiting_time'];
    expect(Object.values(sure(external, german))).toEqual(german.map(({ name }) => name));
    expect(Object.values(sure(external, french))).toEqual(french.map(({ name }) => name));
    expect(sure(['Angebotene Anrufe'], french)).toEqual({ 'Angebotene Anrufe': 'Appels proposés' });
  });

  it('are a question where several come into question, or one that is not certain: never a guess', () => {
    const { pairs, unsure } = pairValueTypes(['ANSTIME', 'queue_time', 'SERVICELEVEL'], english);
    expect(pairs).toEqual([]);
    expect(
      unsure.map(({ valueTypeId, candidates }) => [valueTypeId, candidates.map((one) => one.valueType)]),
    ).toEqual([
      [5, ['SERVICELEVEL']],
      [8, ['queue_time', 'ANSTIME']],
    ]);
    const asked = pairValueTypes(['CallsEntered', 'QueueOffered'], named('Offered'));
    expect(asked.pairs).toEqual([]);
    expect(asked.unsure[0]!.candidates.map(({ valueType }) => valueType)).toEqual([
      'CallsEntered',
      'QueueOffered',
    ]);
  });

  it('are never paired where a figure has to be worked out, or the words of one only look like the other', () => {
    expect(sure(['SERVICELEVEL', 'AVGHANDLETIME', 'acdtime_total'], named('Service level'))).toEqual({});
    expect(sure(['NotAnswered', 'answered_after_threshold'], named('Calls answered'))).toEqual({});
    expect(sure(['IF(abandoned=1,0,1)', 'CASE WHEN answered THEN 1 END'], english)).toEqual({});
    expect(sure(['ACDCALLS1', 'ACDCALLS2'], english)).toEqual({});
  });

  it('leave out what is named by nothing that is known', () => {
    const { pairs, unsure, unpairedExternal, unpairedWfm } = pairValueTypes(['PHANTOM', 'X1'], english);
    expect({ pairs, unsure }).toEqual({ pairs: [], unsure: [] });
    expect(unpairedExternal).toEqual(['PHANTOM', 'X1']);
    expect(unpairedWfm).toEqual(english.map(({ id }) => id));
    expect(pairValueTypes([], [])).toEqual({ pairs: [], unsure: [], unpairedExternal: [], unpairedWfm: [] });
  });
});
