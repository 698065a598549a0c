const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const commaOnly = /^([+-]?)(\d*),(\d+)$/;
const grouped = /^([+-]?)([1-9]\d{0,2}(?:([.,' \u00a0\u202f\u2019])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/;

/**
 * The number a text means, undefined for none: as SQL writes it (`12`, `-0.5`, `1e3`), or as people do, with a decimal
 * comma or with groups of thousands, where that can mean one number only: `1,5`, `1.234,5`, `1,234.5`, `1 234,5`,
 * `1.234.567`. So `1,234` is none: it may be a little more than one or more than a thousand. `1.234` is what SQL writes.
 */
export function numberOfText(text: string): number | undefined {
  const trimmed = text.trim();
  if (plain.test(trimmed)) return finite(Number(trimmed));
  const comma = commaOnly.exec(trimmed);
  if (comma) {
    const [, sign, whole, decimals] = comma;
    if (decimals!.length === 3 && isGroup(whole!)) return undefined;
    return finite(Number(`${sign}${whole || '0'}.${decimals}`));
  }
  const groups = grouped.exec(trimmed);
  if (!groups) return undefined;
  const [, sign, whole, separator, point, decimals] = groups;
  if (separator === point) return undefined;
  return finite(Number(`${sign}${whole!.replace(/\D/g, '')}.${decimals ?? '0'}`));
}

/** `1,5` or `1.234,5`: whoever writes that does not mean a little more than one by `1.234`. */
export function hasDecimalComma(text: string): boolean {
  return /^\s*[+-]?[\d.' \u00a0\u202f\u2019]*,\d+\s*$/.test(text) && numberOfText(text) !== undefined;
}

/** `1.234`: one and a bit, or, where others of the column have a decimal comma, a thousand and some. */
export function mayBeGrouped(text: string): boolean {
  return /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/.test(text);
}

function isGroup(whole: string): boolean {
  return /^[1-9]\d{0,2}$/.test(whole);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
