import type { TFunction } from 'i18next';

/** Those whose messages hold the figures of one place. */
const named = [
  'CHECK_CALLS_UNBALANCED',
  'CHECK_FEWER_ROWS',
  'CHECK_GAP',
  'CHECK_SOURCE_INTERVAL',
  'CHECK_TIME_WITHOUT_CALLS',
  'CHECK_VALUE_NEGATIVE',
  'CHECK_VALUE_UNUSUAL',
] as const;

/** What stands over several problems of one code; undefined where the first one's message says what all have in common. */
export function causeName(
  { code, entries }: { readonly code: string; readonly entries: number },
  t: TFunction<'dialogs'>,
): string | undefined {
  const known = entries > 1 ? named.find((one) => one === code) : undefined;
  return known && t(`runPage.causeNames.${known}`);
}
