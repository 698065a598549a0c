import type { StampChoice } from '#shared/contract/find-tables.ts';
import { type DatabaseProduct, dialectOf } from '../../odbc/dialect.ts';
import { identifier } from './identifiers.ts';

/** `TimeStampColumn`, `TimeStampType` and `TimeStampFormat`. */
export interface StampKeys {
  readonly expression: string;
  /** 0 text, 1 Unix seconds, 2 date/time. */
  readonly type: 0 | 1 | 2;
  readonly format?: string;
}

/** @param isNumber whether a column of the table holds numbers */
export function stampKeys(
  product: DatabaseProduct,
  choice: StampChoice,
  isNumber: (column: string) => boolean,
): StampKeys {
  if (choice.kind === 'date-and-time') return dateAndTime(product, choice, isNumber);
  const column = identifier(product, choice.column);
  switch (choice.type) {
    case 'datetime':
      return { expression: column, type: 2 };
    case 'unix':
      return { expression: column, type: 1 };
    case 'unix-ms':
      return { expression: thousandth(product, column), type: 1 };
    case 'text': {
      // A number is compared with texts: it has to be one.
      const expression = isNumber(choice.column) ? numberText(product, column) : column;
      return choice.format === undefined
        ? { expression, type: 0 }
        : { expression, type: 0, format: choice.format };
    }
  }
}

function dateAndTime(
  product: DatabaseProduct,
  choice: Extract<StampChoice, { kind: 'date-and-time' }>,
  isNumber: (column: string) => boolean,
): StampKeys {
  const date = identifier(product, choice.dateColumn);
  const time = identifier(product, choice.timeColumn);
  const [dateText, dateFormat] =
    choice.dateFormat === undefined
      ? [dateDigits(product, date), 'yyyymmdd']
      : [isNumber(choice.dateColumn) ? numberText(product, date) : date, choice.dateFormat];
  const [timeText, timeFormat] = timeOfDay(product, time, choice);
  // Digits right behind digits are read by their number, so nothing stands between them.
  const isTight = /^[a-zA-Z]+$/.test(dateFormat + timeFormat);
  const blank = isTight ? [] : ["' '"];
  return {
    expression: joined(product, [dateText, ...blank, timeText]),
    type: 0,
    format: `${dateFormat}${isTight ? '' : ' '}${timeFormat}`,
  };
}

function timeOfDay(
  product: DatabaseProduct,
  time: string,
  { timeForm, timeFormat }: Extract<StampChoice, { kind: 'date-and-time' }>,
): [text: string, format: string] {
  switch (timeForm) {
    case 'hhmm':
      return [fourDigits(product, time), 'HHMM'];
    case 'minutes':
      // 8:15 is 495 minutes and 815: 495 + 40 × 8.
      return [fourDigits(product, `(${time} + 40 * ${sixtieth(product, time)})`), 'HHMM'];
    case 'time':
      return [timeDigits(product, time), 'HHMM'];
    case 'text':
      return [time, timeFormat ?? 'HH:MM'];
  }
}

function joined(product: DatabaseProduct, parts: readonly string[]): string {
  switch (product) {
    case 'mariadb':
    case 'mysql':
      return `CONCAT(${parts.join(', ')})`;
    case 'sqlserver':
    case 'sybase':
      return parts.join(' + ');
    default:
      return parts.join(' || ');
  }
}

/** A date as `yyyymmdd`. */
function dateDigits(product: DatabaseProduct, date: string): string {
  switch (product) {
    case 'postgresql':
    case 'oracle':
      return `TO_CHAR(${date}, 'YYYYMMDD')`;
    case 'informix':
      return `TO_CHAR(${date}, '%Y%m%d')`;
    case 'mariadb':
    case 'mysql':
      return `DATE_FORMAT(${date}, '%Y%m%d')`;
    case 'sqlserver':
    case 'sybase':
      return `CONVERT(CHAR(8), ${date}, 112)`;
    case 'sqlite':
      return `REPLACE(SUBSTR(${date}, 1, 10), '-', '')`;
    case 'other':
      return `REPLACE(CAST(CAST(${date} AS DATE) AS CHAR(10)), '-', '')`;
  }
}

/** A time of the day as `HHMM`. */
function timeDigits(product: DatabaseProduct, time: string): string {
  switch (product) {
    case 'postgresql':
      return `TO_CHAR(${time}, 'HH24MI')`;
    case 'oracle':
      return `TO_CHAR(${time}, 'HH24MI')`;
    case 'informix':
      return `TO_CHAR(${time}, '%H%M')`;
    case 'mariadb':
    case 'mysql':
      return `TIME_FORMAT(${time}, '%H%i')`;
    case 'sqlserver':
    case 'sybase':
      return `REPLACE(CONVERT(CHAR(5), ${time}, 108), ':', '')`;
    case 'sqlite':
      return `REPLACE(SUBSTR(${time}, 1, 5), ':', '')`;
    case 'other':
      return `REPLACE(SUBSTRING(CAST(${time} AS CHAR(8)) FROM 1 FOR 5), ':', '')`;
  }
}

/** 15 as `0015`. */
function fourDigits(product: DatabaseProduct, number: string): string {
  switch (product) {
    case 'sqlite':
      return `SUBSTR('0000' || ${number}, -4)`;
    case 'sqlserver':
    case 'sybase':
      return `RIGHT('0000' + CONVERT(VARCHAR(4), ${number}), 4)`;
    case 'oracle':
      return `TO_CHAR(${number}, 'FM0000')`;
    case 'mariadb':
    case 'mysql':
    case 'informix':
      return `LPAD(${number}, 4, '0')`;
    case 'postgresql':
    case 'other':
      return `LPAD(CAST(${number} AS VARCHAR(4)), 4, '0')`;
  }
}

function sixtieth(product: DatabaseProduct, minutes: string): string {
  switch (product) {
    case 'mariadb':
    case 'mysql':
      return `(${minutes} DIV 60)`;
    case 'oracle':
    case 'informix':
      return `TRUNC(${minutes} / 60)`;
    default:
      return `(${minutes} / 60)`;
  }
}

function thousandth(product: DatabaseProduct, number: string): string {
  switch (product) {
    case 'mariadb':
    case 'mysql':
      return `${number} DIV 1000`;
    case 'oracle':
    case 'informix':
      return `TRUNC(${number} / 1000)`;
    default:
      return `${number} / 1000`;
  }
}

function numberText(product: DatabaseProduct, number: string): string {
  return dialectOf(product).asText(number, 14);
}
