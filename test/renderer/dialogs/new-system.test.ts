import { describe, expect, it } from 'vitest';
import type { InterfaceKey } from '#shared/contract/systems.ts';
import { withField } from '../../../renderer/dialogs/systems/form-model.ts';
import { essentialGroups, hasFault, keysOf } from '../../../renderer/dialogs/systems/new-system.ts';

function key(name: string, kind: InterfaceKey['kind'], more: Partial<InterfaceKey> = {}): InterfaceKey {
  return { key: name, group: 'calls', kind, label: { en: name }, help: { en: '' }, ...more };
}

const definitions = [
  key('Source', 'text', { group: 'connection', required: true }),
  key('ACDNumber', 'list', { essential: true }),
  key('Interval', 'number', { essential: true, default: '30' }),
  key('Table', 'text', { required: true, essential: false, default: 'hsplit' }),
  key('TimeStampColumn', 'expression', { required: true }),
  key('SplitAdditionalFields', 'list'),
  key('ActivitySQL', 'sql', { group: 'agents', required: true }),
];
const calls = { phoneLink: true, timeLink: false };
const asked = (text: string, streams = calls) =>
  essentialGroups(definitions, text, streams).map(({ group, fields }) => [
    group,
    fields.map(({ definition }) => definition.key),
  ]);

describe('what is asked when a system is created', () => {
  it('is what its interface calls essential, else what it requires', () => {
    expect(asked('')).toEqual([['calls', ['ACDNumber', 'Interval', 'TimeStampColumn']]]);
  });

  it('is asked for the streams that the system is for', () => {
    expect(asked('', { phoneLink: true, timeLink: true }).map(([group]) => group)).toEqual([
      'calls',
      'agents',
    ]);
    expect(asked('', { phoneLink: false, timeLink: true })).toEqual([['agents', ['ActivitySQL']]]);
    expect(asked('', { phoneLink: false, timeLink: false })).toEqual([]);
  });

  it('goes into the section as a form would write it; what is empty or of another interface stays out', () => {
    const column = definitions.find(({ key: name }) => name === 'TimeStampColumn')!;
    const text = withField('QueueSQL=SELECT 1\nACDNumber=1;2', column, '"Time"');
    expect(keysOf(essentialGroups(definitions, text, calls), text)).toEqual({
      ACDNumber: '1;2',
      TimeStampColumn: '""Time""',
    });
  });

  it('may be entered later, but not wrongly', () => {
    expect(hasFault(essentialGroups(definitions, '', calls))).toBe(false);
    expect(hasFault(essentialGroups(definitions, 'Interval=soon', calls))).toBe(true);
  });
});
