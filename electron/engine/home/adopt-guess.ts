import type { AdoptedSystem } from '#shared/contract/adopt.ts';

/** What the guess needs of an interface's definition. */
export interface GuessDefinition {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly keys: readonly { readonly key: string }[];
}

const usual = 'universal';

/**
 * The interface of a section of which only the file is known. The old product named it nowhere, so it is told by the
 * keys: the fewer interfaces have one, the more it weighs, and one that most have weighs nothing. Where keys do not decide, the
 * section's name does (`Avaya CMS`, `Symposium Paris`), else it is Universal.
 *
 * @param keys those of the section that have a value
 */
export function guessInterface(
  sectionName: string,
  keys: readonly string[],
  definitions: readonly GuessDefinition[],
): AdoptedSystem['guess'] {
  const telling = definitions.map((definition) => ({
    id: definition.id,
    ...tellingKeys(definition, keys, definitions),
  }));
  const most = Math.max(0, ...telling.map(({ weight }) => weight));
  const leading = telling.filter(({ weight }) => most > 0 && most - weight < 1e-9);
  if (leading.length === 1) return { interface: leading[0]!.id, by: 'keys', keys: leading[0]!.keys };

  const among = leading.length > 0 ? leading.map(({ id }) => id) : definitions.map(({ id }) => id);
  const byName = namedInterface(sectionName, definitions, among);
  if (byName !== undefined) return { interface: byName, by: 'name', keys: [] };
  const first = leading.find(({ id }) => id === usual) ?? leading[0];
  if (first !== undefined) return { interface: first.id, by: 'keys', keys: first.keys };
  return { interface: usual, by: 'nothing', keys: [] };
}

function tellingKeys(
  definition: GuessDefinition,
  keys: readonly string[],
  definitions: readonly GuessDefinition[],
): { weight: number; keys: string[] } {
  const found = keys.filter((key) => hasKey(definition, key));
  let weight = 0;
  const telling: string[] = [];
  for (const key of new Set(found)) {
    const holders = definitions.filter((other) => hasKey(other, key)).length;
    if (holders > Math.max(1, definitions.length / 2)) continue;
    weight += 1 / (holders * holders);
    telling.push(key);
  }
  return { weight, keys: telling };
}

function hasKey(definition: GuessDefinition, key: string): boolean {
  return definition.keys.some((known) => known.key.toLowerCase() === key.toLowerCase());
}

/** By words that only one interface has in its id or name; undefined where none or several fit as well. */
function namedInterface(
  sectionName: string,
  definitions: readonly GuessDefinition[],
  among: readonly string[],
): string | undefined {
  const said = new Set(words(sectionName));
  const scored = definitions
    .filter(({ id }) => among.includes(id))
    .map((definition) => {
      const own = wordsOf(definition).filter(
        (word) => !definitions.some((other) => other !== definition && wordsOf(other).includes(word)),
      );
      return { id: definition.id, score: own.filter((word) => said.has(word)).length };
    });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const fitting = scored.filter(({ score }) => score === best && best > 0);
  return fitting.length === 1 ? fitting[0]!.id : undefined;
}

function wordsOf({ id, name }: GuessDefinition): string[] {
  return [...new Set([...words(id), ...words(name.en ?? '')])];
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
