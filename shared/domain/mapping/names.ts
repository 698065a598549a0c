/**
 * The name in small letters and without accents, `ä` as `ae`: what two spellings of one name have in common. Names come
 * as NFC or NFD, and databases in capitals.
 */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äæ]/g, 'ae')
    .replace(/[öœø]/g, 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Letters and digits only: `Calls offered`, `CALLS_OFFERED` and `callsOffered` are one. */
export function squeezedName(name: string): string {
  return plainName(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `CallsOffered`, `calls_offered`, `Anrufe-angeboten` as words; digits are words of their own. */
export function wordsOfName(name: string): string[] {
  const spaced = name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  return plainName(spaced).match(/\p{N}+|[^\P{L}]+/gu) ?? [];
}

/** How much of the spelling two squeezed names share, 0…1 (Dice on their trigrams, ends marked). */
export function spellingLikeness(a: string, b: string): number {
  const left = trigramsOf(a);
  const right = trigramsOf(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

export function trigramsOf(squeezed: string): Set<string> {
  const text = `^${squeezed}$`;
  const grams = new Set<string>();
  for (let index = 0; index + 3 <= text.length; index += 1) grams.add(text.slice(index, index + 3));
  return grams;
}
