/** Values with a gap on both sides: a line through them would not be seen. */
export function loneValues(values: ArrayLike<number | null | undefined>): number[] {
  const lone: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] != null && values[index - 1] == null && values[index + 1] == null) lone.push(index);
  }
  return lone;
}

/** The first of the highest values; undefined where there is none. */
export function peakIndex(values: readonly (number | null)[]): number | undefined {
  let peak: number | undefined;
  for (const [index, value] of values.entries()) {
    if (value !== null && (peak === undefined || value > values[peak]!)) peak = index;
  }
  return peak;
}
