import type { CallSource } from './call-source.ts';

/**
 * One text for a path, usable as a key. The map writes levels with `:` between them and names may contain `:`,
 * so `A:B` of one level and `A`, `B` of two levels are the same to it.
 */
export function queueKeyText(path: readonly string[]): string {
  return path.join(':');
}

/** The source of a system that has the path's kind of queues, by the constant levels; undefined: none has. */
export function sourceOfPath(
  sources: readonly CallSource[],
  path: readonly string[],
): CallSource | undefined {
  return sources.find(({ listing }) =>
    (listing?.path ?? []).every(
      (level, index) => typeof level !== 'string' || level.toLowerCase() === path[index]?.toLowerCase(),
    ),
  );
}

/** The path with its constant levels as the tree writes them. */
export function canonicalPath({ listing }: CallSource, path: readonly string[]): readonly string[] {
  return path.map((level, index) => {
    const constant = listing?.path[index];
    return typeof constant === 'string' ? constant : level;
  });
}

/**
 * The key that a path itself says, for queues the source does not list (any more): one part a level. Universal's path
 * is the key; a standard interface's holds it where it has numbers for names. Of a path that says none the whole text
 * stands for each part: no queue has that key.
 */
export function keyOfPath(source: CallSource, path: readonly string[]): readonly string[] {
  return keyInPath(source, path) ?? source.queueKey.map(() => queueKeyText(path));
}

function keyInPath(
  { listing, queueKey }: CallSource,
  path: readonly string[],
): readonly string[] | undefined {
  const levelCount = listing ? listing.path.length : queueKey.length;
  if (path.length < levelCount) return undefined;
  const last = levelCount - 1;
  // A name with `:` in it comes as several levels; they belong to the last one.
  const levels = [...path.slice(0, last), queueKeyText(path.slice(last))];
  if (!listing) return levels;
  const key = listing.keyLevels.map((level) => (level === undefined ? undefined : levels[level]));
  return key.every((part) => part !== undefined) ? key : undefined;
}
