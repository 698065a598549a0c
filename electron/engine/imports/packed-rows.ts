import type { PackedFormat } from '../interfaces/pack-statement.ts';
import { unpackJson } from './packed-json.ts';
import { unpackMarked } from './packed-marks.ts';
import type { Unpack } from './packed-text.ts';

/** Takes the rows out of a packed text, by its format. */
export const unpackRows: Readonly<Record<PackedFormat, Unpack>> = { marked: unpackMarked, json: unpackJson };
