import { sqlValue, unquote, withoutNote } from '#shared/domain/ini/values.ts';
import type { SystemSection } from '../home/settings.ts';
import type { StandardDefinition } from './definition-schema.ts';
import type { Report } from './section-reading.ts';

type Json = StandardDefinition['calls'] extends readonly (infer Value)[] | undefined ? Value : never;

/** With quotes around it the value is a text of SQL, in which an apostrophe is doubled. */
const placeholder = /(')\{([A-Za-z]\w*)\}'|\{([A-Za-z]\w*)\}/g;

/** The section with the defaults of its interface for the keys that it leaves out. */
export function withDefaults(section: SystemSection, definition: StandardDefinition): SystemSection {
  const defaults = new Map(
    definition.keys.flatMap(({ key, default: value }) =>
      value === undefined ? [] : [[key.toLowerCase(), value] as const],
    ),
  );
  const written = (key: string) => section.written(key) ?? (defaults.get(key.toLowerCase()) || undefined);
  return {
    name: section.name,
    written,
    value(key) {
      const text = written(key);
      return text === undefined ? undefined : unquote(text);
    },
    line: (key) => section.line(key),
  };
}

/**
 * Fills a template: `{Key}` in a text becomes the key's value, `{"choose": "Key", "0": …, "1": …}` the value for what
 * the key says: `""` is for a key that is left out, `"*"` for whatever has no value of its own. A null (a choice for
 * "nothing") drops out of the list or object it stands in.
 */
export function fillTemplate(template: Json, section: SystemSection, report: Report): Json {
  if (typeof template === 'string') {
    return template.replace(placeholder, (_, quote: string | undefined, quoted: string, bare: string) => {
      const written = section.written(quote === undefined ? bare : quoted);
      const value = written === undefined ? '' : sqlValue(written);
      return quote === undefined ? value : `'${value.replaceAll("'", "''")}'`;
    });
  }
  if (Array.isArray(template)) {
    return template.map((part) => fillTemplate(part, section, report)).filter((part) => part !== null);
  }
  if (typeof template !== 'object' || template === null) return template;
  const { choose, ...parts } = template;
  if (typeof choose === 'string') return chosen(choose, parts, section, report);
  return Object.fromEntries(
    Object.entries(parts)
      .map(([name, part]) => [name, fillTemplate(part, section, report)] as const)
      .filter(([, part]) => part !== null),
  );
}

function chosen(key: string, parts: Record<string, Json>, section: SystemSection, report: Report): Json {
  const written = withoutNote(section.value(key) ?? '').toLowerCase();
  const known = Object.keys(parts);
  const name = [written, '*'].flatMap(
    (wanted) => known.find((found) => found.toLowerCase() === wanted) ?? [],
  )[0];
  if (name === undefined) {
    report('KEY_VALUE', key, `${key}=${written} is not known. Write ${known.join(' or ')}.`, {
      variant: 'choice',
      key,
      value: written === '' ? '–' : written,
      known,
    });
  }
  // Read on with the first one: what else is wrong is found in the same go.
  return fillTemplate(parts[name ?? known[0]!]!, section, report);
}

/** The keys a template speaks of, for the checks of a definition. */
export function templateKeys(template: Json): string[] {
  if (typeof template === 'string')
    return [...template.matchAll(placeholder)].map(([, , quoted, bare]) => quoted ?? bare!);
  if (Array.isArray(template)) return template.flatMap(templateKeys);
  if (typeof template !== 'object' || template === null) return [];
  const { choose, ...parts } = template;
  const own = typeof choose === 'string' ? [choose] : [];
  return [...own, ...Object.values(parts).flatMap(templateKeys)];
}
