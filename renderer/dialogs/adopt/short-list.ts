import type { Translate } from '../words.ts';

const shown = 12;

/** `17, 18, 19` of a few; of many the first ones and how many more there are. */
export function shortList(names: readonly string[], t: Translate): string {
  const list = names.slice(0, shown).join(', ');
  const more = names.length - shown;
  return more > 0 ? t('adopt.more', { list, count: more }) : list;
}
