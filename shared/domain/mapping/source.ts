/** The right side of a mapping entry taken apart: `<system>:<path…>:<value type>`. */
export interface ParsedSource {
  /** As the system is spelled in the settings. */
  readonly system: string;
  /** The levels of the queue; a name with `:` in it gives several parts, which joined by `:` are the name. */
  readonly path: readonly string[];
  readonly valueType: string;
}

export interface SourceProblem {
  readonly code: 'MAP_SOURCE_SYSTEM' | 'MAP_SOURCE_SHORT';
  /** States what is wrong and what to write instead. */
  readonly message: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What has to be known of a system to read its sources. */
export interface SourceSystem {
  readonly name: string;
  /** What the system offers; left out where that is not known at the moment. */
  readonly valueTypes?: readonly string[];
}

/**
 * Takes a source apart. Names may contain `:`, so the system is the longest known name the text begins with, and
 * the value type the longest one the system offers that the text ends with; where it offers none of that name, or
 * is not known to offer any, the last `:` field. Names of systems count in any case; those of value types too where
 * no exact one fits.
 */
export function parseSource(text: string, systems: readonly SourceSystem[]): ParsedSource | SourceProblem {
  const fitting = systems
    .filter(({ name }) => sameName(text.slice(0, name.length), name) && text[name.length] === ':')
    .sort((a, b) => b.name.length - a.name.length);
  for (const system of fitting) {
    const rest = text.slice(system.name.length + 1);
    const valueType = endingValueType(rest, system.valueTypes ?? []) ?? rest.slice(rest.lastIndexOf(':') + 1);
    const path = rest.slice(0, Math.max(0, rest.length - valueType.length - 1));
    if (path !== '' && valueType !== '') return { system: system.name, path: path.split(':'), valueType };
  }
  if (fitting.length > 0) {
    const message = `"${text}" names no queue or no value type. Write system:queue:value type.`;
    return { code: 'MAP_SOURCE_SHORT', message, details: { source: text } };
  }
  const first = text.split(':', 1)[0]!;
  const message = `"${first}" is not a system of the settings. Add the system or correct the name.`;
  return { code: 'MAP_SOURCE_SYSTEM', message, details: { system: first } };
}

/** The ending of `rest` that is one of the value types and leaves a queue before it. */
function endingValueType(rest: string, valueTypes: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const name of valueTypes) {
    const colon = rest.length - name.length - 1;
    if (colon < 1 || rest[colon] !== ':' || !sameName(rest.slice(colon + 1), name)) continue;
    const isLonger = best === undefined || name.length > best.length;
    if (isLonger || (name.length === best?.length && rest.endsWith(name))) best = name;
  }
  return best;
}

function sameName(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

export function formatSource(system: string, path: readonly string[], valueType: string): string {
  return [system, ...path, valueType].join(':');
}
