import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { splitCondition } from '#engine/interfaces/pasted-condition.ts';
import { distinctKeysSql } from '#engine/interfaces/read-tree.ts';
import { readUniversalSection } from '#engine/interfaces/universal.ts';
import { parseIni } from '#shared/domain/ini/document.ts';

/** Reads section [Bank] of a file with these lines. */
function read(...lines: readonly string[]) {
  const document = parseIni(new TextEncoder().encode(lines.join('\r\n')));
  const section = systemSection(document, 'Bank');
  if (!section) throw new Error('The file has no section [Bank].');
  const { sources, findings } = readUniversalSection(section);
  return { source: sources[0], findings };
}

const needed = [
  '[Bank]',
  'CallDataTable=calls',
  'TimeStampColumn=stamp',
  'QueueNameColumn=queue',
  'ValueTypes=offered',
];
const withKeys = (...lines: readonly string[]) => read(...needed, ...lines);
/** A section with other lines for some keys: the first of two keys counts. */
const instead = (...lines: readonly string[]) => read('[Bank]', ...lines, ...needed.slice(1));

describe('a section of the Universal interface', () => {
  it('says with five keys all that is needed; the rest has the defaults of the old product', () => {
    expect(withKeys()).toEqual({
      findings: [],
      source: {
        system: 'Bank',
        kind: '',
        coarserInterval: 'refuse',
        delayMinutes: 5,
        lookBackDays: 1,
        table: 'calls',
        stamp: { expression: 'stamp', kind: 'datetime' },
        queueKey: [{ expression: 'queue' }],
        valueTypes: [{ name: 'offered', expression: 'offered', function: 'SUM' }],
      },
    });
  });

  it('is read as people write it: any case, blanks, comments, switched-off keys, doubles, text behind the name', () => {
    const { findings, source } = read(
      '[Bank] the one in Lyon',
      'this line is no key',
      ';CallDataTable=commented',
      '#CallDataTable=switched off',
      '  CALLDATATABLE =  calls c INNER JOIN days d ON d.id = c.day  ',
      'CallDataTable=second one',
      'timestampcolumn = ""Timestamp""',
      'TimeStampType=1 ;(Unix seconds)',
      'QueueNameColumn=\'"EventType"\'',
      'Interval = 30 ;(minutes)',
      'ValueTypes=IF(duration>0,1,0);CASE WHEN a = ";" THEN 1 ELSE 0 END; convert(int,x) ;',
      'ValueTypeFunctions=sum;COUNT;Max',
      'QueueSQL=SELECT name FROM queues WHERE kind IN (1;2) ;',
      'ReadBufferSize=4000',
      '[Other]',
      'Interval=15',
    );
    expect(findings).toEqual([]);
    expect(source).toMatchObject({
      table: 'calls c INNER JOIN days d ON d.id = c.day',
      stamp: { expression: '"Timestamp"', kind: 'unix' },
      queueKey: [{ expression: '"EventType"' }],
      intervalMinutes: 30,
      valueTypes: [
        { name: 'IF(duration>0,1,0)', function: 'SUM' },
        { name: 'CASE WHEN a = ";" THEN 1 ELSE 0 END', function: 'COUNT' },
        { name: 'convert(int,x)', function: 'MAX' },
      ],
      queueSql: 'SELECT name FROM queues WHERE kind IN (1;2)',
    });
  });

  it('takes expressions as they are in the field', () => {
    const { source } = instead(
      'TimeStampColumn=DATEADD(minute,-15,EndStamp)',
      'QueueNameColumn=(verb like "ENTERQUEUE") AND queue;site',
      'QueueNameType=0',
      'ValueTypes=SUM_A+SUM_B;talk*1.0/60',
      'ValueTypeFunctions=avg',
    );
    expect(source).toMatchObject({
      stamp: { expression: 'DATEADD(minute,-15,EndStamp)' },
      queueKey: [
        { expression: 'queue', condition: '(verb like "ENTERQUEUE")', type: 'text' },
        { expression: 'site', type: 'text' },
      ],
      valueTypes: [{ function: 'AVG' }, { function: 'AVG' }],
    });
    expect(distinctKeysSql(source!)).toBe(
      'SELECT DISTINCT queue, site FROM calls WHERE (verb like "ENTERQUEUE") ORDER BY 1, 2',
    );
  });

  it('knows time zones as hours, as offsets and by name', () => {
    const seconds = (zone: string) => withKeys(`TimeZone=${zone}`).source?.zone?.offsetSecondsAt(0);
    expect(seconds('-2')).toBe(-7200);
    expect(seconds('3.5')).toBe(12_600);
    expect(seconds('-08:00')).toBe(-28_800);
    expect(seconds('06:30')).toBe(23_400);
    expect(seconds('00:00')).toBe(0);
    expect(seconds('Europe/Paris')).toBe(3600);
    expect(withKeys('TimeZone=').source?.zone).toBeUndefined();
  });

  it('counts rows where ValueTypeFunctions=count stands without ValueTypes', () => {
    const { source } = instead('ValueTypes=', 'ValueTypeFunctions=count');
    expect(source?.valueTypes).toEqual([{ name: 'count', expression: '*', function: 'COUNT' }]);
  });

  it('uses QueueMappingSQL unless RetrieveValueTypesUsing asks for the name itself', () => {
    const mapping = 'QueueMappingSQL=SELECT name, id FROM queues';
    expect(withKeys(mapping).source?.queueNameSql).toBe('SELECT name, id FROM queues');
    expect(withKeys(mapping, 'RetrieveValueTypesUsing=1').source?.queueNameSql).toBeDefined();
    expect(withKeys(mapping, 'RetrieveValueTypesUsing=0').source?.queueNameSql).toBeUndefined();
  });

  it('says of each mistake the key, the line and what to write', () => {
    const mistakes: [string, string, RegExp][] = [
      ['TimeStampType=5', 'KEY_VALUE', /0 \(text\), 1 \(Unix seconds\) or 2/],
      ['TimeStampType=text', 'KEY_VALUE', /not a number/],
      ['Interval=25', 'KEY_VALUE', /divide a day/],
      ['Interval=-15', 'KEY_VALUE', /divide a day/],
      ['QueueNameType=2', 'KEY_VALUE', /0 \(text\) or 1 \(number\)/],
      ['QueueNameType=0;1', 'LIST_LENGTH', /2 entries for 1 columns/],
      ['ValueTypeFunctions=MEDIAN', 'KEY_VALUE', /SUM, COUNT, AVG, MIN, MAX/],
      ['ValueTypeFunctions=SUM;AVG', 'LIST_LENGTH', /2 entries for 1 value types/],
      ['TimeZone=Middle/Earth', 'ZONE_UNKNOWN', /Middle\/Earth/],
    ];
    for (const [line, code, message] of mistakes) {
      const { source, findings } = withKeys(line);
      expect(source, line).toBeUndefined();
      expect(findings, line).toMatchObject([{ severity: 'error', code, key: line.split('=')[0], line: 6 }]);
      expect(findings[0]?.message, line).toMatch(message);
    }
    expect(instead('ValueTypes=SUM(a;b').findings).toMatchObject([
      { code: 'KEY_VALUE', key: 'ValueTypes', line: 2 },
      { code: 'KEY_MISSING' },
    ]);
  });
});

describe('a condition pasted before the column of the queue', () => {
  it('is taken off at the last AND that stands for itself', () => {
    const cases: [string, string, string | undefined][] = [
      ['queue', 'queue', undefined],
      ['(verb like "ENTERQUEUE") AND queue', 'queue', '(verb like "ENTERQUEUE")'],
      [
        "kind = 'A AND B' and (x = 1 AND y = 2) And [my queue]",
        '[my queue]',
        "kind = 'A AND B' and (x = 1 AND y = 2)",
      ],
      [
        'CASE WHEN a = 1 AND b = 2 THEN c ELSE d END',
        'CASE WHEN a = 1 AND b = 2 THEN c ELSE d END',
        undefined,
      ],
      ['COALESCE(a AND b, c)', 'COALESCE(a AND b, c)', undefined],
      ['land', 'land', undefined],
      ['"AND"', '"AND"', undefined],
      ['t.queue_and_site', 't.queue_and_site', undefined],
      ['d BETWEEN 1 AND 2 AND queue', 'queue', 'd BETWEEN 1 AND 2'],
      ['AND queue', 'AND queue', undefined],
    ];
    for (const [expression, column, condition] of cases) {
      expect(splitCondition(expression)).toEqual(
        condition === undefined ? { column } : { column, condition },
      );
    }
  });
});
