/**
 * French has a third plural form, `many`, for round millions (CLDR). Our sentences read the same with it as with
 * `other`, so each `…_other` is offered as `…_many` too.
 */
export function withMany<Words extends object>(words: Words): Words {
  const entries = Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return [[key, withMany(value)]];
    return key.endsWith('_other')
      ? [
          [key, value],
          [key.replace(/_other$/, '_many'), value],
        ]
      : [[key, value]];
  });
  return Object.fromEntries(entries) as Words;
}
