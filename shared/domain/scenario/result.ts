/**
 * What the import takes from Result, which is the value times 100: its whole part, decimals cut off toward zero
 * (80.239 × 100 → 8023). Decided on Result as written with 15 significant digits, which is what a Double carries:
 * 1.15 * 100 is stored as 114.99999999999999 and counts as 115. So does what is a whole number but for the eighth decimal:
 * figures have nine, and 35.31 - 36 is -0.6899999999999977, of which no digit behind the tenth means anything.
 */
export function resultHundredths(result: number): number {
  const nearest = Math.round(result);
  if (Math.abs(result - nearest) < 5e-8) return nearest + 0;
  // Half a unit of the 15th digit is at most this share of the number: further away from a whole one, 15 digits
  // cannot make it whole.
  if (Math.abs(result - nearest) > Math.abs(result) * 5e-15) return Math.trunc(result) + 0;
  return Math.trunc(Number(result.toPrecision(15))) + 0;
}
