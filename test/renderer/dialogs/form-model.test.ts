import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterfaceKey } from '#shared/contract/systems.ts';
import {
  formModel,
  lineOffset,
  withField,
  withOtherKey,
} from '../../../renderer/dialogs/systems/form-model.ts';

function key(name: string, kind: InterfaceKey['kind'], more: Partial<InterfaceKey> = {}): InterfaceKey {
  return { key: name, group: 'calls', kind, label: { en: name }, help: { en: '' }, ...more };
}

const definitions = [
  key('Source', 'text', { group: 'connection' }),
  key('QueueSQL', 'sql'),
  key('ValueTypes', 'list'),
  key('TimeStampColumn', 'expression', { required: true }),
  key('Interval', 'number'),
  key('TimeZone', 'zone'),
  key('ActivitySQL', 'sql', { group: 'agents' }),
];

const section = [
  '; the old centre',
  'source=CMS',
  'Pwd=••••••••',
  'timestampcolumn = ""Timestamp""',
  'INTERVAL=15 ;(minutes)',
  'ValueTypes="offered";IF(a>0,1,0)',
  'interval=30',
  'WatchdogSize=4096',
  '#Protocol=1',
  '',
].join('\n');

function field(text: string, name: string) {
  const found = formModel(definitions, text)
    .groups.flatMap((group) => group.fields)
    .find((candidate) => candidate.definition.key === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

describe('the form of a section', () => {
  it('finds keys in any case and shows values without what only wraps them', () => {
    expect(field(section, 'TimeStampColumn').value).toBe('"Timestamp"');
    expect(field(section, 'Interval').value).toBe('15');
    expect(field(section, 'QueueSQL')).toMatchObject({ value: '', present: false });
  });

  it('shows lists and statements as they are: quotes mean something in them', () => {
    expect(field(section, 'ValueTypes').value).toBe('"offered";IF(a>0,1,0)');
  });

  it('groups fields, leaves out what the configuration dialog has, and lists keys it does not know', () => {
    const model = formModel(definitions, section);
    expect(model.groups.map((group) => group.group)).toEqual(['calls', 'agents']);
    expect(model.others).toEqual([{ key: 'WatchdogSize', value: '4096' }]);
  });

  it('tells where a key stands a second time', () => {
    expect(field(section, 'Interval').duplicateLines).toEqual([7]);
  });

  it('says what is wrong with a value', () => {
    expect(field('Interval=soon', 'Interval').fault).toBe('number');
    expect(field('TimeZone=Mars/Phobos', 'TimeZone').fault).toBe('zone');
    expect(field('', 'TimeStampColumn').fault).toBe('required');
    for (const zone of ['Europe/Paris', '-2', '3.5', '-08:00', '06:30', '00:00']) {
      expect(field(`TimeZone=${zone}`, 'TimeZone').fault).toBeUndefined();
    }
  });

  it('takes the zones that are counted down from 12, which a check of its interface reads', () => {
    for (const zone of ['12', '11', '26'])
      expect(field(`TimeZone=${zone}`, 'TimeZone').fault).toBeUndefined();
    expect(field('TimeZone=27', 'TimeZone').fault).toBe('zone');
  });

  it('shows a key that depends on another one where that has the value, by default too, and where it stands', () => {
    const span = [
      key('Span', 'choice', { default: '0' }),
      key('Duration', 'expression', { when: { key: 'Span', is: '0' }, required: true }),
      key('End', 'expression', { when: { key: 'span', is: '1' }, required: true }),
    ];
    const shown = (text: string) =>
      formModel(span, text).groups.flatMap(({ fields }) => fields.map(({ definition }) => definition.key));
    expect(shown('')).toEqual(['Span', 'Duration']);
    expect(shown('span=0 ;(seconds)')).toEqual(['Span', 'Duration']);
    expect(shown('SPAN=1')).toEqual(['Span', 'End']);
    expect(shown('Span=1\nDuration=d')).toEqual(['Span', 'Duration', 'End']);
  });

  it('changes one line only, and keeps the note behind a number', () => {
    const interval = definitions[4]!;
    const changed = withField(section, interval, '30');
    expect(changed).toBe(section.replace('INTERVAL=15 ;(minutes)', 'INTERVAL=30 ;(minutes)'));
  });

  it('takes a key away when its field is emptied', () => {
    const emptied = withField(section, definitions[2]!, '  ');
    expect(emptied).toBe(section.replace('ValueTypes="offered";IF(a>0,1,0)\n', ''));
  });

  it('writes a statement of several lines on one', () => {
    const written = withField('', definitions[1]!, 'SELECT name\n  FROM queue');
    expect(field(written, 'QueueSQL').value).toBe('SELECT name FROM queue');
    expect(written.trim()).toBe('QueueSQL=SELECT name FROM queue');
  });

  it('edits and removes a key it does not know', () => {
    expect(withOtherKey(section, 'WatchdogSize', '1')).toBe(section.replace('4096', '1'));
    expect(withOtherKey(section, 'WatchdogSize', null)).toBe(section.replace('WatchdogSize=4096\n', ''));
  });

  it('puts quotes around quotes that belong to the value, of the kind that are read as a wrapping', () => {
    const written = (typed: string) => withField('', definitions[3]!, typed).trim();
    expect(written('"Time"')).toBe('TimeStampColumn=""Time""');
    expect(written('"*"')).toBe(`TimeStampColumn='"*"'`);
    expect(written(`'*'`)).toBe(`TimeStampColumn="'*'"`);
    for (const typed of ['"Time"', '"*"', `'*'`, `"it's"`, '"a" || "b"']) {
      expect(field(written(typed), 'TimeStampColumn').value).toBe(typed);
    }
  });

  it('shows again what was typed, whatever it is, and leaves every other line alone', () => {
    const printable = fc.string({ unit: fc.constantFrom(...'abAB01 "\';=#[](),.<>+-*|ü€'), minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3), printable, (at, typed) => {
        // No pair of quotes is left for what stands in one kind and holds the other, as in `"'*"`.
        fc.pre(!/^(["']).*\1$/.test(typed.trim()) || !typed.includes('"') || !typed.includes("'"));
        const definition = definitions[at]!;
        const written = withField(section, definition, typed);
        expect(field(written, definition.key).value).toBe(typed.trim());
        const others = (text: string) =>
          text.split('\n').filter((line) => !line.toLowerCase().startsWith(definition.key.toLowerCase()));
        expect(others(written)).toEqual(others(section));
      }),
    );
  });

  it('numbers the lines as in the file, by a key that both know', () => {
    expect(lineOffset(section, [{ key: 'Source', line: 42 }])).toBe(40);
    expect(lineOffset('', [])).toBe(0);
  });
});
