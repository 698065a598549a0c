import { XlinkError } from '#shared/rpc/errors.ts';
import type { CallSource } from './call-source.ts';

/** Queues with another number of levels than the call data has columns for: none of their rows can be found. */
export function levelsError(source: CallSource, levels: number): XlinkError {
  return new XlinkError(
    'QUEUE_LEVELS',
    `${source.system}: the queues have ${levels} level${levels === 1 ? '' : 's'}, QueueNameColumn names ${source.queueKey.length}. Write one column for each column of QueueSQL, with ; between them.`,
    { system: source.system, levels, columns: source.queueKey.length },
  );
}
