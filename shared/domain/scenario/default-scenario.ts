const LINE_END = '\r\n';

/**
 * The script a new mapping starts with: its value, or the sum of its values, times 100. The text for one value is
 * byte for byte the one the old program writes.
 */
export function defaultScenario(paraCount: number): string {
  const count = Math.max(1, Math.floor(paraCount));
  const paras = Array.from({ length: count }, (_, index) => `Para${index + 1}`);
  const sum = count === 1 ? 'Para1' : `(${paras.join(' + ')})`;
  return [
    'Dim Result As Long',
    'Dim Weekday As Long',
    'Dim Minutes As Long',
    ...paras.map((para) => `Dim ${para} As Long`),
    '',
    'Sub Main()',
    `  Result = ${sum} * 100`,
    'End Sub',
    '',
  ].join(LINE_END);
}
