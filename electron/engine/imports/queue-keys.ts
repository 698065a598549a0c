import { queueKeyText } from '../interfaces/queue-path.ts';
import { keyText } from './bucket.ts';

/** The keys of the mapped queues, each once, with the index by the text of each path. */
export function distinctKeys(
  paths: readonly (readonly string[])[],
  keyOfEach: readonly (readonly (string | number)[])[],
  numericKeys: readonly boolean[],
): { keys: (readonly (string | number)[])[]; indexByPath: Map<string, number> } {
  const keys: (readonly (string | number)[])[] = [];
  const indexByKey = new Map<string, number>();
  const indexByPath = new Map<string, number>();
  for (const [at, path] of paths.entries()) {
    const key = keyOfEach[at]!;
    const text = keyText(key, 0, numericKeys);
    let index = indexByKey.get(text);
    if (index === undefined) {
      index = keys.push(key) - 1;
      indexByKey.set(text, index);
    }
    indexByPath.set(queueKeyText(path), index);
  }
  return { keys, indexByPath };
}

/**
 * Finds queues by the key of a row. Databases that take `SALES` for `Sales` return either spelling for the other;
 * where the source itself picked the rows, that is its answer to what was asked. Where it gave all rows, a spelling
 * beside that of the mapped queue among those it lists (`listed`) is a queue of its own.
 */
export function queueLookup(
  keys: readonly (readonly (string | number)[])[],
  numericKeys: readonly boolean[],
  listed: ReadonlySet<string> | undefined,
): (key: string) => number | undefined {
  const texts = keys.map((key) => keyText(key, 0, numericKeys));
  const exact = new Map(texts.map((text, index) => [text, index]));
  const folded = new Map<string, number | undefined>();
  for (const [text, index] of exact) {
    const anyCase = text.toLowerCase();
    folded.set(anyCase, folded.has(anyCase) ? undefined : index);
  }
  return (key) => {
    const index = exact.get(key) ?? folded.get(key.toLowerCase());
    const isOther =
      index !== undefined && texts[index] !== key && listed?.has(key) && listed.has(texts[index]!);
    return isOther ? undefined : index;
  };
}

/** Whose rows are whose: the same rows go elsewhere when a name gets another key. */
export function keysText(
  {
    keys,
    indexByPath,
    numericKeys,
    listedKeys,
  }: {
    readonly keys: readonly (readonly (string | number)[])[];
    readonly indexByPath: ReadonlyMap<string, number>;
    readonly numericKeys: readonly boolean[];
    readonly listedKeys: ReadonlySet<string>;
  },
  isPickedBySource: boolean,
): string {
  const mapped = new Set(keys.map((key) => keyText(key, 0, numericKeys).toLowerCase()));
  const spellings = isPickedBySource
    ? []
    : [...listedKeys].filter((key) => mapped.has(key.toLowerCase())).sort();
  return JSON.stringify([keys, [...indexByPath], numericKeys, spellings]);
}
