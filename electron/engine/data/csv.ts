import { stringify } from 'csv-stringify/sync';
import { dayOfNumber } from '#shared/domain/time/day.ts';
import { offsetText } from '../home/time-text.ts';
import { type ExportBlock, exportColumns } from './export-blocks.ts';

const SECONDS_PER_DAY = 86_400;

/** Text of about that many characters is given at a time. */
const PIECE_LENGTH = 65_536;

/**
 * Blocks as CSV with a header: instants as `2026-11-21T08:00:00Z`, local times with their offset. A value has as many
 * decimals as it needs, at most two.
 */
export async function* csvPieces(blocks: AsyncIterable<ExportBlock>): AsyncGenerator<string> {
  let piece = stringify([[...exportColumns]]);
  const local = stampWriter();
  const utc = stampWriter();
  let of: Pick<ExportBlock, 'queue' | 'valueType'> | undefined;
  let before = '';
  let between = '';
  for await (const { queue, valueType, zone, slots } of blocks) {
    if (of?.queue !== queue || of.valueType !== valueType) {
      of = { queue, valueType };
      before = cells(queue.id, queue.name, valueType.id, valueType.name);
      between = cells(queue.timeZone, queue.intervalMinutes);
    }
    for (const { startUtc, valueHundredths } of slots) {
      const offsetSeconds = zone.offsetSecondsAt(startUtc);
      const startLocal = `${local(startUtc + offsetSeconds)}${offsetText(offsetSeconds)}`;
      piece += `${before},${utc(startUtc)}Z,${startLocal},${between},${valueText(valueHundredths)}\n`;
    }
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The first cells of a line, quoted where they have to be. */
function cells(...values: (string | number)[]): string {
  return stringify([values]).trimEnd();
}

/** Writes seconds as `2026-11-21T08:00:00`; those of one day follow each other, so its text is made once. */
export function stampWriter(): (seconds: number) => string {
  let number = Number.NaN;
  let day = '';
  return (seconds) => {
    const own = Math.floor(seconds / SECONDS_PER_DAY);
    if (own !== number) {
      number = own;
      day = dayOfNumber(own);
    }
    return `${day}T${clockText(seconds - own * SECONDS_PER_DAY)}`;
  };
}

/** Beyond 2^52 hundredths a Double has no place left for all of them; the text has. */
export function valueText(hundredths: number): string {
  if (Math.abs(hundredths) <= 2 ** 52) return String(hundredths / 100);
  const digits = String(Math.abs(hundredths));
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}`;
}

function clockText(seconds: number): string {
  return minuteTexts[Math.floor(seconds / 60)]! + (seconds % 60).toString().padStart(2, '0');
}

const minuteTexts = Array.from({ length: 1440 }, (_, minute) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`;
});
