/** What is wrong with a range of days; the texts are under `import.range.*`. */
export type RangeFault = 'from-missing' | 'to-missing' | 'order' | 'future' | 'no-system';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

export function rangeFault(range: {
  readonly from: string;
  readonly to: string;
  /** Today by the reader's clock. */
  readonly today: string;
  readonly systemCount: number;
}): RangeFault | undefined {
  if (!dayPattern.test(range.from)) return 'from-missing';
  if (!dayPattern.test(range.to)) return 'to-missing';
  // ISO days compare as text.
  if (range.from > range.to) return 'order';
  if (range.to > range.today) return 'future';
  if (range.systemCount === 0) return 'no-system';
  return undefined;
}

/** Days of a range, both ends counted; 0 when it is none. */
export function dayCount(from: string, to: string): number {
  if (!dayPattern.test(from) || !dayPattern.test(to) || from > to) return 0;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** The reader's calendar day, `offsetDays` away from the one of `now`. */
export function localDay(now: Date, offsetDays = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + offsetDays);
  const month = String(day.getMonth() + 1).padStart(2, '0');
  return `${day.getFullYear()}-${month}-${String(day.getDate()).padStart(2, '0')}`;
}
