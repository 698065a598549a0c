import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { identifier } from '#engine/interfaces/find-tables/identifiers.ts';
import { sectionKeys } from '#engine/interfaces/find-tables/section-keys.ts';
import { writtenList, writtenSql, writtenText } from '#engine/interfaces/find-tables/written.ts';
import { readUniversalSection } from '#engine/interfaces/universal.ts';
import { type DatabaseProduct, dialectOf } from '#engine/odbc/dialect.ts';
import type { SectionKeys, TableChoices, TableColumn } from '#shared/contract/find-tables.ts';
import { iniBytes, parseIni, setValue } from '#shared/domain/ini/document.ts';
import { listValue, sqlValue, unquote } from '#shared/domain/ini/values.ts';

const columns: TableColumn[] = [
  { name: 'stamp', kind: 'date-time', type: 'timestamp' },
  { name: 'day', kind: 'date', type: 'date' },
  { name: 'clock', kind: 'number', type: 'integer' },
  { name: 'queue', kind: 'text', type: 'varchar(40)' },
  { name: 'site', kind: 'number', type: 'integer' },
  { name: 'Timestamp', kind: 'date-time', type: 'timestamp' },
  { name: 'Offered', kind: 'number', type: 'integer' },
  { name: 'talk', kind: 'number', type: 'integer' },
];

const usual: TableChoices = {
  table: { name: 'calls' },
  stamp: { kind: 'column', column: 'stamp', type: 'datetime' },
  queueColumns: ['queue'],
  figures: [
    { column: 'Offered', function: 'SUM' },
    { column: 'talk', function: 'MAX' },
  ],
  rows: 15,
};

function written(product: DatabaseProduct, choices: TableChoices = usual): Record<string, string | null> {
  const { keys, missing } = sectionKeys(product, columns, choices);
  expect(missing).toEqual([]);
  return Object.fromEntries(keys.map(({ key, value }) => [key, value]));
}

/** The source that the keys make, written to an ini file as a save does and read again. */
function readBack(keys: SectionKeys) {
  const document = keys.reduce(
    (ini, { key, value }) => (value === null ? ini : setValue(ini, 'ACD', key, value)),
    parseIni(new TextEncoder().encode('[ACD]\r\n')),
  );
  const again = parseIni(iniBytes(document));
  const { sources, findings } = readUniversalSection(systemSection(again, 'ACD')!);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return sources[0]!;
}

describe('The keys of what was chosen', () => {
  it('are those of a section, in its order; null takes away what would contradict', () => {
    expect(sectionKeys('sqlite', columns, usual).keys).toEqual([
      { key: 'CallDataTable', value: 'calls' },
      { key: 'TimeStampColumn', value: 'stamp' },
      { key: 'TimeStampType', value: '2' },
      { key: 'TimeStampFormat', value: null },
      { key: 'QueueNameColumn', value: 'queue' },
      { key: 'QueueNameType', value: '0' },
      { key: 'QueueSQL', value: 'SELECT DISTINCT queue FROM calls WHERE queue IS NOT NULL ORDER BY queue' },
      { key: 'QueueMappingSQL', value: null },
      { key: 'RetrieveValueTypesUsing', value: null },
      { key: 'ValueTypes', value: 'Offered;talk' },
      { key: 'ValueTypeFunctions', value: 'SUM;MAX' },
      { key: 'Interval', value: '15' },
    ]);
  });

  it('quote what a product would read otherwise, so that the ini reader gives it back', () => {
    const keys = written('postgresql', {
      ...usual,
      table: { schema: 'Mein Schema', name: 'order' },
      stamp: { kind: 'column', column: 'Timestamp', type: 'datetime' },
    });
    expect(keys).toMatchObject({
      CallDataTable: '"Mein Schema"."order"',
      TimeStampColumn: '""Timestamp""',
      ValueTypes: '""Offered"";talk',
    });
    expect(written('sqlserver', { ...usual, table: { schema: 'dbo', name: 'Order Stat' } })).toMatchObject({
      CallDataTable: '[Order Stat]',
    });
    expect(written('oracle')).toMatchObject({ CallDataTable: '""calls""' });
    expect(written('informix', { ...usual, table: { schema: 'bcc', name: 'interval' } })).toMatchObject({
      CallDataTable: 'bcc.interval',
    });
  });

  it('count rows that are calls, without Interval', () => {
    expect(written('sqlite', { ...usual, figures: [], rows: 'calls' })).toMatchObject({
      ValueTypes: null,
      ValueTypeFunctions: 'COUNT',
      Interval: null,
    });
    const figures = [
      { column: '*', function: 'COUNT' as const },
      { column: 'talk', function: 'SUM' as const },
    ];
    const { keys } = sectionKeys('sqlite', columns, { ...usual, figures, rows: 'calls' });
    expect(readBack(keys).valueTypes).toEqual([
      { name: '*', expression: '*', function: 'COUNT' },
      { name: 'talk', expression: 'talk', function: 'SUM' },
    ]);
  });

  it('take names of keys from another table', () => {
    const names = { table: { name: 'queues' }, nameColumn: 'name', keyColumn: 'id' };
    expect(written('sqlite', { ...usual, queueColumns: ['site'], names })).toMatchObject({
      QueueNameColumn: 'site',
      QueueNameType: '1',
      QueueSQL: 'SELECT name FROM queues ORDER BY name',
      QueueMappingSQL: 'SELECT name, id FROM queues',
      RetrieveValueTypesUsing: '1',
    });
  });

  it('list several queue columns as levels of the tree', () => {
    expect(written('sqlite', { ...usual, queueColumns: ['site', 'queue'] })).toMatchObject({
      QueueNameColumn: 'site;queue',
      QueueNameType: '1;0',
      QueueSQL: 'SELECT DISTINCT site, queue FROM calls WHERE site IS NOT NULL ORDER BY site, queue',
    });
  });

  it.each([
    ['sqlite', "REPLACE(SUBSTR(day, 1, 10), '-', '') || SUBSTR('0000' || clock, -4)"],
    ['postgresql', "TO_CHAR(day, 'YYYYMMDD') || LPAD(CAST(clock AS VARCHAR(4)), 4, '0')"],
    ['mariadb', "CONCAT(DATE_FORMAT(day, '%Y%m%d'), LPAD(clock, 4, '0'))"],
    ['sqlserver', "CONVERT(CHAR(8), day, 112) + RIGHT('0000' + CONVERT(VARCHAR(4), clock), 4)"],
    ['sybase', "CONVERT(CHAR(8), day, 112) + RIGHT('0000' + CONVERT(VARCHAR(4), clock), 4)"],
    ['informix', "TO_CHAR(day, '%Y%m%d') || LPAD(clock, 4, '0')"],
    ['oracle', `TO_CHAR("day", 'YYYYMMDD') || TO_CHAR("clock", 'FM0000')`],
  ] as const)('put date and HHMM together in the words of %s', (product, expression) => {
    const stamp = {
      kind: 'date-and-time',
      dateColumn: 'day',
      timeColumn: 'clock',
      timeForm: 'hhmm',
    } as const;
    const keys = sectionKeys(product, columns, { ...usual, stamp }).keys;
    expect(readBack(keys).stamp).toEqual({ expression, kind: 'text', format: 'yyyymmddHHMM' });
  });

  it('are none as long as something is missing, and say what', () => {
    const variants = (choices: TableChoices) =>
      sectionKeys('sqlite', columns, choices).missing.map(({ details }) => details?.variant);
    expect(variants({ table: { name: 'calls' }, queueColumns: [], figures: [] })).toEqual([
      'stamp',
      'queue',
      'rows',
    ]);
    expect(variants({ ...usual, figures: [] })).toEqual(['figures']);
    expect(variants({ ...usual, queueColumns: ['nobody'] })).toEqual(['column']);
    const text = (format: string) => ({
      ...usual,
      stamp: { kind: 'column' as const, column: 'queue', type: 'text' as const, format },
    });
    expect(variants(text(''))).toEqual(['format-open']);
    expect(variants(text('HH:MM'))).toEqual(['format']);
    expect(sectionKeys('sqlite', columns, text('yyyy-yyyy')).missing[0]?.code).toBe('STAMP_FORMAT');
  });
});

/** Names as a database may have them; a line break in one cannot be written anywhere. */
const anyName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.stringMatching(/^[A-Za-z_ ;"'`()[\]$#.-]{1,12}$/),
);
const products: readonly DatabaseProduct[] = [
  'sqlite',
  'postgresql',
  'mariadb',
  'sqlserver',
  'informix',
  'oracle',
];

describe('What is written', () => {
  const names = anyName.filter((name) => name.trim() === name && !/[\r\n\p{Cc}\p{Zl}\p{Zp}]/u.test(name));

  it('is read back the same: a quoted name of any product, alone and in a list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...products),
        fc.array(names, { minLength: 1, maxLength: 5 }),
        (product, all) => {
          const quoted = all.map((name) => dialectOf(product).quoteIdentifier(name));
          const list = attempt(() => writtenList(quoted));
          if (list !== undefined) {
            const read = listValue(list);
            // An expression in parentheses is the same expression.
            expect(
              read.ok && read.value.map((one, at) => (one === `(${quoted[at]})` ? quoted[at] : one)),
            ).toEqual(quoted);
          }
          const [one] = quoted;
          const sql = attempt(() => writtenSql(one!));
          if (sql !== undefined) expect(sqlValue(sql)).toBe(one);
          const text = attempt(() => writtenText(one!));
          if (text !== undefined) expect(unquote(text)).toBe(one);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('makes a section that says what was chosen, whatever the columns are called', () => {
    const choices = fc.record({
      product: fc.constantFrom(...products),
      table: names,
      stamp: names,
      queue: names,
      figures: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
    });
    let refused = 0;
    fc.assert(
      fc.property(choices, ({ product, table, stamp, queue, figures }) => {
        const all = [
          { name: stamp, kind: 'date-time' as const, type: '' },
          ...[queue, ...figures].map((name) => ({ name, kind: 'text' as const, type: '' })),
        ];
        const made = attempt(() =>
          sectionKeys(product, all, {
            table: { name: table },
            stamp: { kind: 'column', column: stamp, type: 'datetime' },
            queueColumns: [queue],
            figures: figures.map((column) => ({ column, function: 'SUM' as const })),
            rows: 30,
          }),
        );
        if (!made) {
          refused += 1;
          return;
        }
        const source = readBack(made.keys);
        const id = (name: string) => identifier(product, name);
        const same = (expression: string, name: string) =>
          expect([id(name), `(${id(name)})`]).toContain(expression);
        expect(source.table).toBe(id(table));
        same(source.stamp.expression, stamp);
        same(source.queueKey[0]!.expression, queue);
        expect(source.valueTypes).toHaveLength(figures.length);
        source.valueTypes.forEach(({ expression }, at) => {
          same(expression, figures[at]!);
        });
        expect(source.intervalMinutes).toBe(30);
      }),
      { numRuns: 1500 },
    );
    // A table cannot stand in parentheses; half of these names are made of nothing but quotes and brackets.
    expect(refused).toBeLessThan(300);
  });

  it('refuses what could not be read back, and says so', () => {
    expect(() => writtenText('a\nb')).toThrow('cannot be written in isps_ul.ini');
  });
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ code: 'FIND_TABLES_NOT_WRITABLE' });
    return undefined;
  }
}
