import { datePartsOf, splitSerial } from './calendar.ts';
import type { NumericType } from './values.ts';

/**
 * A number as CStr writes it: up to `digits` significant digits, a plain number where these suffice to write it out,
 * else with an exponent of at least two digits (1E+15, 3.33333333333333E-07).
 */
export function numberText(value: number, digits = 15): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15 && digits >= 15)
    return String(value === 0 ? 0 : value);
  const [mantissa = '', exponentText = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  const negative = mantissa.startsWith('-');
  const significant = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  const sign = negative && significant !== '0' ? '-' : '';
  if (exponent >= digits || (exponent < 0 && significant.length - exponent - 1 > digits)) {
    const tail = significant.length > 1 ? `.${significant.slice(1)}` : '';
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${significant.charAt(0)}${tail}E${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${significant}`;
  const whole = significant.padEnd(exponent + 1, '0');
  const decimals = whole.slice(exponent + 1);
  return sign + whole.slice(0, exponent + 1) + (decimals === '' ? '' : `.${decimals}`);
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A date as a text, as the family writes it with English (US) settings: `11/30/2026`, with the time behind where there
 * is one (`11/30/2026 2:30:00 PM`), the time alone on day 0.
 */
export function dateText(serial: number): string {
  const { year, month, day, hour, minute, second } = datePartsOf(serial);
  const { days, seconds } = splitSerial(serial);
  const date = `${month}/${day}/${year}`;
  const time = `${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`;
  if (days === 0) return time;
  return seconds === 0 ? date : `${date} ${time}`;
}

/** The text of a plain number of a type, as CStr and `&` give it. */
export function textOfNumber(type: NumericType, value: number): string {
  switch (type) {
    case 'Boolean':
      return value === 0 ? 'False' : 'True';
    case 'Date':
      return dateText(value);
    case 'Single':
      return numberText(value, 7);
    default:
      return numberText(value);
  }
}
