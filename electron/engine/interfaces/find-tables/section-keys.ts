import type { Message } from '#shared/contract/common.ts';
import type { SectionKeys, TableChoices, TableColumn } from '#shared/contract/find-tables.ts';
import { compileStampFormat } from '#shared/domain/time/stamp.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { DatabaseProduct } from '../../odbc/dialect.ts';
import { identifier, tableText } from './identifiers.ts';
import { stampKeys } from './stamp-expression.ts';
import { writtenExpression, writtenList, writtenSql, writtenText } from './written.ts';

/** Counted, it counts rows. */
const rowsThemselves = '*';

export interface KeysFromChoices {
  readonly keys: SectionKeys;
  /** What has to be said before the keys are whole; then there are none. */
  readonly missing: Message[];
}

/**
 * The keys of a section that say what was chosen, in the order they are written. A key with null is taken away: it
 * would contradict the others.
 */
export function sectionKeys(
  product: DatabaseProduct,
  columns: readonly TableColumn[],
  choices: TableChoices,
): KeysFromChoices {
  const missing = missingIn(columns, choices);
  if (missing.length > 0 || choices.stamp === undefined) return { keys: [], missing };
  const isNumber = (name: string) => columns.find((column) => column.name === name)?.kind === 'number';
  const id = (name: string) => identifier(product, name);
  const table = tableText(product, choices.table);
  const hasColumn = (name: string) => columns.some((column) => column.name === name);
  const expressionOf = (name: string) => (name === rowsThemselves && !hasColumn(name) ? name : id(name));
  const stamp = stampKeys(product, choices.stamp, isNumber);
  const keys: SectionKeys = [
    { key: 'CallDataTable', value: writtenSql(table) },
    { key: 'TimeStampColumn', value: writtenExpression(stamp.expression) },
    { key: 'TimeStampType', value: String(stamp.type) },
    { key: 'TimeStampFormat', value: stamp.format === undefined ? null : writtenText(stamp.format) },
    { key: 'QueueNameColumn', value: writtenList(choices.queueColumns.map(id)) },
    {
      key: 'QueueNameType',
      value: choices.queueColumns.map((name) => (isNumber(name) ? '1' : '0')).join(';'),
    },
    ...queueStatements(product, table, choices),
    ...figureKeys(choices.figures, expressionOf),
    { key: 'Interval', value: choices.rows === 'calls' ? null : String(choices.rows) },
  ];
  return { keys, missing: [] };
}

function queueStatements(product: DatabaseProduct, table: string, choices: TableChoices): SectionKeys {
  const id = (name: string) => identifier(product, name);
  const { names, queueColumns } = choices;
  if (names && queueColumns.length === 1) {
    const name = id(names.nameColumn);
    const from = tableText(product, names.table);
    return [
      { key: 'QueueSQL', value: writtenSql(`SELECT ${name} FROM ${from} ORDER BY ${name}`) },
      { key: 'QueueMappingSQL', value: writtenSql(`SELECT ${name}, ${id(names.keyColumn)} FROM ${from}`) },
      { key: 'RetrieveValueTypesUsing', value: '1' },
    ];
  }
  const levels = queueColumns.map(id);
  const list = levels.join(', ');
  const filled = `${levels[0]} IS NOT NULL`;
  return [
    {
      key: 'QueueSQL',
      value: writtenSql(`SELECT DISTINCT ${list} FROM ${table} WHERE ${filled} ORDER BY ${list}`),
    },
    { key: 'QueueMappingSQL', value: null },
    { key: 'RetrieveValueTypesUsing', value: null },
  ];
}

/** Without figures the rows are counted; one function for all is written once. */
function figureKeys(figures: TableChoices['figures'], expressionOf: (column: string) => string): SectionKeys {
  const expressions = figures.map(({ column }) => expressionOf(column));
  if (expressions.every((expression) => expression === rowsThemselves)) {
    return [
      { key: 'ValueTypes', value: null },
      { key: 'ValueTypeFunctions', value: 'COUNT' },
    ];
  }
  const functions = figures.map((figure) => figure.function);
  const same = functions.every((one) => one === functions[0]);
  return [
    { key: 'ValueTypes', value: writtenList(expressions) },
    { key: 'ValueTypeFunctions', value: same ? functions[0]! : functions.join(';') },
  ];
}

function missingIn(columns: readonly TableColumn[], choices: TableChoices): Message[] {
  const missing: Message[] = [];
  const add = (variant: string, message: string, details: Record<string, unknown> = {}) =>
    missing.push({ code: 'FIND_TABLES_MISSING', message, details: { ...details, variant } });
  const { stamp, queueColumns, figures, rows } = choices;
  if (!stamp) add('stamp', 'Choose the column of the time stamp.');
  else if (stamp.kind === 'column' && stamp.type === 'text' && stamp.format === '') {
    add('format-open', 'Choose the format of the time stamp.');
  } else if (stamp.kind === 'column' && stamp.type === 'text' && stamp.format !== undefined) {
    const fields = fieldsOf(stamp.format);
    if ('problem' in fields) missing.push(fields.problem);
    else if (!fields.fields.includes('year') || !fields.fields.includes('hour')) {
      add(
        'format',
        `The format ${stamp.format} says no day or no time. Write for example yyyy-mm-dd HH:MM.`,
        {
          format: stamp.format,
        },
      );
    }
  } else if (stamp.kind === 'date-and-time') {
    for (const format of [stamp.dateFormat, stamp.timeFormat]) {
      const fields = format === undefined ? undefined : fieldsOf(format);
      if (fields && 'problem' in fields) missing.push(fields.problem);
    }
  }
  if (queueColumns.length === 0) add('queue', 'Choose the column of the queue.');
  if (rows === undefined) add('rows', 'Choose the interval, or rows per call.');
  else if (rows !== 'calls' && figures.length === 0) add('figures', 'Choose at least one figure.');
  const known = new Set([...columns.map(({ name }) => name), rowsThemselves]);
  const unknown = [...queueColumns, ...figures.map(({ column }) => column)].find((name) => !known.has(name));
  if (unknown !== undefined) add('column', `The table has no column ${unknown}.`, { column: unknown });
  return missing;
}

function fieldsOf(format: string): { fields: readonly string[] } | { problem: Message } {
  try {
    return { fields: compileStampFormat(format).fields };
  } catch (thrown) {
    const { code, message, details } = errorShape(thrown);
    return { problem: { code, message, details } };
  }
}
