import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import { stringify } from 'csv-stringify';
import type { Home } from '#engine/home/home.ts';
import { openHome } from '#engine/home/home.ts';
import { localText, utcText } from '#engine/home/time-text.ts';
import { dayRange } from '#engine/imports/day-range.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { type GlobalOptions, homeFolderOf } from '../context.ts';
import { exitCodes } from '../output.ts';
import { findOne } from './map.ts';

const columns = ['queue', 'value_type', 'start_utc', 'start_local', 'interval_minutes', 'value'] as const;

interface ExportOptions {
  readonly from: string;
  readonly to: string;
  readonly queue?: string[];
}

export function exportCommand(): Command {
  const command = new Command('export').description('stored values as CSV on standard output');
  command
    .command('intervals')
    .description(`columns ${columns.join(', ')}; days in the zone of each WFM queue`)
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, included')
    .option(
      '--queue <name>',
      'only this WFM queue, id or name; may be repeated',
      (name: string, all: string[] = []) => [...all, name],
    )
    .action(async (options: ExportOptions, sub: Command) => {
      const days = dayRange(options.from, options.to);
      const home = await openHome(homeFolderOf(sub));
      try {
        if (sub.optsWithGlobals<GlobalOptions>().json) await writeJson(exportRows(home, days, options.queue));
        else await writeCsv(exportRows(home, days, options.queue));
        process.exitCode = exitCodes.done;
      } finally {
        await home.close();
      }
    });
  return command;
}

interface ExportRow {
  readonly queue: string;
  readonly value_type: string;
  readonly start_utc: string;
  readonly start_local: string;
  readonly interval_minutes: number;
  readonly value: number;
}

/** Streams: memory does not grow with the range. */
async function* exportRows(
  home: Home,
  days: { fromDay: string; toDay: string },
  wanted: readonly string[] | undefined,
): AsyncGenerator<ExportRow> {
  const { queues, valueTypes } = await home.store.directory();
  const queueOf = new Map(queues.map((queue) => [queue.id, { ...queue, zone: zoneOf(queue.timeZone) }]));
  const typeNames = new Map(valueTypes.map((type) => [type.id, type.name]));
  const queueIds = wanted?.map((queue) => findOne(queues, queue, 'WFM queue', 'QUEUE_UNKNOWN'));
  const found = home.store.intervals({
    ...days,
    ...(queueIds === undefined ? {} : { queueIds }),
  });
  for await (const { queueId, valueTypeId, startUtc, valueHundredths } of found) {
    const queue = queueOf.get(queueId)!;
    yield {
      queue: queue.name,
      value_type: typeNames.get(valueTypeId) ?? String(valueTypeId),
      start_utc: utcText(startUtc),
      start_local: localText(queue.zone, startUtc),
      interval_minutes: queue.intervalMinutes,
      value: valueHundredths / 100,
    };
  }
}

async function writeCsv(rows: AsyncIterable<ExportRow>): Promise<void> {
  const csv = stringify({ header: true, columns: [...columns] });
  csv.pipe(process.stdout, { end: false });
  for await (const row of rows) {
    if (!csv.write(row)) await once(csv, 'drain');
  }
  csv.end();
  await finished(csv);
}

/** Nothing is written before the first row is there: until then the answer may be an error instead. */
async function writeJson(rows: AsyncIterable<ExportRow>): Promise<void> {
  let separator = '{"intervals":[\n';
  for await (const row of rows) {
    if (!process.stdout.write(`${separator}${JSON.stringify(row)}`)) await once(process.stdout, 'drain');
    separator = ',\n';
  }
  process.stdout.write(separator === ',\n' ? '\n]}\n' : '{"intervals":[]}\n');
}
