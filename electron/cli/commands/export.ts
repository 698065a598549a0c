import { once } from 'node:events';
import path from 'node:path';
import { Command, Option } from 'commander';
import { csvPieces } from '#engine/data/csv.ts';
import {
  type ExportBlock,
  type ExportQuestion,
  exportBlocks,
  exportColumns,
} from '#engine/data/export-blocks.ts';
import { parquetPieces } from '#engine/data/parquet.ts';
import { type Home, openHome } from '#engine/home/home.ts';
import { localText, utcText } from '#engine/home/time-text.ts';
import { dayRange } from '#engine/imports/day-range.ts';
import type { ExportFormat } from '#shared/contract/data.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { type GlobalOptions, homeFolderOf } from '../context.ts';
import { exitCodes, say } from '../output.ts';
import { writeFile, writeOut } from '../write-file.ts';
import { findOne } from './map.ts';

interface ExportOptions {
  readonly from: string;
  readonly to: string;
  readonly queue?: string[];
  readonly valueType?: string[];
  readonly format: ExportFormat;
  readonly out?: string;
}

export function exportCommand(): Command {
  const command = new Command('export').description('stored values as CSV or Parquet');
  const collect = (name: string, all: string[] = []) => [...all, name];
  command
    .command('intervals', { isDefault: true })
    .description(`columns ${exportColumns.join(', ')}; days in the zone of each WFM queue`)
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, included')
    .option('--queue <name>', 'only this WFM queue, id or name; may be repeated', collect)
    .option('--value-type <name>', 'only this value type, id or name; may be repeated', collect)
    .addOption(new Option('--format <format>', 'what is written').choices(['csv', 'parquet']).default('csv'))
    .option('--out <file>', 'into this file, which is there when it is whole (default: standard output)')
    .action(async (options: ExportOptions, sub: Command) => {
      const asJson = sub.optsWithGlobals<GlobalOptions>().json ?? false;
      const days = dayRange(options.from, options.to);
      if (options.out === undefined && options.format === 'parquet' && (asJson || process.stdout.isTTY)) {
        throw new XlinkError(
          'EXPORT_NEEDS_FILE',
          'Parquet is no text. Name a file with --out, or send standard output to one.',
        );
      }
      const home = await openHome(homeFolderOf(sub));
      try {
        const blocks = counted(exportBlocks(home.store, { ...days, ...(await chosen(home, options)) }));
        if (options.out === undefined && asJson) await writeJson(blocks);
        else if (options.out === undefined) await writeOut(piecesOf(blocks, options.format));
        else {
          const bytes = await writeFile(options.out, piecesOf(blocks, options.format));
          const written = { file: path.resolve(options.out), format: options.format, bytes };
          const answer = { ...written, intervals: blocks.intervals() };
          if (asJson) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
          else say(`${answer.intervals} intervals, ${bytes} bytes: ${answer.file}`);
        }
        process.exitCode = exitCodes.done;
      } finally {
        await home.close();
      }
    });
  return command;
}

async function chosen(
  home: Home,
  { queue, valueType }: ExportOptions,
): Promise<Pick<ExportQuestion, 'queueIds' | 'valueTypeIds'>> {
  const { queues, valueTypes } = await home.store.directory();
  const queueIds = queue?.map((name) => findOne(queues, name, 'WFM queue', 'QUEUE_UNKNOWN'));
  const valueTypeIds = valueType?.map((name) =>
    findOne(valueTypes, name, 'value type', 'VALUE_TYPE_UNKNOWN'),
  );
  return {
    ...(queueIds === undefined ? {} : { queueIds }),
    ...(valueTypeIds === undefined ? {} : { valueTypeIds }),
  };
}

function piecesOf(blocks: AsyncIterable<ExportBlock>, format: ExportFormat) {
  return format === 'csv' ? csvPieces(blocks) : parquetPieces(blocks);
}

function counted(blocks: AsyncIterable<ExportBlock>) {
  let intervals = 0;
  async function* count(): AsyncGenerator<ExportBlock> {
    for await (const block of blocks) {
      intervals += block.slots.length;
      yield block;
    }
  }
  return Object.assign(count(), { intervals: () => intervals });
}

/** Nothing is written before the first row is there: until then the answer may be an error instead. */
async function writeJson(blocks: AsyncIterable<ExportBlock>): Promise<void> {
  let separator = '{"intervals":[\n';
  for await (const { queue, valueType, zone, slots } of blocks) {
    let piece = '';
    for (const { startUtc, valueHundredths } of slots) {
      const row: Record<(typeof exportColumns)[number], string | number> = {
        queue_id: queue.id,
        queue: queue.name,
        value_type_id: valueType.id,
        value_type: valueType.name,
        start_utc: utcText(startUtc),
        start_local: localText(zone, startUtc),
        time_zone: queue.timeZone,
        interval_minutes: queue.intervalMinutes,
        value: valueHundredths / 100,
      };
      piece += `${separator}${JSON.stringify(row)}`;
      separator = ',\n';
    }
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
  process.stdout.write(separator === ',\n' ? '\n]}\n' : '{"intervals":[]}\n');
}
