/** One piece of a number format: a digit place (`0` always shown, `#` shown when needed) or text to copy. */
type Piece = { kind: 'digit'; always: boolean } | { kind: 'text'; text: string };

interface NumberPattern {
  whole: Piece[];
  decimals: Piece[];
  grouped: boolean;
  /** Each `%` times 100, each comma behind the last digit divided by 1000. */
  powerOfTen: number;
  hasPoint: boolean;
  /** `E+00`: sign shown for positive exponents, and number of digits. */
  exponent?: { plus: boolean; digits: number; mark: string };
}

/** Sections of a format, split at `;` outside quotes. */
function sectionsOf(pattern: string): string[] {
  const sections = [''];
  for (const [piece] of pattern.matchAll(/"[^"]*"?|\\.?|[^"\\]/gs)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function parsePattern(section: string): NumberPattern {
  const pattern: NumberPattern = { whole: [], decimals: [], grouped: false, powerOfTen: 0, hasPoint: false };
  let pendingCommas = 0;
  const pieces = [...section.matchAll(/"([^"]*)"?|\\(.?)|([Ee])([+-])(0+)|[^"\\]/gs)];
  for (const [text, quoted, escaped, mark, sign, digits] of pieces) {
    const target = pattern.hasPoint ? pattern.decimals : pattern.whole;
    if (mark !== undefined && digits !== undefined)
      pattern.exponent = { plus: sign === '+', digits: digits.length, mark };
    else if (text === '0' || text === '#') {
      if (pendingCommas > 0 && !pattern.hasPoint) pattern.grouped = true;
      pendingCommas = 0;
      target.push({ kind: 'digit', always: text === '0' });
    } else if (text === '.' && !pattern.hasPoint) {
      pattern.powerOfTen -= pendingCommas * 3;
      pendingCommas = 0;
      pattern.hasPoint = true;
    } else if (text === ',') {
      if (target.some(({ kind }) => kind === 'digit')) pendingCommas += 1;
    } else {
      if (text === '%') pattern.powerOfTen += 2;
      target.push({ kind: 'text', text: quoted ?? escaped ?? text });
    }
  }
  pattern.powerOfTen -= pendingCommas * 3;
  return pattern;
}

const digitsIn = (pieces: readonly Piece[]) => pieces.filter(({ kind }) => kind === 'digit').length;

/** Digits of a number not below 0, rounded half away from zero as written with 15 digits. */
function fixedDigits(value: number, decimals: number): string {
  const exact = value.toPrecision(15);
  const [mantissa = '', exponentText = '0'] = (
    exact.includes('e') ? exact : Number(exact).toExponential(14)
  ).split('e');
  const digits = mantissa.replace('.', '');
  const pointAt = Number(exponentText) + 1;
  const all = pointAt <= 0 ? '0'.repeat(1 - pointAt) + digits : digits.padEnd(pointAt + decimals + 1, '0');
  const whole = Math.max(pointAt, 1);
  const kept = all.padEnd(whole + decimals + 1, '0');
  const cut = BigInt(kept.slice(0, whole + decimals) || '0');
  const rounded = cut + (kept.charAt(whole + decimals) >= '5' ? 1n : 0n);
  return String(rounded).padStart(decimals + 1, '0');
}

function putDecimals(pieces: readonly Piece[], digits: string): string {
  let shown = digits;
  const optional = [...pieces].reverse().filter(({ kind }) => kind === 'digit');
  for (const piece of optional) {
    if (piece.kind !== 'digit' || piece.always || !shown.endsWith('0')) break;
    shown = shown.slice(0, -1);
  }
  let index = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      const digit = shown.charAt(index);
      index += 1;
      return digit;
    })
    .join('');
}

function putWhole(pieces: readonly Piece[], digits: string, grouped: boolean): string {
  const places = digitsIn(pieces);
  const firstAlways = pieces
    .filter(({ kind }) => kind === 'digit')
    .findIndex((piece) => piece.kind === 'digit' && piece.always);
  const needed = firstAlways < 0 ? 0 : places - firstAlways;
  const plain = (digits === '0' ? '' : digits).padStart(needed, '0');
  const withCommas = (index: number) => (grouped && index > 0 && index % 3 === 0 ? ',' : '');
  let result = '';
  let position = 0;
  const take = () => {
    const digit = plain.charAt(plain.length - 1 - position);
    if (digit !== '') result = digit + withCommas(position) + result;
    position += 1;
  };
  let left = places;
  for (const piece of [...pieces].reverse()) {
    if (piece.kind === 'text') result = piece.text + result;
    else {
      left -= 1;
      take();
      if (left === 0) while (position < plain.length) take();
    }
  }
  return result;
}

function formatSection(value: number, section: string): string {
  const pattern = parsePattern(section);
  const decimals = digitsIn(pattern.decimals);
  if (digitsIn(pattern.whole) + decimals === 0)
    return [...pattern.whole, ...pattern.decimals]
      .map((piece) => (piece.kind === 'text' ? piece.text : ''))
      .join('');
  let scaled = Number(`${Number(value.toPrecision(15))}e${pattern.powerOfTen}`);
  let tail = '';
  if (pattern.exponent !== undefined) {
    const places = Math.max(1, digitsIn(pattern.whole));
    let exponent = scaled === 0 ? 0 : Math.floor(Math.log10(scaled)) - (places - 1);
    const mantissaOf = () => Number(`${scaled.toPrecision(15)}`) / 10 ** exponent;
    if (fixedDigits(mantissaOf(), decimals).length - decimals > places) exponent += 1;
    scaled = mantissaOf();
    const { plus, digits, mark } = pattern.exponent;
    tail = mark + (exponent < 0 ? '-' : plus ? '+' : '') + String(Math.abs(exponent)).padStart(digits, '0');
  }
  if (!Number.isFinite(scaled)) return String(value);
  const digits = fixedDigits(scaled, decimals);
  const whole = putWhole(pattern.whole, digits.slice(0, digits.length - decimals), pattern.grouped);
  const fraction = putDecimals(pattern.decimals, decimals === 0 ? '' : digits.slice(-decimals));
  return whole + (pattern.hasPoint ? '.' : '') + fraction + tail;
}

/** A number in a user format: up to three sections for positive (and zero), negative, and zero. */
export function formatNumber(value: number, pattern: string): string {
  const [positive = '', negative, zero] = sectionsOf(pattern);
  const size = Math.abs(value);
  if (value === 0 && zero !== undefined && zero !== '') return formatSection(0, zero);
  if (value < 0 && negative !== undefined && negative !== '') return formatSection(size, negative);
  const text = formatSection(size, positive);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
